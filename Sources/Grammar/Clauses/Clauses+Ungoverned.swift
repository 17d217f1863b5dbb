/// Names that nothing in their clause needs, in Spanish, French and German, where recognisers write no commas.
extension Clauses {
    /// "Cuántos globos pedimos, Clover, cien o doscientos", "t'as vu ça, Wanda, on dirait une date": nothing governs the name, it has no
    /// verb, and the sentence is said to somebody.
    ///
    /// Precondition: no word before governs it, and it is not the subject of what follows.
    func isUngoverned(_ name: Range<Int>) -> Bool {
        let before = name.lowerBound - 1
        guard language != .english, before >= 0, !isName[before], isSaidToSomebody(around: name),
            !has(before, .wh) || has(before, .second) || `is`(before, "quoi"),
            !has(before, [.title, .conjunction, .subordinator, .possessive])
                || has(before, [.second, .adverb])
        else { return false }
        switch language {
        case .spanish:
            return !has(before, [.third3, .past, .base]) || has(before, .second)
                || has(before, .base) && isClauseStart(at: before)
        case .french: return true
        case .german: return isBehindGermanClause(name)
        case .english: return false
        }
    }

    /// Somewhere in the sentence stands a question word, a form of *you* or a command.
    private func isSaidToSomebody(around name: Range<Int>) -> Bool {
        let start = sentenceStart(of: name.lowerBound)
        if hasQuestionMark || opening(at: start) == .strong || opening(at: name.upperBound) == .strong {
            return true
        }
        let end = (start + 1..<tokens.count).first { isSentenceBreak(before: $0) } ?? tokens.count
        return (start..<end).contains {
            has($0, .second) || `is`($0, "ton", "ta", "tes", "dein", "deine", "deiner", "deinen")
                || has($0, .wh) && !has($0, .subordinator) && endsWithBreak == .none
                    && !has($0 - 1, [.preposition, .base, .third3, .past, .auxiliary])
        }
    }

    /// A verb that may take a person for its object, and has none before it.
    func takesFrenchObject(_ verb: Int) -> Bool {
        guard let word = word(verb), !isName[verb], !isBreak(before: verb),
            !has(verb - 1, [.determiner, .possessive]),
            !has(verb, [.noun, .adverb, .object, .discourse, .auxiliary])
        else { return false }
        // "Tu la vois, Linus": the object stands before.
        if has(verb - 1, .object) || `is`(verb - 1, "t", "te", "y"), !has(verb - 1, .first) { return false }
        // "Combien ça coûte, Linus": asked is for the object.
        if (clauseStart(of: verb)..<verb).contains(where: { `is`($0, "combien", "quoi", "quel", "quelle") }) {
            return false
        }
        let isInfinitive = ["er", "ir", "dre", "tre", "ire", "cre"].contains { word.text.hasSuffix($0) }
        if word.tags.isEmpty {
            return has(verb - 1, [.first, .second]) && !has(verb - 1, .object)
        }
        return isInfinitive
            || word.has(.past) && has(verb - 1, .auxiliary) && !word.has(.base)
    }

    /// In German subjects and objects stand anywhere behind the verb: only what closes the clause, or a subject and no verb to come,
    /// tells that nothing is missing.
    private func isBehindGermanClause(_ name: Range<Int>) -> Bool {
        let start = clauseStart(of: name.lowerBound)
        let before = name.lowerBound - 1
        let hasSubject = (start..<name.lowerBound).contains {
            has($0, [.first, .second]) && !has($0, .object) || `is`($0, "es", "man", "das", "dich", "dir")
        }
        let isVerb = tokens[before].tags.isEmpty && tokens[before].text.hasSuffix("t")
        let isReflexive = `is`(before, "dich", "dir")
        guard hasSubject, !isVerb, isReflexive || !has(before, [.first, .second, .third3, .auxiliary]) else {
            return false
        }
        return has(before, [.base, .past, .adjective, .adverb, .object]) || tokens[before].tags.isEmpty
            || `is`(before, "hier", "da", "nicht", "denn", "das", "an", "auf", "aus", "ab", "ein")
    }
}
