import FloorControl
import Personas
import Realtime
import RoomTesting
import Rooms
import Testing

/// A call that has used what it may ends politely: the turn that runs is finished, an agent says goodbye, the
/// room closes.
@Suite struct LimitTests {
    private func stage(
        _ limits: CallLimits, _ agents: [Identity] = ["scout", "nova"], hearing: AgentInput = .text
    ) -> Stage {
        var settings = Stage.settings
        settings.limits = limits
        let personas = [Cast.scout, Cast.nova].filter { agents.contains(Identity($0.id)) }
        return Stage(agents: personas, settings: settings, hearing: hearing)
    }

    private func turns(_ count: Int) -> CallLimits {
        var limits = CallLimits()
        limits.turns = count
        return limits
    }

    private func minutes(_ length: Duration) -> CallLimits {
        var limits = CallLimits()
        limits.length = length
        return limits
    }

    @Test func `after the last turn its agent says goodbye and why, and the room closes`() throws {
        let stage = stage(turns(2))
        stage.say("ana", "Hey Scout, how are things?")
        stage.finish()
        #expect(stage.reached.isEmpty && !stage.isOver)
        stage.script("nova", Script("All is well there.", .seconds(2)), Script("Goodbye all.", .seconds(1)))
        stage.say("ana", "Hey Nova, and with you?")
        stage.finish()
        #expect(stage.endings == ["scout completed", "nova completed", "nova completed"])
        #expect(stage.closing == .limit && stage.closedBy == .turns)
        #expect(stage.reached == [LimitState(limit: .turns, used: 2, most: 2)])
        #expect(
            stage.whys.last
                == "The call ends because it has had the 2 turns it may have, and Nova says goodbye.")
        let instructions = try #require(stage.requests("nova").last?.parameters.instructions)
        #expect(instructions.contains("say goodbye, in one short sentence"))
        // All of both was heard.
        #expect(stage.runs(heardBy: "ana").suffix(2).map(\.count) == [48_000, 24_000])
    }

    @Test(arguments: [1, 4, 5, 10])
    func `four fifths of a limit are told once, before it is reached`(most: Int) {
        let stage = stage(turns(most), ["scout"])
        for _ in 0..<most {
            stage.say("ana", "Hey Scout, how are things?")
            stage.finish()
        }
        // Of less than five turns four fifths are all of them.
        let expected = most < 5 ? [] : [Double(most * 4 / 5)]
        #expect(stage.approached.map(\.used) == expected)
        #expect(stage.reached.count == 1 && stage.closing == .limit)
    }

    @Test func `time runs out without anything happening`() throws {
        let stage = stage(minutes(.seconds(60)))
        stage.run(for: .seconds(59))
        #expect(stage.approached.map(\.limit) == [.minutes])
        let notice = try #require(stage.at { if case .limitApproached = $0 { true } else { false } })
        #expect(abs(notice.sinceOpening / .seconds(1) - 48) < 0.01)
        stage.run(for: .seconds(10))
        // Nobody has spoken yet: whoever came first says goodbye.
        #expect(stage.grants == ["scout/moderator"])
        #expect(stage.closing == .limit && stage.closedBy == .minutes)
        #expect(stage.complaints == [])
    }

    @Test func `a turn that runs when time is over is heard to its end`() {
        let stage = stage(minutes(.seconds(5)))
        stage.run(for: .seconds(3))
        stage.script("nova", Script("one two three four five six", .seconds(8)), Script("Bye.", .seconds(1)))
        stage.say("ana", "Hey Nova, count.")
        stage.finish(.seconds(30))
        #expect(stage.endings == ["nova completed", "nova completed"])
        #expect(stage.ended.map(\.heard) == [.seconds(8), .seconds(1)])
        #expect(stage.closing == .limit)
    }

    @Test func `promises that wait when the limit is reached are void`() {
        let stage = stage(turns(1))
        stage.say("ana", "What does everyone think?")
        stage.finish()
        #expect(stage.endings == ["scout completed", "scout completed"])
        #expect(stage.grants == ["scout/all", "scout/moderator"])
    }

    @Test func `what an agent asks for in the last turn is refused with a why`() throws {
        let stage = stage(turns(1))
        stage.script(
            "scout", .handsOver(to: "nova", because: "money", saying: "Nova knows.", .seconds(1)),
            Script("Well.", .seconds(1)), Script("Goodbye.", .seconds(1)))
        stage.say("ana", "Hey Scout, what does it cost?")
        stage.finish()
        #expect(stage.endings == ["scout completed", "scout completed"])
        #expect(stage.requests("nova").isEmpty)
        let results = try #require(stage.peer("scout")).outputs.values
        #expect(results.contains { $0.contains("The call ends because") }, "\(results)")
    }

    @Test func `tokens end a call as soon as they are reported`() {
        var limits = CallLimits()
        limits.tokens = 40
        let stage = stage(limits, ["scout"])
        stage.script("scout", Script("All is well today.", .seconds(2)))
        stage.say("ana", "Hey Scout, how are things?")
        stage.finish()
        #expect(stage.closing == .limit && stage.closedBy == .tokens)
        #expect(stage.reached.first?.used == 54)
    }

    @Test func `money ends a call by the price table`() {
        var settings = Stage.settings
        var prices = PriceTable.Prices()
        prices.outputAudio = 1_000_000
        settings.prices = PriceTable(currency: "USD", models: [Stage.model: prices])
        settings.limits.money = 39.5
        let stage = Stage(agents: [Cast.scout], settings: settings)
        stage.script("scout", Script("All is well today.", .seconds(2)))
        stage.say("ana", "Hey Scout, how are things?")
        stage.finish()
        #expect(stage.closing == .limit && stage.closedBy == .money)
        #expect(stage.reached == [LimitState(limit: .money, used: 40, most: 39.5)])
    }

    @Test func `without prices no money is counted`() {
        var limits = CallLimits()
        limits.money = 0.01
        let stage = stage(limits, ["scout"])
        stage.say("ana", "Hey Scout, how are things?")
        stage.finish()
        #expect(!stage.isOver)
    }

    @Test func `a caller who speaks into the goodbye cuts it off, and the room closes after their words`() {
        let stage = stage(turns(1), ["scout"])
        stage.script(
            "scout", Script("Fine.", .seconds(1)),
            Script("Goodbye and thank you all so much", .seconds(10)), Script("No.", .seconds(1)))
        stage.say("ana", "Hey Scout, how are things?")
        stage.run(until: "the goodbye", within: .seconds(10)) { $0.granted.count == 2 }
        stage.run(for: .seconds(2))
        stage.say("ana", "No wait, Scout, one more question please.", .seconds(3))
        #expect(!stage.isOver)
        stage.finish(.seconds(5))
        #expect(stage.endings == ["scout completed", "scout interrupted"])
        #expect(stage.transcript.last?.hasPrefix("ana: No wait") == true, "\(stage.transcript)")
        #expect(stage.closing == .limit)
    }

    @Test func `a caller who never stops talking is cut off in the end`() throws {
        let stage = stage(turns(1), ["scout"])
        stage.script("scout", Script("Fine.", .seconds(1)), Script("Goodbye to you all now", .seconds(6)))
        stage.say("ana", "Hey Scout, how are things?")
        stage.run(until: "the goodbye", within: .seconds(10)) { $0.granted.count == 2 }
        let last = stage.log.last { if case .turnGranted = $0.event { true } else { false } }
        let promised = try #require(last).at
        stage.begin("ana", Saying("and and and and and and and and", .seconds(50)))
        stage.run(for: .seconds(40))
        let closed = try #require(stage.at { if case .roomClosed = $0 { true } else { false } })
        #expect(promised.duration(to: closed) <= .seconds(20.1))
        #expect(stage.complaints == [])
    }

    @Test func `the moderator gives nobody the floor while the call ends`() {
        let stage = stage(turns(1))
        stage.script("scout", Script("Fine.", .seconds(1)), Script("Goodbye to all of you", .seconds(5)))
        stage.say("ana", "Hey Scout, how are things?")
        stage.run(until: "the last turn", within: .seconds(10)) { $0.granted.count == 1 }
        stage.handle(.moderatorGave("nova", instructions: nil))
        stage.run(until: "the goodbye", within: .seconds(10)) { $0.granted.count == 2 }
        stage.handle(.moderatorGave("nova", instructions: nil))
        stage.finish()
        #expect(stage.grants == ["scout/address", "scout/moderator"])
        #expect(stage.closing == .limit)
    }

    @Test func `a turn that nobody heard, because the caller went on speaking, does not count`() {
        let stage = stage(turns(1), ["scout"])
        stage.script("scout", Script("Fine.", .seconds(1)).with { $0.firstAudio = .seconds(2) })
        stage.say("ana", "Hey Scout,")
        stage.run(until: "the first grant", within: .seconds(10)) { $0.granted.count == 1 }
        stage.say("ana", "how are things, Scout, tell me?")
        stage.finish()
        #expect(stage.endings == ["scout cancelled", "scout completed", "scout completed"])
        #expect(stage.grants.last == "scout/moderator" && stage.closing == .limit)
    }

    @Test func `nobody who could say goodbye: the room closes at once`() throws {
        let stage = stage(minutes(.seconds(30)), [])
        stage.run(for: .seconds(31))
        #expect(stage.closing == .limit && stage.granted.isEmpty)
        let muted = self.stage(minutes(.seconds(30)), ["scout"])
        muted.handle(.agentMuted("scout", true))
        muted.run(for: .seconds(31))
        #expect(muted.closing == .limit && muted.granted.isEmpty)
    }

    @Test(arguments: [false, true])
    func `a goodbye that fails is tried once more and then left`(twice: Bool) {
        let stage = stage(turns(1), ["scout"])
        let broken = Script("", .zero, fault: .fails(at: .zero))
        stage.script("scout", Script("Fine.", .seconds(1)), broken)
        stage.script("scout", twice ? broken : Script("Goodbye.", .seconds(1)))
        stage.say("ana", "Hey Scout, how are things?")
        stage.finish()
        #expect(
            stage.endings == ["scout completed", "scout failed", twice ? "scout failed" : "scout completed"])
        #expect(stage.closing == .limit)
    }

    @Test func `an agent that leaves with the goodbye on its lips ends the call`() {
        let stage = stage(turns(1))
        stage.script("scout", Script("Fine.", .seconds(1)), Script("Goodbye to all of you", .seconds(5)))
        stage.say("ana", "Hey Scout, how are things?")
        stage.run(until: "the goodbye", within: .seconds(10)) { $0.granted.count == 2 }
        stage.run(for: .seconds(1))
        stage.leave("scout")
        stage.run(for: .milliseconds(100))
        #expect(stage.closing == .limit)
    }

    @Test func `while the call ends no answer is begun before the words are known`() {
        let stage = stage(turns(1), ["scout"], hearing: .audio)
        stage.script("scout", Script("one two three four five six", .seconds(8)))
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .seconds(1))
        stage.say("ana", "And why is that?")
        stage.finish(.seconds(30))
        #expect(stage.closing == .limit)
        // The answer, and the goodbye.
        #expect(stage.requests("scout").count == 2)
    }
}

extension Stage {
    fileprivate var approached: [LimitState] {
        events { if case .limitApproached(let state) = $0 { state } else { nil } }
    }
    fileprivate var reached: [LimitState] {
        events { if case .limitReached(let state) = $0 { state } else { nil } }
    }
    fileprivate var closing: Reason? {
        events { if case .roomClosed(let reason, _, _) = $0 { reason } else { nil } }.last
    }
    fileprivate var closedBy: CallLimit? {
        events { if case .roomClosed(_, let limit, _) = $0 { limit } else { nil } }.last ?? nil
    }
    fileprivate func at(_ condition: (RoomEvent) -> Bool) -> RoomTime? {
        log.first { condition($0.event) }?.at
    }
}
