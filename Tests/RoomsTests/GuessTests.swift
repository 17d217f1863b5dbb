import FloorControl
import Personas
import Realtime
import RoomTesting
import Rooms
import Testing

/// The likely answer starts when the voice stops, and is heard only when the words mean it.
@Suite struct GuessTests {
    private func stage(
        _ agents: [Persona] = [Cast.scout, Cast.nova], callers: [Identity] = ["ana"]
    ) -> Stage {
        Stage(agents: agents, callers: callers, hearing: .audio)
    }

    /// Words whose last name only the final transcript has.
    private func late(_ text: String, _ delay: Duration = .milliseconds(800)) -> Saying {
        Saying(text).with {
            $0.partials = .none
            $0.transcript = .final(after: delay)
        }
    }

    @Test(arguments: [200, 800, 2_500])
    func `a right guess saves the delay of the transcript`(delay: Int) throws {
        func latency(_ input: AgentInput) throws -> Duration {
            let stage = Stage(agents: [Cast.scout, Cast.nova], hearing: input)
            // Slower than every transcript: what is saved is the whole delay.
            stage.script("scout", Script("All is well.").with { $0.firstAudio = .milliseconds(2_600) })
            stage.say("ana", late("And why is that?", .milliseconds(delay)))
            stage.finish()
            #expect(stage.grants == ["scout/floor"])
            #expect(stage.endings == ["scout completed"])
            let latencies: [Duration] = stage.events {
                if case .turnStarted(_, _, let latency) = $0 { latency } else { nil }
            }
            return try #require(latencies.first)
        }
        let saved = try latency(.text) - latency(.audio)
        #expect(abs(saved / .milliseconds(1) - Double(delay)) <= 20, "saved \(saved)")
    }

    @Test func `the figure of what was saved is told to the operator`() throws {
        let stage = stage()
        stage.say("ana", late("And why is that?"))
        stage.finish()
        guard case .guessConfirmed(_, let turn, "scout", let saved)? = stage.notes.last?.note else {
            Issue.record("no guess was confirmed: \(stage.notes)")
            return
        }
        #expect(saved == .milliseconds(800))
        #expect(stage.ended.map(\.turn) == [turn])
    }

    @Test func `the answer is from the sound, and from nothing else`() {
        let stage = stage()
        stage.say("ana", "Hey Scout, what do you think?")
        stage.finish()
        #expect(stage.requests("scout").map(\.context) == [[.sound(1)]])
        #expect(stage.requests("nova").isEmpty)
    }

    @Test func `sound that waits behind the gate is heard whole`() {
        let stage = stage()
        stage.say("ana", late("And why is that?", .seconds(2)))
        stage.finish()
        #expect(stage.runs(heardBy: "ana") == [Sound.Run(agent: 0, first: 0, count: 36_000)])
        #expect(stage.statuses(of: "scout") == [.joining, .joined, .thinking, .speaking, .listening])
    }

    @Test func `a name that only the final transcript has takes the guess back`() {
        let stage = stage()
        stage.say("ana", late("And what do you make of it, Nova?"))
        stage.finish()
        #expect(stage.grants == ["nova/address"])
        #expect(stage.heard("scout", by: "ana") == .zero)
        #expect(faults(stage) == [.otherAgent])
        #expect(stage.peer("scout")?.items == [])
        // The sound was committed once; whoever answers now is told the words.
        #expect(
            stage.requests("nova").map(\.context) == [[.user("[Ana] And what do you make of it, Nova?")]])
    }

    @Test func `sound whose item is announced after the verdict is deleted then`() throws {
        let stage = stage()
        stage.latencies = 400...400
        stage.say("ana", late("And what do you make of it, Nova?", .milliseconds(100)))
        stage.finish()
        #expect(faults(stage) == [.otherAgent])
        #expect(try #require(stage.peer("scout")).commits.map(\.isDeleted) == [true])
    }

    @Test func `whoever was guessed in vain is told the words when it is asked`() {
        let stage = stage()
        stage.say("ana", late("And what do you make of it, Nova?"))
        stage.run(for: .seconds(6))
        stage.say("ana", "Scout, do you agree?")
        stage.finish()
        #expect(
            stage.requests("scout").last?.context == [
                .user("[Ana] And what do you make of it, Nova?"), .user("[Nova] All is well."), .sound(2),
            ])
    }

    @Test func `a name in a partial transcript moves the stream before the guess is made`() throws {
        let stage = stage()
        stage.say("ana", "Hey Nova, how long does the cash last?", .seconds(2))
        stage.finish()
        #expect(stage.grants == ["nova/address"])
        let scout = try #require(stage.peer("scout"))
        #expect(scout.sent.map(\.event).filter { $0 == .inputAudioClear }.count == 1)
        #expect(scout.commits.isEmpty)
        #expect(stage.requests("nova").map(\.context) == [[.sound(1)]])
        #expect(stage.notes.count == 2)
    }

    @Test(arguments: ["Stop.", "Mhm."])
    func `words that want no answer get none`(words: String) {
        let stage = stage()
        stage.script("scout", Script("one two three four five six", .seconds(6)))
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .milliseconds(500))
        let before = stage.notes.count
        stage.say("ana", words, .milliseconds(400))
        stage.finish()
        #expect(stage.notes.count == before)
        #expect(stage.requests("scout").count == 1)
    }

    @Test(arguments: [("Stop.", GuessFault.noAnswer), ("", .noAnswer), ("  ", .noAnswer)])
    func `final words that want no answer take the guess back`(final: String, fault: GuessFault) {
        let stage = stage()
        stage.say("ana", late("Hm").with { $0.final = final })
        stage.finish()
        #expect(stage.grants == [])
        #expect(faults(stage) == [fault])
        #expect(stage.peer("scout")?.items == [])
    }

    @Test(arguments: [
        Script.Fault.fails(at: .zero), .fails(at: .milliseconds(200)), .refuses, .runsOutOfTokens,
    ])
    func `a guess that fails is asked anew`(fault: Script.Fault) {
        let stage = stage()
        stage.script("scout", Script("nothing", fault: fault))
        stage.say("ana", late("And why is that?", .seconds(1)))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.faults() == [], "a guess is a secret, and so is its failure")
    }

    @Test func `an ear that tells words at once and heard none is not taken at its word`() {
        let stage = stage()
        stage.say("ana", "Hey Scout, what do you think?")
        stage.finish()
        stage.say("ana", late("", .seconds(1)))
        stage.finish()
        #expect(stage.requests("scout").count == 1)
        #expect(stage.notes.count == 2, "one guess, made and confirmed: \(stage.notes)")
    }

    @Test(arguments: [false, true])
    func `a commit that is refused leaves the words to be told`(confirmedBefore: Bool) {
        let stage = stage()
        if confirmedBefore { stage.latencies = 400...400 }
        stage.refuseCommits(of: "scout")
        stage.say("ana", late("And why is that?", .milliseconds(confirmedBefore ? 100 : 1_000)))
        stage.finish()
        #expect(stage.endings.last == "scout completed")
        #expect(stage.requests("scout").last?.context == [.user("[Ana] And why is that?")])
        #expect(stage.faults() == [])
    }

    @Test func `a caller who goes on talking takes the guess back`() {
        let stage = stage()
        stage.say("ana", late("So I was thinking", .milliseconds(900)))
        stage.run(for: .milliseconds(700))
        stage.say("ana", "that we might begin.")
        stage.finish()
        #expect(faults(stage).first == .overtaken)
        #expect(stage.endings.allSatisfy { $0.hasPrefix("scout") })
        #expect(
            stage.requests("scout").last?.context.prefix(2) == [.user("[Ana] So I was thinking"), .sound(2)])
    }

    @Test func `another caller's voice takes the guess back`() {
        let stage = stage(callers: ["ana", "bob"])
        stage.say("ana", late("And why is that?", .seconds(1)))
        stage.run(for: .milliseconds(700))
        stage.say("bob", "Scout, I do not know.")
        stage.finish()
        #expect(faults(stage).first == .overtaken)
    }

    @Test func `a typed message takes the guess back`() {
        let stage = stage()
        stage.say("ana", late("And why is that?", .seconds(1)))
        stage.run(for: .milliseconds(700))
        stage.handle(.messageTyped(from: "ana", text: "Nova, please."))
        stage.finish()
        #expect(faults(stage) == [.overtaken])
        #expect(stage.heard("nova", by: "ana") > .zero)
    }

    @Test func `the moderator's choice takes the guess back`() {
        let stage = stage()
        stage.say("ana", late("And why is that?", .seconds(1)))
        stage.run(for: .milliseconds(700))
        stage.handle(.moderatorGave("nova", instructions: nil))
        stage.finish()
        #expect(faults(stage) == [.overtaken])
        #expect(stage.grants == ["nova/moderator", "scout/floor"])
    }

    @Test func `who leaves takes the guess along`() {
        for leaver in ["ana", "scout"] as [Identity] {
            let stage = stage(callers: ["ana", "bob"])
            stage.say("ana", late("And why is that?", .seconds(1)))
            stage.run(for: .milliseconds(700))
            stage.leave(leaver)
            stage.finish()
            #expect(faults(stage) == [.lost], "\(leaver) left")
        }
    }

    @Test func `a session that is lost behind the gate is no answer`() {
        let stage = stage()
        stage.say("ana", late("And why is that?", .seconds(1)))
        stage.run(for: .milliseconds(700))
        stage.breakOff("scout")
        stage.finish()
        #expect(faults(stage) == [.lost])
        #expect(stage.endings.last?.hasSuffix("completed") == true)
    }

    @Test func `a hand-off of a wrong guess hands nothing over`() {
        let stage = stage([Cast.scout, Cast.nova, Cast.atlas])
        stage.script("scout", .handsOver(to: "atlas", because: "x", saying: "Atlas?", .seconds(1)))
        stage.say("ana", late("And what do you make of it, Nova?"))
        stage.finish()
        #expect(stage.grants == ["nova/address"])
    }

    @Test func `what a right guess called is called once it is confirmed`() {
        let stage = stage()
        stage.tools["look_up"] = (.milliseconds(50), #"{"state": "shipped"}"#, true)
        stage.script("scout", .call("look_up", "{}"))
        stage.say("ana", late("And why is that?"))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.requests("scout").count == 2)
        #expect(stage.log.filter { $0.event.type == "tool.called" }.count == 1)
    }

    @Test func `a hand-off of a right guess is carried out`() {
        let stage = stage()
        stage.script("scout", .handsOver(to: "nova", because: "money", saying: "Nova?", .seconds(1)))
        stage.say("ana", late("And why is that?"))
        stage.finish()
        #expect(stage.grants == ["scout/floor", "nova/request"])
    }

    @Test func `a voice that cuts in ends the turn and is answered from sound`() {
        let stage = stage()
        stage.script("scout", Script("one two three four five six", .seconds(6)))
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .milliseconds(500))
        stage.say("ana", "Nova, what do you say to that?", .milliseconds(1_500))
        stage.finish()
        #expect(stage.endings == ["scout interrupted", "nova completed"])
        #expect(stage.requests("nova").last?.context.last == .sound(2))
    }

    private func faults(_ stage: Stage) -> [GuessFault] {
        stage.notes.compactMap {
            if case .guessDiscarded(_, _, let fault) = $0.note { fault } else { nil }
        }
    }
}
