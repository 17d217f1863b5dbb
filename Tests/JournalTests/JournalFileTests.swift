import Foundation
import GRDB
import Testing

@testable import Journal

/// The file outlives the process, and an unusable one is explained.
@Suite struct JournalFileTests {
    @Test func `what was kept is there after a restart, and epochs go on`() async throws {
        let folder = temporaryFolder()
        let first = try SQLiteJournal(folder: folder)
        let epoch = try await first.open("standup")
        try await first.append([event(1)], to: "standup", epoch)
        first.end()
        let second = try SQLiteJournal(folder: folder)
        #expect(try await second.read("standup").map(\.seq) == [1])
        #expect(try await second.open("standup") == 2)
        second.end()
    }

    private func problem(_ folder: String) -> JournalUnusable? {
        do throws(JournalUnusable) {
            try SQLiteJournal(folder: folder).end()
            return nil
        } catch { return error }
    }

    @Test func `a file that is no journal is named, with what to do`() throws {
        let folder = temporaryFolder()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/journal.sqlite"
        try Data(String(repeating: "not a database ", count: 100).utf8).write(to: URL(filePath: path))
        let found = try #require(problem(folder))
        #expect(found.problem == .notOurs)
        #expect("\(found)".contains(path) && "\(found)".contains("--data"))
    }

    @Test func `another program's database is named, and nothing is written into it`() throws {
        let folder = temporaryFolder()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/journal.sqlite"
        let cats = try DatabaseQueue(path: path)
        try cats.write { try $0.execute(sql: "CREATE TABLE cats (name TEXT)") }
        try cats.close()
        let before = try Data(contentsOf: URL(filePath: path))
        let found = try #require(problem(folder))
        #expect(found.problem == .foreign)
        #expect("\(found)".contains(path) && "\(found)".contains("--data"))
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test func `a first start that was cut off may be begun again`() async throws {
        let folder = temporaryFolder()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let begun = try DatabaseQueue(path: folder + "/journal.sqlite")
        try await begun.write {
            try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        try begun.close()
        let journal = try SQLiteJournal(folder: folder)
        #expect(try await journal.open("standup") == 1)
        journal.end()
    }

    @Test(arguments: ["two words", "café", "50%", "%20", "a?b", "a#b", "a\"b", "a\\b", "{a}", "[a]", "a\nb"])
    func `a folder may be called anything`(name: String) async throws {
        let folder = temporaryFolder() + "/" + name
        let lock = try JournalLock(folder: folder)
        let journal = try SQLiteJournal(folder: folder)
        #expect(try await journal.open("standup") == 1)
        journal.end()
        #expect(FileManager.default.fileExists(atPath: folder + "/journal.sqlite"))
        #expect(FileManager.default.fileExists(atPath: folder + "/serve.lock"))
        withExtendedLifetime(lock) {}
    }

    @Test func `a damaged file is named, with how to save what is in it`() async throws {
        let folder = temporaryFolder()
        let journal = try SQLiteJournal(folder: folder)
        let epoch = try await journal.open("standup")
        let text = String(repeating: "x", count: 900)
        try await journal.append((1...200).map { event($0, text) }, to: "standup", epoch)
        journal.end()
        let file = try #require(FileHandle(forUpdatingAtPath: folder + "/journal.sqlite"))
        let size = try file.seekToEnd()
        try file.seek(toOffset: size / 2)
        try file.write(contentsOf: Data(repeating: 0xA5, count: Int(size) / 3))
        try file.close()
        let found = try #require(problem(folder))
        guard case .damaged = found.problem else {
            Issue.record("not damaged: \(found)")
            return
        }
        #expect("\(found)".contains(".recover"))
    }

    @Test func `a folder that cannot be made is named`() throws {
        #expect(try #require(problem("/proc/parley")).problem == .noFolder)
    }

    @Test func `a journal of a later version is left alone`() async throws {
        let folder = temporaryFolder()
        let journal = try SQLiteJournal(folder: folder)
        try await withCheckedThrowingContinuation { continuation in
            journal.submit(then: { continuation.resume(with: $0) }) { db in
                try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')")
            }
        }
        journal.end()
        #expect(try #require(problem(folder)).problem == .tooNew)
    }

    @Test func `only one process serves from a folder, and the second learns which`() throws {
        let folder = temporaryFolder()
        let lock = try JournalLock(folder: folder)
        let found = #expect(throws: FolderInUse.self) { try JournalLock(folder: folder) }
        #expect(found?.process == Int(getpid()))
        #expect("\(found.map(String.init(describing:)) ?? "")".contains("another --data"))
        withExtendedLifetime(lock) {}
    }

    @Test func `a lock is free again when its holder is gone`() throws {
        let folder = temporaryFolder()
        do { _ = try JournalLock(folder: folder) }
        _ = try JournalLock(folder: folder)
    }
}
