import Foundation

/// What the standard library alone does not know.
enum Machine {
    static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }
}

enum TextFile {
    static func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
}
