/// A mistake in a persona file, phrased for the person who wrote it: what is wrong and what to do.
///
/// Prints like a compiler diagnostic, so that editors and CI can jump to it:
/// `scout.md:3: error: unknown key 'vioce'; did you mean 'voice'?`
public struct PersonaMistake: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Severity: String, Sendable {
        /// The file is not used.
        case error
        /// The file is used all the same.
        case warning
    }

    /// The file's name within its folder.
    public let file: String
    /// Counted from 1.
    public let line: Int
    public let severity: Severity
    /// One line, never with a value from the environment in it.
    public let message: String

    public init(file: String, line: Int, severity: Severity = .error, _ message: String) {
        self.file = file
        self.line = line
        self.severity = severity
        // What is quoted from a file may hold anything; a diagnostic is one line.
        self.message = message.split(whereSeparator: \.isNewline).joined(separator: "\\n")
            .filter { $0.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } }
    }

    public var description: String { "\(file):\(line): \(severity.rawValue): \(message)" }

    /// The same with the folder before the file's name, as the command line prints it.
    public func description(in folder: String) -> String {
        folder.isEmpty ? description : "\(folder)\(folder.hasSuffix("/") ? "" : "/")\(description)"
    }
}

/// Everything that is wrong with one file, in the order of its lines.
public struct PersonaMistakes: Error, Equatable, Sendable, CustomStringConvertible {
    public let all: [PersonaMistake]

    public var description: String { all.map(\.description).joined(separator: "\n") }
}
