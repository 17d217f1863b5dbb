/// Where a name that is no part of a hand-over stands: may it be the person spoken to?
extension Clauses {
    func position(of group: MentionGroup) -> Role {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        if `is`(end, "'s") { return possessive(group) }
        if isClauseStart(at: start) { return atStart(group) }
        if isSentenceBreak(before: end) || isClauseEnd(at: end) && !isBreak(before: end) { return atEnd(group) }
        return inMiddle(group)
    }

    /// `Scout's tip` speaks about Scout; `Sage's can you …` is a recogniser's slip.
    private func possessive(_ group: MentionGroup) -> Role {
        let next = group.words.upperBound + 1
        let isSlip = isClauseStart(at: group.words.lowerBound) && opening(at: next) == .strong && !has(next, .base)
        return isSlip ? .vocative(.likely) : .reference
    }

    // MARK: - Start

    private func atStart(_ group: MentionGroup) -> Role {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        let isCalled = start > 0 && has(start - 1, .greeting) && !`is`(start - 1, "thanks", "thank", "gracias", "merci", "danke")
        if end >= tokens.count { return .vocative(.certain) }
        if isBreak(before: end) { return relativeFollows(end) ? .reference : .vocative(.certain) }
        if isCalled { return .vocative(.certain) }
        if isPredicate(at: end, isPlural: group.isPlural) { return .reference }
        if `is`(end, "from", "of", "von", "aus", "de", "and", "or", "y", "et", "und") { return .reference }
        return .vocative(opening(at: end) == .strong ? .certain : .likely)
    }

    /// `Felix, who fixed it, says …`
    private func relativeFollows(_ index: Int) -> Bool {
        `is`(index, "who", "which", "whose") && !hasQuestionMark && isPredicate(at: index + 1) && isPunctuated
    }

    // MARK: - End

    private func atEnd(_ group: MentionGroup) -> Role {
        let start = group.words.lowerBound
        if isBreak(before: start) { return .vocative(.certain) }
        let previous = start - 1
        if governs(previous) { return .reference }
        return .vocative(isDirected(start) ? .likely : .guess)
    }

    /// The word at `index` takes what follows as its object or noun.
    private func governs(_ index: Int) -> Bool {
        if has(index, .object) { return false }
        if has(index, [.preposition, .subordinator]), !has(index, [.discourse]) { return !isParticle(index) }
        if has(index, [.conjunction, .determiner]) { return !`is`(index, "that", "this", "these", "those", "one", "much", "more", "her", "enough") && !has(index, .number) }
        if has(index, [.base, .past, .third3, .gerund]) { return !Self.intransitive.contains(tokens[index].text) && !isGapQuestion(index) }
        return has(index, .auxiliary) && !isGapQuestion(index)
    }

    /// `come on`, `log in`: the preposition belongs to its verb.
    private func isParticle(_ index: Int) -> Bool {
        `is`(index, "on", "in", "off", "up", "out", "down", "over", "back", "away", "through", "around", "by")
            && has(index - 1, [.base, .gerund, .past, .third3])
    }

    /// `what did you order, Nova`: the object stands in front as a question word.
    private func isGapQuestion(_ verb: Int) -> Bool {
        let start = sentenceStart(of: verb)
        return (start..<verb).contains { `is`($0, "what", "which", "how", "where", "why", "when", "que", "was", "wie") && $0 < start + 4 }
    }

    /// The sentence is a question, a request, or speaks of you and me.
    private func isDirected(_ index: Int) -> Bool {
        let start = sentenceStart(of: index)
        return hasQuestionMark || opening(at: start) == .strong
            || (start..<index).contains { has($0, [.wh, .second]) || `is`($0, "my", "your") }
    }

    private static let intransitive: Set<String> = [
        "work", "works", "working", "worked", "go", "going", "goes", "gone", "happen", "happened", "happening", "come", "coming",
        "sleep", "wait", "waiting", "start", "speak", "talk", "talking", "look", "looks", "sound", "sounds", "mean", "means", "think",
        "arrive", "arrived", "leave", "say", "said", "done", "cost", "costs", "matter", "help", "run", "running", "eat", "rest",
        "end", "stop", "failing", "failed", "crash", "crashed", "broke", "broken", "close", "closed", "open", "opened", "do",
        "continue", "agree", "answer", "explain", "begin", "finish", "finished", "change", "changed", "move", "moved", "hurt", "hurts",
        "book", "report", "plan", "order", "work", "cook", "bake", "cut", "rise", "score", "test", "design", "ship", "record", "sign",
    ]

    // MARK: - Middle

    private func inMiddle(_ group: MentionGroup) -> Role {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        let (pausesBefore, pausesAfter) = (isBreak(before: start), isBreak(before: end))
        if pausesBefore, pausesAfter { return .vocative(.certain) }
        if pausesBefore { return atStart(group) }
        if pausesAfter { return governs(start - 1) || isPredicate(at: end) ? .reference : .vocative(.likely) }
        let isYou = has(end, .second) && !has(start - 1, .preposition)
        if isYou { return .vocative(.likely) }
        if governs(start - 1) || isPredicate(at: end, isPlural: group.isPlural) { return .reference }
        let opens = opening(at: end) == .strong && !has(end, .base)
        if opens { return .vocative(.likely) }
        if has(start - 1, [.adverb, .adjective, .object, .gerund, .discourse]), goesOn(at: end) { return .vocative(.guess) }
        return .reference
    }

    /// The clause that a name interrupted continues.
    private func goesOn(at index: Int) -> Bool {
        has(index, [.subordinator, .conjunction]) || `is`(index, "to", "is", "are", "was", "i", "we")
    }
}
