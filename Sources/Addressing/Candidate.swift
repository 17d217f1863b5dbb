/// An agent that may be addressed.
public struct Candidate: Sendable, Equatable {
    /// What a ``Route`` names; unique within a roster.
    public var id: String
    /// What people call it; one word or several.
    public var name: String
    /// Other names, nicknames and roles: `Scouty`, `the CFO`.
    public var aliases: [String]
    /// What it knows about, in words of its persona: `market research`, `pricing`.
    public var domains: [String]

    public init(id: String, name: String, aliases: [String] = [], domains: [String] = []) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.domains = domains
    }
}
