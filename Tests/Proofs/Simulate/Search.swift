import RoomTesting
import Rooms

/// Plays a range of seeds, some at a time.
struct Search {
    let first: UInt64
    let seeds: Int
    let jobs: Int
    /// The calls may use so little that most of them are ended.
    let isLimited: Bool

    struct Failure: Sendable {
        let seed: UInt64
        let violation: Violation
    }

    struct Tally: Sendable, CustomStringConvertible {
        var rooms = 0
        var failures: [Failure] = []
        var took: Duration = .zero

        var description: String {
            let seconds = took / .seconds(1)
            let rate = seconds > 0 ? Int(Double(rooms) / seconds) : 0
            let rounded = (seconds * 10).rounded() / 10
            return "\(rooms) rooms in \(rounded) s (\(rate)/s), \(failures.count) failed"
        }
    }

    /// Small enough that progress is seen, large enough that nobody waits for work.
    private static let block = 50

    func run() async -> Tally {
        let clock = ContinuousClock()
        let start = clock.now
        var tally = Tally()
        await withTaskGroup(of: [Failure].self) { group in
            var next = 0
            for _ in 0..<max(1, jobs) { next = add(next, to: &group) }
            while let failures = await group.next() {
                tally.failures += failures
                tally.rooms = min(seeds, tally.rooms + Self.block)
                tally.took = start.duration(to: clock.now)
                if tally.rooms % 1_000 == 0 { Machine.say("… \(tally)") }
                next = add(next, to: &group)
            }
        }
        return tally
    }

    private func add(_ start: Int, to group: inout TaskGroup<[Failure]>) -> Int {
        guard start < seeds else { return start }
        let end = min(seeds, start + Self.block)
        let (first, isLimited) = (first, isLimited)
        group.addTask { (start..<end).compactMap { Self.play(first + UInt64($0), isLimited) } }
        return end
    }

    private static func play(_ seed: UInt64, _ isLimited: Bool) -> Failure? {
        let limits = isLimited ? CallLimits.drawn(from: seed) : CallLimits()
        return Simulation.run(.drawn(from: seed), limits: limits).first.map {
            Failure(seed: seed, violation: $0)
        }
    }
}
