import Foundation
import PersonaFiles

/// A folder of persona files that lives as long as its test.
final class Folder {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("parley-\(UUID())").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
        try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
    }

    func opened(environment: [String: String] = [:]) throws -> PersonaFolder {
        try PersonaFolder(path: path, environment: environment)
    }
}

/// The shortest persona file of that name.
func file(_ name: String, aliases: String = "", script: String = "") -> String {
    "---\nname: \(name)\naliases: [\(aliases)]\nscript: [\(script)]\n---\nYou are \(name).\n"
}
