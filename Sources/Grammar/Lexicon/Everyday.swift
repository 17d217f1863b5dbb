/// Names that are words as well. Most are known to the lexicon (verbs, months, titles) or to the table of word vectors
/// (`chef`, `piano`); here are the classes of nouns that parents like and that neither needs.
package enum Everyday {
    /// The language in which `word` is something else than a name.
    package static func language(of word: String) -> String? {
        if let entry = Lexicon.shared[word] {
            let language = Language.allCases.first { !entry[$0].subtracting([.givenName, .phrasal]).isEmpty }
            if let language { return language.name }
        }
        return nouns.contains(word) || CommonWords.contain(word) ? Language.english.name : nil
    }

    /// A name that the sentence may mean as a word.
    package static func contains(_ word: Token) -> Bool {
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
