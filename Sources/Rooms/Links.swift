public import FloorControl
public import Personas

/// One connection to a Realtime server. A new connection of the same participant gets a new number, so
/// events of a dead one are recognised and dropped.
public struct LinkID: Hashable, Sendable, CustomStringConvertible {
    public let owner: LinkOwner
    public let generation: Int

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

    /// Which losses are worth another try: Realtime reference §1.3.
    public var isFinal: Bool {
        switch self {
        case .refused(let status): [400, 401, 403, 404].contains(status)
        case .closed(let code, _): code == 3000
        }
    }

    public var detail: String {
        switch self {
        case .refused(let status): "The Realtime server refused the session with status \(status)."
        case .closed(let code, let reason):
            "The Realtime session was lost (code \(code)\(reason.isEmpty ? "" : ": \(reason)"))."
        }
    }
}

/// An agent as it is brought into a room: its persona with the join's overrides applied.
public struct AgentProfile: Equatable, Sendable {
    public var identity: Identity
    /// `pa_…`, one join.
    public var participantID: String
    public var persona: Persona

    public init(identity: Identity, participantID: String, persona: Persona) {
        self.identity = identity
        self.participantID = participantID
        self.persona = persona
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

/// Exponential back-off of the contract: 0.5 s doubling to 30 s, five tries. Jitter is drawn by the
/// caller, so that the room stays deterministic.
struct BackOff: Sendable {
    static let maxAttempts = 5
    /// `pause` counts from 1; `jitter` in 0…1 adds up to a quarter.
    static func delay(pause: Int, jitter: Double) -> Duration {
        let base = min(30_000, 500 << min(pause - 1, 6))
        return .milliseconds(base + Int(Double(base) * 0.25 * jitter))
    }
}
