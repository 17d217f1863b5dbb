public import FloorControl
import Personas

// What `GET /rooms/{room}` shows.

extension Room {
    public struct View: Equatable, Sendable {
        public struct Participant: Equatable, Sendable {
            public let identity: Identity
            public let kind: ParticipantKind
            public let name: String
            /// An agent's status; a caller is `joined`.
            public let status: AgentStatus
            public let muted: Bool
            /// Whether a caller's words reach the agents; an agent's are its session's own.
            public let isHeard: Bool
            public let persona: String?
            public let participantID: String?
        }

        public let participants: [Participant]
        public let floor: FloorView
        public let turns: [EndedTurn]

        public var holder: Identity? { floor.holder }
        public var turn: TurnID? { floor.turn }
        public var queue: [FloorView.Promise] { floor.queue }
    }

    public var view: View {
        let agents = agents.map { seat in
            View.Participant(
                identity: seat.identity, kind: .agent, name: seat.profile.persona.name, status: seat.status,
                muted: seat.isMuted, isHeard: true, persona: seat.profile.persona.id,
                participantID: seat.profile.participantID)
        }
        let callers = callers.map { seat in
            View.Participant(
                identity: seat.identity, kind: .caller, name: seat.profile.name, status: .joined,
                muted: seat.isMuted, isHeard: !seat.isUnheard, persona: nil, participantID: nil)
        }
        return View(participants: agents + callers, floor: floorView, turns: ended)
    }

    /// Whether an identity is in use. An agent that failed may be replaced.
    public func holds(_ identity: Identity) -> Bool {
        callers.contains { $0.identity == identity }
            || agents.contains { $0.identity == identity && $0.status != .failed }
    }

    public var agentIdentities: [Identity] { agents.map(\.identity) }
    public var callerIdentities: [Identity] { callers.map(\.identity) }

    public func status(ofParticipant participantID: String) -> AgentStatus? {
        agents.first { $0.profile.participantID == participantID }?.status
    }

    /// The number of the turn that was promised last: the answer to a moderator.
    public var latestTurn: TurnID { floor.latestTurn }

    /// Whether the floor promises no more turns for now.
    public var isFull: Bool { floor.isFull }

    /// Whether the caller's ear hears a voice and has not heard it stop.
    public func hearsVoice(of caller: Identity) -> Bool {
        callers.contains { $0.identity == caller && $0.speeches.contains { !$0.hasStopped } }
    }

    public func isMuted(_ identity: Identity) -> Bool {
        agents.contains { $0.identity == identity && $0.isMuted }
            || callers.contains { $0.identity == identity && $0.isMuted }
    }
}
