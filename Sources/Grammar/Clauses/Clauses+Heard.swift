/// How alike a stretch of words must sound to count as a name, given what it does in its sentence.
///
/// A name that recognition spelled as everyday words (`at last` for Atlas) must be nearer than one it could only
/// make up (`skout`), and in a weak place nearer than after `hey` or `ask`.
extension Clauses {
    package func accepts(_ mention: Mention, as role: Role) -> Bool {
        guard mention.isHeard else { return true }
        if isUsedAsWord(mention.words) { return false }
        let limit = isEveryday(mention.words) ? everydayLimit(mention, role) : strangeLimit(mention, role)
        // Of other languages the lexicon knows no nouns: that a word is unknown tells less.
        let share: Float =
            language == .english || has(mention.words.lowerBound - 1, .greeting) ? 1 : 0.6
        return mention.distance <= share * limit
    }

    /// What sounds like a name does the work of an everyday word: "about this dog", "I live here", "leave it", "et tu peux".
    private func isUsedAsWord(_ words: Range<Int>) -> Bool {
        let (start, end) = (words.lowerBound, words.upperBound)
        let first = tokens[start]
        if first.isEveryday && isPredicateOfQuestion(words) { return true }
        guard first.isEveryday || CommonWords.contain(first.text) else { return false }
        if !isBreak(before: start) {
            if isBreak(before: end), has(start - 1, [.determiner, .possessive]), !has(start - 1, .object) {
                return true
            }
        }
        return first.has(.base) && isRequestStart(at: start) && !has(start - 1, .greeting)
            && !isBreak(before: end)
            && has(end, [.object, .determiner, .possessive])
    }

    /// "Is that wire live": without the word the question would have no predicate.
    func isPredicateOfQuestion(_ words: Range<Int>) -> Bool {
        let noun = words.lowerBound - 1
        return words.count == 1 && isClauseEnd(at: words.upperBound)
            && `is`(noun - 2, "is", "are", "was", "were", "isnt", "arent") && has(noun - 1, .determiner)
            && !isName[noun] && !isBreak(before: words.lowerBound)
            && !has(noun, [.adjective, .adverb, .past, .gerund, .preposition, .pronoun])
    }

    private func isEveryday(_ words: Range<Int>) -> Bool { tokens[words].allSatisfy { $0.isEveryday } }

    private func strangeLimit(_ mention: Mention, _ role: Role) -> Float {
        switch role {
        case .handover, .negated: 0.25
        case .vocative(.certain): 0.28
        case .vocative(.likely): 0.24
        case .vocative(.guess): 0.18
        case .reference: 0.15
        case .ordinary: -1
        }
    }

    private func everydayLimit(_ mention: Mention, _ role: Role) -> Float {
        let start = mention.words.lowerBound
        let isCalled = has(start - 1, .greeting)
        return switch role {
        case .handover: 0.18
        // "Not angry at": after a negation stands any predicate.
        case .negated: 0.1
        case .vocative(.certain): isCalled || opening(at: mention.words.upperBound) == .strong ? 0.18 : 0.05
        case .vocative(.likely): 0.07
        case .vocative(.guess): 0.04
        // Spoken about is no weighty matter, but only what sounds the same is taken for the name.
        case .reference: 0
        case .ordinary: -1
        }
    }
}
