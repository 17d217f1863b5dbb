import Dispatch
import Foundation
import GRDB
import Testing

@testable import Journal

/// When it commits, with a pause that never ends by itself.
@Suite struct CommitThreadTests {
    @Test func `what can wait is gathered; whoever cannot wait takes it along`() throws {
        let thread = CommitThread(try DatabaseQueue(), name: "commits", pause: .seconds(3_600))
        let done = Order()
        // The first finds a thread that has not committed for long.
        thread.submit(job(.patient, 0, done))
        done.wait(for: 1)
        for number in 1...100 { thread.submit(job(.patient, number, done)) }
        #expect(thread.commitCount == 1)
        thread.submit(job(.now, 101, done))
        done.wait(for: 102)
        #expect(done.numbers == Array(0...101))
        #expect(thread.commitCount == 2)
        thread.end()
    }

    @Test func `what nobody waits for is gathered for longer than what somebody waits for`() throws {
        let thread = CommitThread(try DatabaseQueue(), name: "commits", pause: .zero)
        let done = Order()
        thread.submit(job(.unawaited, 0, done))
        done.wait(for: 1)
        let start = ContinuousClock.now
        thread.submit(job(.unawaited, 1, done))
        done.wait(for: 2)
        #expect(ContinuousClock.now - start > CommitThread.longestPause / 2)
        thread.end()
    }

    @Test func `what nobody waits for is committed once somebody does`() throws {
        let thread = CommitThread(try DatabaseQueue(), name: "commits", pause: .seconds(3_600))
        let done = Order()
        thread.submit(job(.unawaited, 0, done))
        done.wait(for: 1)
        thread.submit(job(.unawaited, 1, done))
        #expect(thread.commitCount == 1)
        thread.hurry()
        done.wait(for: 2)
        thread.hurry()
        #expect(thread.commitCount == 2, "there was nothing more to hurry")
        thread.end()
    }

    @Test func `a full transaction waits for nobody`() throws {
        let thread = CommitThread(try DatabaseQueue(), name: "commits", pause: .seconds(3_600))
        let done = Order()
        thread.submit(job(.patient, 0, done))
        done.wait(for: 1)
        for number in 1...CommitThread.maxJobCount { thread.submit(job(.patient, number, done)) }
        done.wait(for: CommitThread.maxJobCount + 1)
        #expect(thread.commitCount == 2)
        thread.end()
    }

    @Test func `what is gathered is committed after the pause, and before the end`() throws {
        let thread = CommitThread(try DatabaseQueue(), name: "commits", pause: .milliseconds(1))
        let done = Order()
        for number in 0..<50 {
            thread.submit(job(.patient, number, done))
            done.wait(for: number + 1)
        }
        thread.end()
        let slow = CommitThread(try DatabaseQueue(), name: "commits", pause: .seconds(3_600))
        slow.submit(job(.patient, 50, done))
        done.wait(for: 51)
        slow.submit(job(.patient, 51, done))
        slow.end()
        #expect(done.numbers == Array(0...51))
        var failure: JournalError?
        slow.submit(CommitThread.Job(haste: .now, work: { _ in {} }, failed: { failure = $0 }))
        #expect(failure == .failed("the journal is closed"))
    }

    @Test(arguments: [
        (0.1, 25.0), (0.25, 25), (1, 99), (2, 198), (2.5, 200), (400, 200),
    ])
    func `the thread is busy a hundredth of its time, and nothing waits longer than a fifth of a second`(
        commit: Double, pause: Double
    ) {
        #expect(CommitThread.pause(after: .milliseconds(commit)) == .milliseconds(pause))
    }

    @Test func `one job's failure is its own, with all that it had done`() throws {
        let database = try DatabaseQueue()
        try database.write { try $0.execute(sql: "CREATE TABLE kept (number INTEGER)") }
        let thread = CommitThread(database, name: "commits", pause: .seconds(3_600))
        let done = Order()
        thread.submit(job(.patient, 0, done))
        done.wait(for: 1)
        for number in 1...4 {
            let insert = "INSERT INTO kept VALUES (\(number))"
            let work = number == 2 ? "\(insert); INSERT INTO nowhere VALUES (2)" : insert
            thread.submit(
                CommitThread.Job(
                    haste: number == 4 ? .now : .patient,
                    work: { db in
                        try db.execute(sql: work)
                        return { done.add(number) }
                    },
                    failed: { _ in done.add(-number) }))
        }
        done.wait(for: 5)
        #expect(done.numbers == [0, 1, -2, 3, 4])
        #expect(try database.read { try Int.fetchAll($0, sql: "SELECT number FROM kept") } == [1, 3, 4])
        thread.end()
    }

    private func job(_ haste: CommitThread.Job.Haste, _ number: Int, _ done: Order) -> CommitThread.Job {
        CommitThread.Job(
            haste: haste, work: { _ in { done.add(number) } }, failed: { _ in Issue.record("failed") })
    }
}

/// Numbers in the order they were done, from any thread.
private final class Order: @unchecked Sendable {
    private let condition = NSCondition()
    private var done: [Int] = []

    var numbers: [Int] { condition.withLock { done } }

    func add(_ number: Int) {
        condition.withLock {
            done.append(number)
            condition.broadcast()
        }
    }

    func wait(for count: Int) {
        condition.withLock { while done.count < count { condition.wait() } }
    }
}
