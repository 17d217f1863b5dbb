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

    /// The floor makes turns; so does whoever reads the record of one.
    public init(
        id: TurnID, agent: Identity, reason: GrantReason, why: String, handedOverBy: Identity? = nil,
        note: String? = nil, isRetry: Bool = false
    ) {
        self.id = id
        self.agent = agent
        self.reason = reason
        self.why = why
        self.handedOverBy = handedOverBy
        self.note = note
        self.isRetry = isRetry
    }
}

/// A promise of the floor that waits in the queue. It has its turn's number from the start, so that
/// a moderator can be told which turn was promised.
public struct Claim: Equatable, Sendable {
    public let turn: Turn
    /// A claim of an agent that is away does not wait longer than this.
    public internal(set) var expires: RoomTime
    /// Whose words it follows from; `nil` when it was no caller's.
    public let caller: Identity?

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

    /// Whether a hand-over gives its agent a better place than this one.
    var yieldsToRequest: Bool { !turn.isRetry && rank > 3 }

    /// Whether the claim outlives the next words of a caller: what a moderator or a joining agent was
    /// promised stands, what followed from earlier talk does not.
    var outlivesTalk: Bool {
        switch turn.reason {
        case .moderator, .greeting: true
        case .address, .request, .all, .domain, .floor: false
        }
    }
}
