/// Why a name is hard to route by; for `agents check`.
public enum Confusion: Sendable, Equatable {
    /// Two agents' names or aliases sound alike.
    case soundsLike(AgentName, AgentName)
    /// A name or alias is an everyday word: `Will`, `Mark`.
    case commonWord(AgentName)
}

/// A name or alias and the id of the agent it belongs to.
public struct AgentName: Sendable, Equatable {
    public var spelling: String
    public var agent: String

    public init(spelling: String, agent: String) {
        self.spelling = spelling
        self.agent = agent
    }
}

extension Roster {
    /// Names and aliases that can be taken for one another or for everyday words, in roster order.
    public var confusable: [Confusion] { [] }
}
