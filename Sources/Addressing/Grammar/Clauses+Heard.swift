/// How alike a stretch of words must sound to count as a name, given what it does in its sentence.
///
/// A name that recognition spelled as everyday words (`at last` for Atlas) must be nearer than one it could only
/// make up (`skout`), and in a weak place nearer than after `hey` or `ask`.
extension Clauses {
    func accepts(_ mention: Mention, as role: Role) -> Bool {
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
        let (first, last) = (tokens[start], tokens[end - 1])
        if isInPhrase(words) || first.isEveryday && isPredicateOfQuestion(words) { return true }
        if words.count > 1 {
            // "To read a menu": a noun and its article, which a verb or preposition needs.
            if words.count == 2, ["a", "an", "the"].contains(first.text),
                has(start - 1, [.base, .preposition, .past]),
                last.isEveryday || CommonWords.contain(last.text)
                    || !has(start - 1, [.personal, .preposition])
            {
                return true
            }
            // "Do you keep old papers": an auxiliary, its subject, its verb.
            if words.count == 2, first.has(.auxiliary), last.has(.second), isClauseStart(at: start),
                has(end, .base) && !has(end, .auxiliary)
            {
                return true
            }
            return first.has(.first) && last.has([.base, .past])
                || last.has([.first, .second]) && has(end, .auxiliary)
        }
        if isOfDegree(start) || isPartOfCompound(start) { return true }
        // "Savvy people back up twice": an adjective and its noun.
        if first.parts.contains(.adjective), !first.parts.contains(.firstName), let noun = word(end),
            !isBreak(before: end),
            noun.parts.contains(.noun), noun.has(.noun) || noun.tags.isEmpty || `is`(end, "people"),
            !isName[end]
        {
            return true
        }
        // "That sounds cheap": what something sounds, looks or feels like is a quality.
        if first.parts.contains(.adjective), !isBreak(before: start),
            `is`(
                start - 1, "sounds", "looks", "seems", "feels", "smells", "tastes", "sound", "look", "seem",
                "feel")
        {
            return true
        }
        guard first.isEveryday || CommonWords.contain(first.text) else { return false }
        if !isBreak(before: start) {
            if isBreak(before: end), has(start - 1, [.determiner, .possessive]), !has(start - 1, .object) {
                return true
            }
            // "Set me back in days": what stands there measures time or tells a state.
            if `is`(start - 1, "in", "per", "of", "at", "during", "since", "until", "these", "those") {
                return isClauseEnd(at: end) || isAdjunct(from: end)
            }
            // "I'd love to": a verb behind its auxiliary.
            if first.has(.base), `is`(start - 1, "'d", "'ll", "to"), !isBreak(before: end) {
                return has(end, [.object, .determiner, .preposition]) || `is`(end, "to")
            }
            if `is`(start - 1, "'m", "'re", "am", "are", "feel", "feeling", "very", "so", "too"),
                isBreak(before: end)
            {
                return true
            }
            if has(start - 1, .pronoun), !has(start - 1, [.object, .wh]), first.has([.base, .past]) {
                return true
            }
        }
        return first.has(.base) && isRequestStart(at: start) && !has(start - 1, .greeting)
            && !isBreak(before: end)
            && has(end, [.object, .determiner, .possessive])
    }

    /// "The fuse box", "a dirty great page": the noun that a determiner and another noun or an adjective wait for.
    private func isPartOfCompound(_ index: Int) -> Bool {
        guard tokens[index].parts.contains(.noun), !tokens[index].parts.contains(.firstName),
            !isBreak(before: index), let before = word(index - 1), !isName[index - 1], before.before == .none,
            !before.parts.isDisjoint(with: [.noun, .adjective]), !before.has(.closedClass)
        else { return false }
        return has(index - 2, .determiner) && !has(index - 2, [.object, .possessive])
    }

    /// "My brother is quite tall": what one is to some degree is a quality.
    private func isOfDegree(_ index: Int) -> Bool {
        !isBreak(before: index)
            && `is`(index - 1, "quite", "very", "so", "too", "rather", "pretty", "really")
            && `is`(
                index - 2, "is", "are", "was", "were", "'s", "'re", "'m", "am", "be", "been", "gets", "got",
                "looks")
    }

    /// "Belay that", "forget it": the first words of a longer phrase of stopping or taking back.
    private func isInPhrase(_ words: Range<Int>) -> Bool {
        guard Stop.openers.contains(tokens[words.lowerBound].key) else { return false }
        let ends = [Corrections.revocations, Stop.firm, Stop.waiting].compactMap {
            $0.end(at: words.lowerBound, in: self)
        }
        return ends.contains { $0 > words.upperBound }
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
