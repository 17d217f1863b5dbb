import Foundation
import JSONValues
import Testing

/// One file of `Protocol/examples`: documentation, schema checks and these tests all read the same
/// files, so none of them can drift.
struct Example: Sendable, CustomTestStringConvertible {
    /// Relative to the examples' folder.
    let path: String

    /// `agent.status.left` of `events/agent.status.left.json`.
    var name: String { (path as NSString).lastPathComponent.replacing(".json", with: "") }
    var testDescription: String { path }

    var bytes: [UInt8] {
        get throws { try [UInt8](Data(contentsOf: Self.folder.appending(path: path))) }
    }

    var json: JSON {
        get throws { try JSON(parsing: bytes) }
    }

    /// Every JSON example in a folder, or in all of them. An empty folder would make a test that cannot
    /// fail, so it is an error.
    static func all(in subfolder: String = "") -> [Example] {
        let root = subfolder.isEmpty ? folder : folder.appending(path: subfolder)
        let names = FileManager.default.enumerator(atPath: root.path())?.compactMap { $0 as? String } ?? []
        let found = names.filter { $0.hasSuffix(".json") }.sorted()
            .map { Example(path: subfolder.isEmpty ? $0 : "\(subfolder)/\($0)") }
        precondition(!found.isEmpty, "no examples in \(root.path())")
        return found
    }

    static let folder = URL(filePath: #filePath).appending(path: "../../../Protocol/examples")
        .standardizedFileURL
}
