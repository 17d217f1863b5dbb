import FloorControl
import Realtime
import RoomTesting
import Rooms
import Testing

/// What the simulation of whole rooms has found, each as the shortest conversation that shows it.
@Suite struct FoundRacesTests {
    @Test func `who comes back is not taken for who left`() {
        let stage = Stage(agents: [Cast.scout])
        stage.leave("scout")
        stage.leave("ana")
        stage.join(Cast.scout)
        stage.call("ana")
        stage.finish()
        let links = stage.openings.map(\.link)
        #expect(links.count == 4)
        #expect(Set(links).count == 4, "\(links)")
    }

    /// The first speech, given up much later, ended the second: the agent spoke into a caller's words.
    @Test func `a voice that begins again has stopped before`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.ear(of: "ana", .neverStops)
        stage.say("ana", "So it went.")
        stage.run(for: .seconds(2))
        stage.ear(of: "ana", .usual)
        stage.say("ana", "And then, Scout?")
        stage.finish()
        let voice: [String] = stage.events {
            switch $0 {
            case .speechStarted: "started"
            case .speechStopped: "stopped"
            default: nil
            }
        }
        #expect(voice == ["started", "stopped", "started", "stopped"])
        #expect(stage.transcript.prefix(2) == ["ana: So it went.", "ana: And then, Scout?"])
    }

    /// The second announcement looked like a response that nobody had asked for, and was cancelled.
    @Test func `a response that is announced twice is not cancelled`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("All is well.", fault: .repeatsItself))
        stage.say("ana", "Hey Scout, what do you think?")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
    }

    /// It was said to listen while it held the floor, and to speak for ever after a session was lost for good.
    @Test(arguments: [LinkLoss.closed(code: 1006, reason: ""), .refused(status: 401)])
    func `an agent whose session is lost before its sound is heard does not change its mind`(loss: LinkLoss)
        throws
    {
        let stage = Stage(agents: [Cast.scout])
        stage.script(
            "scout", Script("one two three", .milliseconds(1_200)).with { $0.firstAudio = .milliseconds(900) }
        )
        stage.say("ana", "Hey Scout, go on.")
        stage.run(until: "the grant") { $0.room.view.turn != nil }
        stage.say(
            "ana", Saying("Mhm.", .milliseconds(1_500)).with { $0.transcript = .final(after: .seconds(1)) })
        stage.breakOff("scout", loss)
        stage.run(for: .milliseconds(800))
        #expect(stage.room.view.turn != nil)
        #expect(stage.statuses(of: "scout").last == (loss.isFinal ? .failed : .thinking))
        stage.finish()
        #expect(stage.ended.map(\.heard) == [.milliseconds(1_200)])
        #expect(stage.statuses(of: "scout").last == (loss.isFinal ? .failed : .listening))
        #expect(stage.room.holds("scout") == !loss.isFinal)
    }

    /// The turn was tried again with the agent that was just given up, and the room was mute until that
    /// attempt's first sound was overdue.
    @Test func `a turn is not tried again with a session that is lost for good`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", Script("one two", .seconds(1)).with { $0.firstAudio = .seconds(2) })
        stage.say("ana", "Scout and Nova, what do you think?")
        stage.run(until: "the grant") { $0.room.view.holder == "scout" }
        stage.breakOff("scout", .refused(status: 401))
        stage.run(for: .milliseconds(100))
        #expect(stage.room.view.holder == "nova")
    }

    @Test func `a guess is over before the room is`() {
        let stage = Stage(agents: [Cast.scout], hearing: .audio)
        stage.begin("ana", Saying("Scout, how was it?").with { $0.transcript = .final(after: .seconds(2)) })
        stage.run(until: "a guess") { !$0.notes.isEmpty }
        let actions = stage.handled(.closeRequested(reason: .deleted))
        #expect(actions.last == .close(reason: .deleted))
        #expect(actions.contains { if case .note(.guessDiscarded) = $0 { true } else { false } })
    }

    @Test(arguments: [Duration.milliseconds(1_700), .milliseconds(300)])
    func `a hum from before an answer stands before it when the answer goes on`(sound: Duration) throws {
        let stage = Stage(agents: [Cast.scout])
        stage.tools["look_up"] = (.milliseconds(1_500), "{}", true)
        let first = Script("one two", .milliseconds(400), calls: [("look_up", "{}")])
        stage.script("scout", first.with { $0.firstAudio = sound })
        stage.say("ana", "Hey Scout, go on.")
        stage.run(until: "the grant") { $0.room.view.turn != nil }
        stage.say(
            "ana",
            Saying("Mhm.", .milliseconds(300)).with { $0.transcript = .final(after: .milliseconds(400)) })
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        let context = try #require(stage.requests("scout").last?.context)
        let hum = try #require(context.firstIndex(of: .user("[Ana] Mhm.")))
        let speech = context.firstIndex { if case .speech = $0 { true } else { false } }
        #expect(hum < (try #require(speech)), "\(context)")
    }

    @Test func `a player that claims to have played everything does not keep the others from being silenced`()
        throws
    {
        let stage = Stage(agents: [Cast.scout], callers: ["ana", "bob"])
        stage.say("ana", "Hey Scout, go on.")
        stage.run(untilHeard: "scout", .milliseconds(300))
        stage.handle(.positionReported(by: "ana", try #require(stage.room.view.turn), .seconds(60)))
        stage.handle(.interruptRequested)
        let heard = stage.heard("scout", by: "bob")
        #expect(stage.clears == [stage.now])
        stage.finish()
        #expect(stage.heard("scout", by: "bob") == heard)
    }
}
