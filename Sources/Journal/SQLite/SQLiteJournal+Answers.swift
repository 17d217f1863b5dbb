import Foundation
import GRDB

extension SQLiteJournal: AnswerShelf {
    public func keep(_ answer: KeptAnswer, then: @escaping Completion<Void>) {
        submit(.lasting, then: then) { db in
            try db.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO answers (key, fingerprint, at, status, headers, body)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                answer.key, Data(answer.fingerprint), answer.at, answer.status, answer.headers,
                Data(answer.body),
            ])
        }
    }

    public func answers(since time: Int, limit: Int, then: @escaping Completion<[KeptAnswer]>) {
        submit(then: then) { db in
            try Self.forgetAnswers(before: time, db)
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT key, fingerprint, at, status, headers, body FROM answers
                        ORDER BY at DESC, key DESC LIMIT ?
                        """), arguments: [limit])
            return rows.reversed().map(KeptAnswer.init)
        }
    }

    public func forgetAnswers(before time: Int, then: @escaping Completion<Void>) {
        submit(then: then) { db in try Self.forgetAnswers(before: time, db) }
    }

    private static func forgetAnswers(before time: Int, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM answers WHERE at < ?").execute(arguments: [time])
    }
}

extension KeptAnswer {
    fileprivate init(_ row: Row) {
        let fingerprint: Data = row[1]
        let body: Data = row[5]
        self.init(
            key: row[0], fingerprint: Array(fingerprint), at: row[2], status: row[3], headers: row[4],
            body: Array(body))
    }
}
