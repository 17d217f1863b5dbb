import Grammar

/// Why a name is hard to route by; for `agents check`.
public enum Confusion: Sendable, Equatable {
    /// Two agents' names or aliases sound alike.
    case soundsLike(AgentName, AgentName)
    /// A name or alias is an everyday word, and of which language: `Will`, `Mark`, `Claro`.
    case commonWord(AgentName, language: String)
    /// One or two letters: recognition hears them everywhere.
    case short(AgentName)
    /// One agent is called what another's id is: tools and people would mean different ones.
    case idOfAnother(AgentName, id: String)

    /// The name that should be changed.
    public var name: AgentName {
        switch self {
        case .soundsLike(_, let name), .commonWord(let name, _), .short(let name), .idOfAnother(let name, _):
            name
        }
    }

    /// What is wrong with ``name`` and what to do, for whoever wrote it.
    public var advice: String {
        switch self {
        case .soundsLike(let other, let name):
            "'\(name.spelling)' sounds like '\(other.spelling)' of \(other.agent); rename one, or people will get the other"
        case .commonWord(let name, let language):
            "'\(name.spelling)' is an everyday word in \(language); add an alias that is not, to call it by in doubtful places"
        case .short(let name):
            "'\(name.spelling)' is too short to be heard for sure; choose a name of three sounds or more"
        case .idOfAnother(let name, let id):
            "'\(name.spelling)' is also the id of \(id); choose a name that leads to one agent"
        }
    }
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
        for (index, name) in names.all.enumerated() {
            // A role is meant to be a common noun.
            if !name.isRole, name.words.count == 1, let language = Everyday.language(of: name.words[0]) {
                found.append(.commonWord(spelled(name), language: language))
            }
            if name.words.count == 1, name.words[0].unicodeScalars.count < 3 {
                found.append(.short(spelled(name)))
            }
            if let owner = agents.indices.first(where: { isId(of: $0, name) }) {
                found.append(.idOfAnother(spelled(name), id: agents[owner].id))
            }
            for other in names.all[(index + 1)...]
            where other.agent != name.agent && soundAlike(name, other) {
                found.append(.soundsLike(spelled(name), spelled(other)))
            }
        }
        return found
    }

    private func spelled(_ name: SpokenName) -> AgentName {
        AgentName(spelling: name.spelling, agent: agents[name.agent].id)
    }

    private func isId(of agent: Int, _ name: SpokenName) -> Bool {
        agent != name.agent && SpokenName(agents[agent].id, agent: agent, isAlias: false)?.words == name.words
    }

    /// Closer than what recognition is forgiven after `hey`.
    private func soundAlike(_ left: SpokenName, _ right: SpokenName) -> Bool {
        left.words == right.words || names.soundDistance.between(left.sounds, right.sounds, limit: 0.2) != nil
    }
}
