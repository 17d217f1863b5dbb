import FloorControl
import Realtime
import RoomTesting
import Rooms
import Testing

private let counting = Script(
    "one two three four five six seven eight nine ten eleven twelve", .seconds(6))

/// Scout tells something long; Ana has heard `after` of it.
private func talk(_ after: Duration = .milliseconds(1_200), _ script: Script = counting) -> Stage {
    let stage = Stage(agents: [Cast.scout, Cast.nova])
    stage.script("scout", script)
    stage.say("ana", "Hey Scout, count for me.")
    stage.run(untilHeard: "scout", after)
    return stage
}

@Suite struct BargeInTests {
    @Test func `a caller's voice silences the agent at once`() throws {
        let stage = talk()
        stage.say("ana", "No, stop. Let me say something else.")
        let spoke = try #require(
            stage.log.last { if case .speechStarted = $0.event { true } else { false } })
        #expect(stage.clears == [spoke.at])
        #expect(stage.players["ana"]?.lastSound.map { $0 <= spoke.at } == true)
        stage.finish()
        #expect(stage.endings.first == "scout interrupted")
    }

    @Test func `the session forgets what was not heard, to the millisecond`() throws {
        let stage = talk()
        stage.say("ana", "Nova, what do you say to that?")
        stage.run(for: .seconds(1))
        let heard = stage.heard("scout", by: "ana")
        let ended = try #require(stage.ended.first)
        #expect(ended.outcome == .interrupted)
        #expect(ended.heard == heard)
        let cuts: [Duration] = stage.sent("scout").compactMap {
            if case .itemTruncate(_, _, let end) = $0 { end } else { nil }
        }
        #expect(cuts.count == 1)
        #expect(cuts.allSatisfy { abs(($0 - heard) / .milliseconds(1)) <= 1 })
        #expect(ended.text.hasPrefix("one"))
        #expect(!ended.text.contains("twelve"))
        stage.finish()
        #expect(stage.transcript.contains("scout: \(ended.text) –"))
        #expect(
            stage.requests("nova").first?.context.contains(.user("[Scout] \(ended.text) (interrupted)"))
                == true)
    }

    @Test func `a response that still runs is cancelled before its item is cut`() throws {
        let stage = talk(.milliseconds(800), counting.with { $0.speed = 1 })
        stage.say("ana", "No, stop. Let me say something else.")
        stage.finish()
        let order: [String] = stage.sent("scout").compactMap {
            switch $0 {
            case .responseCancel: "cancel"
            case .itemTruncate: "truncate"
            case .itemDelete: "delete"
            default: nil
            }
        }
        #expect(order == ["cancel", "truncate"])
        // A held turn generates on, but nobody hears it.
        #expect(stage.heard("scout", by: "ana") < .seconds(1))
    }

    @Test func `an item of which nothing was heard is deleted`() {
        let stage = talk(.zero, counting.with { $0.firstAudio = .seconds(2) })
        stage.run(for: .milliseconds(900))
        stage.say("ana", "Nova, you tell me.")
        stage.finish()
        #expect(stage.endings.first == "scout cancelled")
        #expect(stage.heard("scout", by: "ana") == .zero)
        let items = stage.peer("scout")?.items.map(\.content) ?? []
        #expect(!items.contains { if case .speech = $0 { true } else { false } }, "\(items)")
    }

    @Test func `a response that was asked for but had not begun leaves nothing behind`() {
        let stage = talk(.zero, counting.with { $0.createdAfter = .seconds(3) })
        stage.run(for: .milliseconds(700))
        stage.say("ana", "Nova, you tell me.")
        stage.finish()
        #expect(stage.grants == ["scout/address", "nova/address"])
        #expect(stage.heard("scout", by: "ana") == .zero)
        stage.say("ana", "Scout, and you?")
        stage.finish()
        #expect(stage.endings == ["scout cancelled", "nova completed", "scout completed"])
    }

    @Test func `a backchannel costs no turn and no sample`() {
        let stage = talk(.milliseconds(800), Script("one two three", .milliseconds(3_500)))
        stage.say("ana", "Mhm.", .milliseconds(300))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.runs(heardBy: "ana") == [Sound.Run(agent: 0, first: 0, count: 84_000)])
        #expect(stage.clears.count == 1)
        #expect(stage.requests("scout").count == 1)
        #expect(!stage.sent("scout").contains { if case .itemTruncate = $0 { true } else { false } })
        #expect(stage.transcript.last == "scout: one two three")
    }

    @Test func `a backchannel while an agent thinks costs no turn either`() {
        let stage = talk(.zero, Script("one two three").with { $0.firstAudio = .milliseconds(2_500) })
        stage.run(for: .milliseconds(700))
        stage.say("ana", "Mhm.", .milliseconds(300))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.requests("scout").count == 1)
        #expect(stage.clears.isEmpty)
    }

    @Test func `a noise without words is over a second and a half after it`() throws {
        let stage = talk(.milliseconds(800), Script("one two three", .milliseconds(3_500)))
        stage.say(
            "ana",
            Saying("", .milliseconds(400)).with {
                $0.partials = .none
                $0.transcript = .never
            })
        stage.finish()
        let stopped = try #require(
            stage.log.last { if case .speechStopped = $0.event { true } else { false } })
        let before = stopped.at.advanced(by: .milliseconds(1_490))
        let after = stopped.at.advanced(by: .milliseconds(1_530))
        let player = try #require(stage.players["ana"])
        #expect(player.heard(since: stopped.at, until: before).isEmpty)
        #expect(!player.heard(since: stopped.at, until: after).isEmpty)
        #expect(stage.runs(heardBy: "ana") == [Sound.Run(agent: 0, first: 0, count: 84_000)])
        #expect(stage.endings == ["scout completed"])
    }

    @Test func `nothing resumes while somebody still speaks`() {
        let stage = talk(.milliseconds(800))
        stage.say("ana", Saying("so", .seconds(6)).with { $0.partials = .none })
        #expect(stage.clears.count == 1)
        let heard = stage.heard("scout", by: "ana")
        stage.run(for: .milliseconds(400))
        #expect(stage.heard("scout", by: "ana") == heard)
        #expect(heard < .seconds(1))
        stage.finish()
    }

    @Test func `stop leaves the floor open and nobody answers`() {
        let stage = talk()
        stage.say("ana", "Stop!")
        stage.finish()
        #expect(stage.grants == ["scout/address"])
        #expect(stage.endings == ["scout interrupted"])
    }

    @Test func `the interrupter's player says what was heard`() throws {
        let stage = Stage(agents: [Cast.scout], callers: ["ana", "bob"])
        stage.script("scout", counting)
        stage.say("ana", "Hey Scout, count for me.")
        stage.run(untilHeard: "scout", by: "bob", .seconds(1))
        let turn = try #require(stage.room.view.turn)
        stage.handle(.positionReported(by: "ana", turn, .milliseconds(900)))
        stage.handle(.positionReported(by: "bob", turn, .milliseconds(300)))
        let reported = stage.now
        stage.begin("bob", Saying("No, stop. Something else.", .milliseconds(900)))
        stage.run(until: "the gate") { !$0.clears.isEmpty }
        let elapsed = try reported.duration(to: #require(stage.clears.first))
        stage.finish()
        let heard = try #require(stage.ended.first?.heard)
        #expect(abs((heard - (.milliseconds(300) + elapsed)) / .milliseconds(1)) <= 1)
    }

    @Test func `a turn goes on where the interrupter's player had come to`() throws {
        let stage = talk(.milliseconds(800), Script("one two three", .milliseconds(3_500)))
        let turn = try #require(stage.room.view.turn)
        stage.handle(.positionReported(by: "ana", turn, .milliseconds(500)))
        stage.begin("ana", Saying("Mhm.", .milliseconds(300)))
        stage.run(until: "the gate") { !$0.clears.isEmpty }
        let thought = try #require(stage.runs(heardBy: "ana").first?.count)
        stage.handle(.positionReported(by: "ana", turn, .milliseconds(900)))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(thought < 21_600)
        #expect(
            stage.runs(heardBy: "ana").last
                == Sound.Run(agent: 0, first: 21_600 % Sound.period, count: 62_400))
    }

    @Test func `nobody can have heard more than was sent`() throws {
        let stage = talk()
        let turn = try #require(stage.room.view.turn)
        stage.handle(.positionReported(by: "ana", turn, .seconds(500)))
        stage.handle(.interruptRequested)
        let heard = try #require(stage.ended.first?.heard)
        #expect(heard <= .milliseconds(1_340))
        stage.finish()
    }

    @Test func `a player that never catches up does not keep the floor`() throws {
        let stage = talk(.milliseconds(500), Script("one two", .seconds(1)))
        let turn = try #require(stage.room.view.turn)
        for _ in 0..<40 {
            stage.handle(.positionReported(by: "ana", turn, .milliseconds(100)))
            stage.run(for: .milliseconds(50))
        }
        #expect(stage.endings == ["scout completed"])
        #expect(stage.transcript.last == "scout: one two")
        #expect(stage.ended.last?.heard == .seconds(1))
        stage.finish()
    }

    @Test func `two interleaved items are cut each at what was heard of it`() throws {
        let stage = talk(.seconds(1), counting.with { $0.fault = .twoItemsInterleaved })
        stage.say("ana", "No, stop. Let me say something else.")
        stage.finish()
        let heard = try #require(stage.ended.first?.heard)
        let cuts: [Duration] = stage.sent("scout").compactMap {
            if case .itemTruncate(_, _, let end) = $0 { end } else { nil }
        }
        #expect(cuts.count == 2)
        #expect(abs((cuts.reduce(.zero, +) - heard) / .milliseconds(1)) <= 2)
    }

    @Test func `late sound of a dead response is never heard`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("This is all.", .seconds(1), fault: .speaksAfterDone))
        stage.say("ana", "Hey Scout, go.")
        stage.run(for: .seconds(5))
        stage.say("ana", "And now?")
        stage.finish()
        #expect(
            stage.runs(heardBy: "ana") == [
                Sound.Run(agent: 0, first: 0, count: 24_000), Sound.Run(agent: 0, first: 0, count: 36_000),
            ])
    }
}
