import FloorControl
import FloorTesting
import Testing

@Suite struct RandomConversationsTests {
    /// Long ones, for what shows only after more steps than every order of them can be tried.
    @Test(arguments: 0..<10)
    func `the floor keeps its promises in long conversations`(block: Int) {
        for number in 0..<10 {
            let seed = UInt64(block * 10 + number)
            let cast = Cast { settings in
                settings.maxAgentTurns = 1 + number % 6
                settings.maxSelfRequests = number % 3
                settings.maxQueue = 1 + number % 5
            }
            var random = SplitMix64(state: seed)
            let end = Wandering(cast).run(steps: 200, using: &random)
            #expect(end == .good, "seed \(seed)")
        }
    }
}

/// The shortest generator worth trusting (Steele, Lea & Flood, OOPSLA 2014). Seeded, so that a failing
/// test prints everything needed to repeat it.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
