import FloorControl

/// What a call may use before it is ended. Default: as much as it likes.
public struct CallLimits: Equatable, Sendable {
    public var turns: Int?
    public var length: Duration?
    /// Of agents and ears, as far as they are reported.
    public var tokens: Int?
    /// By the price table, in its currency.
    public var money: Double?

    public init() {}

    /// The share of a limit at which the room gives notice. Default 80 %: of half an hour, six minutes to come to
    /// an end.
    static let noticeShare = 0.8
}

/// Which limit it is, in the order in which they are looked at.
public enum CallLimit: String, CaseIterable, Sendable {
    case turns, minutes, tokens, money
}

/// How far a call has come with one of its limits.
public struct LimitState: Equatable, Sendable {
    public let limit: CallLimit
    /// Minutes may have fractions, and so may money.
    public let used: Double
    public let most: Double

    public init(limit: CallLimit, used: Double, most: Double) {
        self.limit = limit
        self.used = used
        self.most = most
    }

    var isReached: Bool { used >= most }
    var isNear: Bool { used >= most * CallLimits.noticeShare }
}

/// How a call comes to its end by a limit.
enum Ending: Equatable, Sendable {
    /// Reached: who speaks goes on, nobody is promised a turn any more.
    case finishing(LimitState, by: RoomTime)
    /// An agent was given the last turn. What follows is the end.
    case goodbye(LimitState, TurnID, by: RoomTime)

    /// The turn that runs when the limit is reached lasts as long as turns may; a caller's voice may hold it so
    /// much longer.
    static let patience: Duration = .seconds(30)
    /// From the promise of the goodbye to its end. Default 20 s: a sentence takes five, a slow model as many to
    /// begin it, and a caller who talks into it is heard out.
    static let goodbyeTimeout: Duration = .seconds(20)

    var state: LimitState {
        switch self {
        case .finishing(let state, _), .goodbye(let state, _, _): state
        }
    }

    var deadline: RoomTime {
        switch self {
        case .finishing(_, let by), .goodbye(_, _, let by): by
        }
    }
}
