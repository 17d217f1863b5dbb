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
        for (index, name) in names.enumerated() {
            if let language = Everyday.language(of: name) {
                found.append(.commonWord(spelled(name), language: language))
            }
            if name.words.count == 1, name.words[0].unicodeScalars.count < 3 {
                found.append(.short(spelled(name)))
            }
            if let owner = agents.indices.first(where: { isId(of: $0, name) }) {
                found.append(.idOfAnother(spelled(name), id: agents[owner].id))
            }
            for other in names[(index + 1)...] where other.agent != name.agent && soundAlike(name, other) {
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
        left.words == right.words || soundDistance.between(left.sounds, right.sounds, limit: 0.2) != nil
    }
}

/// Names that are words as well. Most are known to the lexicon (verbs, months, titles) or to the table of word vectors
/// (`chef`, `piano`); here are the classes of nouns that parents like and that neither needs.
enum Everyday {
    /// A role is meant to be a common noun; a name of one word that a language uses for something else is not.
    static func language(of name: SpokenName) -> String? {
        guard !name.isRole, name.words.count == 1, let word = name.words.first else { return nil }
        if let entry = Lexicon.shared[word] {
            let language = Language.allCases.first { !entry[$0].subtracting([.givenName, .phrasal]).isEmpty }
            if let language { return language.name }
        }
        return nouns.contains(word) || CommonWords.contain(word) ? Language.english.name : nil
    }

    /// A name that the sentence may mean as a word.
    static func contains(_ word: Token) -> Bool {
        word.isEveryday || nouns.contains(word.text)
            || !PartsOfSpeech(of: word.text).isDisjoint(with: [.noun, .base, .adjective])
    }

    private static let nouns = Set(
        [plants, stones, virtues, heavens, creatures, callings, places].flatMap {
            $0.split(separator: " ").map(String.init)
        })

    private static let plants =
        "rose lily daisy violet ivy iris heather holly hazel olive basil sage ginger rosemary poppy jasmine fern reed ash"
    private static let stones = "ruby pearl jade amber crystal opal gem flint slate stone clay coral onyx"
    private static let virtues =
        "grace faith hope joy patience mercy justice honor harmony destiny charity constance prudence verity earnest max frank"
    private static let heavens =
        "dawn sky star storm ray sunny aurora comet nova luna stella titan phoenix echo melody aria blaze"
    private static let creatures = "robin jay wren raven lark drake fox wolf bear colt bunny buck"
    private static let callings =
        "mason carter hunter cooper tanner baker archer scout page bishop king prince duke earl major dean guy buddy ace chip angel victor"
    private static let places = "river brook cliff glen dale heath miles lane penny gene art atlas"
}

extension Language {
    /// In English.
    var name: String {
        switch self {
        case .english: "English"
        case .spanish: "Spanish"
        case .french: "French"
        case .german: "German"
        }
    }
}
