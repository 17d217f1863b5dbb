import Testing

@testable import Networking

/// Which loop is busy, and when it turns.
@Suite struct ModerationTests {
    @Test func `a loop with few events turns at once`() {
        var moderation = Moderation()
        for tick in 0..<1_000 { moderation.turn(with: tick % 2, at: at(tick)) }
        #expect(moderation.nextTurn == nil)
    }

    @Test(arguments: [(1, 3_000), (2, 3_000), (4, 2_000), (8, 1_000), (40, 1_000)])
    func `the window of a busy loop gathers eight events, and lasts one to three milliseconds`(
        eventsInMillisecond: Int, microseconds: Int
    ) {
        var moderation = Moderation()
        for tick in 0...640 { moderation.turn(with: eventsInMillisecond, at: at(tick)) }
        #expect(moderation.nextTurn == at(640) + .microseconds(microseconds))
    }

    @Test func `one burst makes no loop busy, nor does the first look after a long silence`() {
        var moderation = Moderation()
        moderation.turn(with: 64, at: at(1_000_000))
        #expect(!moderation.isBusy)
        for tick in 1...160 {
            moderation.turn(with: tick == 2 ? 64 : 0, at: at(1_000_000 + tick))
            #expect(!moderation.isBusy)
        }
    }

    @Test func `a machine that has been up for a century is no mistake`() {
        var moderation = Moderation()
        for tick in 0..<640 {
            moderation.turn(with: 1, at: Moment(nanoseconds: .max / 2) + .milliseconds(tick))
        }
        #expect(moderation.window == .milliseconds(3))
    }

    @Test func `between the two rates a loop stays what it was`() {
        var moderation = Moderation()
        var tick = 1_000
        func run(_ counts: [Int]) {
            for _ in 0..<256 {
                moderation.turn(with: counts[tick % counts.count], at: at(tick))
                tick += 1
            }
        }
        run([1, 1, 0])
        #expect(!moderation.isBusy)
        run([1])
        #expect(moderation.isBusy)
        run([1, 1, 0])
        #expect(moderation.isBusy)
        run([1, 0, 0])
        #expect(!moderation.isBusy)
    }

    private func at(_ milliseconds: Int) -> Moment { Moment(nanoseconds: Int64(milliseconds) * 1_000_000) }
}
