import Foundation
import RoomTesting
import Rooms
import Testing

/// The scripted conversations: `Conversations/*.txt`, one behaviour each. `Conversations/README.md` says how they
/// are written.
@Suite struct ConversationTests {
    @Test(arguments: try! ConversationFile.all())
    func `it goes as it is written`(file: ConversationFile) throws {
        guard let play = file.play() else { return }
        if let failure = Performance.failure(of: play) {
            Issue.record(
                "\(file):\(failure.description)", sourceLocation: file.location(line: failure.line))
        }
    }

    @Test(arguments: try! ConversationFile.all())
    func `it goes the same way when agents hear the callers' voices`(file: ConversationFile) throws {
        guard let play = file.play() else { return }
        if let failure = Performance.failure(of: play, hearing: .audio) {
            Issue.record(
                "\(file):\(failure.description)", sourceLocation: file.location(line: failure.line))
        }
    }

    @Test(arguments: try! ConversationFile.all())
    func `what is printed is the same play`(file: ConversationFile) throws {
        guard let play = file.play() else { return }
        let again = try Play(parsing: play.text)
        #expect(again.says(the: play))
        #expect(again.text == play.text)
    }
}

/// One file of the folder `Conversations`.
struct ConversationFile: CustomTestStringConvertible, CustomStringConvertible, Sendable {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "Conversations")

    let name: String
    let text: String

    static func all() throws -> [ConversationFile] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
            .sorted().map {
                let text = try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
                return ConversationFile(name: $0, text: text)
            }
    }

    var description: String { name }
    var testDescription: String { name }

    /// The play; mistakes are reported where they stand.
    func play() -> Play? {
        do {
            return try Play(parsing: text)
        } catch {
            for mistake in error.all {
                Issue.record("\(name):\(mistake)", sourceLocation: location(line: mistake.line))
            }
            return nil
        }
    }

    func location(line: Int) -> SourceLocation {
        SourceLocation(
            fileID: "RoomsTests/\(name)", filePath: Self.folder.appending(path: name).path, line: line,
            column: 1)
    }
}
