import FloorControl
import Personas
import Realtime
import RoomTesting
import Rooms
import Testing

/// Eight agents in a room cost what one costs: the sound of an utterance is committed to one session, whoever was
/// guessed and whoever was meant, and nobody waits longer for an answer.
@Suite struct EightAgentsTests {
    private static let cast: [Persona] = [
        Cast.scout, Cast.nova, Cast.atlas, Cast.persona("luna", "Luna", expertise: ["design"]),
        Cast.persona("tess", "Tess", expertise: ["refunds"]), Cast.persona("quinn", "Quinn"),
        Cast.persona("victor", "Victor"), Cast.persona("barbara", "Barbara"),
    ]

    /// What is said, what its ear makes of it while it is said, and who answers.
    private static let lines: [(words: String, ear: Ear, answers: [String])] = [
        ("Hey Scout, how do we begin?", .wordByWord, ["scout"]),
        ("And why is that so?", .wordByWord, ["scout"]),
        ("And what do you make of it, Nova?", .firstAs("And what do you make of it"), ["nova"]),
        ("Atlas, when can we ship?", .wordByWord, ["atlas"]),
        ("No, not you, Atlas. I meant Luna.", .firstAs("No, not you"), ["luna"]),
        ("What about our finance plan?", .firstAs("What about our"), ["nova"]),
        ("Go on, please.", .beforeStop, ["nova"]),
        ("Quinn, is it done?", .wordByWord, ["quinn"]),
        ("Victor, is it done?", .firstAs("Luna, is it done?"), ["victor"]),
        ("Barbara and Tess, what do you both think?", .firstAs("Barbara"), ["barbara", "tess"]),
        ("Tell me more about it.", .wordByWord, ["tess"]),
        ("Stop.", .firstAs("Well"), []),
        ("Hey Quinn, what is left?", .neverFinal, ["quinn"]),
        ("Everybody, one last word.", .firstAs("One"), cast.map(\.id)),
    ]

    private enum Ear {
        case wordByWord
        /// These words while it is said; what it really was 700 ms after: a guess by the first is wrong.
        case firstAs(String)
        case beforeStop
        case neverFinal

        func hears(_ words: String) -> Saying {
            Saying(words, .milliseconds(1_200)).with {
                switch self {
                case .wordByWord: break
                case .firstAs(let first):
                    $0.text = first
                    $0.final = words
                    $0.transcript = .final(after: .milliseconds(700))
                case .beforeStop: $0.transcript = .beforeStopped
                case .neverFinal: $0.transcript = .never
                }
            }
        }
    }

    private func converse(_ stage: Stage) {
        for line in Self.lines {
            let turns = stage.ended.count
            stage.say("ana", line.ear.hears(line.words))
            stage.run(for: .seconds(5 + 3 * line.answers.count))
            let answered = stage.ended.dropFirst(turns).map(\.agent.description)
            #expect(
                Set(answered) == Set(line.answers) && answered.count == line.answers.count,
                "\(line.words): \(answered)")
        }
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `the sound of an utterance is committed to one session at most, however many listen`(seed: UInt64) {
        let stage = Stage(agents: Self.cast, hearing: .audio, seed: seed)
        converse(stage)
        stage.finish()
        let commits = stage.peers.values.flatMap { peer in peer.commits.map { ($0.run, peer.agent) } }
        for run in Set(commits.map(\.0)) {
            let holders = commits.filter { $0.0 == run }.map(\.1)
            #expect(holders.count == 1, "voice \(run) was committed to \(holders)")
        }
        // Guesses were made and were wrong: else there is nothing to see here.
        let wrong = stage.notes.count { if case .guessDiscarded = $0.note { true } else { false } }
        let right = stage.notes.count { if case .guessConfirmed = $0.note { true } else { false } }
        #expect(wrong >= 4 && right >= 3, "\(wrong) wrong, \(right) right")
        #expect(commits.count == Set(commits.map(\.0)).count && commits.count >= 8)
    }

    @Test func `sound is sent to the likely agent, and once more where that was wrong`() {
        let stage = Stage(agents: Self.cast, hearing: .audio)
        converse(stage)
        let said = Self.lines.count * 1_200 * 24
        let sent = stage.peers.values.map(\.appended).reduce(0, +)
        #expect(Double(sent) < 2 * Double(said), "\(sent) of \(said) samples")
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `whoever is silent is sent nothing but words`(input: AgentInput) throws {
        let stage = Stage(agents: Self.cast, hearing: input)
        let start = stage.now
        // Everybody but Scout only listens.
        for number in 0..<20 {
            stage.say(
                "ana", "Scout, what is number \(number) of all the things we wanted to talk about?",
                .seconds(4))
            stage.run(for: .seconds(3))
        }
        let seconds = start.duration(to: stage.now) / .seconds(1)
        for agent in Self.cast.dropFirst() {
            let peer = try #require(stage.peer(Identity(agent.id)))
            let bytes = peer.sent.map { $0.utf8.count }.reduce(0, +)
            #expect(peer.appended == 0)
            #expect(Double(bytes) / seconds < 1_000, "\(agent.name) was sent \(bytes) bytes in \(seconds) s")
        }
        #expect(stage.ended.count == 20)
    }

    @Test(arguments: [AgentInput.text, .audio])
    func `eight agents answer as soon as one does`(input: AgentInput) {
        func latencies(_ agents: Int) -> [Duration] {
            let stage = Stage(agents: Array(Self.cast.prefix(agents)), hearing: input)
            for number in 0..<20 {
                stage.say("ana", number == 0 ? "Hey Scout, begin." : "And what is number \(number)?")
                stage.run(for: .seconds(4))
            }
            stage.finish()
            return stage.events {
                if case .turnStarted(_, "scout", let latency) = $0 { latency } else { nil }
            }
        }
        let one = latencies(1)
        #expect(one.count == 20)
        #expect(latencies(8) == one)
    }

    /// Servers take 300 ms from the connection to a session that is set up.
    @Test func `eight agents that join at once are ready when one would be, with their personas`() throws {
        func ready(_ count: Int) throws -> RoomTime {
            let stage = Stage()
            stage.latencies = 150...150
            for persona in Self.cast.prefix(count) { stage.join(persona) }
            stage.run(for: .seconds(3))
            for persona in Self.cast.prefix(count) {
                #expect(stage.statuses(of: Identity(persona.id)) == [.joining, .joined])
                let peer = try #require(stage.peer(Identity(persona.id)))
                #expect(peer.configuration.instructions.value?.contains(persona.instructions) == true)
                // Who else is here may be told again, and nothing was asked yet.
                #expect(peer.requests.isEmpty)
            }
            let joined = stage.log.filter {
                if case .participantJoined(_, .agent, _, _) = $0.event { true } else { false }
            }
            return try #require(joined.last).at
        }
        let one = try ready(1)
        #expect(one == RoomTime(.milliseconds(300)))
        #expect(try ready(8) == one)
    }
}
