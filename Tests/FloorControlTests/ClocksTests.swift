import FloorControl
import Testing

@Suite struct ClocksTests {
    @Test func `a silent agent is tried twice and then loses the floor`() {
        play([
            .at(0, .address("ada", "bob"), expect: "grant 1 ada address"),
            .at(4_999),
            .at(5_000, expect: "end 1 failed", "grant 3 ada address"),
            .at(9_999),
            .at(10_000, expect: "end 3 failed", "grant 2 bob address"),
        ])
    }

    @Test func `a turn that failed before anything was heard is tried once more`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(100, .turnFailed(TurnID(1), mayRetry: true), expect: "end 1 failed", "grant 2 ada address"),
            .at(200, .turnFailed(TurnID(2), mayRetry: true), expect: "end 2 failed"),
        ])
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(100, .turnFailed(TurnID(1), mayRetry: false), expect: "end 1 failed"),
        ])
    }

    @Test func `a retry keeps its reason, its note and who asked for it`() throws {
        let floor = play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(10, .requests("ada", "bob"), expect: "answer queued 2"),
            .at(100, .done(1), expect: "grant 2 bob request"),
            .at(200, .turnFailed(TurnID(2), mayRetry: true), expect: "end 2 failed", "grant 3 bob request"),
        ])
        let turn = try #require(floor.turn)
        #expect(turn.isRetry)
        #expect(turn.handedOverBy == "ada")
        #expect(turn.note == "why not")
    }

    @Test func `a retry is not another turn in a row`() {
        var settings = FloorSettings()
        settings.maxAgentTurns = 2
        play(
            [
                .at(0, .address("ada"), expect: "grant 1 ada address"),
                .at(
                    100, .turnFailed(TurnID(1), mayRetry: true), expect: "end 1 failed",
                    "grant 2 ada address"),
                .at(200, .requests("ada", "bob"), expect: "answer queued 3"),
            ], settings: settings)
    }

    @Test func `silence in the middle ends a turn after eight seconds`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(400, .started(1)),
            .at(60_000, .waits(1, .audio)),
            .at(67_000, .waits(1, .audio)),
            .at(67_999),
            .at(68_000, expect: "end 1 failed"),
        ])
    }

    @Test func `the clocks stand still while a tool runs, sound is there, or the turn is held`() {
        var settings = FloorSettings()
        settings.maxTurnLength = .seconds(600)
        play(
            [
                .at(0, .address("ada"), expect: "grant 1 ada address"),
                .at(1_000, .waits(1, .tool)),
                .at(30_000, .waits(1, .audio)),
                .at(34_000, .speechStarted("mia"), expect: "hold 1"),
                .at(90_000, .speechStopped("mia")),
                .at(90_100, .heard(.backchannel), expect: "resume 1"),
                .at(94_000, .waits(1, .nothing)),
                .at(120_000, .started(1)),
                .at(130_000, .waits(1, .audio)),
                .at(131_000, .waits(1, .nothing)),
                .at(200_000, .done(1)),
            ], settings: settings)
    }

    @Test func `news of a turn that is over is no news`() {
        let floor = play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(100, .done(1)),
            .at(200, .address("bob"), expect: "grant 2 bob address"),
            .at(300, .started(1)),
            .at(300, .waits(1, .nothing)),
            .at(300, .done(1)),
            .at(300, .turnFailed(TurnID(1), mayRetry: true)),
        ])
        #expect(floor.turn?.agent == "bob")
        #expect(floor.audibleAgent == nil)
        #expect(floor.nextDeadline == RoomTime(.milliseconds(5_200)))
    }
}
