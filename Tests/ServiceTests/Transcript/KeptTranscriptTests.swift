import Journal
import Rooms
import Testing

@testable import Service

/// What the journal keeps of a call makes the same transcript that the call had.
@Suite struct KeptTranscriptTests {
    @Test func `the newest life's transcript is read, however many events it had`() async throws {
        let journal = try SQLiteJournal.inMemory()
        try await Self.keep(["Long ago"], in: journal)
        let said = (1...1_200).map { "Remark \($0)" }
        let live = try await Self.keep(said, in: journal)
        let kept = try await Transcript.kept(of: "standup", in: journal)
        #expect(kept == live && kept?.utterances.map(\.text) == said)
        #expect(kept?.utterances.first?.name == "Ana Maria")
        journal.end()
    }

    @Test func `of a room that never was there is none`() async throws {
        let journal = try SQLiteJournal.inMemory()
        #expect(try await Transcript.kept(of: "standup", in: journal) == nil)
        journal.end()
    }

    /// A whole life of a room in which Ana says all that.
    @discardableResult
    private static func keep(_ said: [String], in journal: SQLiteJournal) async throws -> Transcript {
        let log = EventLog(room: "standup")
        log.append(.roomOpened(reason: .line))
        log.append(.participantJoined("ana", .caller, name: "Ana Maria", reason: .line))
        var entries = log.entries(after: 0)
        for (number, text) in said.enumerated() {
            entries.append(
                log.append(
                    .transcriptFinal(
                        "ana", turn: nil, text: text, interrupted: number == 3,
                        said: TranscriptTests.span(number * 1_000, number * 1_000 + 700))))
        }
        entries.append(log.append(.roomClosed(reason: .deleted)))
        let records = entries.map {
            Record(kind: .event, seq: $0.seq, at: $0.at.millisecondsSince1970, body: $0.utf8)
        }
        let epoch = try await journal.value { $0.open("standup", at: 1, then: $1) }
        try await journal.value {
            $0.append(records, to: "standup", expecting: epoch, .awaited, then: $1)
        }
        try await journal.value { $0.close("standup", expecting: epoch, at: 2, then: $1) }
        return log.transcript
    }
}
