import Foundation
import Journal
import Testing

/// What receivers and retries are owed outlives the process.
@Suite struct OutboxTests {
    private func owed(_ participant: String, _ room: String, _ epoch: Int) -> OwedCallbacks {
        OwedCallbacks(
            participant: participant, room: room, epoch: epoch, url: "https://x.example/\(participant)",
            events: ["agent.*", "room.closed"], metadata: Array(#"{"käse":1}"#.utf8), place: 3)
    }

    private func all(_ journal: SQLiteJournal) async throws -> [OwedCallbacks] {
        try await withCheckedContinuation { continuation in
            journal.owed { continuation.resume(returning: $0) }
        }.get()
    }

    private func done(
        _ work: (@escaping @Sendable (Result<Void, JournalError>) -> Void) -> Void
    ) async throws {
        try await withCheckedContinuation { continuation in
            work { continuation.resume(returning: $0) }
        }.get()
    }

    @Test func `what is owed is there after a restart, as far as it had come`() async throws {
        let folder = temporaryFolder()
        let first = try SQLiteJournal(folder: folder)
        let epoch = try await first.open("standup")
        for name in ["pa_1", "pa_2", "pa_3"] {
            try await done { first.owe(owed(name, "standup", epoch), then: $0) }
        }
        try await done { first.advance("pa_1", to: 9, isLeaving: true, then: $0) }
        try await done { first.settle("pa_2", then: $0) }
        first.end()
        let second = try SQLiteJournal(folder: folder)
        var expected = [owed("pa_1", "standup", epoch), owed("pa_3", "standup", epoch)]
        expected[0].place = 9
        expected[0].isLeaving = true
        #expect(try await all(second) == expected)
        second.end()
    }

    @Test func `a room is not forgotten while a receiver is owed something of it`() async throws {
        let journal = try SQLiteJournal.inMemory()
        let epoch = try await journal.open("standup")
        try await journal.append([event(1)], to: "standup", epoch)
        try await done { journal.owe(owed("pa_1", "standup", epoch), then: $0) }
        try await journal.close("standup", epoch, at: 5)
        #expect(try await journal.forget(closedBefore: 100).isEmpty)
        try await done { journal.settle("pa_1", then: $0) }
        #expect(try await journal.forget(closedBefore: 100).map(\.room) == ["standup"])
        journal.end()
    }

    @Test func `nothing is owed of a room that another has taken over`() async throws {
        let journal = try SQLiteJournal.inMemory()
        let old = try await journal.open("standup")
        _ = try await journal.open("standup")
        await #expect(throws: JournalError.fenced(room: "standup", epoch: old)) {
            try await done { journal.owe(owed("pa_1", "standup", old), then: $0) }
        }
        journal.end()
    }

    @Test func `answers are kept, the youngest first in line, and forgotten by age`() async throws {
        let journal = try SQLiteJournal.inMemory()
        func answer(_ key: String, at time: Int) -> KeptAnswer {
            KeptAnswer(
                key: key, fingerprint: [1, 2], at: time, status: 202, headers: "{}", body: Array(key.utf8))
        }
        func answers(since time: Int, _ limit: Int) async throws -> [KeptAnswer] {
            try await withCheckedContinuation { continuation in
                journal.answers(since: time, limit: limit) { continuation.resume(returning: $0) }
            }.get()
        }
        for (key, time) in [("a", 1), ("b", 5), ("c", 9), ("d", 9)] {
            try await done { journal.keep(answer(key, at: time), then: $0) }
        }
        #expect(try await answers(since: 2, 2) == [answer("c", at: 9), answer("d", at: 9)])
        try await done { journal.forgetAnswers(before: 9, then: $0) }
        #expect(try await answers(since: 0, 9).map(\.key) == ["c", "d"])
        journal.end()
    }
}
