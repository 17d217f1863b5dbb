/// One agent's exclusive right to speak, from grant to the last sample heard.
public struct Turn: Equatable, Sendable {
    public let id: TurnID
    public let agent: Identity
    public let reason: GrantReason
    /// One sentence for people: why this agent, now.
    public let why: String
    /// The agent that asked for this turn by `request_turn`; `nil` for every other reason.
    public let handedOverBy: Identity?
    /// What the agent is told beside the conversation: the reason of a hand-off, a moderator's
    /// instructions, the words of a greeting.
    public let note: String?
    /// The same turn failed once before anything was heard. A turn is tried twice, never thrice.
    public let isRetry: Bool
}

/// A promise of the floor that waits in the queue. It has its turn's number from the start, so that
/// a moderator can be told which turn was promised.
public struct Claim: Equatable, Sendable {
    public let turn: Turn
    /// A claim of an agent that is away does not wait longer than this.
    public let expires: RoomTime
    /// Whose words it follows from; `nil` when it was no caller's.
    let caller: Identity?

    /// Smaller goes first: a retry, then the order of the house. A human who speaks is no claim at
    /// all: while one does, nobody is granted anything.
    var rank: Int {
        if turn.isRetry { return 0 }
        return switch turn.reason {
        case .moderator: 1
        case .address: 2
        case .request, .greeting: 3
        case .all: 4
        case .domain: 5
        case .floor: 6
        }
    }

    /// Whether the claim outlives the next words of a caller: what a moderator or a joining agent was
    /// promised stands, what followed from earlier talk does not.
    var outlivesTalk: Bool {
        switch turn.reason {
        case .moderator, .greeting: true
        case .address, .request, .all, .domain, .floor: false
        }
    }
}

/// The floor's limits. Every one can be set in the config file.
public struct FloorSettings: Equatable, Sendable {
    /// From grant to the first audio. Default 5 s: long enough for a slow model, short enough that a
    /// room with a dead session recovers before a human asks whether anyone is there.
    public var firstAudioTimeout: Duration = .seconds(5)
    /// Without audio in the middle of a turn. Default 8 s (contract): models pause to think, and
    /// callers give up on silence after about ten seconds.
    public var silenceTimeout: Duration = .seconds(8)
    /// Agent turns in a row without a caller. Default 6: two rounds of three agents; more is a loop.
    public var maxAgentTurns = 6
    /// How long after `speech.stopped` intelligible words may still arrive. Default 1.5 s (contract).
    public var wordsTimeout: Duration = .milliseconds(1_500)
    /// How long a final transcript may lag behind a partial one that was already decisive, before the
    /// partial decides. Default 4 s: twice the slowest transcript seen on the wire.
    public var finalTranscriptTimeout: Duration = .seconds(4)
    /// How long a promise to an agent that is away is kept. Default 10 s (contract: within 10 s the
    /// room is served again).
    public var claimTimeout: Duration = .seconds(10)

    public init() {}
}
