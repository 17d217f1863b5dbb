import Grammar

/// One way to call an agent: its name or an alias, cut into words.
struct SpokenName: Sendable {
    /// Index into ``Roster/agents``.
    let agent: Int
    let words: [String]
    let isAlias: Bool
    /// A common noun (`the pharmacist`, `shipping desk`): may take an article, and is then a third person.
    let isRole: Bool
    let sounds: Sounds
    /// As spelled in the roster.
    let spelling: String

    init?(_ spelling: String, agent: Int, isAlias: Bool) {
        var words = Tokenizer.tokens(of: spelling).tokens.map(\.text)
        let article = words.count > 1 && Self.articles.contains(words[0])
        if article { words.removeFirst() }
        guard !words.isEmpty else { return nil }
        self.agent = agent
        self.words = words
        self.isAlias = isAlias
        let isLowercase = spelling.unicodeScalars.first.map(\.properties.isLowercase) ?? false
        isRole = article || isAlias && isLowercase
        sounds = Sounds(words: words)
        self.spelling = spelling
    }

    private static let articles: Set<String> = ["the", "el", "la", "le", "der", "die", "das"]
}
