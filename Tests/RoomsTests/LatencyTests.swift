import FloorControl
import RoomTesting
import Rooms
import Testing

/// From the end of the words that caused a turn to its first sound.
@Suite struct LatencyTests {
    private func latencies(_ stage: Stage) -> [Duration] {
        stage.events { if case .turnStarted(_, _, let latency) = $0 { latency } else { nil } }
    }

    @Test func `words that lead to no turn are not what caused the next one`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.say("ana", "Stop.")
        stage.finish()
        stage.handle(.moderatorGave("scout", instructions: nil))
        stage.finish()
        #expect(stage.grants == ["scout/moderator"])
        #expect(try #require(latencies(stage).first) < .seconds(1))
    }
}
