import Foundation
import JSONValues
import Testing

/// What the project knows of the protocol from outside itself: one example of every event, events that must
/// fail, the names and fields of all events, recorded traffic.
enum Reference {
    /// One line of a recording.
    struct Line {
        enum Direction: String { case client, server }
        let direction: Direction
        let event: JSON
        /// `file:line`.
        let place: String
    }

    static func examples() throws -> [Line] { try lines(of: folder.appending(path: "examples.jsonl")) }
    static func negatives() throws -> [Line] { try lines(of: folder.appending(path: "negative.jsonl")) }

    /// `ga.server.<type>.required` and so on.
    static func events() throws -> JSON {
        try JSON(parsing: String(contentsOf: folder.appending(path: "events.json"), encoding: .utf8))
    }

    static let oracle = folder.appending(path: "validate_events.py")

    /// Recorded traffic of OpenAI, Azure and xAI. It stays outside the repository: in `PARLEY_CAPTURES`, or
    /// beside the package.
    static let captures: [URL] = {
        let named = ProcessInfo.processInfo.environment["PARLEY_CAPTURES"].map { URL(filePath: $0) }
        let folder = named ?? packageRoot.appending(path: "../shared/realtime/captures").standardizedFileURL
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "jsonl" }.sorted { $0.path < $1.path }
    }()

    static func lines(of file: URL) throws -> [Line] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").enumerated().map {
            number, text in
            let json = try JSON(parsing: text)
            let direction = json["direction"]?.stringValue.flatMap(Line.Direction.init(rawValue:))
            guard let direction, let event = json["event"] else { throw NotARecording(line: number + 1) }
            return Line(direction: direction, event: event, place: "\(file.lastPathComponent):\(number + 1)")
        }
    }

    static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Reference")

    static let noCaptures: Comment = "neither PARLEY_CAPTURES nor ../shared/realtime/captures is there"

    struct NotARecording: Error { let line: Int }
}
