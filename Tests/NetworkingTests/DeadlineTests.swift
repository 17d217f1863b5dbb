import Glibc
import TestMaterial
import Testing

@testable import Networking

extension Networked {
    @Suite struct DeadlineTests {
        /// Against a sorted list, in a random order of scheduling, cancelling and firing.
        @Test(arguments: UInt64(0)..<50)
        func `deadlines fire in order and cancelled ones never`(seed: UInt64) throws {
            var random = SplitMix64(state: seed)
            let heap = DeadlineHeap()
            var expected: [(moment: Int64, number: Int)] = []
            var deadlines: [Int: Deadline] = [:]
            let fired = Held<[Int]>([])
            for number in 0..<500 {
                switch Int.random(in: 0..<4, using: &random) {
                case 0, 1:
                    let moment = Int64.random(in: 0..<100, using: &random)
                    deadlines[number] = heap.schedule(at: Moment(nanoseconds: moment)) {
                        fired.value.append(number)
                    }
                    expected.append((moment, number))
                case 2:
                    guard let victim = expected.randomElement(using: &random) else { continue }
                    deadlines[victim.number]?.cancel()
                    deadlines[victim.number]?.cancel()
                    expected.removeAll { $0.number == victim.number }
                default:
                    let now = Int64.random(in: 0..<100, using: &random)
                    expected.sort { $0 < $1 }
                    let due = expected.prefix { $0.moment <= now }.map(\.number)
                    fired.value = []
                    while let fire = heap.popDue(by: Moment(nanoseconds: now)) { fire() }
                    try #require(fired.value == due, "seed \(seed), step \(number)")
                    expected.removeFirst(due.count)
                }
                try #require(heap.count == expected.count, "seed \(seed), step \(number)")
                try #require(heap.earliest?.nanoseconds == expected.map(\.moment).min(), "seed \(seed)")
            }
        }

        @Test func `a deadline fires on the reactor and never early`() async throws {
            try await withBench { bench in
                let late = Recorder<Duration>()
                let reactor = bench.reactor
                await bench.run {
                    for delay in [0, 1, 3, 10, 20, 20, 35] {
                        let start = ContinuousClock.now
                        reactor.schedule(after: .milliseconds(delay)) {
                            #expect(reactor.isCurrent)
                            late.note(ContinuousClock.now - start - .milliseconds(delay))
                        }
                    }
                }
                let noted = await late.wait(for: 7)
                #expect(noted.count == 7)
                #expect(noted.allSatisfy { $0 >= .zero })
            }
        }

        /// It comes due after the loop has set its alarm and before the loop waits: the alarm rings unheard.
        @Test func `a deadline that comes due while a job runs fires without anything else happening`()
            async throws
        {
            try await withBench { bench in
                let reactor = bench.reactor
                let fired = Recorder<Int>()
                for round in 1...5 {
                    await bench.run {
                        _ = reactor.schedule(after: .milliseconds(10)) { fired.note(round) }
                    }
                    await bench.run { _ = usleep(30_000) }
                    #expect(await fired.wait(for: round).last == round)
                }
            }
        }

        /// libwebsockets' own timers spin through the last part of a millisecond: 65,000 turns in this test.
        @Test func `waiting for deadlines does not spin`() async throws {
            try await withBench { bench in
                let reactor = bench.reactor
                let fired = Recorder<Int>()
                await bench.run {
                    for index in 1...50 {
                        reactor.schedule(after: .milliseconds(2 * index) + .microseconds(300)) {
                            fired.note(reactor.loop.turns)
                        }
                    }
                }
                let turns = await fired.wait(for: 50)
                let first = try #require(turns.first)
                let last = try #require(turns.last)
                #expect(turns.count == 50)
                #expect(last - first < 300, "\(last - first) turns for 50 deadlines")
            }
        }
    }
}
