public import JSONValues

/// What a brain is asked: everything a response may depend on, as text.
public struct Thought: Equatable, Sendable {
    /// The session's instructions, or those of this response, which replace them.
    public var instructions: String
    /// What the response's instructions say beyond the session's; `nil` when it brought none of its own. Here stand
    /// the words of a greeting, of a moderator, of a hand-off.
    public var orders: String?
    /// What an answer outside the conversation is for: `summary`; `nil` for one that is said to people.
    public var purpose: String?
    public var context: [Utterance]
    /// As on the wire: `{"type": "function", "name", "description", "parameters"}`.
    public var tools: [JSON]
    public var mayCallTools: Bool
    /// Text tokens; `nil` is no limit.
    public var maxOutputTokens: Int?

    public init(
        instructions: String, orders: String? = nil, context: [Utterance], tools: [JSON] = [],
        mayCallTools: Bool = true, maxOutputTokens: Int? = nil
    ) {
        self.instructions = instructions
        self.orders = orders
        self.context = context
        self.tools = tools
        self.mayCallTools = mayCallTools
        self.maxOutputTokens = maxOutputTokens
    }

    func offers(_ tool: String) -> Bool {
        mayCallTools && tools.contains { $0["name"]?.stringValue == tool }
    }
}

/// One item of the conversation, as a brain reads it.
public enum Utterance: Equatable, Sendable {
    case system(String)
    /// May begin with the speaker's name: `[Ana] Good morning.`
    case user(String)
    case assistant(String)
    case call(id: String, name: String, arguments: String)
    case callOutput(id: String, String)
}

/// What a brain answers, piece by piece.
public enum Expression: Equatable, Sendable {
    /// At most a sentence, without surrounding white space: it is spoken as soon as it is there.
    case say(String)
    case call(id: String?, name: String, arguments: String)
    case done(Ending)

    public enum Ending: Equatable, Sendable {
        case completed
        case tokensExhausted
        case failed(code: String, message: String)
    }
}
