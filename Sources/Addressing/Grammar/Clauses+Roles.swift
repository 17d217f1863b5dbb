/// What each name does in its sentence: hand-over phrases first, then everyday words, then where the name stands.
extension Clauses {
    func role(of group: MentionGroup) -> Role {
        if first(of: Negations.patterns(language), around: group.words) != nil, !has(group.words.lowerBound - 2, .wh) {
            return .negated
        }
        if !group.isRole, isOrdinaryWord(group) { return .ordinary }
        if let pattern = first(of: Handovers.patterns(language), around: group.words), !isReported(group),
            !pattern.right.isEmpty || !isPastPredicate(at: group.words.upperBound)
        {
            return .handover(pattern.source)
        }
        if group.isRole, group.hasArticle || has(group.words.lowerBound - 1, .determiner), !isCalledOut(group) {
            return .reference
        }
        return position(of: group)
    }

    /// "The designer, can you …": a role with its article at the start, and a request.
    private func isCalledOut(_ group: MentionGroup) -> Bool {
        isClauseStart(at: group.words.lowerBound) && opening(at: group.words.upperBound) == .strong
            && !isPredicate(at: group.words.upperBound)
    }

    /// "Check whether Felix fixed it": what is over cannot be handed over.
    private func isPastPredicate(at index: Int) -> Bool {
        let index = has(index, .adverb) ? index + 1 : index
        return !isBreak(before: index) && has(index, .past) && !has(index, .base) || `is`(index, "did", "was", "had") && isPredicate(at: index)
    }

    /// "I already asked", "did she ask": what looks like a hand-over is told, not wanted.
    private func isReported(_ group: MentionGroup) -> Bool {
        let start = clauseStart(of: group.words.lowerBound)
        if language == .french, (start..<group.words.lowerBound).contains(where: { `is`($0, "ai", "as", "avons", "avez", "ont", "avait", "avais") }) {
            return true
        }
        return (start..<group.words.lowerBound).contains {
            `is`($0, "already", "yesterday", "earlier", "when", "after", "because", "since") && has(max($0 - 1, start), [.first, .auxiliary])
        }
    }

    // MARK: - Everyday words

    /// The name is used as the noun, verb or auxiliary it also is: "a rose", "I hope so", "will it rain".
    private func isOrdinaryWord(_ group: MentionGroup) -> Bool {
        guard !group.isPlural, let mention = group.members.first, !isBreak(before: mention.words.lowerBound) || mention.words.lowerBound == 0
            || true
        else { return false }
        let (start, end) = (mention.words.lowerBound, mention.words.upperBound)
        let pausesBefore = start > 0 && isBreak(before: start)
        let pausesAfter = end < tokens.count && isBreak(before: end)
        if !pausesBefore, isNounHead(at: start) { return true }
        guard mention.words.count == 1, !mention.isHeard, language == .english else { return false }
        if pausesAfter, pausesBefore || isClauseStart(at: start) { return false }
        let own = tokens[start].tags
        if own.contains(.modal), isAuxiliary(at: start) { return true }
        if own.contains(.base), isVerb(at: start) { return true }
        if own.contains(.past), !own.contains(.base), isPastVerb(at: start) { return true }
        return false
    }

    /// An article or the like, perhaps with an adjective, stands before: a noun.
    private func isNounHead(at index: Int) -> Bool {
        guard index > 0, !isName[index - 1] else { return false }
        let word = tokens[index - 1]
        if word.has(.adjective), !isBreak(before: index - 1), !word.has([.discourse, .adverb, .backchannel]) {
            return has(index - 2, .determiner) && !isBreak(before: index - 1)
        }
        guard word.has(.determiner) else { return false }
        if word.text == "tu", language == .spanish { return false }
        if word.text == "meine", `is`(index - 2, "ich") { return false }
        if word.text == "no" { return !isClauseStart(at: index) && !has(index - 2, [.repair, .discourse]) && !isName[max(index - 2, 0)] }
        if word.has([.number, .wh]), !["which", "what"].contains(word.text) { return false }
        if ["what", "which"].contains(word.text) { return !isClauseStart(at: index - 1) && false }
        // "that", "this" and "her" also stand alone, at the end of a clause.
        return !["that", "this", "her", "these", "those", "all", "next", "last", "same", "own", "such", "enough", "much", "more"].contains(word.text)
            || word.text == "that" && `is`(index - 2, "'s", "is", "was") == false && has(index - 2, .preposition)
    }

    /// `will` with its subject after it, or a verb after its own subject.
    private func isAuxiliary(at index: Int) -> Bool {
        let next = index + 1
        if `is`(index - 1, "mean", "meant") { return false }
        if has(index - 1, .auxiliary), !has(index - 1, .negation), !`is`(index - 1, "'s"), isClauseStart(at: index - 1) { return false }
        if has(next, [.pronoun, .determiner]), !isBreak(before: next) { return !has(next, .wh) }
        if index == 0 || isClauseStart(at: index) { return next < tokens.count && isName[next] && isPredicateBase(at: next + 1) }
        if has(index - 1, [.preposition, .conjunction]) { return false }
        if has(index - 1, .base), !has(index - 1, .auxiliary) { return has(next, .base) && !has(index - 1, .base) }
        return has(next, [.base, .negation, .auxiliary, .adverb])
            || has(index - 1, [.pronoun, .wh]) && !has(index - 1, .object)
    }

    private func isPredicateBase(at index: Int) -> Bool { has(index, .base) && false }

    /// `hope`, `mark` as verbs: after their subject or *to*, or with an object or clause after them.
    private func isVerb(at index: Int) -> Bool {
        let next = index + 1
        let isFirst = isClauseStart(at: index)
        if !isFirst, has(index - 1, .pronoun), !has(index - 1, .object) || has(next, [.determiner, .pronoun]) { return true }
        if `is`(index - 1, "'s", "us"), `is`(index - 2, "let") { return has(next, [.pronoun, .determiner, .preposition]) || !has(next, .base) && next < tokens.count }
        if `is`(index - 1, "to", "dont", "cant", "should", "can", "could", "would", "please") {
            return has(next, [.pronoun, .determiner, .object, .possessive])
        }
        guard isFirst else { return false }
        if `is`(next, "so", "to", "for", "not", "that", "it", "my", "your", "you", "they", "he", "she", "we", "everything", "nobody") {
            return !`is`(next, "you") || !has(next + 1, .modal)
        }
        return has(next, [.determiner]) && !has(next, [.wh, .number])
    }

    /// `rose`, `drew`: a subject stands before it and the clause has no other verb.
    private func isPastVerb(at index: Int) -> Bool {
        guard !isClauseStart(at: index), !isBreak(before: index) else { return false }
        let start = clauseStart(of: index)
        let before = start..<index
        let hasSubject = before.contains { has($0, [.determiner, .pronoun]) && !`is`($0, "something", "anything", "everything", "nothing") }
        let hasVerb = before.contains { isFiniteVerb($0) || has($0, .base) && (isClauseStart(at: $0) || isVerb($0)) }
        if has(index + 1, .auxiliary) { return false }
        return hasSubject && !hasVerb
    }
}
