import FloorControl
import Testing

@Suite struct VoicesTests {
    @Test func `a voice holds the agent at once, and decisive words end its turn`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(400, .started(1)),
            .at(2_000, .speechStarted("mia"), expect: "hold 1"),
            .at(2_300, .wordsBecameDecisive("mia"), expect: "end 1 interrupted"),
            .at(3_000, .speechStopped("mia")),
            .at(3_400, .address("bob"), expect: "grant 2 bob address"),
            // The session reports its cancelled response late; nobody must notice.
            .at(3_500, .done(1)),
            .at(3_600, .turnFailed(TurnID(1), mayRetry: true)),
        ])
    }

    @Test func `a turn that nobody heard yet is cancelled, not interrupted`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(200, .speechStarted("mia"), expect: "hold 1"),
            .at(600, .speechStopped("mia")),
            .at(900, .address("bob"), expect: "end 1 cancelled", "grant 2 bob address"),
        ])
    }

    @Test func `a backchannel lets the turn go on`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(400, .started(1)),
            .at(2_000, .speechStarted("mia"), expect: "hold 1"),
            .at(2_300, .speechStopped("mia")),
            .at(2_400, .heard(.backchannel), expect: "resume 1"),
            .at(4_000, .done(1)),
        ])
    }

    @Test func `nothing intelligible within a second and a half lets the turn go on`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(400, .started(1)),
            .at(2_000, .speechStarted("mia"), expect: "hold 1"),
            .at(9_000, .speechStopped("mia")),
            .at(10_499),
            .at(10_500, expect: "resume 1"),
            // The words come late, but they count.
            .at(11_000, .heard(.stop), expect: "end 1 interrupted"),
        ])
    }

    @Test func `words that were decisive are waited for longer`() {
        for stopsFirst in [true, false] {
            let decisive: Floor.Event = .wordsBecameDecisive("mia")
            let stopped: Floor.Event = .speechStopped("mia")
            let floor = play([
                .at(0, .moderatorGave("bob", instructions: nil), expect: "grant 1 bob moderator"),
                .at(400, .started(1)),
                .at(500, .moderatorGave("cyd", instructions: nil)),
                .at(2_000, .speechStarted("mia"), expect: "hold 1"),
            ])
            var floor2 = floor
            let now = RoomTime(.milliseconds(2_500))
            let actions = (stopsFirst ? [stopped, decisive] : [decisive, stopped]).flatMap {
                floor2.handle($0, at: now)
            }
            #expect(actions.map(\.brief) == ["end 1 interrupted"])
            #expect(floor2.nextDeadline == now.advanced(by: .seconds(3)))
            let later = floor2.handle(.deadlinePassed, at: now.advanced(by: .seconds(3)))
            #expect(later.map(\.brief) == ["grant 2 cyd moderator"])
        }
    }

    @Test func `words that are called decisive twice are not waited for twice`() {
        play([
            .at(0, .speechStarted("mia")),
            .at(100, .speechStopped("mia")),
            .at(200, .wordsBecameDecisive("mia")),
            .at(300, .wordsBecameDecisive("mia")),
            .at(400, .moderatorGave("ada", instructions: nil)),
            .at(3_099),
            .at(3_100, expect: "grant 1 ada moderator"),
        ])
    }

    @Test func `nobody is granted anything while a human speaks`() {
        play([
            .at(0, .speechStarted("mia")),
            .at(100, .moderatorGave("ada", instructions: nil)),
            .at(200, .address("bob", by: "leo")),
            .at(60_000, .speechStopped("mia")),
            .at(60_100, .heard(.nobody), expect: "grant 1 ada moderator"),
        ])
    }

    @Test func `two voices: the turn goes on only when both are over`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(400, .started(1)),
            .at(1_000, .speechStarted("mia"), expect: "hold 1"),
            .at(1_100, .speechStarted("leo")),
            .at(1_300, .speechStopped("mia")),
            .at(1_400, .heard(.backchannel)),
            .at(5_000, .speechStopped("leo")),
            .at(5_100, .heard(.backchannel, by: "leo"), expect: "resume 1"),
        ])
    }

    @Test func `a caller who leaves is not waited for`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(400, .started(1)),
            .at(1_000, .speechStarted("mia"), expect: "hold 1"),
            .at(2_000, .callerLeft("mia"), expect: "resume 1"),
        ])
    }

    @Test func `interrupting ends the turn and what would have followed`() {
        let floor = play([
            .at(0, .address("ada", "bob"), expect: "grant 1 ada address"),
            .at(400, .started(1)),
            .at(1_000, .interruptRequested, expect: "end 1 interrupted"),
            .at(1_100, .interruptRequested),
        ])
        #expect(floor.turn == nil)
        #expect(floor.nextDeadline == nil)
    }

    @Test func `a held turn may fail, be left or be interrupted`() {
        let held: [Line] = [
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(400, .started(1)),
            .at(1_000, .speechStarted("mia"), expect: "hold 1"),
        ]
        play(held + [.at(1_100, .turnFailed(TurnID(1), mayRetry: false), expect: "end 1 failed")])
        play(held + [.at(1_100, .agentLeft("ada"), expect: "end 1 interrupted")])
        play(held + [.at(1_100, .interruptRequested, expect: "end 1 interrupted")])
        play(
            held + [
                .at(1_100, .turnFailed(TurnID(1), mayRetry: true), expect: "end 1 failed"),
                .at(1_200, .speechStopped("mia")),
                .at(1_300, .heard(.backchannel), expect: "grant 2 ada address"),
            ])
    }
}
