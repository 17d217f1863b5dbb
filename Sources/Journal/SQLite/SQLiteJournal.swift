import Foundation
import GRDB

/// The journal in one SQLite file (WAL mode), on a thread of its own.
///
/// A write that is told of as done survives `kill -9` at any moment: it stands in the write-ahead log, which the
/// kernel keeps. What has to outlive a power failure too is asked for as ``Haste/lasting`` and costs the wait for the disk,
/// shared by all that is written meanwhile.
public final class SQLiteJournal: @unchecked Sendable {
    /// The file's name within `--data`.
    public static let fileName = "journal.sqlite"

    /// Where a folder's journal is, whatever characters are in the folder's name.
    public static func path(in folder: String) -> String {
        URL(filePath: folder).appending(path: fileName).path(percentEncoded: false)
    }

    let thread: CommitThread
    private let database: DatabaseQueue

    /// Opens the journal in a folder, which is made if need be.
    ///
    /// - Throws: ``JournalUnusable``, for a person to mend.
    public convenience init(folder: String) throws(JournalUnusable) {
        let path = Self.path(in: folder)
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw JournalUnusable(path: folder, problem: .noFolder)
        }
        try self.init(path: path)
    }

    private convenience init(path: String) throws(JournalUnusable) {
        do {
            self.init(try Self.opened(path))
        } catch {
            throw JournalUnusable(path: path, error)
        }
    }

    /// Kept in memory, for tests and for whoever wants nothing kept.
    public static func inMemory() throws -> SQLiteJournal {
        let database = try DatabaseQueue()
        try DatabaseMigrator.journal.migrate(database)
        return SQLiteJournal(database)
    }

    private init(_ database: DatabaseQueue) {
        self.database = database
        thread = CommitThread(database, name: "parley journal")
    }

    /// Pages kept in memory, in KB. Default 1,024, half of SQLite's: what 128 rooms write to. The kernel has the others.
    private static let cacheKilobytes = 1_024

    private static func opened(_ path: String) throws -> DatabaseQueue {
        try refuseForeign(path)
        var configuration = Configuration()
        configuration.journalMode = .wal
        // Somebody who looks into the file with another program holds it for a moment, not for long.
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -\(cacheKilobytes)") }
        let database = try DatabaseQueue(path: path, configuration: configuration)
        let migrator = DatabaseMigrator.journal
        try database.writeWithoutTransaction { db in
            if try migrator.hasBeenSuperseded(db) { throw JournalUnusable.Problem.tooNew }
            try check(path, db)
        }
        try migrator.migrate(database)
        return database
    }

    /// Looks first, before anything is set: another program's database is left as it is. Ours has a migration of ours, or, new or cut
    /// off in the middle of its first start, no tables but the migrator's.
    private static func refuseForeign(_ path: String) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let size = attributes?[.size] as? Int, size > 0 else { return }
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        let database = try DatabaseQueue(path: path, configuration: configuration)
        let isOurs = try database.read { db in
            let others = "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"
            return try !DatabaseMigrator.journal.appliedIdentifiers(db).isEmpty
                || Int.fetchOne(db, sql: others) == 0
        }
        try database.close()
        if !isOurs { throw JournalUnusable.Problem.foreign }
    }

    /// The whole file is read, so only a small one is: a second of start is enough.
    private static func check(_ path: String, _ db: Database) throws {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        guard let size = attributes[.size] as? Int, size <= 64 << 20 else { return }
        let verdict = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
        if verdict != "ok" { throw JournalUnusable.Problem.damaged(verdict) }
    }

    /// Writes what was asked for and closes the file; returns when that is done. What is asked afterwards fails.
    public func end() {
        thread.end()
        try? database.close()
    }

    /// - Parameter work: what to do in a transaction that others share.
    func submit<Value>(
        _ haste: CommitThread.Job.Haste = .now,
        then: @escaping @Sendable (Result<Value, JournalError>) -> Void,
        _ work: @escaping (Database) throws -> Value
    ) {
        thread.submit(
            CommitThread.Job(
                haste: haste,
                work: { db in
                    let value = try work(db)
                    return { then(.success(value)) }
                },
                failed: { then(.failure($0)) }))
    }
}
