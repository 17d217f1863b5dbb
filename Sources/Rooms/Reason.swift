/// Why a room opened or closed, and why participants came or went: the words of `Protocol/events.schema.json`.
public enum Reason: String, Sendable, CaseIterable {
    /// An agent was asked for by `POST /voice/join`.
    case join
    /// A caller opened a line.
    case line
    /// They went by themselves, or an agent by `POST /voice/leave`.
    case left
    /// The line ended without a close, or was closed for what it did.
    case lost
    case removed
    /// Its identity joined again after it had failed.
    case replaced
    /// The room was deleted, stood idle, was empty of callers for too long; the service stops.
    case deleted, idle, empty, drain
    /// The call has used what it may.
    case limit
    /// The process that held the room ended without closing it, or another one has taken the room over.
    case crash

    /// Whether the whole room ends, and so everybody leaves.
    public var endsRoom: Bool {
        switch self {
        case .deleted, .idle, .empty, .drain, .limit, .crash: true
        case .join, .line, .left, .lost, .removed, .replaced: false
        }
    }
}
