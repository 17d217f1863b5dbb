import FloorControl
import Rooms

/// Whose sound a file of a recording holds.
enum RecordedVoice: Hashable, Sendable {
    case participant(Identity, ParticipantKind)
    /// Everybody at once.
    case mix

    /// The file's name without its ending: what the names of participants are made of stands for itself in it.
    var stem: String {
        switch self {
        case .participant(let identity, let kind): "\(kind.rawValue)-\(identity)"
        case .mix: "mix"
        }
    }

    /// - Returns: `nil` for whatever is no such name; nothing that is leads out of the folder.
    init?(stem: some StringProtocol) {
        if stem == "mix" {
            self = .mix
            return
        }
        let parts = stem.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let kind = ParticipantKind(rawValue: String(parts[0])),
            Identity.isValid(String(parts[1]))
        else { return nil }
        self = .participant(Identity(String(parts[1])), kind)
    }

    var identity: Identity? {
        switch self {
        case .participant(let identity, _): identity
        case .mix: nil
        }
    }

    /// `caller`, `agent`, `mix`.
    var kind: String {
        switch self {
        case .participant(_, let kind): kind.rawValue
        case .mix: "mix"
        }
    }
}
