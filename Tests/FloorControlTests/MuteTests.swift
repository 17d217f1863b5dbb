import FloorControl
import Testing

@Suite struct MuteTests {
    private static func mute(_ agent: Identity) -> Floor.Event { .agentMuted(agent, true) }
    private static func unmute(_ agent: Identity) -> Floor.Event { .agentMuted(agent, false) }

    @Test func `muting an agent ends its turn, and the next claim is served`() {
        play([
            .at(0, .address("ada", "bob"), expect: "grant 1 ada address"),
            .at(400, .started(1)),
            .at(900, Self.mute("ada"), expect: "end 1 interrupted", "grant 2 bob address"),
            .at(950, Self.mute("bob"), expect: "end 2 cancelled"),
        ])
    }

    @Test func `a held turn ends, too, and nobody is granted while the voice lasts`() {
        play([
            .at(0, .address("ada", "bob"), expect: "grant 1 ada address"),
            .at(400, .started(1)),
            .at(900, .speechStarted("mia"), expect: "hold 1"),
            .at(950, Self.mute("ada"), expect: "end 1 interrupted"),
            .at(1_000, .speechStopped("mia")),
            .at(1_100, .heard(.backchannel), expect: "grant 2 bob address"),
        ])
    }

    @Test func `the promises of a muted agent are void`() {
        let floor = play([
            .at(0, .address("ada", "bob"), expect: "grant 1 ada address"),
            .at(100, .moderatorGave("bob", instructions: nil)),
            .at(200, Self.mute("bob")),
            .at(300, Self.unmute("bob")),
            .at(400, .done(1)),
        ])
        #expect(floor.queue.isEmpty)
    }

    @Test(
        arguments: [
            .address("bob"), .heard(.domain("bob", why: "")), .moderatorGave("bob", instructions: nil),
            .greetingWanted("bob", words: "Hi"),
        ] as [Floor.Event])
    func `nothing is promised to a muted agent`(event: Floor.Event) {
        let floor = play([.at(0, Self.mute("bob")), .at(100, event), .at(200, Self.unmute("bob"))])
        #expect(floor.turn == nil && floor.queue.isEmpty)
    }

    @Test func `a request for a muted agent is refused`() {
        play([
            .at(0, Self.mute("bob")),
            .at(100, .address("ada"), expect: "grant 1 ada address"),
            .at(200, .requests("ada", "bob"), expect: "answer muted"),
            .at(300, Self.unmute("bob")),
            .at(400, .requests("ada", "bob"), expect: "answer queued 2"),
        ])
    }

    @Test func `a round of everyone passes over the muted`() {
        play([
            .at(0, Self.mute("bob")),
            .at(100, .heard(.everyone(why: "all")), expect: "grant 1 ada all"),
            .at(200, .done(1), expect: "grant 2 cyd all"),
            .at(300, .done(2)),
        ])
    }

    @Test func `words without a name are meant for somebody who may speak`() {
        play([
            .at(0, .address("bob"), expect: "grant 1 bob address"),
            .at(100, .done(1)),
            .at(200, Self.mute("bob")),
            .at(300, Self.mute("ada")),
            .at(400, .heard(.stay(why: "")), expect: "grant 2 cyd floor"),
            .at(500, Self.mute("cyd"), expect: "end 2 cancelled"),
            .at(600, .heard(.stay(why: ""))),
            .at(700, Self.unmute("bob")),
            .at(800, .heard(.stay(why: "")), expect: "grant 3 bob floor"),
        ])
    }

    @Test func `an agent that fails may still be silenced`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(400, .started(1)),
            .at(500, .agentFailed("ada")),
            .at(600, Self.mute("ada"), expect: "end 1 interrupted"),
        ])
    }
}
