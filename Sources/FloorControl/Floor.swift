/// Decides who speaks. At most one agent holds the floor at any time.
///
/// `Floor` is a pure value: no sockets, no clock, no tasks. Its owner repeats one cycle:
///
/// 1. hand in exactly one event with ``handle(_:at:)``;
/// 2. carry out *every* returned action, in order;
/// 3. sleep until the next event, or until ``nextDeadline``, whichever comes first.
///
/// A human always wins: a caller's voice holds any agent at once, and their words end its turn unless
/// they were a mere backchannel. Among agents the floor goes, in this order, to whom the moderator
/// chose, whom a caller addressed by name, whom an agent asked by `request_turn`, everyone in turn,
/// whose field it is, and whoever held it last.
///
/// The floor is always in one of four stages:
///
///     ─▶ open ──grantNext──▶ granted ──audioStarted──▶ speaking ──turnCompleted──▶ open
///                             │   ▲                     │   ▲
///               speechStarted │   │ resume              │   │ resume
///                             ▼   │                     ▼   │
///                         held, unheard             held, heard
///
/// `open` grants the floor to the first claim in the queue whose agent is there, as soon as no caller speaks
/// and no words are awaited. A held turn resumes when the words meant nothing. From each of the other stages
/// a turn may end early, and the floor is `open` again in the same step: decisive words, an interruption,
/// a failure, a clock that ran out, an agent that left or was muted.
public struct Floor: Sendable {
    enum Stage: Sendable {
        /// Nobody speaks and nobody is about to.
        case open
        /// An agent was given the floor and nothing of it was heard yet.
        case granted(Turn, Clocks)
        /// An agent is audible.
        case speaking(Turn, Clocks)
        /// A caller's voice closed the gate; their words will say whether the turn goes on. All clocks stand
        /// still; `left` is what the turn may still last.
        case held(Turn, wasAudible: Bool, left: Duration)

        var isOpen: Bool { if case .open = self { true } else { false } }
    }

    /// When a turn is over if nothing changes.
    struct Clocks: Sendable {
        /// Sound is due by then; `nil` while none is owed: it is there, or a tool runs.
        var sound: RoomTime?
        /// The turn has lasted long enough.
        let end: RoomTime

        var next: RoomTime { sound.map { min($0, end) } ?? end }
    }

    /// An agent's place at the table.
    struct Seat: Sendable {
        let agent: Identity
        var isAvailable = false
        var isMuted = false
        /// Counts turns that were heard; 0 for an agent that never spoke. Orders "everyone" fairly.
        var lastHeard = 0
    }

    /// A caller who speaks, or whose words are still awaited until `deadline`.
    struct Voice: Sendable {
        let caller: Identity
        /// It began while an agent had the floor and nobody spoke: that agent is who was spoken to.
        var hasCutIn = false
        var isDecisive = false
        var deadline: RoomTime?
    }

    public let settings: FloorSettings
    var stage: Stage = .open
    var seats: [Seat] = []
    var voices: [Voice] = []
    /// Who is promised a turn, in order.
    public internal(set) var queue: [Claim] = []
    /// The agent that spoke last, whom unaddressed words are meant for.
    public internal(set) var lastHolder: Identity?
    /// Agent turns since a caller last said something, and how many at the end of them an agent had
    /// requested for itself.
    var turnsInARow = 0
    var selfRequestsInARow = 0
    var lastTurn = 0
    var turnsHeard = 0

    public init(settings: FloorSettings = FloorSettings()) { self.settings = settings }

    /// The turn that holds the floor, audible or not.
    public var turn: Turn? {
        switch stage {
        case .open: nil
        case .granted(let turn, _), .speaking(let turn, _), .held(let turn, _, _): turn
        }
    }

    /// The agent that is audible, or was until a caller's voice closed the gate.
    public var audibleAgent: Identity? {
        switch stage {
        case .open, .granted: nil
        case .speaking(let turn, _): turn.agent
        case .held(let turn, let wasAudible, _): wasAudible ? turn.agent : nil
        }
    }

    /// The number of the turn that was promised last.
    public var latestTurn: TurnID { TurnID(lastTurn) }

    /// Whether no more can be promised, but to those whose turn failed or who greet.
    public var isFull: Bool { queue.count >= settings.maxQueue }

    public var isHeld: Bool { if case .held = stage { true } else { false } }

    /// When to call ``handle(_:at:)`` with ``Event/deadlinePassed`` if nothing else happens first.
    public var nextDeadline: RoomTime? {
        let turnDeadline: RoomTime? =
            switch stage {
            case .open, .held: nil
            case .granted(_, let clocks), .speaking(_, let clocks): clocks.next
            }
        var earliest = turnDeadline
        for index in voices.indices { Self.lower(&earliest, to: voices[index].deadline) }
        for index in queue.indices { Self.lower(&earliest, to: queue[index].expires) }
        return earliest
    }

    private static func lower(_ earliest: inout RoomTime?, to time: RoomTime?) {
        if let time, earliest.map({ time < $0 }) ?? true { earliest = time }
    }

    /// Whether the turn that holds the floor owes sound that should have been heard by now.
    public func isSoundOverdue(at now: RoomTime) -> Bool {
        switch stage {
        case .open, .held: false
        case .granted(_, let clocks), .speaking(_, let clocks): clocks.sound.map { $0 <= now } ?? false
        }
    }

    /// Applies one event and returns what must now be done, in order.
    ///
    /// Events about a turn that is already over are expected — the network is slower than a human —
    /// and return no action.
    public mutating func handle(_ event: Event, at now: RoomTime) -> [Action] {
        switch event {
        case .agentJoined(let agent):
            if !isSeated(agent) { seats.append(Seat(agent: agent)) }
            return []
        case .agentFailed(let agent): return agentFailed(agent, at: now)
        case .agentMuted(let agent, let isMuted): return agentMuted(agent, isMuted, at: now)
        case .agentLeft(let agent): return agentLeft(agent, at: now)
        case .agentBecame(let agent, let available): return agentBecame(agent, available, at: now)
        case .callerLeft(let caller): return callerLeft(caller, at: now)
        case .speechStarted(let caller): return speechStarted(caller, at: now)
        case .speechStopped(let caller): return speechStopped(caller, at: now)
        case .wordsBecameDecisive(let caller): return wordsBecameDecisive(caller)
        case .understood(let caller, let meaning, let awaitsMore):
            let goesOn = goesOnAddressing(meaning, caller)
            if !awaitsMore { stopWaiting(for: caller) }
            return goesOn ? goOn(at: now) : understood(caller, meaning, at: now)
        case .turnRequested(let holder, let agent, let reason):
            return turnRequested(by: holder, for: agent, reason, at: now)
        case .moderatorGave(let agent, let instructions):
            return promise(
                agent, .moderator, why: "The moderator gave \(agent) the floor.", note: instructions, at: now)
        case .greetingWanted(let agent, let words):
            return promise(agent, .greeting, why: "\(agent) joined and greets.", note: words, at: now)
        case .interruptRequested: return cutIn() + settle(at: now)
        case .audioStarted(let id): return audioStarted(id)
        case .turnWaits(let id, let wait): return turnWaits(id, wait, at: now)
        case .turnCompleted(let id): return turnCompleted(id, at: now)
        case .turnFailed(let id, let mayRetry): return turnFailed(id, mayRetry: mayRetry, at: now)
        case .limitReached: return limitReached()
        case .deadlinePassed: return deadlinePassed(at: now)
        }
    }

    func isSeated(_ agent: Identity) -> Bool { seats.contains { $0.agent == agent } }
    func isMuted(_ agent: Identity) -> Bool { seats.contains { $0.agent == agent && $0.isMuted } }
    func isAvailable(_ agent: Identity) -> Bool { seats.contains { $0.agent == agent && $0.isAvailable } }

    /// Grants, resumes or waits, whichever the state of the room asks for.
    mutating func settle(at now: RoomTime) -> [Action] {
        guard voices.isEmpty else { return [] }
        switch stage {
        case .granted, .speaking: return []
        case .held(_, _, let left) where left <= .zero: return endTurn() + grantNext(at: now)
        case .held(let turn, let wasAudible, let left):
            return resume(turn, wasAudible: wasAudible, left: left, at: now)
        case .open: return grantNext(at: now)
        }
    }
}
