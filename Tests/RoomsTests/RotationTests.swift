import FloorControl
import Realtime
import RoomTesting
import Rooms
import Testing

/// Sessions end by the clock; a call does not notice.
@Suite struct RotationTests {
    private func stage(
        lasting length: Duration = .seconds(8), agents: Int = 1, hearing input: AgentInput = .text,
        callers: [Identity] = ["ana"]
    ) -> Stage {
        let stage = Stage(settings: Stage.settings, hearing: input)
        stage.sessionLength = length
        for caller in callers { stage.call(caller) }
        for persona in [Cast.scout, Cast.nova, Cast.atlas].prefix(agents) { stage.join(persona) }
        stage.run(for: .milliseconds(200))
        return stage
    }

    private func openings(_ stage: Stage, _ owner: LinkOwner) -> [RoomTime] {
        stage.openings.filter { $0.link.owner == owner }.map(\.at)
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `sessions that last some seconds cost a long conversation no turn`(input: AgentInput) {
        let stage = stage(agents: 3, hearing: input)
        let names = ["Scout", "Nova", "Atlas"]
        for round in 0..<30 {
            let name = names[round % 3]
            stage.say("ana", "Hey \(name), what is number \(round)?")
            stage.run(for: .milliseconds(2_900 + 37 * round))
        }
        stage.finish()
        #expect(stage.endings == (0..<30).map { "\(names[$0 % 3].lowercased()) completed" })
        for agent: Identity in ["scout", "nova", "atlas"] {
            #expect(openings(stage, .agent(agent)).count > 12)
            #expect(!stage.statuses(of: agent).contains(.reconnecting))
        }
        #expect(openings(stage, .ear("ana")).count > 12)
        #expect(stage.transcript.count == 60)
    }

    @Test func `an hour's session gives way two minutes before its end, once`() throws {
        let stage = stage(lasting: .seconds(3_600))
        stage.run(for: .seconds(3_500))
        let openings = openings(stage, .agent("scout"))
        #expect(openings.count == 2)
        let after = try #require(openings.first).duration(to: try #require(openings.last))
        #expect(after >= .seconds(3_479) && after <= .seconds(3_481))
        #expect(stage.peers.values.count { !$0.isClosed } == 1)
        #expect(stage.statuses(of: "scout") == [.joining, .joined])
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
    }

    @Test func `agents never rotate together`() {
        let stage = stage(agents: 3)
        stage.latencies = 20...20
        stage.run(for: .seconds(60))
        // Each waits until the one before stands: a greeting and a configuration, there and back.
        let rotations = stage.openings.filter {
            if case .agent = $0.link.owner { $0.at > RoomTime(.seconds(1)) } else { false }
        }
        #expect(rotations.count > 20)
        for (one, next) in zip(rotations, rotations.dropFirst()) where one.link.owner != next.link.owner {
            #expect(one.at.duration(to: next.at) >= .milliseconds(40))
        }
        #expect(stage.complaints.isEmpty)
    }

    @Test func `an agent whose server is dead keeps no other from giving way`() {
        let stage = stage(agents: 2)
        stage.mute(server: "scout")
        stage.run(for: .seconds(9))
        #expect(stage.statuses(of: "scout").last == .reconnecting)
        #expect(stage.statuses(of: "nova") == [.joining, .joined])
    }

    @Test func `nobody gives way in the middle of an answer`() {
        let stage = stage(lasting: .seconds(14))
        stage.script("scout", Script("one two three four five six", .seconds(6)).with { $0.speed = 1 })
        stage.run(for: .seconds(5))
        stage.say("ana", "Hey Scout, count.")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.runs(heardBy: "ana") == [Sound.Run(agent: 0, first: 0, count: 144_000)])
        #expect(!stage.statuses(of: "scout").contains(.reconnecting))
    }

    @Test func `an answer longer than its session is cut off, and the agent is back at once`() throws {
        let stage = stage(lasting: .seconds(8))
        stage.script(
            "scout", Script("one two three four five six seven eight", .seconds(12)).with { $0.speed = 1 })
        stage.say("ana", "Hey Scout, count.")
        stage.finish()
        #expect(stage.endings.count == 1)
        #expect(!stage.statuses(of: "scout").contains(.reconnecting))
        let said = try #require(stage.ended.first).text
        stage.say("ana", "Go on.")
        stage.finish()
        #expect(stage.endings.last == "scout completed")
        #expect(stage.requests("scout").last?.context.contains(.assistant(said)) == true)
    }

    @Test func `nobody gives way while a tool runs`() {
        let stage = stage(lasting: .seconds(10))
        stage.tools["look_up"] = (.seconds(4), #"{"price": 7}"#, true)
        stage.script("scout", .call("look_up", "{}"), Script("Seven."))
        stage.run(for: .milliseconds(2_500))
        stage.say("ana", "Hey Scout, what does it cost?")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.transcript.last == "scout: Seven.")
    }

    @Test(arguments: Array(stride(from: 2_000, through: 5_000, by: 250)))
    func `a turn full of tools is told of once, whichever session ends it`(offset: Int) {
        let stage = stage(lasting: .seconds(8))
        stage.tools["look_up"] = (.milliseconds(10), "{}", true)
        for _ in 0..<8 { stage.script("scout", .call("look_up", "{}")) }
        let slow = Script("All done.").with { $0.firstAudio = .seconds(4) }
        stage.script("scout", slow, Script("All done."))
        stage.run(for: .milliseconds(offset))
        stage.say("ana", "Hey Scout, what does it cost?")
        stage.finish()
        #expect(stage.faults() == ["too_many_tool_rounds"])
        #expect(stage.transcript.last == "scout: All done.")
    }

    @Test func `a rotation that fails is tried again while the session still lasts`() {
        let stage = stage(lasting: .seconds(40))
        let loss = LinkLoss.refused(status: 503)
        stage.refuse("scout", loss, loss, .closed(code: 1006, reason: ""))
        stage.run(for: .seconds(45))
        #expect(openings(stage, .agent("scout")).count == 5)
        #expect(stage.statuses(of: "scout") == [.joining, .joined])
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
    }

    @Test func `without a successor the end of a session is an ordinary loss`() {
        let stage = stage(lasting: .seconds(8))
        stage.mute(server: "scout")
        stage.run(for: .seconds(12))
        #expect(stage.statuses(of: "scout").last == .reconnecting)
        stage.mute(server: "scout", false)
        stage.run(for: .seconds(20))
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
    }

    @Test func `a successor does not outlive its agent`() {
        let stage = stage(lasting: .seconds(8))
        stage.mute(server: "scout")
        stage.run(for: .seconds(7))
        #expect(stage.peers.values.count { !$0.isClosed } == 2)
        stage.leave("scout")
        #expect(stage.peers.values.allSatisfy { $0.isClosed })
    }

    @Test(arguments: Array(stride(from: 4_000, through: 8_400, by: 40)))
    func `an ear that gives way misses no word`(offset: Int) {
        let stage = stage(lasting: .seconds(8))
        stage.run(for: .milliseconds(offset - 1_000))
        stage.say("ana", Saying("Hey Scout, hello.", .milliseconds(1_200)))
        stage.finish()
        #expect(stage.transcript == ["ana: Hey Scout, hello.", "scout: All is well."])
        #expect(openings(stage, .ear("ana")).count >= 2 || offset < 6_000)
    }

    @Test func `a voice that outlasts its ear is heard from its beginning by the next one`() {
        let stage = stage(lasting: .seconds(10), hearing: .audio)
        stage.run(for: .seconds(4))
        stage.say("ana", Saying("Hey Scout, this is a very long story.", .seconds(9)))
        stage.finish()
        // Begun at 4.2 s, said until 13.2 s; the first ear ended at 10 s.
        #expect(stage.transcript == ["ana: Hey Scout, this is a very long story.", "scout: All is well."])
    }

    private func beginnings(_ stage: Stage) -> [Identity] {
        stage.events { if case .speechStarted(let caller) = $0 { caller } else { nil } }
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `a voice that outlasts its ear begins once and is told once`(input: AgentInput) {
        let stage = stage(lasting: .seconds(10), hearing: input)
        stage.run(for: .seconds(4))
        stage.say("ana", Saying("Hey Scout, this is a very long story.", .seconds(9)))
        stage.finish()
        #expect(openings(stage, .ear("ana")).count >= 2)
        #expect(beginnings(stage) == ["ana"])
        let told: [String] = stage.events {
            if case .transcriptDelta("ana", _, let text) = $0 { text } else { nil }
        }
        #expect(told.joined() == "Hey Scout, this is a very long story.")
    }

    /// Said until 6.9 s; the ear says so at 7.4 s, owes the words until 8.4 s, and ends at 8 s.
    private func sayToAnEarThatEnds(_ stage: Stage, _ partials: Saying.Partials) {
        stage.run(for: .milliseconds(4_800))
        var saying = Saying("Hey Scout, what is it?", .milliseconds(1_900))
        saying.partials = partials
        saying.transcript = .final(after: .seconds(1))
        stage.say("ana", saying)
        stage.finish()
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `words that an ear owes when it ends count as far as they had come`(input: AgentInput) {
        let stage = stage(hearing: input)
        sayToAnEarThatEnds(stage, .wordByWord)
        #expect(stage.transcript == ["ana: Hey Scout, what is it?", "scout: All is well."])
        #expect(beginnings(stage) == ["ana"])
        #expect(stage.endings == ["scout completed"])
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `a voice of which no word is known is heard again by the next ear`(input: AgentInput) {
        let stage = stage(hearing: input)
        sayToAnEarThatEnds(stage, .none)
        #expect(stage.transcript == ["ana: Hey Scout, what is it?", "scout: All is well."])
        #expect(beginnings(stage) == ["ana", "ana"])
        #expect(stage.endings == ["scout completed"])
    }

    @Test func `words that are settled are not heard again, though others before them are owed`() {
        let stage = stage(hearing: .audio)
        stage.run(for: .milliseconds(3_800))
        var lost = Saying("Something is in the way.", .milliseconds(900))
        lost.partials = .none
        lost.transcript = .never
        stage.say("ana", lost)
        stage.run(for: .milliseconds(600))
        stage.say("ana", Saying("Hey Scout, what is it?", .milliseconds(800)))
        stage.finish()
        #expect(openings(stage, .ear("ana")).count >= 2)
        #expect(stage.transcript.count { $0 == "ana: Hey Scout, what is it?" } == 1)
        #expect(stage.endings == ["scout completed"])
    }
}
