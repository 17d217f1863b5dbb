/// Why a name is hard to route by; for `agents check`.
public enum Confusion: Sendable, Equatable {
    /// Two agents' names or aliases sound alike.
    case soundsLike(String, of: String, other: String, by: String)
    /// A name or alias is an everyday word.
    case commonWord(String, of: String)
}

extension Roster {
    /// Names and aliases that can be taken for one another or for everyday words, in roster order. Ids after `of`.
    public var confusable: [Confusion] { [] }
}
