/// The languages the rules are written for.
package enum Language: Int, Sendable, CaseIterable {
    case english, spanish, french, german
}

/// What the lexicon knows about one spelling.
package struct LexiconEntry: Sendable {
    private var english: Tags = []
    private var spanish: Tags = []
    private var french: Tags = []
    private var german: Tags = []

    /// A given name is at home in every language.
    func isAtHome(in language: Language) -> Bool { !self[language].subtracting(.givenName).isEmpty }

    /// No more than a name or an unknown word in any language.
    var isEmpty: Bool { english.isEmpty && spanish.isEmpty && french.isEmpty && german.isEmpty }

    subscript(language: Language) -> Tags {
        get {
            switch language {
            case .english: english
            case .spanish: spanish
            case .french: french
            case .german: german
            }
        }
        set {
            switch language {
            case .english: english = newValue
            case .spanish: spanish = newValue
            case .french: french = newValue
            case .german: german = newValue
            }
        }
    }
}

/// Closed-class words and the common verbs of four languages, by folded spelling.
struct Lexicon: Sendable {
    /// A row of a word table: word classes and, separated by spaces, the words that have them.
    typealias Row = (tags: Tags, words: String)

    private(set) var entries = WordTable<LexiconEntry>()

    static let shared = Lexicon()

    private init() {
        entries.reserveCapacity(6_000)
        add(English.words, to: .english)
        add(English.verbForms, to: .english)
        add(Spanish.words, to: .spanish)
        add(Spanish.verbForms, to: .spanish)
        add(French.words, to: .french)
        add(French.verbForms, to: .french)
        add(German.words, to: .german)
        add(German.verbForms, to: .german)
        for language in Language.allCases {
            add(Handovers.patterns(language).patterns + Negations.patterns(language).patterns, to: language)
        }
    }

    subscript(word: String) -> LexiconEntry? { entries[word] }
    subscript(key: WordKey) -> LexiconEntry? { entries[key] }

    /// The words of the phrase tables help to tell the language.
    private mutating func add(_ patterns: [Pattern], to language: Language) {
        for element in patterns.flatMap({ $0.left + $0.right }) {
            guard case .words(let words, _) = element else { continue }
            for word in words where entries[word]?[language].isEmpty ?? true {
                entries[word, default: LexiconEntry()][language].formUnion(.phrasal)
            }
        }
    }

    private mutating func add(_ rows: [Row], to language: Language) {
        for row in rows {
            for word in row.words.split(separator: " ") {
                entries[String(word), default: LexiconEntry()][language].formUnion(row.tags)
            }
        }
    }
}

extension TokenizedText {
    private static let languages = Language.allCases

    /// Looks every word up, decides on the language by its closed-class words, and tags the words accordingly.
    ///
    /// English wins a tie: recognisers fall back to it, and code-switching mostly borrows from it.
    mutating func tag() -> Language {
        var scores = [0, 0, 0, 0]
        for index in tokens.indices {
            let entry = Lexicon.shared[tokens[index].key]
            tokens[index].entry = entry
            // English *I'm* and German *im* are one word where apostrophes are left out.
            guard let entry, tokens[index].text != "im" else { continue }
            // A word of one language says more than a word of three.
            let homes = Self.languages.count { entry.isAtHome(in: $0) }
            for language in Self.languages where entry.isAtHome(in: language) {
                scores[language.rawValue] += 12 / homes
            }
        }
        let best = Self.languages.max { scores[$0.rawValue] < scores[$1.rawValue] } ?? .english
        let language = scores[best.rawValue] > scores[Language.english.rawValue] ? best : .english
        if language == .english { splitPronoun() }
        for index in tokens.indices {
            let parts = PartsOfSpeech(of: tokens[index].text)
            if language == .english || parts == .firstName { tokens[index].parts = parts }
            guard let entry = tokens[index].entry else {
                let classes = Morphology.classes(of: tokens[index].text, tokens[index].parts, language)
                // After an article the ending tells nothing: "the deductible", "a wedding".
                let isNoun =
                    index > 0 && tokens[index - 1].has([.determiner, .adjective])
                    && !tokens[index - 1].has(.third)
                tokens[index].tags = isNoun ? [] : classes
                continue
            }
            tokens[index].tags = entry[language].isEmpty ? entry[.english] : entry[language]
            // That a word occurs in a phrase, or in another language, does not tell its class.
            if tokens[index].tags.subtracting(.phrasal).isEmpty {
                tokens[index].tags.formUnion(
                    Morphology.classes(of: tokens[index].text, tokens[index].parts, language))
            }
        }
        inflect(in: language)
        return language
    }

    /// `im` for *I'm*.
    private mutating func splitPronoun() {
        for index in tokens.indices.reversed() where tokens[index].text == "im" {
            var verb = Token(text: "'m", before: .none, isCapitalized: false)
            verb.entry = Lexicon.shared[verb.key]
            tokens[index].text = "i"
            tokens[index].entry = Lexicon.shared[tokens[index].key]
            tokens.insert(verb, at: index + 1)
        }
    }
}
