import Foundation

/// The good inputs: the examples of `Protocol/`, the sample agents, and what only this needs.
enum Corpus {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Every file of these folders, in the order of their names.
    static func files(in folders: String..., named suffix: String = "") throws -> [[UInt8]] {
        try folders.flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())
                .filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.sorted()
                .map { Array(try Data(contentsOf: root.appending(path: "\(folder)/\($0)"))) }
        }
    }
}
