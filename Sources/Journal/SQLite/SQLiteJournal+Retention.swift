import GRDB

// What is old goes, in portions: whoever waits for a commit must not wait for a thousand rooms to be forgotten.

extension SQLiteJournal {
    /// Records forgotten in one transaction, a few milliseconds' work.
    static let portion = 2_000

    public func forget(closedBefore time: Int, then: @escaping Completion<[RoomLife]>) {
        forget(closedBefore: time, so: [], then: then)
    }

    private func forget(
        closedBefore time: Int, so far: [RoomLife], then: @escaping Completion<[RoomLife]>
    ) {
        submit(
            then: { [weak self] (result: Result<[RoomLife]?, JournalError>) in
                switch result {
                case .failure(let error): then(.failure(error))
                case .success(.none): then(.success(far))
                case .success(let more?): self?.forget(closedBefore: time, so: far + more, then: then)
                }
            }, { db in try Self.forgetPortion(closedBefore: time, db) })
    }

    /// - Returns: the lives that are gone whole; `nil` when there was nothing to forget.
    private static func forgetPortion(closedBefore time: Int, _ db: Database) throws -> [RoomLife]? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT id, room, epoch, opened_at, closed_at FROM lives
                    WHERE closed_at < ? AND NOT EXISTS (SELECT 1 FROM callbacks WHERE life = lives.id)
                    ORDER BY closed_at LIMIT 1
                    """), arguments: [time])
        guard let row else { return nil }
        let life: Int = row[0]
        try db.cachedStatement(
            sql: """
                DELETE FROM records WHERE life = ?1 AND (kind, seq) IN
                    (SELECT kind, seq FROM records WHERE life = ?1 LIMIT ?2)
                """
        ).execute(arguments: [life, portion])
        guard db.changesCount < portion else { return [] }
        try db.cachedStatement(sql: "DELETE FROM lives WHERE id = ?").execute(arguments: [life])
        return [RoomLife(room: row[1], epoch: row[2], openedAt: row[3], closedAt: row[4])]
    }
}
