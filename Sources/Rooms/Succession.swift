import FloorControl
import Realtime

/// What is under way to take a ready session's place before its server ends it.
enum Succession: Sendable {
    /// Nothing yet: the session's ``Term`` says when it is time.
    case none
    /// A server that takes the connection and then says nothing is given up at `deadline`.
    indirect case opening(Successor, deadline: RoomTime)
    /// Configured; takes over as soon as nobody waits for the session in force.
    indirect case standing(Successor)
    /// It could not be had. The session in force still lasts, and so there is time for another try.
    case resting(until: RoomTime, failures: Int)

    var successor: Successor? {
        get {
            switch self {
            case .opening(let successor, _), .standing(let successor): successor
            case .none, .resting: nil
            }
        }
        set {
            guard let newValue else { return }
            switch self {
            case .opening(_, let deadline): self = .opening(newValue, deadline: deadline)
            case .standing: self = .standing(newValue)
            case .none, .resting: break
            }
        }
    }

    var isOpening: Bool { if case .opening = self { true } else { false } }
}

/// A session that waits to take another one's place. It is told nothing of the conversation until then.
struct Successor: Sendable {
    let link: LinkID
    var life = SessionLife()
    var term: Term?
    /// Which of the participant's servers; 0 is the best.
    let server: Int
    /// Tries before this one.
    let failures: Int
    /// Of no account for an ear.
    var input = AgentInput.text
    var instructions = ""
    /// The persona's MCP servers, by name, that its server calls by itself.
    var vendorServers: [String] = []
    var tools: [Tool] = []
}

/// How long a session lasts, as its server said.
struct Term: Sendable {
    /// When the server first said it; sessions are as good as new then.
    let since: RoomTime
    var end: RoomTime

    /// When a successor is opened.
    func rotates(_ margin: Duration) -> RoomTime { end.advanced(by: .zero - self.margin(margin)) }

    /// From here on the successor waits for nothing but what would be lost.
    func presses(_ margin: Duration) -> RoomTime { end.advanced(by: .zero - self.margin(margin) / 4) }

    /// Asked after every event; the division of 128 bits is only done where it counts.
    private func margin(_ wish: Duration) -> Duration {
        let length = since.duration(to: end)
        let twice = wish + wish
        return twice + twice <= length ? wish : length / 4
    }
}
