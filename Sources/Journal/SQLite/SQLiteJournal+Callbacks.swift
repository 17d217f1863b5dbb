import Foundation
import GRDB

extension SQLiteJournal: CallbackOutbox {
    public func owe(_ callbacks: OwedCallbacks, then: @escaping Completion<Void>) {
        submit(.lasting, then: then) { db in
            let life = try Self.life(callbacks.room, expecting: callbacks.epoch, db)
            try db.cachedStatement(
                sql: """
                    INSERT INTO callbacks (participant, life, url, events, metadata, place, is_leaving)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                callbacks.participant, life, callbacks.url, callbacks.events.joined(separator: " "),
                Data(callbacks.metadata), callbacks.place, callbacks.isLeaving,
            ])
        }
    }

    public func advance(
        _ participant: String, to place: Int, isLeaving: Bool, then: @escaping Completion<Void>
    ) {
        submit(then: then) { db in
            try db.cachedStatement(
                sql: "UPDATE callbacks SET place = ?, is_leaving = ? WHERE participant = ?"
            ).execute(arguments: [place, isLeaving, participant])
        }
    }

    public func settle(_ participant: String, then: @escaping Completion<Void>) {
        submit(then: then) { db in
            try db.cachedStatement(sql: "DELETE FROM callbacks WHERE participant = ?")
                .execute(arguments: [participant])
        }
    }

    public func owed(then: @escaping Completion<[OwedCallbacks]>) {
        submit(then: then) { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT participant, room, epoch, url, events, metadata, place, is_leaving
                        FROM callbacks JOIN lives ON life = lives.id ORDER BY participant
                        """))
            return rows.map(OwedCallbacks.init)
        }
    }
}

extension OwedCallbacks {
    fileprivate init(_ row: Row) {
        let events: String = row[4]
        let metadata: Data = row[5]
        self.init(
            participant: row[0], room: row[1], epoch: row[2], url: row[3],
            events: events.split(separator: " ").map(String.init), metadata: Array(metadata), place: row[6],
            isLeaving: row[7])
    }
}
