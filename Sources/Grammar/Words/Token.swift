/// One word of an utterance, with what stands before it and what the lexicon knows about it.
package struct Token: Sendable {
    /// What separates a word from the one before it.
    package enum Break: UInt8, Sendable, Comparable {
        case none, comma, stop
        package static func < (lhs: Break, rhs: Break) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// Folded: lower case, no accents. A clitic keeps its apostrophe: `'s`.
    package var text: String { didSet { key = WordKey(text) } }
    /// ``text``, to be compared and looked up.
    package private(set) var key: WordKey
    package var before: Break
    var isCapitalized: Bool
    /// It was written with an accent: `tú` is no `tu`.
    var hasAccent = false
    /// Its last letter was: `habló` is no `hablo`, `expliqué` no `explique`.
    var endsInAccent = false
    /// A question mark follows.
    package var endsQuestion = false
    /// Known in some language of the lexicon.
    package var entry: LexiconEntry?
    /// Word classes in the language of the utterance.
    package var tags: Tags = []
    /// What the word may be in English, whatever it is here; empty in other languages.
    var parts: PartsOfSpeech = []

    init(text: String, before: Break, isCapitalized: Bool) {
        self.text = text
        key = WordKey(text)
        self.before = before
        self.isCapitalized = isCapitalized
    }

    /// A word of the lexicon, other than somebody's name.
    package var isEveryday: Bool { entry != nil && tags != .givenName }
    package func has(_ any: Tags) -> Bool { !tags.isDisjoint(with: any) }
}

/// A text cut into words.
package struct TokenizedText: Sendable {
    package var tokens: [Token] = []
    /// Some sentence of it ends in a question mark.
    var hasQuestionMark = false
    /// It has commas, stops or capitals: then their absence tells something too.
    var isPunctuated = false
    /// It has commas, so that a name that is called would have one too.
    var setsCommas = false
    var endsWithBreak: Token.Break = .none

    /// Words that are read at each end of a text: a minute of speech holds about 150. Whom a text is meant for stands at its ends, and
    /// a caller may type 64 KB of it.
    private static let readAtEachEnd = 150

    /// What lies between the ends of a long text is left out, as if the speaker had paused there.
    mutating func keepEnds() {
        guard tokens.count > 2 * Self.readAtEachEnd else { return }
        tokens.removeSubrange(Self.readAtEachEnd..<tokens.count - Self.readAtEachEnd)
        tokens[Self.readAtEachEnd].before = .stop
    }
}
