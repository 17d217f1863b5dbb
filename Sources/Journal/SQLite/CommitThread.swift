import Foundation
import GRDB

/// The one thread that touches the database. What arrives while a commit is under way shares the next one, so the
/// busier it gets the less each write costs.
final class CommitThread: @unchecked Sendable {
    /// Work inside a transaction; returns what to call when that has been committed.
    struct Job {
        let isLasting: Bool
        let work: (Database) throws -> () -> Void
        let failed: (JournalError) -> Void
    }

    /// Jobs that share a transaction. Bounded so that the first of them does not wait for the last of thousands.
    static let maxJobCount = 512

    private let database: DatabaseQueue
    private let condition = NSCondition()
    private var waiting: [Job] = []
    private var isEnding = false
    private var hasEnded = false

    init(_ database: DatabaseQueue, name: String) {
        self.database = database
        let thread = Thread { self.run() }
        thread.name = name
        thread.start()
    }

    func submit(_ job: Job) {
        condition.lock()
        let isOver = isEnding
        if !isOver { waiting.append(job) }
        condition.signal()
        condition.unlock()
        if isOver { job.failed(.failed("the journal is closed")) }
    }

    /// Carries out what was submitted and ends the thread; returns when that is done.
    func end() {
        condition.lock()
        isEnding = true
        condition.broadcast()
        while !hasEnded { condition.wait() }
        condition.unlock()
    }

    private func run() {
        while let jobs = next() { commit(jobs) }
        condition.lock()
        hasEnded = true
        condition.broadcast()
        condition.unlock()
    }

    private func next() -> [Job]? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty, !isEnding { condition.wait() }
        guard !waiting.isEmpty else { return nil }
        let batch = Array(waiting.prefix(Self.maxJobCount))
        waiting.removeFirst(batch.count)
        return batch
    }

    private func commit(_ jobs: [Job]) {
        var outcomes: [() -> Void] = []
        do {
            outcomes = try database.writeWithoutTransaction { db in try Self.carryOut(jobs, db) }
        } catch {
            // The transaction is gone, and with it what had been done in it.
            let why = JournalError(error)
            outcomes = jobs.map { job in { job.failed(why) } }
        }
        for outcome in outcomes { outcome() }
    }

    private static func carryOut(_ jobs: [Job], _ db: Database) throws -> [() -> Void] {
        // FULL waits for the disk at each commit and carries what NORMAL left behind with it; NORMAL survives
        // everything but a power failure (sqlite.org/pragma.html#pragma_synchronous).
        try db.execute(sql: "PRAGMA synchronous = \(jobs.contains(where: \.isLasting) ? "FULL" : "NORMAL")")
        var outcomes: [() -> Void] = []
        try db.inTransaction(.deferred) {
            for job in jobs { outcomes.append(try carryOut(job, db)) }
            return .commit
        }
        return outcomes
    }

    /// One job's failure is its own, unless it took the transaction with it.
    private static func carryOut(_ job: Job, _ db: Database) throws -> () -> Void {
        do {
            var done: () -> Void = {}
            try db.inSavepoint {
                done = try job.work(db)
                return .commit
            }
            return done
        } catch {
            guard db.isInsideTransaction else { throw error }
            let why = JournalError(error)
            return { job.failed(why) }
        }
    }
}

extension JournalError {
    init(_ error: any Error) {
        switch error {
        case let error as JournalError: self = error
        case let error as DatabaseError: self = .failed(error.message ?? "\(error.resultCode)")
        default: self = .failed("\(error)")
        }
    }
}
