import Grammar

/// Names that hang on an earlier one: joined to its hand-over, set against it, or part of what its bearer is to do.
extension Reading {
    mutating func correctContrasts() {
        for index in groups.indices.dropLast() where roles[index + 1] == .negated {
            let (words, next) = (groups[index].words, groups[index + 1].words)
            // "Kwame, not Chen, was to name it": the subject of what is told.
            if roles[index].isAddress, clauses.isContrasted(words, with: next),
                clauses.isPredicate(at: next.upperBound)
            {
                roles[index] = .reference
            }
            guard roles[index] == .reference, !clauses.isClefted(words) else { continue }
            // "It's Kwame not Chen that I need": who is set against one who is not meant.
            if words.upperBound + 1 == next.lowerBound, clauses.`is`(words.upperBound, "not"),
                clauses.`is`(
                    words.lowerBound - 1, "'s", "is", "was", "for", "to", "want", "wanted", "need", "asked",
                    "mean",
                    "meant", "from", "with")
            {
                roles[index] = .handover
            }
        }
    }

    /// "Grace, but Kwame first", "Kwame's view, and Chen's right afterwards": a place in the order behind *and*, *but* or a mark.
    func isRanked(_ index: Int) -> Bool {
        let words = groups[index].words
        return clauses.ordinal(behind: words) != nil
            && groups.indices.contains { $0 != index && roles[$0].isAddress }
            && (clauses.isBreak(before: words.lowerBound)
                || clauses.has(words.lowerBound - 1, [.conjunction, .sequence, .opening]))
    }

    /// "Chen on the price and Kwame on the style", "a song from Melody, then a story from Pip": two clauses of one frame, where the later lacks what
    /// the earlier says of both.
    func sharesTurn(_ index: Int) -> Bool {
        let words = groups[index].words
        guard !groups[index].isEveryone,
            let earlier = groups[..<index].lastIndex(where: { !$0.isEveryone }),
            roles[earlier].isAddress
        else { return false }
        let before = groups[earlier].words
        if !roles[earlier].isVocative || clauses.`is`(words.lowerBound - 1, "by"),
            clauses.areGovernedAlike(before, words)
        {
            return true
        }
        return clauses.isGapped(words, behind: before)
    }

    /// "Kwame, tell Mary Ann about the storm", "Kwame, drive over and pick up Ingrid": the first is asked to do it.
    func isErrand(_ index: Int) -> Bool {
        guard index > 0, roles[index - 1].isVocative else { return false }
        let (start, caller) = (groups[index].words.lowerBound, groups[index - 1].words)
        // "Kwame, could you see if Chen is free".
        if clauses.`is`(start - 1, "if", "whether"), clauses.`is`(start - 2, "see", "check", "out"),
            !isHolder(index - 1)
        {
            return caller.upperBound < start && !clauses.isSentenceBreak(before: start)
        }
        let isSplit =
            clauses.`is`(start - 1, "up", "off", "over", "in", "out", "round", "on", "after", "for")
            && !clauses.isBreak(before: start)
        let verb = isSplit ? start - 2 : start - 1
        guard
            clauses.`is`(verb, "tell", "remind", "show", "teach", "help", "dile", "sag", "dis")
                || isSplit
                    && clauses.`is`(
                        verb, "pick", "drop", "call", "ring", "bring", "let", "help", "drive", "wake",
                        "check", "look",
                        "wait", "care", "cover", "fill")
                || clauses.`is`(
                    verb, "wake", "fetch", "call", "collect", "phone", "ring", "visit", "meet", "join")
        else { return false }
        return caller.upperBound <= verb && !clauses.isBreak(before: start)
            && (clauses.isRequestStart(at: verb) || clauses.`is`(verb - 1, "go", "come", "run"))
            && clauses.clauseStart(of: verb) <= caller.upperBound
    }

    /// "Dawn, is Pierce allowed to sail", "May, did Hannah clear it": behind a call a question about somebody, unless he is to say something.
    func isAskedAbout(_ index: Int) -> Bool {
        guard clauses.language == .english, index > 0, roles[index] == .handover, roles[index - 1].isVocative
        else { return false }
        let (verb, next) = (groups[index].words.lowerBound - 1, groups[index].words.upperBound)
        let start = clauses.has(verb - 1, .wh) ? verb - 1 : verb
        guard clauses.has(verb, .auxiliary), groups[index - 1].words.upperBound == start else { return false }
        return isHolder(index)
            || !clauses.has(next, [.taking, .opining])
                && !(next..<next + 4).contains { clauses.isSpeaking(at: $0, as: [.base, .gerund]) }
    }
}
