import FloorControl
import Realtime

/// A participant's way to a Realtime server: an agent's session, or a caller's ear.
///
/// Asked about with every frame: what is large stands elsewhere, so that a question copies nothing.
enum Connection: Sendable {
    /// `attempt` counts from 1 since the session was last ready. Before the first one there is a pause
    /// too, unless there never was a session. A server that accepts and then says
    /// nothing is given up at `deadline`.
    indirect case connecting(LinkID, SessionLife, attempt: Int, deadline: RoomTime)
    /// Beside it, the session that is to take its place before its server ends it.
    indirect case ready(LinkID, SessionLife, Succession)
    case waiting(until: RoomTime, attempt: Int)
    case failed

    /// From the start of a connection to a configured session. Default 10 s: a handshake across the
    /// world with a cold model takes three.
    static let setUpTimeout: Duration = .seconds(10)

    var link: LinkID? {
        switch self {
        case .connecting(let link, _, _, _), .ready(let link, _, _): link
        case .waiting, .failed: nil
        }
    }

    /// Every connection that is open or being opened.
    var links: [LinkID] { [link, succession?.successor?.link].compactMap(\.self) }

    var succession: Succession? {
        get { if case .ready(_, _, let succession) = self { succession } else { nil } }
        set {
            guard let newValue, case .ready(let link, let life, _) = self else { return }
            self = .ready(link, life, newValue)
        }
    }

    var deadline: RoomTime? {
        switch self {
        case .connecting(_, _, _, let deadline): deadline
        case .waiting(let until, _): until
        case .ready, .failed: nil
        }
    }

    var isReady: Bool { if case .ready = self { true } else { false } }
    var isFailed: Bool { if case .failed = self { true } else { false } }

    /// Tries since the session was last ready.
    var attempts: Int {
        switch self {
        case .connecting(_, _, let attempt, _): attempt
        case .waiting(_, let attempt): attempt - 1
        case .ready, .failed: 0
        }
    }

    var life: SessionLife? {
        get {
            switch self {
            case .connecting(_, let life, _, _), .ready(_, let life, _): life
            case .waiting, .failed: nil
            }
        }
        set {
            guard let newValue else { return }
            switch self {
            case .connecting(let link, _, let attempt, let deadline):
                self = .connecting(link, newValue, attempt: attempt, deadline: deadline)
            case .ready(let link, _, let succession): self = .ready(link, newValue, succession)
            case .waiting, .failed: break
            }
        }
    }

    mutating func becameReady() {
        if case .connecting(let link, let life, _, _) = self {
            self = .ready(link, life, .none)
        }
    }
}

/// How long a participant's sessions last once they are ready.
struct Stability: Sendable {
    /// A session that lives longer was a good one.
    private static let shortLife: Duration = .seconds(5)

    private var readySince: RoomTime?
    private var shortLives = 0

    var hasBeenReady: Bool { readySince != nil }
    /// How many sessions in a row were lost as soon as they were ready; the first is an accident.
    var flaps: Int { max(0, shortLives - 1) }

    mutating func ready(at now: RoomTime) { readySince = now }

    mutating func lost(at now: RoomTime) {
        let life = readySince.map { $0.duration(to: now) } ?? .zero
        shortLives = life < Self.shortLife ? shortLives + 1 : 0
    }
}
