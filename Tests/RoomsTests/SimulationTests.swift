import FloorControl
import Personas
import Realtime
import RoomTesting
import Rooms
import Testing

/// Rooms in which anything may happen at any moment. The seed is printed with every complaint and
/// repeats it.
@Suite struct SimulationTests {
    @Test(arguments: 0..<30, AgentInput.allCases)
    func `whatever happens, the room keeps its promises`(block: Int, input: AgentInput) {
        for seed in UInt64(block * 4)..<UInt64(block * 4 + 4) {
            var chaos = Chaos(seed: seed, input)
            chaos.run()
        }
    }
}

/// One random room: who comes and goes, what they say, and what their servers do.
private struct Chaos {
    let stage: Stage
    let seed: UInt64
    var random: SeededGenerator
    var history: [String] = []

    static let agents = [Cast.scout, Cast.nova, Cast.atlas]
    static let callers: [Identity] = ["ana", "bob"]
    static let words = [
        "Hey Scout, what do you think?", "Nova, how much is it?", "What do you say, Atlas?",
        "And why is that?",
        "Everyone, please introduce yourself.", "Mhm.", "Stop!", "I already asked Scout about that.",
        "No wait. Nova, you go first.", "Yeah.", "So anyway, that is how it went with the launch last week.",
    ]

    init(seed: UInt64, _ input: AgentInput) {
        self.seed = seed
        random = SeededGenerator(seed: seed)
        stage = Stage(agents: Self.agents, callers: Self.callers, hearing: input, seed: seed)
        stage.latencies = 1...Int.random(in: 2...150, using: &random)
    }

    mutating func run() {
        for agent in Self.agents {
            stage.otherwise(Identity(agent.id), Script("one two three four five", .milliseconds(1_200)))
        }
        for _ in 0..<14 {
            happen()
            stage.run(for: random.milliseconds(20...2_500))
        }
        calmDown()
    }

    /// After the storm the room comes to rest, and still answers.
    private mutating func calmDown() {
        for caller in Self.callers where stage.room.callerIdentities.contains(caller) {
            stage.handle(.callerMuted(caller, false))
        }
        stage.run(for: .seconds(45))
        stage.checkAtRest()
        expect(stage.room.view.holder == nil, "a turn is left: \(stage.room.view)")
        expect(stage.room.view.queue.isEmpty, "promises are left: \(stage.room.view.queue)")
        expectWholeTurns()
        answerOnce()
        expect(stage.complaints.isEmpty, stage.complaints.joined(separator: "\n"))
    }

    private mutating func answerOnce() {
        let present = stage.room.view.participants.filter { $0.kind == .agent && $0.status != .failed }
        guard let agent = present.first, stage.room.callerIdentities.contains("ana") else { return }
        stage.forgetScripts(of: agent.identity)
        let before = stage.ended.count
        stage.handle(.messageTyped(from: "ana", text: "\(agent.name), are you there?"))
        stage.run(for: .seconds(30))
        let ends = stage.ended.dropFirst(before)
        expect(ends.contains { $0.agent == agent.identity && $0.outcome == .completed }, "no answer: \(ends)")
    }

    private func expectWholeTurns() {
        var current: TurnID?
        for (at, event) in stage.log {
            switch event {
            case .turnGranted(let turn, _, _, _):
                expect(current == nil, "\(turn) granted beside \(current.debugDescription) at \(at)")
                current = turn
            case .turnStarted(let turn, _, _): expect(current == turn, "\(turn) started at \(at)")
            case .turnEnded(let turn, _, _, _, _):
                expect(current == turn, "\(turn) ended at \(at)")
                current = nil
            default: break
            }
        }
    }

    private func expect(_ condition: Bool, _ complaint: @autoclosure () -> String) {
        guard !condition else { return }
        Issue.record("seed \(seed) \(stage.input): \(complaint())\n\(history.joined(separator: "\n"))")
    }

    private mutating func happen() {
        let agent = Identity(Self.agents.randomElement(using: &random)?.id ?? "scout")
        let caller = Self.callers.randomElement(using: &random) ?? "ana"
        let kind = Int.random(in: 0..<30, using: &random)
        history.append("\(stage.now): \(kind) \(agent) \(caller)")
        switch kind {
        case 0..<12: speak(caller)
        case 12..<17: stage.script(agent, script())
        case 17:
            stage.handle(.messageTyped(from: caller, text: Self.words.randomElement(using: &random) ?? ""))
        case 18: stage.handle(.moderatorGave(agent, instructions: "Speak."))
        case 19: stage.handle(.interruptRequested)
        case 20: stage.breakOff(agent)
        case 21: stage.breakOff(caller)
        case 22: stage.handle(.callerMuted(caller, Bool.random(using: &random)))
        case 23 where stage.input == .audio: stage.refuseCommits(of: agent)
        case 23, 26: stage.refuse(agent, .refused(status: 503), .closed(code: 1006, reason: ""))
        case 24: comeOrGo(agent)
        case 25: comeOrGo(caller: caller)
        default: report(caller)
        }
    }

    private mutating func speak(_ caller: Identity) {
        var saying = Saying(Self.words.randomElement(using: &random) ?? "", random.milliseconds(200...2_000))
        if random.chance(20) { saying.partials = .none }
        if random.chance(20) { saying.final = Self.words.randomElement(using: &random) }
        switch Int.random(in: 0..<10, using: &random) {
        case 0: saying.transcript = .never
        case 1: saying.transcript = .failed(after: random.milliseconds(10...2_000))
        case 2: saying.transcript = .beforeStopped
        default: saying.transcript = .final(after: random.milliseconds(50...3_000))
        }
        history.append("  “\(saying.text)” \(saying.duration) \(saying.transcript)")
        stage.begin(caller, saying)
    }

    private mutating func script() -> Script {
        let duration = random.milliseconds(100...4_000)
        var script = Script("one two three four five six seven eight", duration)
        script.speed = Int.random(in: 1...20, using: &random)
        script.chunk = random.milliseconds(15...400)
        script.firstAudio = random.milliseconds(10...3_000)
        let at = random.milliseconds(0...2_000)
        let faults: [Script.Fault?] = [
            nil, nil, nil, .drops(at: at), .expires(at: at), .fallsSilent(at: at), .fails(at: at),
            .runsOutOfTokens, .speaksAfterDone, .repeatsItself, .ignoresCancel, .twoItems,
            .twoItemsInterleaved, .forgetsMetadata, .refuses,
        ]
        script.fault = faults.randomElement(using: &random) ?? nil
        let calls = [
            ("request_turn", #"{"agent": "nova", "reason": "x"}"#), ("look_up", "{}"),
            ("request_turn", #"{"agent": "zed"}"#), ("request_turn", #"{"agent": "atlas", "reason": "y"}"#),
        ]
        if random.chance(40), let call = calls.randomElement(using: &random) { script.calls = [call] }
        if random.chance(10) { script.calls.append(("look_up", "{}")) }
        if random.chance(5) { script.duration = .zero }
        stage.tools["look_up"] = (random.milliseconds(5...6_000), "{}", random.chance(80))
        history.append("  \(script)")
        return script
    }

    private func comeOrGo(_ agent: Identity) {
        if stage.room.agentIdentities.contains(agent) {
            stage.leave(agent)
        } else if let persona = Self.agents.first(where: { Identity($0.id) == agent }) {
            stage.join(persona)
        }
    }

    private func comeOrGo(caller: Identity) {
        guard caller != "ana" else { return }
        if stage.room.callerIdentities.contains(caller) { stage.leave(caller) } else { stage.call(caller) }
    }

    private mutating func report(_ caller: Identity) {
        guard let turn = stage.room.view.turn else { return }
        stage.handle(.positionReported(by: caller, turn, random.milliseconds(0...3_000)))
    }
}
