public import FloorControl

/// What may happen next in a room: time passes, or the floor is told something.
public enum Happening: Equatable, Sendable {
    case pass(Pace)
    case event(Floor.Event)

    /// How far time goes on. To be told so, the floor needs ``Floor/Event/deadlinePassed``, which may come late.
    public enum Pace: Equatable, Sendable {
        /// To the last moment before the next deadline.
        case beforeDeadline
        case toDeadline
        /// Past it, too: a busy machine is one tick late.
        case oneTick
    }
}

/// Everything that may happen, in any state: more than a room lets happen.
///
/// Not only what the rooms of `Rooms` tell their floor: every caller may be understood at any time (typed words
/// come unannounced), a voice may stop that never started, everything may be told twice, and what is told of a
/// turn may be meant for the one that holds the floor, for one that is over, or for one that still waits. Whoever
/// is in the room may be meant by everything, and a stranger by whatever a model or a client may write.
///
/// Left out are only texts, which the floor does not read, and more names in one address than there are agents.
public struct Alphabet: Sendable {
    public let happenings: [Happening]
    let cast: Cast

    /// The turn that holds the floor, one that waits, one that is over, in every state that is read from bytes.
    static let turns = [TurnID(1), TurnID(2), TurnID(0)]

    public init(_ cast: Cast) {
        self.cast = cast
        var events: [Floor.Event] = cast.callers.flatMap { caller -> [Floor.Event] in
            [
                .speechStarted(caller), .speechStopped(caller), .wordsBecameDecisive(caller),
                .callerLeft(caller),
            ]
                + Self.meanings(cast).flatMap { meaning -> [Floor.Event] in
                    [.understood(caller, meaning), .understood(caller, meaning, awaitsMore: true)]
                }
        }
        events += cast.agents.flatMap { Self.events(of: $0, cast) }
        events +=
            Self.turns.flatMap(Self.events(of:)) + [.interruptRequested, .limitReached, .deadlinePassed]
        events += [.moderatorGave(Cast.stranger, instructions: nil)]
        let paces: [Happening] = [.pass(.beforeDeadline), .pass(.toDeadline), .pass(.oneTick)]
        happenings = paces + events.map { .event($0) }
    }

    private static func events(of agent: Identity, _ cast: Cast) -> [Floor.Event] {
        let requests = (cast.agents + [Cast.stranger]).map {
            Floor.Event.turnRequested(by: agent, for: $0, reason: "")
        }
        return requests + [
            .agentJoined(agent), .agentLeft(agent), .agentFailed(agent),
            .agentBecame(agent, available: true), .agentBecame(agent, available: false),
            .agentMuted(agent, true), .agentMuted(agent, false),
            .moderatorGave(agent, instructions: nil), .greetingWanted(agent, words: ""),
        ]
    }

    private static func events(of turn: TurnID) -> [Floor.Event] {
        [
            .audioStarted(turn), .turnCompleted(turn),
            .turnWaits(turn, for: .audio), .turnWaits(turn, for: .tool), .turnWaits(turn, for: .nothing),
            .turnFailed(turn, mayRetry: true), .turnFailed(turn, mayRetry: false),
        ]
    }

    private static func meanings(_ cast: Cast) -> [Floor.Meaning] {
        let lists = orders(of: cast.agents) + [[cast.agents[0], cast.agents[0]], [Cast.stranger]]
        return lists.map { .address($0, why: "") } + cast.agents.map { .domain($0, why: "") }
            + [.everyone(why: ""), .stay(why: ""), .stop, .nobody, .backchannel]
    }

    /// Every selection of `agents` in every order.
    private static func orders(of agents: [Identity]) -> [[Identity]] {
        agents.flatMap { first in
            [[first]] + orders(of: agents.filter { $0 != first }).map { [first] + $0 }
        }
    }
}

extension Alphabet {
    /// The kinds of event and of meaning that there are. A new one cannot be forgotten: the switches below do not
    /// compile without it, and a test asks that each kind occurs.
    public enum Kind: CaseIterable, Sendable {
        case joined, left, available, failed, muted, callerLeft, started, stopped, decisive, understood,
            understoodInPart, requested
        case moderator, greeting, interrupt, audible, waits, completed, turnFailed, limit, deadline
        case address, domain, everyone, stay, stop, nobody, backchannel
    }

    public var kinds: Set<Kind> {
        Set(
            happenings.flatMap { happening -> [Kind] in
                guard case .event(let event) = happening else { return [] }
                guard case .understood(_, let meaning, let awaitsMore) = event else {
                    return [Self.kind(of: event)]
                }
                return [awaitsMore ? .understoodInPart : .understood, Self.kind(of: meaning)]
            })
    }

    private static func kind(of event: Floor.Event) -> Kind {
        switch event {
        case .agentJoined: .joined
        case .agentLeft: .left
        case .agentBecame: .available
        case .agentFailed: .failed
        case .agentMuted: .muted
        case .callerLeft: .callerLeft
        case .speechStarted: .started
        case .speechStopped: .stopped
        case .wordsBecameDecisive: .decisive
        case .understood: .understood
        case .turnRequested: .requested
        case .moderatorGave: .moderator
        case .greetingWanted: .greeting
        case .interruptRequested: .interrupt
        case .audioStarted: .audible
        case .turnWaits: .waits
        case .turnCompleted: .completed
        case .turnFailed: .turnFailed
        case .limitReached: .limit
        case .deadlinePassed: .deadline
        }
    }

    private static func kind(of meaning: Floor.Meaning) -> Kind {
        switch meaning {
        case .address: .address
        case .domain: .domain
        case .everyone: .everyone
        case .stay: .stay
        case .stop: .stop
        case .nobody: .nobody
        case .backchannel: .backchannel
        }
    }
}
