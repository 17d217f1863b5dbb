import FloorControl
import Testing

@Suite struct ClaimsTests {
    @Test func `claims are kept in the order of the house`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(100, .started(1)),
            .at(200, .requests("ada", "bob"), expect: "answer queued 2"),
            .at(300, .moderatorGave("cyd", instructions: nil)),
            .at(400, .greetingWanted("ada", words: "Hi")),
            .at(2_000, .done(1), expect: "grant 3 cyd moderator"),
            .at(2_100, .started(3)),
            .at(3_000, .done(3), expect: "grant 2 bob request"),
            .at(3_100, .started(2)),
            .at(4_000, .done(2), expect: "grant 4 ada greeting"),
        ])
    }

    @Test func `several who are named speak in the order they were named`() {
        play([
            .at(0, .address("cyd", "ada"), expect: "grant 1 cyd address"),
            .at(100, .started(1)),
            .at(900, .done(1), expect: "grant 2 ada address"),
        ])
    }

    @Test func `everyone speaks once, who spoke least recently first`() {
        play([
            .at(0, .address("bob"), expect: "grant 1 bob address"),
            .at(100, .started(1)),
            .at(900, .done(1)),
            .at(1_000, .address("ada"), expect: "grant 2 ada address"),
            .at(1_100, .started(2)),
            .at(1_900, .done(2)),
            .at(2_000, .heard(.everyone(why: "all")), expect: "grant 3 cyd all"),
            .at(2_100, .started(3)),
            .at(2_900, .done(3), expect: "grant 4 bob all"),
            .at(3_000, .started(4)),
            .at(3_900, .done(4), expect: "grant 5 ada all"),
            .at(4_000, .started(5)),
            .at(4_900, .done(5)),
        ])
    }

    @Test func `who was called off before anything of it was heard has not spoken yet`() {
        play([
            .at(0, .address("bob"), expect: "grant 1 bob address"),
            .at(100, .started(1)),
            .at(900, .done(1)),
            .at(1_000, .address("ada"), expect: "grant 2 ada address"),
            .at(
                2_000, .heard(.everyone(why: "all")), expect: "end 2 cancelled", "grant 3 ada all"),
            .at(2_100, .started(3)),
            .at(2_900, .done(3), expect: "grant 4 cyd all"),
            .at(3_000, .started(4)),
            .at(3_900, .done(4), expect: "grant 5 bob all"),
        ])
    }

    @Test func `who joins during a round is not in it, and who fails or leaves is passed over`() {
        play(
            [
                .at(0, .agentLeft("cyd")),
                .at(100, .heard(.everyone(why: "all")), expect: "grant 1 ada all"),
                .at(200, .started(1)),
                .at(300, .agentJoined("cyd")),
                .at(300, .agentBecame("cyd", available: true)),
                .at(400, .done(1), expect: "grant 2 bob all"),
                .at(500, .done(2)),
            ])
        play(
            [
                .at(100, .heard(.everyone(why: "all")), expect: "grant 1 ada all"),
                .at(200, .agentFailed("bob")),
                .at(400, .done(1), expect: "grant 3 cyd all"),
                .at(500, .done(3)),
            ])
    }

    @Test func `a human who speaks ends the round`() {
        play([
            .at(0, .heard(.everyone(why: "all")), expect: "grant 1 ada all"),
            .at(100, .started(1)),
            .at(500, .speechStarted("mia"), expect: "hold 1"),
            .at(1_000, .speechStopped("mia")),
            .at(1_200, .heard(.nobody), expect: "end 1 interrupted"),
        ])
    }

    @Test func `words without a name are meant for whoever spoke last, else for the first`() {
        play([
            .at(0, .heard(.stay(why: "")), expect: "grant 1 ada floor"),
            .at(100, .done(1)),
            .at(200, .address("cyd"), expect: "grant 2 cyd address"),
            .at(300, .done(2)),
            .at(400, .heard(.stay(why: "")), expect: "grant 3 cyd floor"),
            .at(500, .agentLeft("cyd"), expect: "end 3 cancelled"),
            .at(600, .heard(.stay(why: "")), expect: "grant 4 ada floor"),
        ])
    }

    /// However long it waited before, while its agent was there.
    @Test func `a promise is kept for its whole time once its agent is away`() {
        let busy: [Line] = [
            .at(0, .address("ada", "bob"), expect: "grant 1 ada address"),
            .at(100, .started(1)),
            .at(9_500, .agentBecame("bob", available: false)),
        ]
        play(
            busy + [
                .at(11_000, .done(1)),
                .at(12_000, .agentBecame("bob", available: true), expect: "grant 2 bob address"),
            ])
        // News that are none do not prolong it.
        play(
            busy + [
                .at(11_000, .done(1)),
                .at(15_000, .agentBecame("bob", available: false)),
                .at(19_600, .agentBecame("bob", available: true)),
            ])
    }

    @Test func `words that go on after a name keep it`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(100, .done(1)),
            .at(200, .speechStarted("mia")),
            .at(500, .speechStopped("mia")),
            .at(600, .speechStarted("mia")),
            .at(700, .address("bob")),
            .at(1_500, .speechStopped("mia")),
            .at(1_600, .heard(.stay(why: "")), expect: "grant 2 bob address"),
        ])
    }

    @Test func `words that began over an agent are for it, whomever another caller names meanwhile`() {
        let both: [Line] = [
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(100, .started(1)),
            .at(500, .speechStarted("leo"), expect: "hold 1"),
            .at(600, .address("bob"), expect: "end 1 interrupted"),
            .at(900, .speechStopped("leo")),
        ]
        play(
            both + [
                .at(1_000, .heard(.stay(why: ""), by: "leo"), expect: "grant 2 bob address"),
                .at(2_000, .done(2), expect: "grant 3 ada floor"),
            ])
        play(
            both + [
                .at(1_000, .heard(.stay(why: ""))),
                .at(1_100, .heard(.nobody, by: "leo"), expect: "grant 2 bob address"),
                .at(2_000, .done(2)),
            ])
    }

    @Test func `words that begin when somebody else has been named go on with that`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(100, .started(1)),
            .at(500, .speechStarted("mia"), expect: "hold 1"),
            .at(600, .speechStarted("leo")),
            .at(700, .speechStopped("mia")),
            .at(800, .address("bob"), expect: "end 1 interrupted"),
            .at(900, .speechStopped("leo")),
            .at(1_000, .heard(.stay(why: ""), by: "leo"), expect: "grant 2 bob address"),
            .at(2_000, .done(2)),
        ])
    }

    @Test func `callers who spoke at the same time are answered one after the other`() {
        let both: [Line] = [
            .at(0, .speechStarted("mia")),
            .at(100, .speechStarted("leo")),
            .at(500, .speechStopped("mia")),
            .at(600, .address("ada")),
            .at(900, .speechStopped("leo")),
        ]
        play(
            both + [
                .at(1_000, .address("bob", by: "leo"), expect: "grant 1 ada address"),
                .at(2_000, .done(1), expect: "grant 2 bob address"),
            ])
        play(both + [.at(1_000, .heard(.nobody, by: "leo"), expect: "grant 1 ada address")])
        play(both + [.at(1_000, .heard(.stop, by: "leo"))])
    }

    @Test func `what a moderator promised outlives talk, what followed from talk does not`() {
        play([
            .at(0, .address("ada", "bob"), expect: "grant 1 ada address"),
            .at(10, .moderatorGave("cyd", instructions: "Sum up.")),
            .at(100, .started(1)),
            .at(500, .speechStarted("mia"), expect: "hold 1"),
            .at(600, .wordsBecameDecisive("mia"), expect: "end 1 interrupted"),
            .at(900, .speechStopped("mia")),
            .at(1_000, .heard(.stop), expect: "grant 3 cyd moderator"),
        ])
    }

    @Test(arguments: [
        ("bob", "answer queued 2"), ("zed", "answer notInRoom"), ("ada", "answer queued 2"),
    ])
    func `a requested turn is answered`(agent: String, answer: String) {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(100, .requests("ada", Identity(agent)), expect: answer),
        ])
    }

    @Test func `who does not hold the floor cannot give it away`() {
        play([
            .at(0, .requests("ada", "bob"), expect: "answer notHolder"),
            .at(10, .address("ada"), expect: "grant 1 ada address"),
            .at(20, .requests("bob", "cyd"), expect: "answer notHolder"),
            .at(100, .done(1)),
        ])
    }

    @Test func `an agent is queued once, and never asks for itself twice running`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(10, .requests("ada", "bob"), expect: "answer queued 2"),
            .at(20, .requests("ada", "bob"), expect: "answer alreadyQueued"),
            .at(100, .done(1), expect: "grant 2 bob request"),
            .at(200, .requests("bob", "bob"), expect: "answer queued 3"),
            .at(300, .done(2), expect: "grant 3 bob request"),
            .at(400, .requests("bob", "bob"), expect: "answer selfAgain"),
            .at(500, .done(3)),
        ])
    }

    @Test func `who is handed the floor in a round speaks next, and once`() {
        play([
            .at(0, .heard(.everyone(why: "")), expect: "grant 1 ada all"),
            .at(10, .requests("ada", "cyd"), expect: "answer queued 4"),
            .at(20, .requests("ada", "cyd"), expect: "answer alreadyQueued"),
            .at(100, .done(1), expect: "grant 4 cyd request"),
            .at(200, .done(4), expect: "grant 2 bob all"),
            .at(300, .done(2)),
        ])
    }

    @Test func `after so many agent turns in a row a human must speak`() {
        var settings = FloorSettings()
        settings.maxAgentTurns = 2
        play(
            [
                .at(0, .address("ada"), expect: "grant 1 ada address"),
                .at(10, .requests("ada", "bob"), expect: "answer queued 2"),
                .at(20, .requests("ada", "cyd"), expect: "answer limit(2)"),
                .at(100, .done(1), expect: "grant 2 bob request"),
                .at(200, .requests("bob", "ada"), expect: "answer limit(2)"),
                .at(300, .done(2)),
                .at(400, .heard(.stay(why: "")), expect: "grant 3 bob floor"),
                .at(500, .requests("bob", "ada"), expect: "answer queued 4"),
            ], settings: settings)
    }

    @Test func `an agent that is away is passed over, and its claim waits ten seconds`() {
        play(
            [
                .at(0, .address("ada", "bob"), expect: "grant 2 bob address"),
                .at(100, .done(2)),
                .at(9_000, .agentBecame("ada", available: true), expect: "grant 1 ada address"),
                .at(9_100, .done(1)),
            ], away: ["ada"])
        let floor = play(
            [
                .at(0, .address("ada")),
                .at(9_999),
                .at(10_001, .agentBecame("ada", available: true)),
            ], away: ["ada"])
        #expect(floor.queue.isEmpty)
        #expect(floor.nextDeadline == nil)
    }

    @Test func `nothing is promised to an agent that failed for good`() {
        let floor = play([
            .at(0, .address("ada", "bob"), expect: "grant 1 ada address"),
            .at(100, .started(1)),
            .at(200, .agentFailed("bob")),
            .at(300, .requests("ada", "bob"), expect: "answer notInRoom"),
            .at(400, .done(1)),
            .at(500, .address("bob")),
        ])
        #expect(floor.queue.isEmpty)
    }

    @Test func `an agent that leaves takes its turn and its claims along`() {
        play([
            .at(0, .address("ada", "bob", "ada"), expect: "grant 1 ada address"),
            .at(100, .started(1)),
            .at(500, .agentLeft("ada"), expect: "end 1 interrupted", "grant 2 bob address"),
            .at(600, .done(2)),
        ])
    }
}
