import Testing

@testable import Networking

/// Which loop is busy, and when it turns.
@Suite struct ModerationTests {
    @Test func `a loop with few events turns at once`() {
        var moderation = Moderation()
        for tick in 0..<1_000 { moderation.turn(with: 2, at: at(tick)) }
        #expect(moderation.nextTurn == nil)
    }

    @Test func `a loop with many events a millisecond turns once in each`() {
        var moderation = Moderation()
        for tick in 0...100 { moderation.turn(with: 8, at: at(tick)) }
        #expect(moderation.nextTurn == at(101))
    }

    @Test func `one burst makes no loop busy, nor does the first look after a long silence`() {
        var moderation = Moderation()
        moderation.turn(with: 64, at: at(1_000_000))
        #expect(!moderation.isBusy)
        for tick in 1...40 { moderation.turn(with: tick == 2 ? 40 : 0, at: at(1_000_000 + tick)) }
        #expect(!moderation.isBusy)
    }

    @Test func `between the two rates a loop stays what it was`() {
        var moderation = Moderation()
        func run(_ from: Int, _ counts: [Int]) {
            for tick in 0..<64 { moderation.turn(with: counts[tick % counts.count], at: at(from + tick)) }
        }
        run(1_000, [2, 3])
        #expect(!moderation.isBusy)
        run(1_064, [4])
        #expect(moderation.isBusy)
        run(1_128, [2, 3])
        #expect(moderation.isBusy)
        run(1_192, [1])
        #expect(!moderation.isBusy)
    }

    private func at(_ milliseconds: Int) -> Moment { Moment(nanoseconds: Int64(milliseconds) * 1_000_000) }
}
