import Foundation
import GRDB

extension SQLiteJournal: RoomJournal {
    public func open(_ room: String, at time: Int, then: @escaping Completion<Int>) {
        submit(then: then) { db in
            let epoch =
                try Int.fetchOne(
                    db.cachedStatement(sql: "SELECT max(epoch) + 1 FROM lives WHERE room = ?"),
                    arguments: [room]) ?? 1
            try db.cachedStatement(sql: "INSERT INTO lives (room, epoch, opened_at) VALUES (?, ?, ?)")
                .execute(arguments: [room, epoch, time])
            return epoch
        }
    }

    public func append(
        _ records: [Record], to room: String, expecting epoch: Int, _ haste: Haste,
        then: @escaping Completion<Void>
    ) {
        submit(CommitThread.Job.Haste(haste), then: then) { db in
            let life = try Self.life(room, expecting: epoch, db)
            let insert = try db.cachedStatement(
                sql: "INSERT INTO records (life, kind, seq, at, body) VALUES (?, ?, ?, ?, ?)")
            for record in records {
                try insert.execute(
                    arguments: [life, record.kind.rawValue, record.seq, record.at, Data(record.body)])
            }
        }
    }

    public func hurry() { thread.hurry() }

    public func close(
        _ room: String, expecting epoch: Int, at time: Int, then: @escaping Completion<Void>
    ) {
        submit(.lasting, then: then) { db in
            let life = try Self.life(room, expecting: epoch, db)
            try db.cachedStatement(sql: "UPDATE lives SET closed_at = ? WHERE id = ?")
                .execute(arguments: [time, life])
        }
    }

    public func probe(then: @escaping Completion<Void>) {
        submit(.lasting, then: then) { db in
            // Pages that were touched are written, even though they say the same again in the end. No key is empty.
            try db.execute(
                sql: """
                    INSERT INTO answers (key, fingerprint, at, status, headers, body) VALUES ('', x'', 0, 0, '', x'');
                    DELETE FROM answers WHERE key = '';
                    """)
        }
    }

    public func read(
        _ room: String, epoch: Int?, kind: Record.Kind, after seq: Int, limit: Int,
        then: @escaping Completion<[Record]>
    ) {
        submit(then: then) { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT epoch, seq, at, body FROM lives JOIN records ON life = lives.id
                        WHERE room = ? AND (?2 IS NULL OR epoch = ?2) AND kind = ?3 AND seq > ?4
                        ORDER BY epoch, seq LIMIT ?5
                        """),
                arguments: [room, epoch, kind.rawValue, seq, limit])
            return rows.map { row in
                let body: Data = row[3]
                return Record(kind: kind, seq: row[1], at: row[2], body: Array(body), epoch: row[0])
            }
        }
    }

    public func lives(of room: String?, then: @escaping Completion<[RoomLife]>) {
        submit(then: then) { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT room, epoch, opened_at, closed_at,
                            (SELECT min(seq) FROM records WHERE life = lives.id AND kind = 'event'),
                            (SELECT max(seq) FROM records WHERE life = lives.id AND kind = 'event')
                        FROM lives WHERE ?1 IS NULL OR room = ?1 ORDER BY id
                        """),
                arguments: [room])
            return rows.map(RoomLife.init)
        }
    }

    /// The life that may be written to.
    static func life(_ room: String, expecting epoch: Int, _ db: Database) throws -> Int {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT id, epoch, closed_at FROM lives WHERE room = ? ORDER BY epoch DESC LIMIT 1"),
            arguments: [room])
        guard let row, row[1] == epoch, row[2] as Int? == nil else {
            throw JournalError.fenced(room: room, epoch: epoch)
        }
        return row[0]
    }
}

extension RoomLife {
    fileprivate init(_ row: Row) {
        self.init(
            room: row[0], epoch: row[1], openedAt: row[2], closedAt: row[3],
            firstSeq: row[4] ?? 0, lastSeq: row[5] ?? 0)
    }
}

extension CommitThread.Job.Haste {
    fileprivate init(_ haste: Haste) {
        self =
            switch haste {
            case .unawaited: .unawaited
            case .awaited: .patient
            case .lasting: .lasting
            }
    }
}
