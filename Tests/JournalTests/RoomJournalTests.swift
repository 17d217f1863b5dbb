import Journal
import Testing

/// What every store behind the port keeps to.
@Suite struct RoomJournalTests {
    @Test(arguments: Store.allCases)
    func `what is appended is read back in order, from any number on and in portions`(store: Store)
        async throws
    {
        let journal = try store.open()
        let epoch = try await journal.open("standup")
        #expect(epoch == 1)
        try await journal.append([event(1, #"{"a":1}"#, at: 5), event(2)], to: "standup", epoch)
        try await journal.append([event(3)], to: "standup", epoch)
        let first = try await journal.read("standup", limit: 2)
        #expect(first.map(\.seq) == [1, 2] && first[0].body == Array(#"{"a":1}"#.utf8))
        #expect(first[0].at == 5 && first[0].epoch == 1 && first[0].kind == .event)
        #expect(try await journal.read("standup", after: 2).map(\.seq) == [3])
        #expect(try await journal.read("standup", after: 3).isEmpty)
        #expect(try await journal.read("elsewhere").isEmpty)
        journal.end()
    }

    @Test(arguments: Store.allCases)
    func `kinds are apart and numbered apart`(store: Store) async throws {
        let journal = try store.open()
        let epoch = try await journal.open("standup")
        let input = Record(kind: .floor, seq: 1, at: 7, body: [0x31])
        try await journal.append([event(1), input, event(2)], to: "standup", epoch)
        #expect(try await journal.read("standup", 1, .floor).map(\.body) == [[0x31]])
        #expect(try await journal.read("standup", 1, .event).map(\.seq) == [1, 2])
        journal.end()
    }

    @Test(arguments: Store.allCases)
    func `an old epoch is fenced, and nothing of its records is kept`(store: Store) async throws {
        let journal = try store.open()
        let old = try await journal.open("standup")
        try await journal.append([event(1)], to: "standup", old)
        let new = try await journal.open("standup")
        #expect(new == 2)
        await #expect(throws: JournalError.fenced(room: "standup", epoch: 1)) {
            try await journal.append([event(2)], to: "standup", old)
        }
        await #expect(throws: JournalError.fenced(room: "standup", epoch: 1)) {
            try await journal.close("standup", old)
        }
        await #expect(throws: JournalError.fenced(room: "nowhere", epoch: 1)) {
            try await journal.append([event(2)], to: "nowhere", 1)
        }
        try await journal.append([event(2)], to: "standup", new)
        #expect(try await journal.read("standup").map(\.epoch) == [1, 2], "all lives, oldest first")
        #expect(try await journal.read("standup", 2).map(\.seq) == [2])
        journal.end()
    }

    @Test(arguments: Store.allCases)
    func `a closed life takes nothing more`(store: Store) async throws {
        let journal = try store.open()
        let epoch = try await journal.open("standup", at: 10)
        try await journal.append([event(4), event(5)], to: "standup", epoch)
        try await journal.close("standup", epoch, at: 20)
        await #expect(throws: JournalError.fenced(room: "standup", epoch: 1)) {
            try await journal.append([event(6)], to: "standup", epoch)
        }
        let open = try await journal.open("retro", at: 30)
        #expect(
            try await journal.lives() == [
                RoomLife(room: "standup", epoch: 1, openedAt: 10, closedAt: 20, firstSeq: 4, lastSeq: 5),
                RoomLife(room: "retro", epoch: open, openedAt: 30),
            ])
        #expect(try await journal.lives(of: "retro").map(\.room) == ["retro"])
        journal.end()
    }

    @Test(arguments: Store.allCases)
    func `records are kept all or none, and one caller's mistake does not harm others`(store: Store)
        async throws
    {
        let journal = try store.open()
        let epoch = try await journal.open("standup")
        try await journal.append([event(2)], to: "standup", epoch)
        await #expect(throws: JournalError.self, "2 was given out already") {
            try await journal.append([event(1), event(2)], to: "standup", epoch)
        }
        #expect(try await journal.read("standup").map(\.seq) == [2])
        journal.end()
    }

    @Test(arguments: Store.allCases)
    func `answers come in the order of the calls, however many share a commit`(store: Store) async throws {
        let journal = try store.open()
        let epoch = try await journal.open("standup")
        let order = Order()
        await withCheckedContinuation { continuation in
            for seq in 1...3_000 {
                journal.append(
                    [event(seq)], to: "standup", expecting: epoch, seq % 7 == 0 ? .lasting : .awaited
                ) {
                    result in
                    if case .success = result { order.add(seq) }
                    if seq == 3_000 { continuation.resume() }
                }
            }
        }
        #expect(order.all == Array(1...3_000))
        #expect(try await journal.read("standup", limit: 5_000).count == 3_000)
        journal.end()
    }

    @Test(arguments: Store.allCases)
    func `what closed long ago is forgotten whole, what is open or young stays`(store: Store) async throws {
        let journal = try store.open()
        for (room, closing) in [("old", 10), ("young", 30)] {
            let epoch = try await journal.open(room)
            try await journal.append((1...4_500).map { event($0) }, to: room, epoch)
            try await journal.close(room, epoch, at: closing)
        }
        _ = try await journal.open("open")
        let gone = try await journal.forget(closedBefore: 20)
        #expect(gone.map(\.room) == ["old"])
        #expect(try await journal.lives().map(\.room) == ["young", "open"])
        #expect(try await journal.read("old").isEmpty)
        #expect(try await journal.read("young", limit: 9_999).count == 4_500)
        journal.end()
    }

    @Test func `a journal that has ended says so`() async throws {
        let journal = try Store.memory.open()
        journal.end()
        await #expect(throws: JournalError.failed("the journal is closed")) { try await journal.open("late") }
    }
}

/// Written on the journal's thread, read when that is done.
private final class Order: @unchecked Sendable {
    private(set) var all: [Int] = []
    func add(_ number: Int) { all.append(number) }
}
