import Foundation

/// What the standard library alone does not know.
enum Machine {
    /// Progress: seen at once, even where the output goes into a file.
    static func say(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }

    static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }
}

enum TextFile {
    static func write(_ text: String, to path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    static func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
}
