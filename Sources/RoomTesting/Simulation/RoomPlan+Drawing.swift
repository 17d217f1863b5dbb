import FloorControl
import Rooms

// A plan from its seed: rich enough that every rule of the house is leant upon in some room.

extension RoomPlan {
    /// The room of this seed; the same one for ever, as long as nobody touches the drawing.
    public static func drawn(from seed: UInt64) -> RoomPlan {
        var drawing = Drawing(seed: seed)
        return drawing.plan()
    }
}

private struct Drawing {
    let seed: UInt64
    var random: SeededGenerator
    var agents: [Identity] = []
    var callers: [Identity] = []
    var steps: [PlannedStep] = []
    var now = 0

    init(seed: UInt64) {
        self.seed = seed
        random = SeededGenerator(seed: seed)
    }

    mutating func plan() -> RoomPlan {
        let slowest = Int.random(in: 2...150, using: &random)
        let patience = random.chance(5) ? 8_000 : 600_000
        let longestTurn = random.chance(8) ? 3_000 : 120_000
        let hearing: AgentInput = random.chance(60) ? .audio : .text
        agents = Array(Ensemble.agents.shuffled(using: &random).prefix(Int.random(in: 1...6, using: &random)))
        callers = Array(Ensemble.callers.prefix(Int.random(in: 0...4, using: &random)))
        for caller in callers where !random.chance(10) { add(.calls(caller)) }
        for agent in agents where !random.chance(15) { add(.joins(agent)) }
        // Drawn apart, so that the rooms of before stay what they were.
        var lengths = SeededGenerator(seed: seed ^ 0x5E55_1015)
        let sessions = lengths.chance(40) ? Int.random(in: 3_000...15_000, using: &lengths) : 0
        let servers = lengths.chance(30) ? 2 : 1
        now = 200
        for _ in 0..<Int.random(in: 10...26, using: &random) {
            happen()
            now += Int.random(in: random.chance(30) ? 0...150 : 20...2_200, using: &random)
        }
        let items = drawBudget()
        return RoomPlan(
            seed: seed, network: 1...slowest, patience: patience, longestTurn: longestTurn, hearing: hearing,
            sessions: sessions, servers: servers, items: items, steps: steps)
    }

    /// Drawn apart, too. In such a room servers make every sort of summary, at any time.
    private mutating func drawBudget() -> Int {
        var budgets = SeededGenerator(seed: seed ^ 0xB0D6_E75)
        guard budgets.chance(45) else { return 0 }
        let end = now
        for _ in 0..<Int.random(in: 0...6, using: &budgets) {
            now = Int.random(in: 0...max(1, end), using: &budgets)
            guard let agent = agents.randomElement(using: &budgets) else { continue }
            add(.sumsUp(agent, summary(&budgets)))
        }
        now = end
        steps = steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(
            \.element)
        return Int.random(in: 6...20, using: &budgets)
    }

    private func summary(_ random: inout SeededGenerator) -> SummaryScript {
        let text = "[Ana] said so."
        let delay = Duration.milliseconds(Int.random(in: 1...6_000, using: &random))
        let summaries: [SummaryScript] = [
            .says(text, after: delay), .saysAtTheEnd(text), .breaksOff(text), .speaksUp(text), .refuses,
            .fails,
            .saysNothing, .neverEnds,
        ]
        return summaries.randomElement(using: &random) ?? .fails
    }

    mutating func add(_ step: Step) { steps.append(PlannedStep(at: now, step)) }
    mutating func any<T>(_ some: [T]) -> T? { some.randomElement(using: &random) }

    /// One thing after the other; the numbers are how often among a hundred.
    mutating func happen() {
        let agent = any(agents) ?? "scout"
        let caller = any(callers)
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<32: if let caller { add(.says(caller, saying())) } else { add(.moderatorGives(agent)) }
        case 32..<54: add(.answers(agent, answer(of: agent)))
        case 54..<58: chain()
        case 58..<62: if let caller { add(.types(caller, text())) }
        case 62..<65: add(.moderatorGives(agent))
        case 65..<67: add(.interrupts)
        case 67..<69: add(.mutes(agent, random.chance(60)))
        case 69..<77: comeOrGo(agent, caller)
        case 77..<85: fail(agent, caller)
        case 85..<88: add(.mishap(agent, mishap()))
        case 88: add(.refusesCommit(agent))
        case 89..<98: if let caller { lineTrouble(caller) }
        case 98: add(.toolsTake(Int.random(in: 5...7_000, using: &random), ok: random.chance(75)))
        default: if random.chance(20) { add(.closes) } else { add(.interrupts) }
        }
    }
}

// What people do.
extension Drawing {
    private mutating func name() -> String {
        Ensemble.name(of: any(agents) ?? "scout")
    }

    private mutating func text() -> String {
        let name = name()
        let lines = [
            "Hey \(name), what do you think?", "\(name), how much is it?", "What do you say, \(name)?",
            "And why is that?", "Everyone, please introduce yourself.", "What do you all think?", "Mhm.",
            "Yeah.", "Right.", "Stop!", "No, stop, \(name).", "I already asked \(name) about that.",
            "No wait. \(name), you go first.", "Not you, I meant \(name).",
            "So anyway, that is how it went with the launch last week.", "\(name), and then \(self.name())?",
            "How is our budget?",
        ]
        return any(lines) ?? "Mhm."
    }

    private mutating func saying() -> PlannedSaying {
        var saying = PlannedSaying(text(), Int.random(in: 150...2_400, using: &random))
        saying.hasPartials = random.chance(80)
        saying.words =
            switch Int.random(in: 0..<12, using: &random) {
            case 0: .never
            case 1: .failed(after: Int.random(in: 10...2_000, using: &random))
            case 2: .beforeTheEnd
            default: .final(after: Int.random(in: 30...(random.chance(20) ? 3_500 : 700), using: &random))
            }
        return saying
    }

    private mutating func comeOrGo(_ agent: Identity, _ caller: Identity?) {
        guard let caller, random.chance(50) else {
            add(random.chance(50) ? .joins(agent) : .leaves(agent))
            return
        }
        add(random.chance(60) ? .calls(caller) : .hangsUp(caller))
    }

    private mutating func lineTrouble(_ caller: Identity) {
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: add(.mutes(caller, random.chance(60)))
        case 2: add(.fallsSilent(caller))
        case 3, 4, 5: add(.reports(caller, Int.random(in: 0...5_000, using: &random)))
        case 6, 7: add(.playerLags(caller, Int.random(in: 0...900, using: &random)))
        case 8: add(.ear(caller, .lags(Int.random(in: 50...2_500, using: &random))))
        case 9: add(.ear(caller, .repeatsItself))
        case 10: add(.ear(caller, random.chance(40) ? .neverStops : .usual))
        default: add(.ear(caller, .usual))
        }
    }
}

// What servers do.
extension Drawing {
    private mutating func answer(of agent: Identity) -> PlannedAnswer {
        var answer = PlannedAnswer(random.chance(6) ? 0 : Int.random(in: 100...5_000, using: &random))
        answer.speed = Int.random(in: 1...20, using: &random)
        answer.chunk = Int.random(in: 15...400, using: &random)
        answer.createdAfter = Int.random(in: 1...(random.chance(10) ? 2_000 : 60), using: &random)
        answer.firstSound = Int.random(in: 10...(random.chance(15) ? 7_000 : 900), using: &random)
        if random.chance(35) { answer.fault = fault() }
        if random.chance(22) { answer.calls.append(.handsOver(to: target(besides: agent))) }
        if random.chance(14) { answer.calls.append(.looksUp) }
        return answer
    }

    private mutating func target(besides agent: Identity) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: "zed"
        case 1: agent.description
        default: any(agents)?.description ?? "scout"
        }
    }

    private mutating func fault() -> Script.Fault? {
        let at = random.milliseconds(0...2_500)
        let faults: [Script.Fault] = [
            .drops(at: at), .expires(at: at), .fallsSilent(at: at), .fails(at: at), .runsOutOfTokens,
            .speaksAfterDone, .repeatsItself, .ignoresCancel, .twoItems, .twoItemsInterleaved,
            .forgetsMetadata, .refuses,
        ]
        return any(faults)
    }

    /// Agents hand the floor on and on, until the limit.
    private mutating func chain() {
        for agent in agents {
            for _ in 0..<2 {
                var answer = PlannedAnswer(Int.random(in: 200...900, using: &random))
                answer.calls = [.handsOver(to: any(agents)?.description ?? "scout")]
                add(.answers(agent, answer))
            }
        }
    }

    private mutating func fail(_ agent: Identity, _ caller: Identity?) {
        let losses: [LinkLoss] = [
            .refused(status: 503), .closed(code: 1006, reason: ""), .refused(status: 500),
            .refused(status: random.chance(10) ? 401 : 503),
        ]
        let some = Array(losses.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)))
        switch Int.random(in: 0..<9, using: &random) {
        case 0, 1, 2: add(.sessionBreaks(agent))
        case 3: if let caller { add(.earBreaks(caller)) }
        case 4, 5: add(.refuses(agent, some))
        case 6: add(.refuses(Stage.ear, some))
        case 7: add(.serverIsDead(agent, true))
        default: add(.serverIsDead(agent, false))
        }
    }

    private mutating func mishap() -> Mishap {
        let kinds: [Mishap.Kind] = [.lost, .doubled, .late(Int.random(in: 100...3_000, using: &random))]
        return Mishap(any(kinds) ?? .lost, skipping: Int.random(in: 0...25, using: &random))
    }
}
