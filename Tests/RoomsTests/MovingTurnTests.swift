import FloorControl
import Personas
import Realtime
import RoomTesting
import Rooms
import Testing

/// A session ends while its agent waits for a tool: another one takes over, and the turn goes on.
@Suite struct MovingTurnTests {
    /// Sessions last 8 s, and give way to others that wait for nothing but the tool. Asked at 4.3 s.
    private func ask(
        tool duration: Duration, ok: Bool = true, hearing input: AgentInput = .text,
        by persona: Persona = Cast.scout,
        _ scripts: Script...
    ) -> Stage {
        let stage = Stage(settings: Stage.settings, hearing: input)
        stage.sessionLength = .seconds(8)
        stage.call("ana")
        stage.join(persona)
        stage.tools["look_up"] = (duration, #"{"price": 7}"#, ok)
        for script in scripts { stage.script("scout", script) }
        stage.run(for: .seconds(4))
        stage.say("ana", "Hey Scout, what does it cost?")
        return stage
    }

    private func sessions(_ stage: Stage) -> Int {
        stage.openings.count { $0.link.owner == .agent("scout") }
    }

    /// When the one after the first took over.
    private func rotations(_ stage: Stage) -> Int {
        stage.notes.count { if case .sessionRotated(.agent) = $0.note { true } else { false } }
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `a turn whose session ends while its tool runs is answered by the next session`(
        input: AgentInput
    ) throws {
        let stage = ask(tool: .seconds(5), hearing: input, .call("look_up", "{}"), Script("Seven."))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.transcript.last == "scout: Seven.")
        #expect(rotations(stage) >= 1)
        #expect(!stage.statuses(of: "scout").contains(.reconnecting))
        let context = try #require(stage.requests("scout").last).context
        #expect(
            context == [
                .user("[Ana] Hey Scout, what does it cost?"),
                .earlierResult(#"[Result of your earlier call look_up {}] {"price": 7}"#),
            ])
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `what was said before the tool ran is the next session's as words, and the turn is one`(
        input: AgentInput
    ) throws {
        let stage = ask(
            tool: .seconds(5), hearing: input,
            Script("Let me see.", .milliseconds(800), calls: [("look_up", "{}")]), Script("Seven."),
            Script("Bye."))
        stage.run(for: .seconds(10))
        #expect(stage.endings == ["scout completed"])
        #expect(stage.transcript.last == "scout: Let me see. Seven.")
        let context = try #require(stage.requests("scout").last).context
        #expect(context.contains(.spokenBefore(tag: "tu_1", "Let me see.")))
        stage.say("ana", "Scout, thank you.")
        stage.finish()
        #expect(stage.endings == ["scout completed", "scout completed"])
    }

    /// 20 s of sound that is there at once: the session ends, and the tool answers, long before it has been heard.
    @Test func `the next session is told only what has been heard to its end`() throws {
        let stage = ask(
            tool: .seconds(5),
            Script("one two three four five six seven eight", .seconds(10), calls: [("look_up", "{}")]),
            Script("Seven."))
        stage.finish(.seconds(25))
        #expect(stage.endings == ["scout completed"])
        #expect(stage.transcript.last == "scout: one two three four five six seven eight Seven.")
        let asked = try #require(stage.requests("scout").last)
        #expect(asked.context.contains(.spokenBefore(tag: "tu_1", "one two three four five six seven eight")))
        let begun = try #require(stage.log.first { if case .turnStarted = $0.event { true } else { false } })
        #expect(begun.at.duration(to: asked.at) >= .seconds(10))
    }

    @Test func `a caller who cuts in before that leaves the next session with what was heard`() throws {
        let stage = ask(
            tool: .seconds(5),
            Script("one two three four five six seven eight", .seconds(10), calls: [("look_up", "{}")]))
        stage.run(untilHeard: "scout", .seconds(5))
        stage.say("ana", "Scout, and what is the weight of it?")
        stage.finish()
        let said = try #require(stage.ended.first)
        #expect(said.outcome == .interrupted)
        #expect(rotations(stage) >= 1)
        let context = try #require(stage.requests("scout").last).context
        #expect(context.contains(.assistant(said.text)))
    }

    @Test func `a tool that outlasts two sessions still is answered`() {
        let stage = ask(tool: .seconds(20), .call("look_up", "{}"), Script("Seven."))
        stage.finish(.seconds(30))
        #expect(stage.endings == ["scout completed"])
        #expect(sessions(stage) >= 4)
    }

    @Test func `two tools that answer before and after their session's end are both told`() throws {
        let stage = ask(
            tool: .seconds(5), Script("", .zero, calls: [("look_up", "{}"), ("ring", "{}")]), Script("Both."))
        stage.tools["ring"] = (.seconds(1), #"{"ok": true}"#, true)
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        let context = try #require(stage.requests("scout").last).context
        let told = context.filter { if case .earlierResult = $0 { true } else { false } }
        #expect(told.count == 2)
    }

    /// The answer takes until 9.3 s to begin.
    @Test func `an answer to a tool that was asked for and not begun is asked for again`() {
        let slow = Script("Seven.").with { $0.firstAudio = .seconds(4) }
        let stage = ask(tool: .milliseconds(300), .call("look_up", "{}"), slow, Script("Seven again."))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.transcript.last == "scout: Seven again.")
    }

    /// The session ends at 8 s, within the 400 ms before the filler is due.
    @Test func `a filler is said by the session that takes over`() {
        let call = Script.call("look_up", "{}").with { $0.createdAfter = .milliseconds(2_150) }
        let stage = ask(
            tool: .seconds(3), by: ToolTests.persona(filler: "One moment."), call,
            Script("One moment.", .milliseconds(600)), Script("Seven."))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.transcript.last == "scout: One moment. Seven.")
        #expect(stage.peers.values.filter { !$0.requests.isEmpty }.map(\.requests.count).sorted() == [1, 2])
    }

    @Test func `without a session at hand a turn that waits for a tool ends with its session`() {
        let stage = ask(tool: .seconds(5), .call("look_up", "{}"), Script("Seven."))
        stage.mute(server: "scout")
        stage.run(for: .seconds(6))
        #expect(stage.endings == ["scout failed"])
    }
}
