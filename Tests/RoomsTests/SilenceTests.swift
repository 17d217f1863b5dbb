import FloorControl
import Realtime
import RoomTesting
import Rooms
import Testing

/// Servers that keep a connection and say nothing on it.
@Suite struct SilenceTests {
    /// What an ear was asked beside its first configuration.
    private func questions(_ stage: Stage) -> Int { stage.earUpdates(of: "ana") - 1 }

    @Test func `an ear that works is asked nothing, however much is said`() {
        let stage = Stage(agents: [Cast.scout])
        for _ in 0..<5 {
            stage.say("ana", Saying("Hey Scout, what do you think of all this?", .milliseconds(2_500)))
            stage.run(for: .seconds(4))
        }
        #expect(questions(stage) == 0)
        stage.finish()
        #expect(stage.endings.count == 5)
    }

    @Test func `an ear that answers is kept, even if it tells no words for long`() {
        let stage = Stage(agents: [Cast.scout])
        let story = Saying("Hey Scout, this is a very long story.", .seconds(20)).with { $0.partials = .none }
        stage.say("ana", story)
        stage.finish()
        #expect(questions(stage) > 0 && questions(stage) <= 4, "\(questions(stage))")
        #expect(stage.openings.count { $0.link.owner == .ear("ana") } == 1)
        #expect(stage.endings == ["scout completed"])
    }

    @Test func `a deaf ear is replaced when somebody speaks, and not before`() {
        let stage = Stage(agents: [Cast.scout])
        stage.deafen("ana")
        stage.run(for: .seconds(120))
        #expect(stage.openings.count { $0.link.owner == .ear("ana") } == 1)
        stage.say("ana", Saying("Hey Scout, hello.", .seconds(2)))
        stage.run(for: .seconds(5))
        #expect(stage.openings.count { $0.link.owner == .ear("ana") } == 2)
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
    }

    @Test func `an ear that goes deaf in the middle of a word does not keep the floor from everybody`() throws
    {
        let stage = Stage(agents: [Cast.scout], callers: ["ana", "bob"])
        stage.begin("ana", Saying("Hey Scout, this is", .milliseconds(1_200)))
        stage.run(for: .milliseconds(600))
        stage.deafen("ana")
        let deaf = stage.now
        stage.run(for: .milliseconds(1_500))
        stage.handle(.messageTyped(from: "bob", text: "Scout, can you help?"))
        stage.run(for: .seconds(10))
        let answered = try #require(
            stage.log.first { if case .turnStarted = $0.event { true } else { false } })
        #expect(deaf.duration(to: answered.at) < .seconds(8))
        stage.finish()
    }

    @Test func `a server that does not even begin an answer is left for another session at once`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.silence("scout")
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout failed", "scout completed"])
        let granted = try #require(
            stage.log.first { if case .turnGranted = $0.event { true } else { false } })
        let started = try #require(
            stage.log.first { if case .turnStarted = $0.event { true } else { false } })
        #expect(granted.at.duration(to: started.at) < .milliseconds(6_200))
    }

    @Test func `one that began an answer and then fell silent is given a second to end it`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("I will say", .seconds(3), fault: .fallsSilent(at: .zero)))
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout failed", "scout completed"])
        let granted = try #require(
            stage.log.first { if case .turnGranted = $0.event { true } else { false } })
        let started = try #require(
            stage.log.first { if case .turnStarted = $0.event { true } else { false } })
        #expect(granted.at.duration(to: started.at) < .milliseconds(7_500))
    }

    @Test(arguments: [1_000, 1_500, 2_000, 5_000], [AgentInput.text, .audio])
    func `a second try has its whole time from when the silent session is given up`(
        milliseconds: Int, input: AgentInput
    ) {
        var settings = Stage.settings
        settings.floor.firstAudioTimeout = .milliseconds(milliseconds)
        let stage = Stage(settings: settings, hearing: input)
        stage.call("ana")
        stage.join(Cast.scout)
        stage.run(for: .milliseconds(500))
        stage.script("scout", Script("I will say", .seconds(3), fault: .fallsSilent(at: .zero)))
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout failed", "scout completed"])
        #expect(stage.openings.count { $0.link.owner == .agent("scout") } == 2)
    }

    @Test func `one that merely thinks too long keeps its session`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("Too late.").with { $0.firstAudio = .seconds(8) }, Script("In time."))
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout failed", "scout completed"])
        #expect(stage.openings.count { $0.link.owner == .agent("scout") } == 1)
    }
}
