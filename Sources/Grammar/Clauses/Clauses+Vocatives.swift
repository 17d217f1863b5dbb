/// Where a name that is no part of a hand-over stands: may it be the person spoken to?
extension Clauses {
    /// The first construction that applies decides.
    func position(of group: MentionGroup) -> Role {
        if let role = attached(group) ?? behindVerb(group) ?? inFormula(group) ?? inClause(group) {
            return role
        }
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        if isClauseStart(at: start) { return atStart(group) }
        if isSentenceBreak(before: end) || isClauseEnd(at: end) && !isBreak(before: end) {
            return atEnd(group)
        }
        return inMiddle(group)
    }

    /// What the name belongs to: a noun of time, a relation, an article, what it owns.
    private func attached(_ group: MentionGroup) -> Role? {
        if `is`(group.words.upperBound, "'s") { return possessive(group) }
        // "Die Anna weiß das": nobody is called with an article.
        return group.hasArticle && !group.isRole ? .reference : nil
    }

    /// Subjects that stand behind their verb.
    private func behindVerb(_ group: MentionGroup) -> Role? {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        // "¿Cuándo vuelve Kwame?", "wo ist Kwame": asked is when or where somebody is.
        if `is`(start - 2, "cuando", "donde", "wann", "wo", "quand", "wie", "warum", "ou", "comment"),
            has(start - 1, [.third3, .past]), isClauseEnd(at: end)
        {
            return .reference
        }
        return nil
    }

    /// Words that are said with a name.
    private func inFormula(_ group: MentionGroup) -> Role? {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        // "How do you pronounce Kwame", "poor Chen".
        if `is`(start - 1, "pronounce", "spell", "spelled", "spelt", "pronounced", "poor", "bless") {
            return .reference
        }
        // "It's just that, Hugo, my gran …".
        let isExplained =
            `is`(start - 1, "that") && `is`(start - 2, "just", "only") && has(start - 3, .auxiliary)
            && has(end, [.possessive, .first])
        return isExplained ? .vocative(.likely) : nil
    }

    /// Subjects of a clause within another.
    private func inClause(_ group: MentionGroup) -> Role? {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        // "The flight Kwame put me on was late": the subject of a clause that belongs to the noun before it.
        if has(start - 2, [.determiner, .possessive]), isClauseStart(at: start - 2), !isBreak(before: start),
            has(end, .unmarked), !isBreak(before: end),
            (end + 1..<max(end + 1, tokens.count)).contains(where: {
                has($0, .auxiliary) && !has($0 - 1, [.pronoun, .wh])
            })
        {
            return .reference
        }
        // "I wish Kwame were here".
        if `is`(start - 1, "wish", "if", "though"), `is`(end, "were", "was"), !isBreak(before: start) {
            return .reference
        }
        // "Was it Kwame who broke it".
        let isCleft = `is`(start - 1, "it") && has(start - 2, .auxiliary) && `is`(end, "who", "that")
        return isCleft ? .reference : nil
    }

    /// `Scout's tip` speaks about Scout; `Sage's can you …` is a recogniser's slip.
    private func possessive(_ group: MentionGroup) -> Role {
        let next = group.words.upperBound + 1
        let isSlip =
            isClauseStart(at: group.words.lowerBound) && opening(at: next) == .strong && !has(next, .base)
            && !has(next, [.past, .gerund, .negation, .everyone]) && !`is`(next, "been", "being")
        return isSlip ? .vocative(.likely) : .reference
    }

    private func atEnd(_ group: MentionGroup) -> Role {
        let start = group.words.lowerBound
        if isThanked(start) { return .reference }
        // "Gestern kam Nadia und dann Felix": he has the turn if she has, which is for whoever decides.
        if language != .english, successionStart(before: start).map({ $0 > 0 }) ?? false { return .reference }
        if isBreak(before: start) { return .vocative(.certain) }
        let previous = start - 1
        // "Has it been seen to, Hazel", "ripe enough to pick, Basil": the object stands in front.
        if isStrandedPassive(previous) || isDegreeClause(endingAt: previous) { return .vocative(.likely) }
        if governs(previous) || isObjectOfCommand(start) { return .reference }
        if isDirected(start) { return .vocative(.likely) }
        return setsCommas ? .reference : .vocative(.guess)
    }

    /// The sentence is a question, a request, or speaks of you and me.
    func isDirected(_ index: Int) -> Bool {
        let start = sentenceStart(of: index)
        return hasQuestionMark || opening(at: start) == .strong
            || (start..<index).contains { has($0, [.wh, .second]) || `is`($0, "my", "your") }
    }
}
