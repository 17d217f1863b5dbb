import FloorControl
import RoomTesting
import Rooms
import Testing

/// An ear is refused twice while its caller cuts an agent off: whatever the moment, the caller is heard again.
@Suite struct OutageTests {
    private static let moments = Array(stride(from: 40, through: 2_200, by: 360))

    /// Words that begin with a stop, and a question behind it.
    private func cutOff(at moment: Int, pause: Int, _ input: AgentInput, _ transcript: Saying.Transcript)
        -> Stage
    {
        let stage = Stage(agents: [Cast.scout, Cast.nova], hearing: input, seed: UInt64(moment))
        stage.script("scout", Script("one two three four five six seven eight", .seconds(12)))
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .milliseconds(500))
        stage.begin(
            "ana",
            Saying("No wait. Scout, what does it cost?", .milliseconds(1_500)).with {
                $0.transcript = transcript
            })
        stage.run(for: .milliseconds(moment))
        stage.refuse("ear", .refused(status: 503), .refused(status: 503))
        stage.breakOff("ana")
        stage.run(for: .milliseconds(pause - moment))
        return stage
    }

    @Test(arguments: moments, [AgentInput.text, .audio])
    func `a caller whose ear is refused twice while they cut in is heard again`(
        moment: Int, input: AgentInput
    ) {
        for pause in [2_300, 3_600] {
            for transcript in [Saying.Transcript.final(after: .milliseconds(120)), .never] {
                let stage = cutOff(at: moment, pause: pause, input, transcript)
                stage.say("ana", "Nova, are you still there?", .milliseconds(1_300))
                stage.finish()
                #expect(
                    stage.endings.last == "nova completed",
                    "\(pause) \(transcript) \(stage.endings) \(stage.transcript)")
                #expect(stage.transcript.count { $0 == "ana: Nova, are you still there?" } == 1)
            }
        }
    }
}
