import Foundation
import Journal

/// Where a journal under test keeps its records: the suite of the port runs against each.
enum Store: CaseIterable, Sendable {
    case memory, file

    func open() throws -> SQLiteJournal {
        switch self {
        case .memory: try SQLiteJournal.inMemory()
        case .file: try SQLiteJournal(folder: temporaryFolder())
        }
    }
}

func temporaryFolder() -> String {
    FileManager.default.temporaryDirectory.appending(path: "parley-journal-\(UUID().uuidString)").path()
}

func event(_ seq: Int, _ text: String = "{}", at time: Int = 0) -> Record {
    Record(kind: .event, seq: seq, at: time, body: Array(text.utf8))
}

extension RoomJournal {
    func open(_ room: String, at time: Int = 1) async throws(JournalError) -> Int {
        try await value { $0.open(room, at: time, then: $1) }
    }

    func append(_ records: [Record], to room: String, _ epoch: Int, haste: Haste = .awaited)
        async throws(JournalError)
    {
        try await value { $0.append(records, to: room, expecting: epoch, haste, then: $1) }
    }

    func close(_ room: String, _ epoch: Int, at time: Int = 2) async throws(JournalError) {
        try await value { $0.close(room, expecting: epoch, at: time, then: $1) }
    }

    func read(
        _ room: String, _ epoch: Int? = nil, _ kind: Record.Kind = .event, after seq: Int = 0,
        limit: Int = 1_000
    ) async throws(JournalError) -> [Record] {
        try await value { $0.read(room, epoch: epoch, kind: kind, after: seq, limit: limit, then: $1) }
    }

    func lives(of room: String? = nil) async throws(JournalError) -> [RoomLife] {
        try await value { $0.lives(of: room, then: $1) }
    }

    func forget(closedBefore time: Int) async throws(JournalError) -> [RoomLife] {
        try await value { $0.forget(closedBefore: time, then: $1) }
    }
}
