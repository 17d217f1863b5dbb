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
            public let persona: String?
            public let participantID: String?
        }

        public struct Promise: Equatable, Sendable {
            public let agent: Identity
            public let reason: GrantReason
        }

        public let participants: [Participant]
        public let holder: Identity?
        public let turn: TurnID?
        public let reason: GrantReason?
        public let queue: [Promise]
        public let turns: [EndedTurn]
    }

    public var view: View {
        let agents = agents.map { seat in
            View.Participant(
                identity: seat.identity, kind: .agent, name: seat.profile.persona.name, status: seat.status,
                muted: false, persona: seat.profile.persona.id, participantID: seat.profile.participantID)
        }
        let callers = callers.map { seat in
            View.Participant(
                identity: seat.identity, kind: .caller, name: seat.profile.name, status: .joined,
                muted: seat.isMuted, persona: nil, participantID: nil)
        }
        return View(
            participants: agents + callers, holder: floor.turn?.agent, turn: floor.turn?.id,
            reason: floor.turn?.reason,
            queue: floor.queue.map { View.Promise(agent: $0.turn.agent, reason: $0.turn.reason) },
            turns: ended)
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
}
