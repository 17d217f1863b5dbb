import FloorControl
import Testing

@Suite struct RandomConversationsTests {
    /// The promises of this module, kept over random conversations: whatever a network may deliver, in any
    /// order, even late.
    @Test(arguments: 0..<20)
    func `the floor keeps its promises`(block: Int) throws {
        for seed in UInt64(block * 100)..<UInt64(block * 100 + 100) {
            var world = World(seed: seed)
            for _ in 0..<150 { try world.step() }
            try world.fallSilent()
        }
    }
}

/// Misbehaving participants around a floor, and what must hold after every step.
private struct World {
    let seed: UInt64
    var random: SplitMix64
    var floor: Floor
    var now = RoomTime.zero
    var holder: Turn?
    var isHeld = false
    var granted: Set<TurnID> = []
    var speaking: [Identity] = []
    var seated = Set(Self.agents)
    var muted: Set<Identity> = []
    var history: [String] = []

    static let agents: [Identity] = ["ada", "bob", "cyd"]
    static let callers: [Identity] = ["mia", "leo"]

    init(seed: UInt64) {
        self.seed = seed
        random = SplitMix64(state: seed)
        var settings = FloorSettings()
        settings.maxAgentTurns = Int.random(in: 1...6, using: &random)
        settings.maxSelfRequests = Int.random(in: 0...2, using: &random)
        settings.maxTurnLength = .seconds(Int.random(in: 4...60, using: &random))
        settings.maxQueue = Int.random(in: 4...12, using: &random)
        floor = Floor(settings: settings)
        for agent in Self.agents {
            _ = floor.handle(.agentJoined(agent), at: now)
            _ = floor.handle(.agentBecame(agent, available: true), at: now)
        }
    }

    mutating func step() throws {
        let next = now.advanced(by: .milliseconds(Int.random(in: 0...1_500, using: &random)))
        try passDeadlines(until: next)
        now = next
        try handle(event())
    }

    private mutating func passDeadlines(until end: RoomTime) throws {
        while let deadline = floor.nextDeadline, deadline <= end {
            now = max(now, deadline)
            try handle(.deadlinePassed)
            let again = floor.nextDeadline
            try #require(again.map { $0 > now } ?? true, "\(self): a deadline that stays")
        }
    }

    mutating func handle(_ event: Floor.Event) throws {
        history.append("\(now) \(event)")
        switch event {
        case .agentMuted(let agent, true): if seated.contains(agent) { muted.insert(agent) }
        case .agentMuted(let agent, false): muted.remove(agent)
        case .agentJoined(let agent): seated.insert(agent)
        case .agentLeft(let agent), .agentFailed(let agent):
            seated.remove(agent)
            muted.remove(agent)
        default: break
        }
        for action in floor.handle(event, at: now) { try check(action, after: event) }
        if case .turnCompleted(holder?.id) = event { release() }
        try #require(floor.turn == holder, "\(self): the floor and its actions disagree")
        try #require(floor.isHeld == isHeld, "\(self): held or not")
        for agent in [floor.turn?.agent].compactMap(\.self) + floor.queue.map(\.turn.agent) {
            try #require(!muted.contains(agent), "\(self): a muted agent has a turn")
        }
        // Beside the bound, one retry and the greeting of each agent.
        try #require(
            floor.queue.count { $0.turn.reason != .greeting } <= floor.settings.maxQueue + 1,
            "\(self): a queue without end")
        if !speaking.isEmpty { try #require(holder == nil || isHeld, "\(self): an agent beside a human") }
    }

    private mutating func check(_ action: Floor.Action, after event: Floor.Event) throws {
        if case .turnCompleted(holder?.id) = event { release() }
        switch action {
        case .grant(let turn):
            try #require(holder == nil, "\(self): two turns at once")
            try #require(granted.insert(turn.id).inserted, "\(self): granted twice")
            try #require(speaking.isEmpty, "\(self): granted while a human speaks")
            holder = turn
        case .hold(let turn):
            try #require(holder == turn && !isHeld, "\(self): hold")
            isHeld = true
        case .resume(let turn):
            try #require(holder == turn && isHeld && speaking.isEmpty, "\(self): resume")
            isHeld = false
        case .end(let turn, _):
            try #require(holder == turn, "\(self): ended what was not")
            release()
        case .answerRequest: break
        }
    }

    private mutating func release() {
        holder = nil
        isHeld = false
    }

    /// From any state, once nobody speaks any more and the sessions are dead, deadlines alone lead to an
    /// open floor.
    mutating func fallSilent() throws {
        for caller in speaking { try handle(.speechStopped(caller)) }
        speaking = []
        for _ in 0..<200 {
            if let turn = floor.turn?.id, !floor.isHeld { try handle(.turnWaits(turn, for: .audio)) }
            guard let deadline = floor.nextDeadline else { break }
            now = max(now, deadline)
            try handle(.deadlinePassed)
        }
        try #require(floor.turn == nil, "\(self): stuck")
        try #require(floor.queue.isEmpty, "\(self): promises that are never kept")
    }

    private mutating func event() -> Floor.Event {
        let agent = Self.agents.randomElement(using: &random) ?? "ada"
        let caller = Self.callers.randomElement(using: &random) ?? "mia"
        let turn =
            Bool.random(using: &random)
            ? holder?.id ?? TurnID(1) : TurnID(Int.random(in: 1...40, using: &random))
        switch Int.random(in: 0..<20, using: &random) {
        case 0, 1:
            if !speaking.contains(caller) { speaking.append(caller) }
            return .speechStarted(caller)
        case 2, 3:
            speaking.removeAll { $0 == caller }
            return .speechStopped(caller)
        case 4: return .wordsBecameDecisive(caller)
        case 5, 6, 7: return .understood(caller, meaning(agent))
        case 8: return .turnRequested(by: holder?.agent ?? agent, for: agent, reason: "")
        case 9: return .moderatorGave(agent, instructions: nil)
        case 10: return .greetingWanted(agent, words: "Hi")
        case 11: return Int.random(in: 0..<4, using: &random) == 0 ? .interruptRequested : .deadlinePassed
        case 12: return .agentBecame(agent, available: Int.random(in: 0..<3, using: &random) > 0)
        case 13: return rare(agent, caller)
        case 14, 15: return .audioStarted(turn)
        case 16:
            return .turnWaits(turn, for: [.audio, .tool, .nothing].randomElement(using: &random) ?? .audio)
        case 17: return .turnFailed(turn, mayRetry: Bool.random(using: &random))
        default: return isHeld ? .deadlinePassed : .turnCompleted(turn)
        }
    }

    private mutating func meaning(_ agent: Identity) -> Floor.Meaning {
        switch Int.random(in: 0..<7, using: &random) {
        case 0: .address([agent, "bob"], why: "")
        case 1: .domain(agent, why: "")
        case 2: .everyone(why: "")
        case 3: .stay(why: "")
        case 4: .stop
        case 5: .nobody
        default: .backchannel
        }
    }

    private mutating func rare(_ agent: Identity, _ caller: Identity) -> Floor.Event {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return .agentLeft(agent)
        case 1: return .agentFailed(agent)
        case 2:
            speaking.removeAll { $0 == caller }
            return .callerLeft(caller)
        case 3, 4: return .agentMuted(agent, Bool.random(using: &random))
        default: return .agentJoined(agent)
        }
    }
}

extension World: CustomStringConvertible {
    var description: String { "seed \(seed):\n\(history.suffix(12).joined(separator: "\n"))\n" }
}

/// The shortest generator worth trusting (Steele, Lea & Flood, OOPSLA 2014). Seeded, so that a failing
/// test prints everything needed to repeat it.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
