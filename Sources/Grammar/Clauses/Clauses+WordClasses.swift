/// Words of several classes, settled by their neighbours once the names are known.
extension Clauses {
    package mutating func settleWordClasses() {
        for index in tokens.indices where !isName[index] && isOath(index) {
            tokens[index].tags = [.filler, .discourse]
        }
        for index in tokens.indices
        where !isName[index] && tokens[index].has([.determiner, .third, .conjunction]) {
            if isPronounBeforePredicate(index) || isQuantifierBeforeName(index) {
                tokens[index].tags.subtract([.determiner, .possessive])
            } else if isThatAfterSequence(index) {
                tokens[index].tags = [.sequence, .adverb]
            }
        }
    }

    /// "Oh blast", "ach Mist": behind a sigh or alone between names; such words are nouns and verbs elsewhere.
    private func isOath(_ index: Int) -> Bool {
        let isSighed = index > 0 && tokens[index - 1].has([.filler, .repair]) && !isName[index - 1]
        let isCalledBack = index > 0 && isName[index - 1] && has(index + 1, [.repair, .filler])
        return (isSighed || isCalledBack) && Self.oaths.contains(tokens[index].key)
            && has(index + 1, .repair)
    }

    /// What people say when they notice a slip.
    private static let oaths: WordSet = [
        "blast", "drat", "bother", "damn", "dammit", "damnit", "dang", "darn", "shoot", "sugar", "heck",
        "hell", "crap",
        "shit", "fuck", "bugger", "crumbs", "fiddlesticks", "rats", "nuts", "god", "lord", "gosh", "goodness",
        "man",
        "boy", "dear", "flip", "sod", "balls", "bollocks", "hang",
        "mierda", "joder", "ostras", "caray", "caramba", "jolin", "vaya", "merde", "zut", "mince", "flute",
        "punaise",
        "mist", "verdammt", "scheisse", "verflixt", "mensch", "herrje", "gott",
    ]

    /// "Is that safe, Scout": the demonstrative is the subject, the adjective no part of a name's noun phrase.
    private func isPronounBeforePredicate(_ index: Int) -> Bool {
        `is`(index, "this", "that", "these", "those", "das", "dies", "esto", "eso")
            && has(index - 1, .auxiliary) && has(index + 1, .adjective)
            && (isBreak(before: index + 2) || isName[index + 2])
    }

    /// "Would you like some, Scout": a quantifier that stands alone does so before a name that is no common noun.
    private func isQuantifierBeforeName(_ index: Int) -> Bool {
        guard let next = word(index + 1), isName[index + 1], next.entry == nil || next.tags == .givenName
        else { return false }
        if `is`(index, "this", "that", "these", "those") { return has(index - 1, [.preposition, .base]) }
        return Self.standalone.contains(tokens[index].key)
    }

    private static let standalone: WordSet = [
        "some", "any", "another", "each", "either", "neither", "both", "much", "many", "several", "few",
        "most", "more", "less", "enough", "half", "other", "second", "third",
        "alguno", "otro", "otra", "mucho", "poco", "mas", "menos", "autre", "plusieurs", "viel", "viele",
        "mehr", "weniger", "einige",
    ]

    /// `after that`, `before this` before a name or a pronoun: an adverb of order, not a determiner.
    private func isThatAfterSequence(_ index: Int) -> Bool {
        `is`(index, "that", "this") && `is`(index - 1, "after", "before", "following")
            && (isBreak(before: index + 1) || isName[index + 1] || has(index + 1, .second))
    }
}
