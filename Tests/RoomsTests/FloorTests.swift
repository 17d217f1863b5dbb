import FloorControl
import Personas
import Realtime
import RoomTesting
import Rooms
import Testing

/// What a room tells of its floor, and how it is moderated.
@Suite struct FloorTests {
    // MARK: - Shown

    @Test func `every change of the floor is told once, after what caused it`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", .handsOver(to: "nova", because: "money", saying: "Nova?", .seconds(1)))
        stage.say("ana", "Hey Scout, what does it cost?")
        stage.finish()
        #expect(
            stage.floors.map(\.brief) == [
                "scout tu_1 address []", "scout tu_1 address [nova request tu_2]", "nova tu_2 request []",
                "open []",
            ])
        #expect(stage.floors[1].queue.map(\.why) == ["Scout handed over to Nova: money."])
        let order: [String] = stage.events { event in
            switch event {
            case .turnGranted, .turnEnded, .floorChanged: event.type
            default: nil
            }
        }
        #expect(
            order == [
                "turn.granted", "floor.changed", "floor.changed", "turn.ended", "turn.granted",
                "floor.changed", "turn.ended", "floor.changed",
            ])
    }

    @Test func `what is told is what is shown, and nothing is told twice`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova, Cast.atlas])
        for words in ["Everyone, introduce yourselves.", "Nova, go on.", "Stop."] {
            stage.handle(.messageTyped(from: "ana", text: words))
            stage.handle(.moderatorGave("atlas", instructions: "Sum up."))
            stage.run(for: .milliseconds(700))
            #expect(stage.floors.last == stage.room.view.floor)
        }
        stage.finish(.seconds(30))
        #expect(stage.floors.last?.brief == "open []")
        #expect(zip(stage.floors, stage.floors.dropFirst()).allSatisfy { $0 != $1 })
    }

    @Test func `a room that closes opens its floor before its last event`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.say("ana", "Hey Scout, begin.")
        stage.run(untilHeard: "scout", .milliseconds(200))
        stage.handle(.closeRequested(reason: .deleted))
        #expect(stage.floors.last?.brief == "open []")
        #expect(
            stage.log.last?.event == .roomClosed(reason: .deleted, usage: stage.room.consumption))
    }

    @Test func `every grant says in one sentence why`() {
        let luna = Cast.persona("luna", "Luna", greeting: "Hi.")
        let stage = Stage(agents: [Cast.scout, Cast.nova, luna])
        stage.run(for: .seconds(3))
        stage.script(
            "scout", .handsOver(to: "nova", because: "she knows the prices", saying: "Nova?", .seconds(1)))
        for words in [
            "Hey Scout, begin.", "And then?", "What do you all think?", "What does the finance say?",
        ] {
            stage.say("ana", words)
            stage.run(for: .seconds(9))
        }
        stage.handle(.moderatorGave("nova", instructions: "Sum up."))
        stage.finish()
        #expect(stage.whys.count >= 8)
        #expect(stage.whys.contains("Luna has joined and greets."))
        #expect(stage.whys.contains("Scout handed over to Nova: she knows the prices."))
        #expect(stage.whys.contains("The moderator gave Nova the floor."))
        #expect(stage.whys.contains("Ana said “Hey Scout, begin.”: Scout is spoken to."))
        for why in stage.whys { #expect(why.last == "." && !why.contains("\n"), "\(why)") }
    }

    @Test func `of several who are named each learns why it is its turn`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.say("ana", "Scout, and then Nova, go on.")
        stage.finish()
        let why = "Ana said “Scout, and then Nova, go on.”: Scout, then Nova are named."
        #expect(stage.whys == [why, why])
    }

    @Test func `a turn that is tried again says so`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("x", fault: .fails(at: .zero)), Script("Here I am."))
        stage.say("ana", "Hey Scout, begin.")
        stage.finish()
        #expect(stage.whys.last == "Nothing was heard of Scout's turn, so it is tried once more.")
    }

    // MARK: - Limits

    @Test func `a turn that never ends is cut, its memory too, and the next one is served`() throws {
        var settings = Stage.settings
        settings.floor.maxTurnLength = .seconds(5)
        let stage = Stage(agents: [Cast.scout, Cast.nova], settings: settings)
        let words = (1...40).map { "word\($0)" }.joined(separator: " ")
        stage.script("scout", Script(words, .seconds(40)))
        stage.handle(.messageTyped(from: "ana", text: "Scout and Nova, what do you think?"))
        stage.finish(.seconds(20))
        #expect(stage.endings == ["scout interrupted", "nova completed"])
        let ended = try #require(stage.ended.first)
        #expect(ended.heard > .seconds(4) && ended.heard <= .seconds(5))
        #expect(stage.heard("scout", by: "ana") == ended.heard)
        let truncations = stage.sent("scout").compactMap { event in
            if case .itemTruncate(_, _, let audioEnd) = event { audioEnd } else { nil }
        }
        #expect(truncations == [ended.heard])
        #expect(stage.requests("nova").first?.context.last == .user("[Scout] \(ended.text) (interrupted)"))
    }

    // MARK: - Everyone

    @Test func `in a round each hears those before`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova, Cast.atlas])
        for agent in ["scout", "nova", "atlas"] as [Identity] {
            stage.script(agent, Script("I am \(agent)."))
        }
        stage.handle(.messageTyped(from: "ana", text: "What do you all think?"))
        stage.finish()
        #expect(stage.grants == ["scout/all", "nova/all", "atlas/all"])
        let context = stage.requests("atlas").first?.context ?? []
        #expect(
            context == [
                .user("[Ana] What do you all think?"), .user("[Scout] I am scout."),
                .user("[Nova] I am nova."),
            ])
    }

    @Test func `a human ends the round, and who joins, is muted or fails in it is passed over`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova, Cast.atlas])
        stage.handle(.messageTyped(from: "ana", text: "What do you all think?"))
        stage.run(untilHeard: "scout", .milliseconds(200))
        stage.join(Cast.persona("luna", "Luna"))
        stage.handle(.agentMuted("nova", true))
        stage.run(for: .seconds(6))
        #expect(stage.grants == ["scout/all", "atlas/all"])
        stage.handle(.agentMuted("nova", false))
        stage.handle(.messageTyped(from: "ana", text: "What do you all think?"))
        stage.run(untilHeard: "nova", .milliseconds(200))
        stage.breakOff("luna", .refused(status: 401))
        stage.say("ana", "Thank you, that is enough for now.", .seconds(2))
        stage.finish()
        #expect(!stage.grants.contains { $0 == "luna/all" } && stage.grants.count { $0 == "scout/all" } == 1)
    }

    // MARK: - Mute

    @Test func `muting an agent silences it at once and leaves it listening`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", Script("one two three four five six seven eight", .seconds(8)))
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .seconds(1))
        stage.handle(.agentMuted("scout", true))
        stage.handle(.agentMuted("scout", true))
        #expect(stage.endings == ["scout interrupted"] && stage.clears == [stage.now])
        #expect(stage.mutes == ["scout true"])
        #expect(stage.room.view.participants.first { $0.identity == "scout" }?.muted == true)
        stage.handle(.messageTyped(from: "ana", text: "Scout, go on."))
        #expect(stage.faults() == ["agent_muted"] && stage.room.view.turn == nil)
        stage.handle(.messageTyped(from: "ana", text: "Nova, what do you say?"))
        stage.run(for: .seconds(4))
        #expect(stage.endings.last == "nova completed")
        stage.handle(.agentMuted("scout", false))
        stage.handle(.messageTyped(from: "ana", text: "Scout, and you?"))
        stage.finish()
        #expect(stage.endings.last == "scout completed" && stage.mutes == ["scout true", "scout false"])
        let context = try #require(stage.requests("scout").last?.context)
        #expect(context.contains(.user("[Nova] All is well.")))
    }

    @Test func `an agent that is muted before it is heard is cancelled`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.handle(.messageTyped(from: "ana", text: "Hey Scout, count."))
        stage.handle(.agentMuted("scout", true))
        stage.finish()
        #expect(stage.endings == ["scout cancelled"])
        #expect(stage.heard("scout", by: "ana") == .zero)
    }

    @Test func `what lies in a muted agent's field is left to the others`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.handle(.agentMuted("nova", true))
        stage.handle(.messageTyped(from: "ana", text: "What does the finance look like?"))
        stage.finish()
        #expect(stage.grants == ["scout/floor"] && stage.faults() == [])
    }

    @Test func `a caller who mutes is seen to be muted`() {
        let stage = Stage(agents: [Cast.scout])
        stage.handle(.callerMuted("ana", true))
        stage.handle(.callerMuted("ana", true))
        stage.handle(.callerMuted("ana", false))
        #expect(stage.mutes == ["ana true", "ana false"])
    }

    // MARK: - Nobody answers

    @Test func `a room without agents says so, once`() {
        let stage = Stage(agents: [])
        stage.say("ana", "Hello? Is anybody there?")
        stage.run(for: .seconds(3))
        for _ in 0..<50 { stage.handle(.messageTyped(from: "ana", text: "Scout, are you there?")) }
        #expect(stage.details == ["Nobody can answer: there is no agent in the room."])
        stage.call("bob")
        stage.handle(.messageTyped(from: "bob", text: "Anybody?"))
        stage.handle(.messageTyped(from: "bob", text: "Stop."))
        #expect(stage.details.count == 2)
    }

    @Test func `a room whose agents all failed says so, when it happens and when one comes and goes`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.breakOff("scout", .refused(status: 401))
        stage.run(for: .milliseconds(10))
        #expect(stage.statuses(of: "scout").last == .failed && stage.details == [])
        stage.breakOff("nova", .refused(status: 401))
        stage.run(for: .milliseconds(10))
        #expect(stage.details == ["Nobody can answer: all agents have failed: Scout, Nova."])
        stage.handle(.messageTyped(from: "ana", text: "Scout, are you there?"))
        #expect(stage.details.count == 1)
        stage.join(Cast.nova)
        stage.run(for: .milliseconds(200))
        stage.leave("nova")
        stage.handle(.messageTyped(from: "ana", text: "Scout, are you there?"))
        #expect(
            stage.details.last
                == "Nobody can answer: the only agent, Scout, has failed; join it again.")
        stage.finish()
    }

    @Test func `a room whose agents are all muted says so`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        for agent in ["scout", "nova"] as [Identity] { stage.handle(.agentMuted(agent, true)) }
        stage.handle(.messageTyped(from: "ana", text: "What is the plan?"))
        #expect(stage.details == ["Nobody can answer: every agent is muted."])
        stage.leave("scout")
        stage.leave("nova")
        stage.handle(.messageTyped(from: "ana", text: "And now?"))
        #expect(stage.details.last == "Nobody can answer: there is no agent in the room.")
        stage.finish()
        #expect(stage.grants == [])
    }
}

extension Stage {
    fileprivate var floors: [FloorView] {
        events { if case .floorChanged(let floor) = $0 { floor } else { nil } }
    }
    fileprivate var mutes: [String] {
        events { if case .participantMuted(let who, let isMuted) = $0 { "\(who) \(isMuted)" } else { nil } }
    }
    /// What `no_agents` said.
    fileprivate var details: [String] {
        events {
            if case .error(let fault) = $0, fault.code == "no_agents" { fault.detail } else { nil }
        }
    }
}

extension FloorView {
    /// `scout tu_1 address [nova request tu_2]`, `open []`.
    fileprivate var brief: String {
        let holder = holder.map { "\($0) \(turn?.description ?? "?") \(reason?.rawValue ?? "?")" } ?? "open"
        return "\(holder) [\(queue.map { "\($0.agent) \($0.reason) \($0.turn)" }.joined(separator: ", "))]"
    }
}
