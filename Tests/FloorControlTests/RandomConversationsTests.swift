import FloorControl
import FloorTesting
import TestMaterial
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
