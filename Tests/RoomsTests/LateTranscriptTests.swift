import FloorControl
import RoomTesting
import Rooms
import Testing

/// Words that are understood after others which were said later.
@Suite struct LateTranscriptTests {
    static let late: [(Saying.Partials, Saying.Transcript)] = [
        // The floor waits for a second and a half.
        (.none, .final(after: .milliseconds(2_400))), (.none, .final(after: .milliseconds(2_900))),
        // Given up after three seconds; what was understood counts.
        (.wordByWord, .never), (.wordByWord, .final(after: .milliseconds(2_800))),
    ]

    @Test(arguments: late)
    func `words that are understood late take back nothing that the same caller said after them`(
        partials: Saying.Partials, transcript: Saying.Transcript
    ) {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", Script("one two three four five six", .seconds(6)))
        let late = Saying("Nova, what is the budget?", .milliseconds(900)).with {
            $0.partials = partials
            $0.transcript = transcript
        }
        stage.say("ana", late)
        stage.run(for: .milliseconds(700))
        stage.say("ana", "Scout, count for me.")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.transcript.contains("ana: Nova, what is the budget?"))
    }

    @Test func `words that are understood late take back nothing that the same caller typed after them`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", Script("one two three four five six", .seconds(6)))
        let late = Saying("Nova, what is the budget?", .milliseconds(900)).with {
            $0.partials = .none
            $0.transcript = .final(after: .milliseconds(2_400))
        }
        stage.say("ana", late)
        stage.run(for: .milliseconds(700))
        stage.handle(.messageTyped(from: "ana", text: "Scout, count for me."))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
    }

    /// Neither says anything that would stand in the way of what was said before.
    @Test(arguments: ["", "mhm"])
    func `a cough or a hum takes nothing from the words before it`(hum: String) {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", Script("one two three four five six", .seconds(12)))
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .milliseconds(500))
        let late = Saying("Nova, what do you say?", .milliseconds(900)).with {
            $0.partials = .none
            $0.transcript = .final(after: .milliseconds(2_400))
        }
        stage.say("ana", late)
        stage.run(for: .milliseconds(700))
        stage.say("ana", Saying(hum, .milliseconds(300)))
        stage.finish()
        #expect(stage.endings == ["scout interrupted", "nova completed"])
    }

    @Test(arguments: ["", "mhm"])
    func `a stop that is understood late still stops who spoke when it was said`(hum: String) {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("one two three four five six", .seconds(12)))
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .milliseconds(500))
        let late = Saying("Stop.", .milliseconds(500)).with {
            $0.partials = .none
            $0.transcript = .final(after: .milliseconds(2_400))
        }
        stage.say("ana", late)
        stage.run(for: .milliseconds(700))
        stage.say("ana", Saying(hum, .milliseconds(300)))
        stage.finish()
        #expect(stage.endings == ["scout interrupted"])
    }
}
