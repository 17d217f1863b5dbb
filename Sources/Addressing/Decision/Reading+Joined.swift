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

    /// "Grace, but Kwame first", "Chen on this and Kwame straight afterwards": a place in the order and no verb.
    func isRanked(_ index: Int) -> Bool {
        let words = groups[index].words
        guard groups.indices.contains(where: { $0 != index && roles[$0].isAddress }) else { return false }
        var end = words.upperBound
        // "Kwame's view, and Chen's right after".
        if clauses.`is`(end, "'s") { end += 1 }
        if clauses.`is`(end, "straight", "right", "immediately", "directly", "the", "shortly"),
            !clauses.isBreak(before: end)
        {
            end += 1
        }
        return clauses.`is`(
            end, "first", "second", "third", "fourth", "next", "last", "after", "afterwards", "later",
            "beforehand")
            && !clauses.isBreak(before: end)
            && (clauses.isBreak(before: words.lowerBound)
                || clauses.has(words.lowerBound - 1, [.conjunction, .sequence, .opening]))
    }

    /// "Let Chen read it out, and afterwards Kwame explains it", "could Chen take that and Kwame the rest": what is joined to a hand-over by
    /// *and* hands over too, with a verb of its own or with the one before.
    func isNextInTurn(_ index: Int) -> Bool {
        let words = groups[index].words
        guard index > 0, roles[index - 1].isAddress, !clauses.isBreak(before: words.upperBound) else {
            return false
        }
        let (start, end) = (groups[index - 1].words.upperBound, words.upperBound)
        // "Chen on the price and Kwame on the style".
        let isOnTopic =
            clauses.has(end, .preposition) && clauses.word(start)?.key == clauses.word(end)?.key
            && clauses.has(words.lowerBound - 1, [.conjunction, .sequence])
        if isOnTopic || clauses.isGapped(words) { return true }
        guard roles[index - 1] == .handover || clauses.has(words.lowerBound - 1, .sequence) else {
            return false
        }
        var before = words.lowerBound - 1
        while before > start, clauses.has(before, .sequence) || clauses.`is`(before, "that", "after") {
            before -= 1
        }
        guard clauses.`is`(before, "and", "y", "et", "und") || before + 1 < words.lowerBound,
            before >= start
        else { return false }
        return clauses.has(end, .third3)
            && (!clauses.has(end, [.auxiliary, .opining]) || clauses.`is`(end, "does"))
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

    /// "A song from Melody, then a story from Pip": the same preposition, one after the other.
    func isParallel(_ index: Int) -> Bool {
        let start = groups[index].words.lowerBound
        guard clauses.has(start - 1, .preposition),
            let earlier = groups.indices.last(where: {
                $0 < index && roles[$0].isAddress
                    && (!roles[$0].isVocative || clauses.`is`(start - 1, "by"))
            })
        else { return false }
        let before = groups[earlier].words
        guard clauses.word(before.lowerBound - 1)?.key == clauses.tokens[start - 1].key else {
            return false
        }
        return (before.upperBound..<start).contains { clauses.has($0, [.sequence, .conjunction]) }
    }
}

extension Clauses {
    /// Nothing but *not* or *rather than* stands between two names.
    fileprivate func isContrasted(_ first: Range<Int>, with second: Range<Int>) -> Bool {
        first.upperBound < second.lowerBound
            && (first.upperBound..<second.lowerBound).allSatisfy {
                `is`($0, "not", "and", "rather", "than", "instead", "of")
            }
    }

    /// "Chen, tell me the height, and Kwame the width": *and*, the name, what it shall do it with, and no verb.
    fileprivate func isGapped(_ name: Range<Int>) -> Bool {
        let start = name.upperBound
        let end =
            tokens.indices.dropFirst(start).first { isBreak(before: $0) || has($0, .conjunction) }
            ?? tokens.count
        return has(name.lowerBound - 1, .conjunction) && !`is`(name.lowerBound - 1, "but", "or")
            && has(start, .determiner) && !has(start, .wh) && end - start <= 6
            && !(start..<end).contains { isFiniteVerb($0) && !has($0, .base) || has($0, .auxiliary) }
    }
}
