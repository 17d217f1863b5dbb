public import FloorControl
public import Rooms

/// One simulated room before it is played: what everybody will do, as plain values in the order of time.
///
/// Nothing is drawn any more while it is played but how long each server's word takes to arrive, and that
/// comes from `seed` and the connection alone: the rest of a room stays what it was when a step is dropped.
public struct RoomPlan: Equatable, Sendable {
    public var seed: UInt64
    /// How long a server's word takes to arrive, in milliseconds.
    public var network: ClosedRange<Int>
    /// How long the agents stay without callers, in milliseconds.
    public var patience: Int
    /// How long a turn may last, in milliseconds.
    public var longestTurn: Int
    /// How agents' sessions take in what callers say.
    public var hearing: AgentInput
    /// How long servers keep a session, in milliseconds; 0: for ever.
    public var sessions: Int
    public var steps: [PlannedStep]

    public init(
        seed: UInt64, network: ClosedRange<Int>, patience: Int, longestTurn: Int, hearing: AgentInput,
        sessions: Int = 0, steps: [PlannedStep] = []
    ) {
        self.seed = seed
        self.network = network
        self.patience = patience
        self.longestTurn = longestTurn
        self.hearing = hearing
        self.sessions = sessions
        self.steps = steps
    }
}

public struct PlannedStep: Equatable, Sendable {
    /// In milliseconds since the room opened.
    public var at: Int
    public var step: Step

    public init(at: Int, _ step: Step) {
        self.at = at
        self.step = step
    }
}

/// What somebody does. Times are milliseconds.
public enum Step: Equatable, Sendable {
    case joins(Identity)
    case leaves(Identity)
    case calls(Identity)
    case hangsUp(Identity)

    case says(Identity, PlannedSaying)
    case types(Identity, String)
    case mutes(Identity, Bool)
    /// The line stays, but carries nothing any more, not even silence.
    case fallsSilent(Identity)
    /// The player claims to have played so much of the turn that holds the floor, true or not.
    case reports(Identity, Int)
    /// From now on the player reports four times a second, so far behind the truth.
    case playerLags(Identity, Int)
    case moderatorGives(Identity)
    case interrupts

    /// The agent's next response.
    case answers(Identity, PlannedAnswer)
    case sessionBreaks(Identity)
    case earBreaks(Identity)
    /// The next connections of an agent — or of ears, under the name `ear` — are lost at once.
    case refuses(Identity, [LinkLoss])
    /// The agent's next commit of sound is refused.
    case refusesCommit(Identity)
    /// Connections are taken, and nothing is said on them.
    case serverIsDead(Identity, Bool)
    /// One of the next events of the agent's session goes astray.
    case mishap(Identity, Mishap)
    case ear(Identity, EarManner)
    /// From now on.
    case toolsTake(Int, ok: Bool)

    case closes
}

/// What a caller says in one go, and what their ear makes of it.
public struct PlannedSaying: Equatable, Sendable {
    public enum Words: Equatable, Sendable {
        /// The final transcript comes so long after the end of speech.
        case final(after: Int)
        case beforeTheEnd
        case failed(after: Int)
        case never
    }

    public var text: String
    public var duration: Int
    public var hasPartials = true
    public var words = Words.final(after: 120)

    public init(_ text: String, _ duration: Int) {
        self.text = text
        self.duration = duration
    }
}

/// What an agent's model does with one `response.create`.
public struct PlannedAnswer: Equatable, Sendable {
    public enum Call: Equatable, Sendable {
        case looksUp
        case handsOver(to: String)
    }

    /// Of sound; every 400 ms is a word.
    public var duration: Int
    public var createdAfter = 10
    public var firstSound = 80
    /// Times real time.
    public var speed = 10
    public var chunk = 100
    public var calls: [Call] = []
    public var fault: Script.Fault?

    public init(_ duration: Int) { self.duration = duration }
}

/// What happens to one event of a session: the one after `skipping` others.
public struct Mishap: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        case lost, doubled
        /// It and all that follows it come later: nothing overtakes on one connection.
        case late(Int)
    }

    public var kind: Kind
    public var skipping: Int

    public init(_ kind: Kind, skipping: Int) {
        self.kind = kind
        self.skipping = skipping
    }
}

/// How a caller's ear behaves.
public enum EarManner: Equatable, Sendable {
    case usual
    case lags(Int)
    case repeatsItself
    /// It hears speech begin, and never end.
    case neverStops
    /// That speech has ended gets lost; that it was committed does not.
    case losesStops
}
