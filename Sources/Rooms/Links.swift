public import FloorControl
public import Personas

/// One connection to a Realtime server. A new connection of the same participant gets a new number, so
/// events of a dead one are recognised and dropped.
public struct LinkID: Hashable, Sendable, CustomStringConvertible {
    public let owner: LinkOwner
    public let generation: Int

    /// A room counts its connections, whosever they are.
    public func hash(into hasher: inout Hasher) { hasher.combine(generation) }

    public var description: String { "\(owner)#\(generation)" }
}

public enum LinkOwner: Hashable, Sendable, CustomStringConvertible {
    /// An agent's conversation session.
    case agent(Identity)
    /// A caller's transcription session.
    case ear(Identity)

    public var description: String {
        switch self {
        case .agent(let identity): "agent \(identity)"
        case .ear(let identity): "ear of \(identity)"
        }
    }
}

/// How a connection ended.
public enum LinkLoss: Error, Equatable, Sendable {
    /// The handshake was refused; 401, 403 and 404 will not get better (contract, "Failures").
    case refused(status: Int)
    /// Closed, dropped, expired or never reached.
    case closed(code: Int, reason: String)
    /// Taken, and then refused in the server's words: a key, an account, a configuration.
    case rejected(detail: String)

    /// Whether another try with the same server is pointless: Realtime reference §1.3.
    public var isFinal: Bool {
        switch self {
        case .refused(let status): [400, 401, 403, 404].contains(status)
        case .closed(let code, _): code == 3000
        case .rejected: true
        }
    }

    public var detail: String {
        switch self {
        case .refused(let status): "The Realtime server refused the session with status \(status)."
        case .closed(let code, let reason):
            "The Realtime session was lost (code \(code)\(reason.isEmpty ? "" : ": \(reason)"))."
        case .rejected(let detail): detail
        }
    }
}

/// An agent as it is brought into a room: its persona with the join's overrides applied.
public struct AgentProfile: Equatable, Sendable {
    public var identity: Identity
    /// `pa_…`, one join.
    public var participantID: String
    public var persona: Persona
    /// How many Realtime servers there are for it, to be tried in their order; at least 1.
    public var serverCount: Int

    public init(identity: Identity, participantID: String, persona: Persona, serverCount: Int = 1) {
        self.identity = identity
        self.participantID = participantID
        self.persona = persona
        self.serverCount = serverCount
    }
}

/// A human participant.
public struct CallerProfile: Equatable, Sendable {
    public var identity: Identity
    public var name: String

    public init(identity: Identity, name: String) {
        self.identity = identity
        self.name = name
    }
}
