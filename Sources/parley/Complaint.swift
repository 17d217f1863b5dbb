import Foundation

/// A person's mistake, in one line: what is wrong, where, and what to do. Ends a command with code 1.
struct Complaint: Error, CustomStringConvertible {
    let description: String
    init(_ text: String) { description = text }

    static func noPersona(in folder: String) -> Complaint {
        Complaint("\(folder): there is no persona file here; write one, \(folder)/scout.md for example")
    }
}

func readFile(_ path: String) throws -> [UInt8] {
    do {
        return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
        let reason = FileManager.default.fileExists(atPath: path) ? "cannot be read" : "is not there"
        throw Complaint("\(path): the file \(reason); name another, or check where you are")
    }
}

/// One line on standard output, at once: whoever reads it through a pipe waits for it. Nobody reads it any more: what the
/// command does is worth finishing all the same, a recording for example.
func say(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
}

/// One line on standard error.
func warn(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
}
