public import FloorControl

/// What happened, with one set of names and in one line of time, so that a person reads it and a test repeats it.
public struct Script: Equatable, Sendable, CustomStringConvertible {
    public struct Line: Equatable, Sendable {
        public let time: RoomTime
        /// `nil` at the end: from here on everybody is silent.
        public let event: Floor.Event?
        let actions: [Floor.Action]
    }

    public private(set) var lines: [Line] = []
    /// The promise that a repetition breaks: what the exploration found, if its bytes tell the truth.
    public private(set) var broken: Promise?

    /// Repeats `happenings`, which are told in the names of bytes, on one floor from its beginning.
    init(of happenings: [Happening], opening: [Floor.Event], _ cast: Cast, _ rules: Exploration.Rules) {
        var situation = Situation(cast)
        var now = RoomTime.zero
        for event in Attempt.seating(cast) + opening {
            take(event, in: &situation, at: now, cast, rules)
        }
        var bytes = SituationBytes()
        for happening in happenings where broken == nil {
            let names = situation.write(at: now, cast, into: &bytes)
            switch happening {
            case .pass(let pace):
                let ticks = situation.ticks(pace, since: now) ?? 0
                situation.pass(ticks)
                now = now.advanced(by: .ticks(ticks))
                if situation.isTooOld(cast) { broken = .length }
            case .event(let event):
                take(event.renamed(names, cast, situation.floor), in: &situation, at: now, cast, rules)
            }
        }
        if broken == nil, situation.broken(whenSilent: cast, rules, after: now) {
            lines.append(Line(time: now, event: nil, actions: []))
            broken = .ends
        }
    }

    private mutating func take(
        _ event: Floor.Event, in situation: inout Situation, at now: RoomTime, _ cast: Cast,
        _ rules: Exploration.Rules
    ) {
        guard broken == nil else { return }
        let step = situation.take(event, cast, rules, at: now)
        lines.append(Line(time: now, event: event, actions: step.actions))
        broken = step.broken()
    }

    public var description: String { lines.map(\.description).joined(separator: "\n") }
}

extension Floor.Event {
    /// From the names that bytes use to those of a floor that was not read from bytes.
    func renamed(_ names: Names, _ cast: Cast, _ floor: Floor) -> Floor.Event {
        func a(_ agent: Identity) -> Identity {
            cast.agents.firstIndex(of: agent).map { names.agents[$0] } ?? agent
        }
        func c(_ caller: Identity) -> Identity {
            cast.callers.firstIndex(of: caller).map { names.callers[$0] } ?? caller
        }
        func t(_ turn: TurnID) -> TurnID {
            let waiting = floor.queue.map(\.turn.id).min { $0.number < $1.number }
            return (turn == Alphabet.turns[0] ? floor.turn?.id : turn == Alphabet.turns[1] ? waiting : nil)
                ?? Alphabet.turns[2]
        }
        return switch self {
        case .agentJoined(let agent): .agentJoined(a(agent))
        case .agentLeft(let agent): .agentLeft(a(agent))
        case .agentBecame(let agent, let available): .agentBecame(a(agent), available: available)
        case .agentFailed(let agent): .agentFailed(a(agent))
        case .agentMuted(let agent, let isMuted): .agentMuted(a(agent), isMuted)
        case .callerLeft(let caller): .callerLeft(c(caller))
        case .speechStarted(let caller): .speechStarted(c(caller))
        case .speechStopped(let caller): .speechStopped(c(caller))
        case .wordsBecameDecisive(let caller): .wordsBecameDecisive(c(caller))
        case .understood(let caller, .address(let agents, let why), let awaitsMore):
            .understood(c(caller), .address(agents.map(a), why: why), awaitsMore: awaitsMore)
        case .understood(let caller, .domain(let agent, let why), let awaitsMore):
            .understood(c(caller), .domain(a(agent), why: why), awaitsMore: awaitsMore)
        case .understood(let caller, let meaning, let awaitsMore):
            .understood(c(caller), meaning, awaitsMore: awaitsMore)
        case .turnRequested(let holder, let agent, let reason):
            .turnRequested(by: a(holder), for: a(agent), reason: reason)
        case .moderatorGave(let agent, let note): .moderatorGave(a(agent), instructions: note)
        case .greetingWanted(let agent, let words): .greetingWanted(a(agent), words: words)
        case .interruptRequested, .limitReached, .deadlinePassed: self
        case .audioStarted(let turn): .audioStarted(t(turn))
        case .turnWaits(let turn, let wait): .turnWaits(t(turn), for: wait)
        case .turnCompleted(let turn): .turnCompleted(t(turn))
        case .turnFailed(let turn, let mayRetry): .turnFailed(t(turn), mayRetry: mayRetry)
        }
    }
}
