import Foundation
import GRDB

/// The one thread that touches the database. What arrives while a commit is under way shares the next one, and what
/// can wait is gathered between two commits: each costs as much as dozens of records, and wakes whoever waits for it.
final class CommitThread: @unchecked Sendable {
    /// Work inside a transaction; returns what to call when that has been committed. It is done once more if the
    /// transaction failed.
    struct Job {
        enum Haste: Comparable {
            /// Nobody waits for it: it may be gathered with others for the longest pause.
            case unawaited
            /// It may be gathered with others for as long as the thread pauses.
            case patient
            /// Somebody waits for it.
            case now
            /// The same, and it must have reached the disk.
            case lasting
        }

        let haste: Haste
        let work: (Database) throws -> () -> Void
        let failed: (JournalError) -> Void
    }

    /// Jobs that share a transaction. Bounded so that the first of them does not wait for the last of thousands.
    static let maxJobCount = 512
    /// Between two commits for patient jobs, at least: events reach callbacks and event streams this much later, and not at
    /// all later in a room that says little.
    static let defaultPause: Duration = .milliseconds(25)
    /// How much longer than a commit the pause behind it is, so that the thread is busy a hundredth of its time; and how long
    /// it is at most. A commit costs more than its records, so where hundreds of rooms talk, fewer and larger ones cost half.
    static let restraint = 99
    /// The pause for what nobody waits for, too: at 25 rooms, 5 commits a second instead of 35 cost a tenth less of the processor.
    static let longestPause: Duration = .milliseconds(200)

    private let database: DatabaseQueue
    private let pause: Duration
    private let lock = NSLock()
    /// Rung when there is something to do for a thread that ``isAsleep``.
    private let bell = DispatchSemaphore(value: 0)
    private let over = DispatchSemaphore(value: 0)
    private var waiting: [Job] = []
    /// The most that any of them has.
    private var haste: Job.Haste?
    private var isAsleep = false
    private var isEnding = false
    /// When patient jobs may be committed again, and when unawaited ones; the thread's own.
    private var nextCommit = DispatchTime.now()
    private var nextUnawaited = DispatchTime.now()
    private var count = 0
    /// What the connection was last told of the disk; the thread's own.
    private var isFull: Bool?

    init(_ database: DatabaseQueue, name: String, pause: Duration = defaultPause) {
        self.database = database
        self.pause = pause
        let thread = Thread { self.run() }
        thread.name = name
        thread.start()
    }

    /// How many transactions there have been.
    var commitCount: Int { lock.withLock { count } }

    func submit(_ job: Job) {
        let isOver = lock.withLock {
            guard !isEnding else { return true }
            waiting.append(job)
            hurry(waiting.count < Self.maxJobCount ? job.haste : .now)
            return false
        }
        if isOver { job.failed(.failed("the journal is closed")) }
    }

    /// Somebody waits for what was submitted.
    func hurry() { lock.withLock { if !waiting.isEmpty { hurry(.now) } } }

    private func hurry(_ haste: Job.Haste) {
        if let most = self.haste, most >= haste { return }
        self.haste = haste
        wake()
    }

    /// Carries out what was submitted and ends the thread; returns when that is done.
    func end() {
        lock.withLock {
            isEnding = true
            wake()
        }
        over.wait()
        // For whoever ends it at the same time.
        over.signal()
    }

    private func wake() {
        guard isAsleep else { return }
        isAsleep = false
        bell.signal()
    }

    private func run() {
        while let jobs = next() {
            let took = ContinuousClock().measure { commit(jobs) }
            let now = DispatchTime.now()
            nextCommit = now + Self.pause(after: took, atLeast: pause).interval
            nextUnawaited = now + max(pause, Self.longestPause).interval
        }
        over.signal()
    }

    /// How long patient jobs are gathered after a commit that took so long.
    static func pause(after commit: Duration, atLeast shortest: Duration = defaultPause) -> Duration {
        max(shortest, min(longestPause, commit * restraint))
    }

    private func next() -> [Job]? {
        while true {
            lock.lock()
            let due = due
            if isEnding || due <= .now() {
                defer { lock.unlock() }
                return take()
            }
            isAsleep = true
            lock.unlock()
            let result = bell.wait(timeout: due)
            lock.withLock {
                // Rung all the same, between the end of the wait and here.
                if result == .timedOut, !isAsleep { bell.wait() }
                isAsleep = false
            }
        }
    }

    private var due: DispatchTime {
        switch haste {
        case nil: .distantFuture
        case .unawaited: nextUnawaited
        case .patient: nextCommit
        case .now, .lasting: .now()
        }
    }

    private func take() -> [Job]? {
        guard !waiting.isEmpty else { return nil }
        let batch = Array(waiting.prefix(Self.maxJobCount))
        waiting.removeFirst(batch.count)
        haste = waiting.count < Self.maxJobCount ? waiting.lazy.map(\.haste).max() : .now
        count += 1
        return batch
    }

    private func commit(_ jobs: [Job]) {
        var outcomes: [() -> Void] = []
        do {
            outcomes = try database.writeWithoutTransaction { db in
                try wait(forDisk: jobs.contains { $0.haste == .lasting }, db)
                return try Self.carryOut(jobs, db)
            }
        } catch {
            // The transaction is gone, and with it what had been done in it.
            let why = JournalError(error)
            outcomes = jobs.map { job in { job.failed(why) } }
        }
        for outcome in outcomes { outcome() }
    }

    /// FULL waits for the disk at each commit and carries what NORMAL left behind with it; NORMAL survives
    /// everything but a power failure (sqlite.org/pragma.html#pragma_synchronous).
    private func wait(forDisk isLasting: Bool, _ db: Database) throws {
        guard isFull != isLasting else { return }
        try db.execute(sql: "PRAGMA synchronous = \(isLasting ? "FULL" : "NORMAL")")
        isFull = isLasting
    }

    private static func carryOut(_ jobs: [Job], _ db: Database) throws -> [() -> Void] {
        var isAnyFailed = false
        do {
            return try transaction(jobs, db) { job in
                do {
                    return try job.work(db)
                } catch {
                    isAnyFailed = true
                    throw error
                }
            }
        } catch {
            guard isAnyFailed else { throw error }
            // Which is rare, so only then each of them is given a savepoint, which costs as much as a record.
            return try transaction(jobs, db) { job in try carryOut(job, db) }
        }
    }

    private static func transaction(
        _ jobs: [Job], _ db: Database, _ work: (Job) throws -> () -> Void
    ) throws -> [() -> Void] {
        var outcomes: [() -> Void] = []
        try db.inTransaction(.deferred) {
            for job in jobs { outcomes.append(try work(job)) }
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

extension Duration {
    fileprivate var interval: DispatchTimeInterval {
        .nanoseconds(Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000))
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
