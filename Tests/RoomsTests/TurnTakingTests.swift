import FloorControl
import Personas
import Realtime
import RoomTesting
import Rooms
import Testing

@Suite struct TurnTakingTests {
    @Test func `the agent that is named answers`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova, Cast.atlas])
        for (agent, words) in [
            ("nova", "Hey Nova, how long does the cash last?"), ("scout", "Scout, who else sells this?"),
            ("atlas", "What do you think, Atlas?"),
        ] {
            stage.say("ana", words)
            stage.run(until: "\(agent)'s turn") { $0.ended.last?.agent == Identity(agent) }
        }
        #expect(stage.grants == ["nova/address", "scout/address", "atlas/address"])
        #expect(stage.endings == ["nova completed", "scout completed", "atlas completed"])
        // 1.5 s each, every sample once and in order.
        #expect(
            stage.runs(heardBy: "ana")
                == [1, 0, 2].map { Sound.Run(agent: $0, first: 0, count: 36_000) })
        stage.finish()
    }

    @Test func `the floor is sticky`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.say("ana", "Hey Nova, how are we doing?")
        stage.run(for: .seconds(4))
        stage.say("ana", "And why is that?")
        stage.finish()
        #expect(stage.grants == ["nova/address", "nova/floor"])
    }

    @Test func `a single agent needs no name`() {
        let stage = Stage(agents: [Cast.scout])
        stage.say("ana", "Good morning, can you hear me?")
        stage.finish()
        #expect(stage.grants == ["scout/floor"])
        #expect(stage.endings == ["scout completed"])
    }

    @Test func `events of a turn come in their order`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("This is the plan."))
        stage.say("ana", "Hey Scout, what do you think?")
        stage.finish()
        let told: [String] = stage.events { event in
            switch event {
            case .speechStarted, .speechStopped, .transcriptFinal, .turnGranted, .turnStarted, .turnEnded:
                event.type
            case .agentStatus(_, _, let status, _, _): "\(status)"
            default: nil
            }
        }
        #expect(
            told == [
                "joining", "joined", "speech.started", "speech.stopped", "transcript.final", "turn.granted",
                "thinking", "turn.started", "speaking", "transcript.final", "turn.ended", "listening",
            ])
        #expect(
            stage.transcript == ["ana: Hey Scout, what do you think?", "scout: This is the plan."])
        let ended = try #require(stage.ended.first)
        #expect(ended.heard == .milliseconds(1_500))
        #expect(ended.text == "This is the plan.")
    }

    @Test func `latency counts from the last voiced sample`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.run(for: .seconds(1))
        stage.say("ana", "Hey Scout, what do you think?")
        let end = stage.now
        stage.finish()
        let started: [(RoomTime, Duration)] = stage.log.compactMap {
            if case .turnStarted(_, _, let latency) = $0.event { ($0.at, latency) } else { nil }
        }
        let (at, latency) = try #require(started.first)
        let measured = end.duration(to: at)
        #expect(abs((latency - measured) / .milliseconds(1)) <= 25, "\(latency), measured \(measured)")
    }

    @Test func `latency counts from the words even when another voice had to end first`() throws {
        let stage = Stage(agents: [Cast.scout], callers: ["ana", "bob"])
        stage.begin("bob", Saying("Mhm.", .seconds(4)).with { $0.partials = .none })
        stage.say("ana", "Hey Scout, what do you think?")
        let end = stage.now
        stage.finish()
        let (at, latency) = try #require(
            stage.log.compactMap {
                if case .turnStarted(_, _, let latency) = $0.event { ($0.at, latency) } else { nil }
            }.first)
        #expect(abs((latency - end.duration(to: at)) / .milliseconds(1)) <= 25)
    }

    @Test func `everyone speaks in turn, who spoke least recently first`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova, Cast.atlas])
        stage.handle(.moderatorGave("scout", instructions: nil))
        stage.run(for: .seconds(3))
        stage.handle(.messageTyped(from: "ana", text: "Everyone, please introduce yourself."))
        stage.finish()
        #expect(stage.grants == ["scout/moderator", "nova/all", "atlas/all", "scout/all"])
        #expect(stage.endings.allSatisfy { $0.hasSuffix("completed") })
    }

    @Test func `sound leaves in real time with a bounded lead`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("A long story.", .seconds(6)))
        stage.say("ana", "Hey Scout, tell me a story.")
        stage.finish()
        let lead = try #require(stage.players["ana"]?.longestLead)
        #expect(lead <= .milliseconds(120))
        #expect(stage.runs(heardBy: "ana") == [Sound.Run(agent: 0, first: 0, count: 144_000)])
    }

    @Test func `typed words are routed as speech is`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.handle(.messageTyped(from: "ana", text: "  Hey Nova, what about the budget? "))
        stage.finish()
        #expect(stage.grants == ["nova/address"])
        #expect(stage.transcript.first == "ana: Hey Nova, what about the budget?")
    }

    @Test func `a greeting's words stand behind the persona's own`() throws {
        let luna = Cast.persona("luna", "Luna", greeting: "Hi, Luna here.")
        let stage = Stage(agents: [luna])
        stage.finish()
        #expect(stage.grants == ["luna/greeting"])
        let words = try #require(stage.requests("luna").first?.parameters.instructions)
        #expect(words.hasPrefix(luna.instructions))
        #expect(words.contains("Hi, Luna here."))
    }

    @Test func `the moderator's turn comes after whoever speaks, with the moderator's words`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.say("ana", "Hey Scout, begin.")
        stage.run(untilHeard: "scout", .milliseconds(300))
        stage.handle(.moderatorGave("nova", instructions: "Say the magic word."))
        let promised = stage.room.latestTurn
        stage.finish()
        #expect(stage.grants == ["scout/address", "nova/moderator"])
        #expect(stage.endings == ["scout completed", "nova completed"])
        #expect(stage.ended.last?.turn == promised)
        let words = try #require(stage.requests("nova").first?.parameters.instructions)
        #expect(words.hasPrefix(Cast.nova.instructions))
        #expect(words.contains("Say the magic word."))
    }

    @Test func `interrupting stops whoever speaks`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("A very long story about many things.", .seconds(5)))
        stage.say("ana", "Scout, tell me a long story")
        stage.run(untilHeard: "scout", .milliseconds(600))
        stage.handle(.interruptRequested)
        #expect(stage.clears == [stage.now])
        let ended = try #require(stage.ended.first)
        #expect(ended.outcome == .interrupted)
        let heard = stage.heard("scout", by: "ana")
        stage.finish()
        #expect(stage.heard("scout", by: "ana") == heard)
        #expect(abs((ended.heard - heard) / .milliseconds(1)) <= 20)
        stage.handle(.interruptRequested)
        #expect(stage.ended.count == 1)
    }
}
