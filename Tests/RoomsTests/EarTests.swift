import FloorControl
import Realtime
import RoomTesting
import Rooms
import Testing

/// What the callers' ears understand, and when.
@Suite struct EarTests {
    @Test func `a name that only the final transcript has still decides`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.say("ana", "Hey Scout, begin.")
        stage.run(for: .seconds(4))
        stage.say(
            "ana",
            Saying("And what do you make of it, Nova?").with {
                $0.partials = .none
                $0.transcript = .final(after: .milliseconds(800))
            })
        stage.finish()
        #expect(stage.grants == ["scout/address", "nova/address"])
        #expect(stage.endings == ["scout completed", "nova completed"])
    }

    @Test func `a transcript that comes before the voice has stopped waits for it`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.say("ana", Saying("Nova, what is the budget?").with { $0.transcript = .beforeStopped })
        stage.finish()
        #expect(stage.grants == ["nova/address"])
        let order = stage.log.map(\.event.type).filter {
            ["speech.stopped", "transcript.final", "turn.granted"].contains($0)
        }
        #expect(order.prefix(3) == ["speech.stopped", "transcript.final", "turn.granted"])
    }

    @Test func `a transcript that never comes leaves the partial one to decide`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.say("ana", Saying("Nova, what is the budget?").with { $0.transcript = .never })
        stage.run(for: .seconds(8))
        stage.finish()
        #expect(stage.grants == ["nova/address"])
        #expect(stage.transcript.first == "ana: Nova, what is the budget?")
    }

    @Test func `a transcript that comes too late changes nothing any more`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.say(
            "ana", Saying("Nova, what is the budget?").with { $0.transcript = .final(after: .seconds(5)) })
        stage.finish()
        #expect(stage.grants == ["nova/address"])
        #expect(stage.transcript.count == 2)
    }

    /// The stop was given up last, and took back the promise that newer words had made.
    @Test(arguments: ["scout", "nova"], [700, 800, 900, 1_000, 1_200, 1_500, 2_000])
    func `a stop whose transcript never comes takes nothing back that was said after it`(
        agent: Identity, pause: Int
    ) {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", Script("one two three four five six", .seconds(12)))
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .milliseconds(500))
        stage.say("ana", Saying("No wait.", .milliseconds(1_500)).with { $0.transcript = .never })
        stage.run(for: .milliseconds(pause))
        stage.say("ana", "\(agent), are you still there?", .milliseconds(1_300))
        stage.finish()
        #expect(stage.endings == ["scout interrupted", "\(agent) completed"])
    }

    @Test func `a late final transcript ends a turn that had gone on`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", Script("one two three four five six", .seconds(12)))
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .milliseconds(500))
        stage.say(
            "ana",
            Saying("Nova, what do you say to that?").with {
                $0.partials = .none
                $0.transcript = .final(after: .milliseconds(2_500))
            })
        stage.finish()
        #expect(stage.endings == ["scout interrupted", "nova completed"])
        #expect(stage.clears.count == 2)
    }

    @Test(arguments: [true, false])
    func `a transcript that failed counts as far as it had come`(cutsIn: Bool) {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        if cutsIn {
            stage.script("scout", Script("one two three four five six", .seconds(6)))
            stage.say("ana", "Hey Scout, count.")
            stage.run(untilHeard: "scout", .milliseconds(500))
        }
        stage.say(
            "ana",
            Saying("Nova, what do you say to that?").with {
                $0.transcript = .failed(after: .milliseconds(100))
            })
        stage.finish()
        #expect(stage.grants.last == "nova/address")
        #expect(stage.endings.last == "nova completed")
    }

    @Test func `a transcript that failed without a word is as if nothing had been said`() {
        let stage = Stage(agents: [Cast.scout])
        stage.say(
            "ana",
            Saying("Hello there").with {
                $0.partials = .none
                $0.transcript = .failed(after: .milliseconds(100))
            })
        stage.finish()
        #expect(stage.grants == [])
        #expect(stage.room.conversation.utterances.isEmpty)
    }

    @Test(arguments: [("audio_unintelligible", []), ("DeploymentNotFound", ["DeploymentNotFound"])])
    func `a transcript that failed is told unless it is the speaker's own murmur`(
        code: String, faults: [String]
    ) {
        let stage = Stage(agents: [Cast.scout])
        stage.say(
            "ana",
            Saying("Hello there").with {
                $0.partials = .none
                $0.transcript = .failed(after: .milliseconds(100), code: code)
            })
        stage.finish()
        #expect(stage.faults() == faults)
    }

    @Test func `a name and, after a breath, the question are one address`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.say("ana", "Hey Scout, begin.")
        stage.run(for: .seconds(4))
        stage.say("ana", "Nova, please.", .milliseconds(400))
        stage.run(for: .milliseconds(560))
        stage.say("ana", "What about the budget?", .milliseconds(800))
        stage.finish()
        #expect(stage.endings.last == "nova completed")
        #expect(stage.granted.filter { $0.agent == "scout" }.count == 1)
        #expect(stage.requests("nova").last?.context.contains(.user("[Ana] What about the budget?")) == true)
    }

    @Test func `a voice that begins while words are awaited keeps what was promised`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.say("ana", "Hey Scout, begin.")
        stage.run(for: .seconds(4))
        stage.say(
            "ana",
            Saying("Nova, please.", .milliseconds(400)).with { $0.transcript = .final(after: .seconds(1)) })
        stage.run(for: .milliseconds(700))
        stage.say("ana", "What about the budget?", .milliseconds(1_200))
        stage.finish()
        #expect(stage.granted.last?.agent == "nova")
        #expect(stage.granted.filter { $0.agent == "scout" }.count == 1)
    }

    @Test func `an ear that never says that the voice stopped does not silence the room for ever`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("one two three", .seconds(3)))
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .milliseconds(500))
        // Her line sends nothing any more, not even silence.
        stage.begin("ana", Saying("um", .milliseconds(500)).with { $0.partials = .none })
        stage.run(for: .milliseconds(400))
        stage.cutMicrophone(of: "ana")
        stage.run(for: .seconds(58))
        #expect(stage.endings.isEmpty)
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.runs(heardBy: "ana").map(\.count) == [72_000])
    }

    @Test func `a commit says that the voice has stopped when nothing else does`() {
        let stage = Stage(agents: [Cast.scout])
        stage.ear(of: "ana", .losesStops)
        stage.say("ana", "Hey Scout, count.")
        stage.run(for: .seconds(4))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.events { if case .speechStopped = $0 { true } else { nil } }.count == 1)
    }

    @Test func `an ear that cannot be had is told`() {
        let stage = Stage()
        stage.refuse("ear", .refused(status: 401))
        stage.call("ana")
        stage.join(Cast.scout)
        stage.run(for: .seconds(1))
        #expect(stage.faults() == ["ear_unavailable"])
        stage.handle(.messageTyped(from: "ana", text: "Scout, are you there?"))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
    }
}
