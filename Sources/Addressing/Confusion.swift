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
    public var confusable: [Confusion] {
        var found: [Confusion] = []
        for (index, name) in names.enumerated() {
            if isCommonWord(name) { found.append(.commonWord(spelled(name))) }
            for other in names[(index + 1)...] where other.agent != name.agent && soundAlike(name, other) {
                found.append(.soundsLike(spelled(name), spelled(other)))
            }
        }
        return found
    }

    private func spelled(_ name: SpokenName) -> AgentName {
        AgentName(spelling: name.spelling, agent: agents[name.agent].id)
    }

    /// Closer than what recognition is forgiven after `hey`.
    private func soundAlike(_ left: SpokenName, _ right: SpokenName) -> Bool {
        left.words == right.words || soundDistance.between(left.sounds, right.sounds, limit: 0.2) != nil
    }

    /// A role is meant to be a common noun; a name of one word that the lexicon knows is not.
    private func isCommonWord(_ name: SpokenName) -> Bool {
        guard !name.isRole, name.words.count == 1 else { return false }
        let word = name.words[0]
        if let entry = Lexicon.shared[word],
            Language.allCases.contains(where: { !entry[$0].subtracting([.givenName, .phrasal]).isEmpty })
        {
            return true
        }
        return Topics.byStem[Stem.of(word)] != nil || Everyday.names.contains(word)
    }
}

/// Names that are nouns, adjectives or months as well and that no other table has.
enum Everyday {
    static let names: Set<String> = [
        "grace", "rose", "sage", "max", "scout", "echo", "faith", "joy", "dawn", "art", "may", "june",
        "april", "august", "summer",
        "autumn", "winter", "ruby", "pearl", "jade", "amber", "crystal", "ivy", "lily", "daisy", "violet",
        "olive", "hazel", "heather",
        "holly", "basil", "ginger", "angel", "ace", "chip", "buddy", "sunny", "sky", "star", "river", "storm",
        "stone", "hunter",
        "mason", "carter", "miles", "penny", "melody", "harmony", "destiny", "justice", "mercy", "patience",
        "honor", "victor", "major",
        "earnest", "gene", "dean", "king", "prince", "duke", "earl", "robin", "jay", "wren", "raven",
        "phoenix", "nova", "atlas", "iris",
        "chase", "grant", "frank", "rich", "bill", "nick", "jack", "rob", "pat", "sue", "guy", "ray", "lance",
        "drew", "hope", "mark", "will",
        "titan", "apollo", "comet", "blaze", "ash", "bones", "sparks", "fix", "coach", "captain", "chef",
        "professor",
    ]
}
