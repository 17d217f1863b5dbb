/// What the accents and endings of Spanish and French tell of a verb: person, tense and mood.
extension TokenizedText {
    /// Narrows the classes of words that folding made alike, and finds verbs no list knows by their endings.
    mutating func inflect(in language: Language) {
        guard language == .spanish || language == .french else { return }
        for index in tokens.indices {
            if tokens[index].hasAccent, let tags = Self.accented[tokens[index].text] {
                tokens[index].tags = tags
            } else {
                if language == .spanish { inflectSpanish(index) } else { inflectFrench(index) }
            }
        }
    }

    private mutating func inflectSpanish(_ index: Int) {
        let token = tokens[index]
        if token.endsInAccent, token.text.hasSuffix("o") || token.text.hasSuffix("e"),
            token.text.utf8.count > 3
        {
            tokens[index].tags = .past
        } else if token.text.hasSuffix("o"), token.tags.isSuperset(of: [.past, .auxiliary]) {
            // "Hablo" is what I do, "el cambio" a thing.
            let isNoun = index > 0 && tokens[index - 1].has([.determiner, .possessive, .preposition])
            tokens[index].tags.remove(isNoun ? .auxiliary : .past)
        } else if token.tags.subtracting(.phrasal).isEmpty {
            tokens[index].tags.formUnion(spanishTags(ofUnknown: token))
        }
    }

    /// Words whose accent tells the class: `él`, `tú`, `está`, `qué`; `à`, `où`, `là`.
    private static let accented: WordTable<Tags> = [
        "el": .third, "tu": .second, "se": .base, "esta": [.auxiliary, .third3], "que": .wh, "como": .wh,
        "cuando": .wh, "donde": .wh, "a": .preposition, "ou": .wh, "la": .adverb,
    ]

    /// `aclárame`, `hablarle`.
    private func spanishTags(ofUnknown token: Token) -> Tags {
        let text = token.text
        guard text.utf8.count > 4 else { return [] }
        for clitic in Self.enclitics where text.hasSuffix(clitic) {
            let verb = String(text.dropLast(clitic.utf8.count))
            let known = Lexicon.shared[verb]?[.spanish] ?? []
            if verb.hasSuffix("r"), verb.utf8.count > 3 { return known.union(.base) }
            if known.contains(.base) { return known.subtracting([.past, .third3]) }
            if token.hasAccent, !token.endsInAccent, verb.utf8.count > 2 { return .base }
        }
        return []
    }

    private static let enclitics = [
        "melo", "mela", "noslo", "nosla", "selo", "sela", "me", "nos", "te", "le", "les", "lo", "la", "los",
        "las", "se",
    ]

    private mutating func inflectFrench(_ index: Int) {
        let token = tokens[index]
        let isNoun = index > 0 && tokens[index - 1].has([.determiner, .possessive])
        if token.endsInAccent, !isNoun, token.text.hasSuffix("e"), token.text.utf8.count > 3,
            token.tags.isDisjoint(with: [.noun, .calendar, .preposition])
        {
            tokens[index].tags = .past
        }
    }
}
