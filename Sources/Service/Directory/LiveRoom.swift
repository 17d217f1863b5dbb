public import FloorControl
public import JSONValues
public import Networking
public import Personas
public import Rooms

/// A room in service, as the HTTP interface sees it: an actor on its reactor's thread.
///
/// What cannot be done is a ``Problem`` with the code the contract names.
public protocol LiveRoom: Actor {
    nonisolated var name: String { get }
    nonisolated var events: EventLog { get }

    /// Brings an agent in; `joining` has been told when this returns.
    func admit(_ admission: AgentAdmission) throws(Problem) -> JoinedAgent
    /// Waits until the agent is in or has failed, `limit` at most.
    func outcome(of participantID: String, within limit: Duration) async -> JoinOutcome
    func leave(agent identity: Identity, reason: String) throws(Problem)
    /// Removes a caller or an agent.
    func remove(_ identity: Identity) throws(Problem)
    /// One element of `GET /rooms`, and `GET /rooms/{room}`.
    func summary() -> JSON
    func view() -> JSON

    /// The moderator gives the floor.
    func give(_ agent: Identity, instructions: String?) throws(Problem) -> TurnID
    func say(from identity: Identity, text: String) throws(Problem)
    func interrupt()

    /// Whether a caller may come in, before the upgrade; makes an identity when none is given.
    func admitsCaller(_ identity: Identity?) throws(Problem) -> Identity
    /// A caller has come in; from here on the line is the room's.
    func attach(_ socket: WebSocket, caller: CallerProfile)

    /// Ends the call for everyone and returns when the last event is out.
    func close(reason: String) async
}

/// An agent about to join.
public struct AgentAdmission: Equatable, Sendable {
    /// With the call's overrides applied.
    public var persona: Persona
    public var identity: Identity
    /// `pa_…`
    public var participantID: String

    public init(persona: Persona, identity: Identity, participantID: String) {
        self.persona = persona
        self.identity = identity
        self.participantID = participantID
    }
}

/// An agent on its way into the room.
public struct JoinedAgent: Equatable, Sendable {
    public var identity: Identity
    public var participantID: String

    public init(identity: Identity, participantID: String) {
        self.identity = identity
        self.participantID = participantID
    }
}

public enum JoinOutcome: Equatable, Sendable {
    case joined
    case failed(EventFault)
    case stillJoining
}

/// A caller as the line's query describes them.
public struct CallerProfile: Equatable, Sendable {
    public var identity: Identity
    /// As others shall read and hear it; the identity when none was given.
    public var name: String
    public var format: LineFormat
    public var rate: Int

    public init(identity: Identity, name: String, format: LineFormat, rate: Int) {
        self.identity = identity
        self.name = name
        self.format = format
        self.rate = rate
    }
}
