import Foundation
public import Journal
import Logging
import Rooms

// What an earlier process left behind, and what is old.

extension FrontDesk {
    /// Reads the journal before anybody comes in: closes rooms that were cut off, goes on with callbacks that are owed,
    /// remembers answers that retries get again.
    public func recover() async throws(JournalError) {
        let journal = archive.journal
        let lives: [RoomLife] = try await answer { journal.lives(of: nil, then: $0) }
        for life in lives where isOurs(life.room) {
            var life = life
            if life.closedAt == nil { life.lastSeq = try await close(life) }
            archive.note(life)
        }
        let allOwed: [OwedCallbacks] = try await answer { journal.owed(then: $0) }
        let owed = allOwed.filter { isOurs($0.room) }
        if !owed.isEmpty {
            logger.notice("callbacks to deliver", metadata: ["participants": "\(owed.count)"])
        }
        resume(owed[...])
        guard number == 0 else { return }
        try await restoreAnswers()
        forgetOld()
    }

    private func restoreAnswers() async throws(JournalError) {
        let journal = archive.journal
        let oldest = WallTime.now - IdempotencyStore.lifetime
        let answers: [KeptAnswer] = try await answer {
            journal.answers(
                since: oldest.millisecondsSince1970, limit: IdempotencyStore.capacity, then: $0)
        }
        commons.answers.withLock { store in for answer in answers { store.restore(answer) } }
    }

    /// - Returns: the number of its last event.
    private func close(_ life: RoomLife) async throws(JournalError) -> Int {
        let journal = archive.journal
        var room = CutOffRoom()
        while true {
            let (after, portion) = (room.lastSeq, 1_000)
            let records: [Record] = try await answer {
                journal.read(
                    life.room, epoch: life.epoch, kind: .event, after: after, limit: portion, then: $0)
            }
            for record in records { room.take(record) }
            if records.count < portion { break }
        }
        var seq = room.lastSeq
        let now = WallTime.now
        let ending = room.ending.map { event in
            seq += 1
            let json = EventLog.json(event, seq: seq, at: now, room: life.room)
            return Record(kind: .event, seq: seq, at: now.millisecondsSince1970, body: json.utf8)
        }
        logger.warning(
            "a room was cut off",
            metadata: [
                "room": "\(life.room)",
                "opened_at": "\(WallTime(millisecondsSince1970: life.openedAt))", "events": "\(room.lastSeq)",
            ])
        // Two steps: dying between them, the next start finds the room closed in its events and ends its life alone.
        if !ending.isEmpty {
            try await answer {
                journal.append(
                    ending, to: life.room, expecting: life.epoch, .lasting, then: $0)
            }
        }
        try await answer {
            journal.close(life.room, expecting: life.epoch, at: now.millisecondsSince1970, then: $0)
        }
        return seq
    }

    /// Now, and once a minute. At one desk, for all.
    private func forgetOld() {
        reactor.schedule(after: .seconds(60)) { [weak self] in self?.assumeIsolated { $0.forgetOld() } }
        let closed = WallTime.now - settings.limits.retention
        recorder.forget(endedBefore: closed)
        let desks = colleagues
        archive.journal.forget(closedBefore: closed.millisecondsSince1970) { result in
            guard case .success(let lives) = result, !lives.isEmpty else { return }
            for desk in desks {
                desk.reactor.post { desk.assumeIsolated { $0.archive.forgot(lives) } }
            }
        }
        let answered = WallTime.now - IdempotencyStore.lifetime
        archive.journal.forgetAnswers(before: answered.millisecondsSince1970) { _ in }
    }
}

extension WallTime {
    static func - (time: WallTime, duration: Duration) -> WallTime {
        WallTime(
            millisecondsSince1970: time.millisecondsSince1970 - Int(duration / .milliseconds(1)))
    }
}
