import FloorControl
import Realtime
import RoomTesting
import Rooms
import Testing

/// An ear that is away: what was said is not lost, everybody is told, and the others go on hearing each other.
@Suite struct EarLossTests {
    private func told(_ stage: Stage) -> [String] {
        stage.events {
            switch $0 {
            case .participantHeard(let who, let isHeard): "\(who) \(isHeard)"
            case .error(let fault): fault.code
            default: nil
            }
        }
    }

    private func unheardServers(_ stage: Stage) {
        let loss = LinkLoss.refused(status: 503)
        stage.refuse("ear", loss, loss, loss, loss, loss, loss)
    }

    @Test func `the room says when a caller is not heard, and when again`() {
        let stage = Stage(agents: [Cast.scout])
        stage.refuse("ear", .refused(status: 503), .refused(status: 503))
        stage.breakOff("ana")
        stage.run(for: .seconds(6))
        #expect(told(stage) == ["ear_lost", "ana false", "ana true"])
        #expect(stage.room.view.participants.allSatisfy { $0.isHeard })
        stage.say("ana", "Hey Scout, still there?")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
    }

    @Test func `an ear that is given up was told of as lost, once, and then as not to be had`() {
        let stage = Stage(agents: [Cast.scout])
        unheardServers(stage)
        stage.breakOff("ana")
        stage.run(for: .seconds(60))
        #expect(told(stage) == ["ear_lost", "ana false", "ear_unavailable"])
        #expect(stage.room.view.participants.first { $0.identity == "ana" }?.isHeard == false)
    }

    @Test func `an ear that rotates is no news`() {
        let stage = Stage()
        stage.sessionLength = .seconds(8)
        stage.call("ana")
        stage.join(Cast.scout)
        stage.run(for: .seconds(60))
        #expect(stage.openings.count { $0.link.owner == .ear("ana") } > 5)
        #expect(told(stage).isEmpty)
    }

    @Test func `a caller without an ear is heard by the others all the same`() {
        let stage = Stage(agents: [Cast.scout], callers: ["ana", "bob"])
        unheardServers(stage)
        stage.breakOff("ana")
        stage.say("ana", "Bob, can you hear me?", .seconds(1))
        stage.run(for: .milliseconds(500))
        #expect(stage.heard(by: "bob").contains { $0 != 0 })
        stage.finish()
        #expect(stage.grants.isEmpty)
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `a sentence that an ear is lost in is heard whole by the next one`(input: AgentInput) {
        let stage = Stage(agents: [Cast.scout, Cast.nova], hearing: input)
        stage.begin("ana", Saying("Hey Nova, this is one whole sentence.", .milliseconds(1_200)))
        stage.run(for: .milliseconds(800))
        stage.breakOff("ana")
        stage.finish()
        #expect(stage.transcript == ["ana: Hey Nova, this is one whole sentence.", "nova: All is well."])
        #expect(stage.endings == ["nova completed"])
    }

    /// An ear that breaks after `spoken` of a sentence of 1.2 s; the next one is there in a second, and tells of the
    /// sound that it is handed so much later.
    private func found(
        _ words: String, late: Int, brokenAfter spoken: Duration, _ input: AgentInput
    ) -> Stage {
        let stage = Stage(agents: [Cast.scout, Cast.nova], hearing: input)
        stage.begin("ana", Saying(words, .milliseconds(1_200)))
        stage.run(for: spoken)
        stage.breakOff("ana")
        stage.ear(of: "ana", .lags(200))
        stage.run(until: "the next ear is opened") { stage in
            stage.openings.count { $0.link.owner == .ear("ana") } == 2
        }
        stage.run(for: .milliseconds(300))
        stage.ear(of: "ana", .lags(late))
        stage.finish()
        return stage
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `the next ear may take its time to find a sentence again`(input: AgentInput) {
        let words = "Hey Nova, this is one whole sentence."
        let stage = found(words, late: 2_700, brokenAfter: .milliseconds(800), input)
        #expect(stage.transcript == ["ana: \(words)", "nova: All is well."])
        #expect(stage.endings == ["nova completed"])
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `a sentence that counted already and is found again is not answered twice`(input: AgentInput) {
        let stage = found("Hey Nova, how are you?", late: 4_000, brokenAfter: .milliseconds(1_190), input)
        #expect(stage.transcript == ["ana: Hey Nova, how are you? –", "nova: All is well."])
        #expect(stage.endings == ["nova completed"])
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `of a sentence that is found again too late only the rest is new`(input: AgentInput) {
        let words = "Hey Nova, this is one whole sentence."
        let stage = found(words, late: 4_000, brokenAfter: .milliseconds(800), input)
        #expect(stage.transcript.first == "ana: Hey Nova, this is one –")
        #expect(stage.transcript.suffix(2) == ["ana: whole sentence.", "nova: All is well."])
        #expect(stage.endings == ["nova interrupted", "nova completed"])
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `words whose ear is lost before they are final are heard by the next one`(input: AgentInput) {
        let stage = Stage(agents: [Cast.scout, Cast.nova], hearing: input)
        stage.say(
            "ana", Saying("Nova, what is the budget?").with { $0.transcript = .final(after: .seconds(2)) })
        stage.run(for: .milliseconds(700))
        stage.breakOff("ana")
        stage.finish()
        #expect(stage.transcript == ["ana: Nova, what is the budget?", "nova: All is well."])
        #expect(stage.endings == ["nova completed"])
    }

    /// Of what Ana asks no word is known when she is silent.
    private func askSlowly(_ stage: Stage) {
        stage.say(
            "ana",
            Saying("Nova, what is the budget?").with {
                $0.partials = .none
                $0.transcript = .final(after: .seconds(2))
            })
        stage.run(for: .milliseconds(700))
    }

    /// The second ear is lost before it is ready, when it was handed the words, or when it has told of them.
    @Test(arguments: [AgentInput.text, .audio], Array(stride(from: 100, through: 800, by: 100)))
    func `words whose ear is lost twice in a row are heard by the third`(input: AgentInput, moment: Int) {
        let stage = Stage(agents: [Cast.scout, Cast.nova], hearing: input)
        askSlowly(stage)
        stage.breakOff("ana")
        stage.ear(of: "ana", .lags(300))
        stage.run(until: "the next ear is opened") { stage in
            stage.openings.count { $0.link.owner == .ear("ana") } == 2
        }
        stage.run(for: .milliseconds(moment))
        stage.breakOff("ana")
        stage.finish()
        #expect(stage.transcript == ["ana: Nova, what is the budget?", "nova: All is well."])
        #expect(stage.endings == ["nova completed"])
    }

    @Test(arguments: [AgentInput.text, .audio], [(2, true), (4, false)])
    func `words of which nobody understood any are heard by the next ear, unless they are old`(
        input: AgentInput, refusals: (count: Int, areHeard: Bool)
    ) {
        let stage = Stage(agents: [Cast.scout, Cast.nova], hearing: input)
        askSlowly(stage)
        for _ in 0..<refusals.count { stage.refuse("ear", .refused(status: 503)) }
        stage.breakOff("ana")
        stage.run(for: .seconds(40))
        stage.finish()
        #expect(stage.room.view.participants.allSatisfy { $0.isHeard })
        #expect(stage.endings == (refusals.areHeard ? ["nova completed"] : []))
        #expect(stage.transcript.first == (refusals.areHeard ? "ana: Nova, what is the budget?" : nil))
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `words that are answered are not heard again with those before them`(input: AgentInput) {
        let stage = Stage(agents: [Cast.scout, Cast.nova], hearing: input)
        stage.say(
            "ana", Saying("Scout, good morning.", .milliseconds(600)).with { $0.transcript = .never })
        stage.run(for: .milliseconds(700))
        stage.say("ana", "Nova, what does it cost?")
        stage.run(until: "Nova is asked") { !$0.grants.isEmpty }
        stage.breakOff("ana")
        stage.finish()
        #expect(stage.transcript.count { $0 == "ana: Nova, what does it cost?" } == 1)
        #expect(stage.transcript.contains("ana: Scout, good morning."))
        #expect(stage.endings == ["nova completed"])
    }

    @Test func `without another ear in time the words that were understood count`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        unheardServers(stage)
        stage.say("ana", Saying("Nova, what is the budget?").with { $0.transcript = .never })
        let said = stage.now
        stage.run(for: .milliseconds(700))
        stage.breakOff("ana")
        stage.finish()
        #expect(stage.transcript == ["ana: Nova, what is the budget?", "nova: All is well."])
        let granted = try #require(
            stage.log.first { if case .turnGranted = $0.event { true } else { false } })
        #expect(said.duration(to: granted.at) < .seconds(5))
    }

    @Test func `an ear that is refused for good leaves what was understood at once`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.say("ana", Saying("Nova, what is the budget?").with { $0.transcript = .never })
        stage.run(for: .milliseconds(700))
        let lost = stage.now
        stage.breakOff("ana", .closed(code: 3000, reason: "invalid key"))
        stage.finish()
        #expect(stage.endings == ["nova completed"])
        let granted = try #require(
            stage.log.first { if case .turnGranted = $0.event { true } else { false } })
        #expect(granted.at == lost)
    }

    @Test func `half a sentence that nobody could hear to its end is marked as such`() {
        let stage = Stage(agents: [Cast.scout])
        unheardServers(stage)
        stage.begin("ana", Saying("Hey Scout, half a sentence", .milliseconds(1_200)))
        stage.run(for: .milliseconds(800))
        stage.breakOff("ana")
        stage.finish()
        #expect(stage.transcript.first == "ana: Hey Scout, half –")
        #expect(stage.requests("scout").first?.context == [.user("[Ana] Hey Scout, half (interrupted)")])
    }

    @Test func `a turn that a lost voice holds goes on when nothing was understood`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("one two three four", .seconds(4)))
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .milliseconds(500))
        unheardServers(stage)
        stage.begin("ana", Saying("um", .seconds(2)).with { $0.partials = .none })
        stage.run(for: .milliseconds(400))
        stage.breakOff("ana")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.runs(heardBy: "ana").map(\.count).reduce(0, +) == 96_000)
    }

    @Test func `whoever hangs up before their words are final has said them`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova], callers: ["ana", "bob"])
        stage.say("ana", Saying("Nova, tell Bob the budget.").with { $0.transcript = .never })
        stage.run(for: .milliseconds(700))
        stage.leave("ana")
        stage.finish()
        #expect(stage.transcript == ["ana: Nova, tell Bob the budget.", "nova: All is well."])
        #expect(stage.requests("nova").first?.context == [.user("[Ana] Nova, tell Bob the budget.")])
    }

    @Test func `the last words of the last caller are recorded, and nobody answers into the void`() {
        let stage = Stage(agents: [Cast.scout])
        stage.say("ana", Saying("Scout, thank you all.").with { $0.transcript = .never })
        stage.run(for: .milliseconds(700))
        stage.leave("ana")
        stage.finish()
        #expect(stage.transcript == ["ana: Scout, thank you all."])
        #expect(stage.grants.isEmpty)
    }

    @Test func `a sentence in which somebody hangs up is recorded as far as it was understood`() {
        let stage = Stage(agents: [Cast.scout], callers: ["ana", "bob"])
        stage.begin("ana", Saying("Scout, tell Bob the budget now", .milliseconds(1_200)))
        stage.run(for: .milliseconds(700))
        stage.leave("ana")
        stage.finish()
        #expect(stage.transcript == ["ana: Scout, tell Bob –"])
        #expect(stage.grants.isEmpty)
    }
}
