import Audio

/// What a turn, an agent or a whole room has used: what servers reported, and the sound we counted ourselves.
public struct Consumption: Equatable, Sendable {
    /// Responses that began: answers, retries, follow-ups to tools' results, fillers, wrong guesses, summaries.
    public var responses = 0
    /// Those of them of which the server has said what they cost. What it says of one that was cut off may come
    /// after its turn: then it counts for the agent and the room alone.
    public var reported = 0
    public var tokens = TokenCount()
    /// Sound of callers that agents' sessions were given, sound that they delivered, and what of it was heard; in
    /// samples at 24 kHz. A caller's sound counts for the turn that answers it.
    public var sent = 0
    public var received = 0
    public var heard = 0

    public init() {}

    /// The response is over.
    mutating func add(_ tokens: TokenCount?) {
        guard let tokens else { return }
        reported += 1
        self.tokens += tokens
    }
}

extension Consumption {
    public var sentDuration: Duration { SampleRate.hz24000.duration(of: sent) }
    public var receivedDuration: Duration { SampleRate.hz24000.duration(of: received) }
    public var heardDuration: Duration { SampleRate.hz24000.duration(of: heard) }
}

/// What callers' ears have used.
public struct HearingConsumption: Equatable, Sendable {
    /// Sound that ears were given, in samples at 24 kHz.
    public var sent = 0
    /// Transcripts that came, and those of them of which the server has said what they cost.
    public var transcripts = 0
    public var reported = 0
    /// Some models count tokens, others time.
    public var tokens = TokenCount()
    public var duration: Duration?

    public init() {}

    public var sentDuration: Duration { SampleRate.hz24000.duration(of: sent) }
}

/// What a room has used since it opened.
public struct RoomConsumption: Equatable, Sendable {
    /// Turns of which something was heard.
    public var turns = 0
    /// Of all agents, those that have left among them.
    public var agents = Consumption()
    public var ears = HearingConsumption()
    /// The same tokens by model, in the order in which the models appeared.
    public var models: [ModelConsumption] = []
    /// `nil` without a price table.
    public var cost: Cost?

    public init() {}

    public var tokens: Int { agents.tokens.total + ears.tokens.total }
}

/// What one model has used.
public struct ModelConsumption: Equatable, Sendable {
    public let model: String
    public var tokens = TokenCount()

    public init(model: String, tokens: TokenCount) {
        self.model = model
        self.tokens = tokens
    }
}

/// By the operator's price table: an estimate, the invoice is the vendor's.
public struct Cost: Equatable, Sendable {
    public var amount = 0.0
    public let currency: String
    /// Whether all that was used has a price and was reported; if not, it costs more than `amount`.
    public var isComplete = true

    public init(currency: String) { self.currency = currency }
}
