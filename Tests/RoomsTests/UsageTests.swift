import FloorControl
import Realtime
import RoomTesting
import Rooms
import Testing

/// What a call has used: what servers say of it, and the sound that passed.
@Suite struct UsageTests {
    @Test func `a turn tells what its response cost and what was heard of it`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", Script("All is well today.", .seconds(2)))
        stage.say("ana", "Hey Scout, how are things?")
        stage.finish()
        let used = try #require(stage.usages.first)
        #expect(used.responses == 1 && used.reported == 1)
        #expect(used.tokens.outputText == 4 && used.tokens.outputAudio == 40 && used.tokens.output == 44)
        #expect(used.tokens.inputText == 10 && used.tokens.input == 10)
        #expect(used.received == 48_000 && used.heard == 48_000 && used.sent == 0)
    }

    @Test func `what a server does not tell is not known`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("All is well.").with { $0.reportsUsage = false })
        stage.say("ana", "Hey Scout, how are things?")
        stage.finish()
        let used = try #require(stage.usages.first)
        #expect(used.responses == 1 && used.reported == 0)
        #expect(used.tokens == TokenCount())
        #expect(used.tokens.inputAudio == nil && used.tokens.cached == nil)
    }

    @Test func `every response of a turn counts, the one that calls a tool and the one that answers it`()
        throws
    {
        let stage = Stage(agents: [Cast.scout])
        stage.tools["look_up"] = (.milliseconds(200), "{}", true)
        stage.script("scout", Script("Let me see.", .seconds(1), calls: [("look_up", "{}")]))
        stage.script("scout", Script("On the ship.", .seconds(1)))
        stage.say("ana", "Hey Scout, where is it?")
        stage.finish()
        let used = try #require(stage.usages.first)
        #expect(used.responses == 2 && used.reported == 2)
        #expect(used.tokens.outputAudio == 40 && used.tokens.outputText == 6)
        #expect(stage.room.consumption.agents.tokens == used.tokens)
    }

    @Test func `what a response cost that was cut off comes too late for its turn, not for the room`() throws
    {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("one two three four five six", .seconds(6)).with { $0.speed = 1 })
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .seconds(1))
        stage.handle(.interruptRequested)
        stage.finish()
        let used = try #require(stage.usages.first)
        #expect(stage.endings == ["scout interrupted"])
        #expect(used.responses == 1 && used.reported == 0)
        #expect(used.heard > 0 && used.heard < used.received)
        let room = stage.room.consumption
        #expect(room.agents.responses == 1 && room.agents.reported == 1)
        #expect((room.agents.tokens.outputAudio ?? 0) > 0)
        #expect(stage.usage(of: "scout") == room.agents)
    }

    @Test func `a wrong guess costs the agent and the room, and no turn`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova], hearing: .audio)
        stage.say(
            "ana",
            Saying("What do you think, Nova?").with {
                $0.partials = .none
                $0.transcript = .final(after: .milliseconds(800))
            })
        stage.finish()
        #expect(stage.endings == ["nova completed"])
        let scout = try #require(stage.usage(of: "scout"))
        let nova = try #require(stage.usage(of: "nova"))
        #expect(scout.responses == 1 && scout.sent > 0 && scout.heard == 0)
        #expect(nova.responses == 1)
        #expect(stage.usages.first?.tokens == nova.tokens)
        var sum = scout.tokens
        sum += nova.tokens
        #expect(stage.room.consumption.agents.tokens == sum)
    }

    @Test func `the sound that a turn answers counts as sent for it`() throws {
        let stage = Stage(agents: [Cast.scout], hearing: .audio)
        stage.say("ana", "And why is that so?", .seconds(1))
        stage.finish()
        let used = try #require(stage.usages.first)
        // The voice and the silence that ended it.
        #expect((24_000...60_000).contains(used.sent), "\(used.sent)")
        #expect(stage.usage(of: "scout")?.sent == used.sent)
    }

    @Test func `what is said twice is counted once`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("All is well.", .seconds(1), fault: .repeatsItself))
        stage.say("ana", "Hey Scout, how are things?")
        stage.finish()
        #expect(stage.room.consumption.agents.responses == 1)
        #expect(stage.room.consumption.agents.tokens.outputAudio == 20)
        let link = try #require(stage.peer("scout")).link
        var done = Response(id: "resp_unasked", status: .completed)
        done.usage = Usage()
        done.usage?.output.total = 7
        for _ in 0..<2 { stage.handle(.linkReceived(link, .responseDone(done))) }
        // Nobody asked for it, and it costs all the same.
        #expect(stage.room.consumption.agents.responses == 2)
        #expect(stage.room.consumption.agents.tokens.output == 20 + 3 + 7)
    }

    @Test func `an ear's transcripts count in what its server counts in`() {
        let stage = Stage(agents: [Cast.scout])
        stage.say("ana", "Hey Scout, how are things?")
        stage.finish()
        stage.say("ana", "And again?")
        stage.finish()
        let ears = stage.room.consumption.ears
        #expect(ears.transcripts == 2 && ears.reported == 2)
        #expect(ears.duration == .seconds(2) && ears.tokens == TokenCount())
        #expect(ears.sent > 24_000)
    }

    @Test func `an agent that has left stays in the room's account`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.say("ana", "Hey Scout, how are things?")
        stage.finish()
        let before = stage.room.consumption.agents
        stage.leave("scout")
        #expect(stage.room.consumption.agents == before && before.responses == 1)
        stage.handle(.closeRequested(reason: .deleted))
        let last = stage.log.last?.event
        #expect(last == .roomClosed(reason: .deleted, usage: stage.room.consumption))
    }

    @Test func `a turn that failed unheard and its second try cost both, and count as one turn`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("", .zero, fault: .fails(at: .zero)))
        stage.say("ana", "Hey Scout, how are things?")
        stage.finish()
        #expect(stage.endings == ["scout failed", "scout completed"])
        #expect(stage.room.consumption.turns == 1)
        #expect(stage.room.consumption.agents.responses == 2)
    }
}

@Suite struct `Prices` {
    private let prices: PriceTable = {
        var prices = PriceTable.Prices()
        (prices.inputText, prices.inputAudio, prices.cached) = (4, 32, 0.4)
        (prices.outputText, prices.outputAudio, prices.minute) = (16, 64, 0.006)
        return PriceTable(currency: "USD", models: ["voice": prices, "ear": prices])
    }()

    private func stage(_ prices: PriceTable) -> Stage {
        var settings = Stage.settings
        settings.prices = prices
        return Stage(agents: [Cast.scout], settings: settings)
    }

    @Test func `a call costs what the table says, ears and all`() throws {
        let stage = stage(prices)
        stage.script("scout", Script("All is well today.", .seconds(2)))
        stage.say("ana", "Hey Scout, how are things?")
        stage.finish()
        let cost = try #require(stage.room.consumption.cost)
        let tokens: Double = 10 * 4 + 4 * 16 + 40 * 64
        let expected = tokens / 1_000_000 + 0.006 / 60
        #expect(abs(cost.amount - expected) < 1e-12)
        #expect(cost.isComplete && cost.currency == "USD")
    }

    @Test func `a model without a price makes the sum a lower bound`() throws {
        let stage = stage(PriceTable(currency: "EUR", models: ["another": PriceTable.Prices()]))
        stage.say("ana", "Hey Scout, how are things?")
        stage.finish()
        let cost = try #require(stage.room.consumption.cost)
        #expect(cost.amount == 0 && !cost.isComplete)
    }

    @Test(arguments: [
        ("voice", true), ("voice-2026-03-01", true), ("voice-mini", false), ("voice-2026-3-1", false),
        ("voice-mini-2026-03-01", false),
    ])
    func `a dated edition of a model costs what the model costs`(model: String, isFound: Bool) {
        #expect((prices.prices(of: model) != nil) == isFound)
        var open = prices
        open = PriceTable(currency: "USD", models: open.models.merging(["default": .init()]) { $1 })
        #expect(open.prices(of: model) != nil && open.prices(of: nil) != nil)
    }

    @Test func `cached input is not paid twice, and what is not split is paid as the dearer kind`() {
        func cost(_ change: (inout Usage) -> Void) -> Double {
            var settings = Stage.settings
            settings.prices = prices
            let stage = Stage(agents: [Cast.scout], settings: settings)
            guard let link = stage.peer("scout")?.link else { return .nan }
            var done = Response(id: "resp_x", status: .completed)
            done.usage = Usage()
            if var usage = done.usage {
                change(&usage)
                done.usage = usage
            }
            stage.handle(.linkReceived(link, .responseDone(done)))
            return (stage.room.consumption.cost?.amount ?? .nan) * 1_000_000
        }
        let split = cost {
            ($0.input.total, $0.input.text, $0.input.audio) = (100, 60, 40)
            ($0.input.cached.total, $0.input.cached.text, $0.input.cached.audio) = (50, 40, 10)
        }
        let parts: Double = 20 * 4 + 30 * 32 + 20
        #expect(abs(split - parts) < 1e-6)
        let unsplit = cost { ($0.input.total, $0.output.total) = (100, 10) }
        #expect(abs(unsplit - 3_840) < 1e-6)
        let absurd = cost { ($0.input.total, $0.output.total) = (.max, -5) }
        #expect(absurd > 0 && absurd.isFinite)
    }
}

extension Stage {
    /// What ended turns have used, in their order.
    fileprivate var usages: [Consumption] {
        events { if case .turnEnded(_, _, _, _, _, let usage) = $0 { usage } else { nil } }
    }

    fileprivate func usage(of agent: Identity) -> Consumption? {
        room.view.participants.first { $0.identity == agent }?.usage
    }
}
