/// Where a name that is no part of a hand-over stands: may it be the person spoken to?
extension Clauses {
    func position(of group: MentionGroup) -> Role {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        // "Sorry to interrupt, Kwame, but …": whom one apologises to.
        if has(start - 1, .base), `is`(start - 2, "to"), `is`(start - 3, "sorry") {
            return .vocative(.likely)
        }
        // "Last time Mary Ann did …", "the day Kwame left": a noun of time opens a clause about somebody.
        if `is`(start - 1, "time", "moment", "day", "week", "year"), has(start - 2, .determiner),
            !isBreak(before: start),
            has(end, [.past, .auxiliary, .third3]), !has(end + 1, .pronoun)
        {
            return .reference
        }
        // "My sister Gail is bringing the sandwiches": whose she is tells that she is no colleague.
        if isKin(start - 1), !isBreak(before: start), !isClauseEnd(at: end) { return .reference }
        if `is`(end, "'s") { return possessive(group) }
        // "Die Anna weiß das": nobody is called with an article.
        if group.hasArticle, !group.isRole { return .reference }
        // "Où est passé Bastien": the subject of a question stands behind its verb.
        if language != .english, has(start - 1, .past), has(start - 2, .auxiliary), has(start - 3, .wh),
            end >= tokens.count
        {
            return .reference
        }
        // "¿Cuándo vuelve Kwame?", "wo ist Kwame": asked is when or where somebody is.
        if `is`(start - 2, "cuando", "donde", "wann", "wo", "quand"), has(start - 1, [.third3, .past]),
            isClauseEnd(at: end)
        {
            return .reference
        }
        // "Gestern meinte Kwame, …": behind its verb stands the subject.
        if language == .german, has(start - 1, [.third3, .past]), has(start - 2, .adverb),
            isClauseStart(at: start - 2),
            !has(start - 1, .base)
        {
            return .reference
        }
        // "How do you pronounce Kwame", "poor Chen".
        if `is`(start - 1, "pronounce", "spell", "spelled", "spelt", "pronounced", "poor", "bless") {
            return .reference
        }
        // "Sag mal, Svenja": the formula calls whoever is named behind it.
        if `is`(start - 1, "mal", "donc"),
            `is`(start - 2, "sag", "sagt", "hor", "hort", "schau", "guck", "dis"),
            isClauseStart(at: start - 2), !`is`(end, "dass", "was", "que", "bitte", "er", "sie", "ich"),
            end < tokens.count
        {
            return .vocative(.certain)
        }
        // "It's just that, Hugo, my gran …".
        if `is`(start - 1, "that"), `is`(start - 2, "just", "only"), has(start - 3, .auxiliary),
            has(end, [.possessive, .first])
        {
            return .vocative(.likely)
        }
        if isSubjectOfGap(group.words) { return .reference }
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
        if `is`(start - 1, "it"), has(start - 2, .auxiliary), `is`(end, "who", "that") { return .reference }
        if isClauseStart(at: start) { return atStart(group) }
        if isSentenceBreak(before: end) || isClauseEnd(at: end) && !isBreak(before: end)
            || isSubjectName(at: end) || isAdjunct(from: end) && isDirected(start)
        {
            return atEnd(group)
        }
        return inMiddle(group)
    }

    /// "… again, Gita; Mason says …": another name with its verb begins the next clause.
    private func isSubjectName(at index: Int) -> Bool {
        var end = index
        while end < tokens.count, isName[end], end == index || !isBreak(before: end) { end += 1 }
        return end > index && !isBreak(before: index) && isPredicate(at: end)
    }

    /// `Scout's tip` speaks about Scout; `Sage's can you …` is a recogniser's slip.
    private func possessive(_ group: MentionGroup) -> Role {
        let next = group.words.upperBound + 1
        let isSlip =
            isClauseStart(at: group.words.lowerBound) && opening(at: next) == .strong && !has(next, .base)
            && !has(next, [.past, .gerund, .negation]) && !`is`(next, "been", "being")
        return isSlip ? .vocative(.likely) : .reference
    }

    /// "My sister", "our dear neighbour": a person, and whose.
    private func isKin(_ index: Int) -> Bool {
        guard let word = word(index), !isName[index], word.parts.contains(.person) || word.has(.person),
            // "My dear Chen".
            !word.has(.greeting), !SideTalk.endearments.contains(word.key)
        else { return false }
        let owner = has(index - 1, .adjective) ? index - 2 : index - 1
        return `is`(owner, "my", "our", "his", "her", "their") && !isBreak(before: index)
    }

    // MARK: - End

    private func atEnd(_ group: MentionGroup) -> Role {
        let start = group.words.lowerBound
        if isThanked(start) { return .reference }
        if isBreak(before: start) { return .vocative(.certain) }
        let previous = start - 1
        // "… or what, Miles": a tag closes the question.
        if `is`(previous, "what", "not", "something", "whatever"), `is`(previous - 1, "or") {
            return .vocative(.likely)
        }
        // "Has it been seen to, Hazel", "ripe enough to pick, Basil": the object stands in front.
        if isStrandedPassive(previous) || isDegreeClause(endingAt: previous) { return .vocative(.likely) }
        if governs(previous) || isObjectOfCommand(start) { return .reference }
        return .vocative(isDirected(start) ? .likely : .guess)
    }

    /// The sentence is a question, a request, or speaks of you and me.
    func isDirected(_ index: Int) -> Bool {
        let start = sentenceStart(of: index)
        return hasQuestionMark || opening(at: start) == .strong
            || (start..<index).contains { has($0, [.wh, .second]) || `is`($0, "my", "your") }
    }

    // MARK: - Middle

    private func inMiddle(_ group: MentionGroup) -> Role {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        let (pausesBefore, pausesAfter) = (isBreak(before: start), isBreak(before: end))
        if pausesBefore, pausesAfter { return .vocative(.certain) }
        if pausesBefore { return atStart(group) }
        // "How long has Kwame been …": the verb has changed places with its subject.
        let isVerbFirst = language == .german && has(start - 1, .third3) && isClauseStart(at: start - 1)
        if has(start - 1, .auxiliary), !pausesAfter,
            isVerbFirst || has(start - 2, [.wh, .adverb, .adjective]) && !has(end, .pronoun)
        {
            return .reference
        }
        if isObjectOfCommand(start), !pausesAfter { return .reference }
        if !pausesAfter, isTopic(before: start), asksAnew(at: end) { return .vocative(.likely) }
        if interruptsSubject(group.words) { return .vocative(.likely) }
        // "Sit down and, Chen, stand up": behind *and* the second command.
        if pausesAfter, `is`(start - 1, "and", "but"), has(end, .base), !has(end, .auxiliary),
            opening(at: sentenceStart(of: start)) == .strong || isName[sentenceStart(of: start)]
        {
            return .vocative(.likely)
        }
        if pausesAfter { return governs(start - 1) || isPredicate(at: end) ? .reference : .vocative(.likely) }
        // "Don't you think, Kwame, that green would be nicer".
        if has(start - 1, .opining), has(start - 2, .second), `is`(end, "that") { return .vocative(.likely) }
        // "My mother says, Kwame, that I should rest": these take no person for their object.
        if `is`(
            start - 1, "says", "said", "thinks", "thought", "believes", "claims", "claimed", "insists",
            "insisted", "reckons", "hopes", "suggests", "suggested"), `is`(end, "that"),
            has(end + 1, [.pronoun, .determiner])
        {
            return .vocative(.likely)
        }
        if `is`(start - 1, "say", "see")
            || has(start - 2, .first)
                && `is`(
                    start - 1, "think", "believe", "feel", "fear", "guess", "reckon", "suppose", "wish",
                    "mean", "suspect", "bet",
                    "swear", "hope", "know"),
            `is`(end, "that", "we", "you", "i", "it", "they", "there")
        {
            return .vocative(.guess)
        }
        // "…, and Grace when is …": the second request of two. A name with a base form is no subject: that takes -s.
        if has(start - 1, [.conjunction, .sequence]), opening(at: end) == .strong {
            return .vocative(.likely)
        }
        let isInverted =
            has(end, .auxiliary) && (has(end + 1, .first) || has(end + 1, .second))
            && !isBreak(before: end + 1)
        let isYou = (has(end, .second) || isInverted) && !isPredicate(at: end)
        // "The pipes are in, Ray, you can start".
        let isPlaced =
            `is`(start - 1, "in", "on", "off", "out", "up", "down", "over", "through")
            && `is`(start - 2, "is", "are", "'s", "'re", "was", "were", "been")
        if isYou, isPlaced || !has(start - 1, [.preposition, .conjunction]),
            !Self.asking.contains(word(start - 1)?.key)
        {
            return .vocative(.likely)
        }
        // "Is there room, Duke, for two more", "is it far, Duke, from the quay".
        if isAsked(ofBeing: start), has(end, [.preposition, .conjunction, .subordinator]),
            !`is`(end, "of", "than")
        {
            return .vocative(.guess)
        }
        if governs(start - 1) || isPredicate(at: end, isPlural: group.isPlural) { return .reference }
        // "Is there any way, Dana, to …", "how long does it take, Roman, if …": the question is complete before the name.
        let isTail =
            has(end, .subordinator) && !has(end, .wh) && !`is`(end, "that")
            || `is`(end, "to") && has(end + 1, .base)
        if isTail, isDirected(start) { return .vocative(.guess) }
        // A name with a base form is no subject: that takes -s.
        let isCommand =
            has(end, .base) && !has(start - 1, [.determiner, .auxiliary])
            && !(has(start - 1, .adjective) && has(start - 2, [.determiner, .possessive]))
            && (isBreak(before: end + 1)
                || has(end + 1, [.determiner, .object, .pronoun, .preposition, .wh, .adverb]))
        let opens = opening(at: end) == .strong && (!has(end, .base) || isCommand)
        if opens { return .vocative(.likely) }
        // "Could you get that out, Frank, it's been bugging me": a clause of its own behind a question or request.
        if `is`(end, "it", "that", "there"), has(end + 1, .auxiliary), !isName[end + 1],
            opening(at: sentenceStart(of: start)) == .strong, !has(start - 1, .conjunction)
        {
            return .vocative(.guess)
        }
        // "The boiler, Kwame, it's making a noise": what is spoken of stands before the name and is taken up behind it.
        if `is`(end, "it", "they", "il", "elle", "ils", "elles", "c", "ca", "der", "die", "das"),
            has(end + 1, [.auxiliary, .third3, .base]), isNounPhrase(before: start)
        {
            return .vocative(.guess)
        }
        // "When I plug it in, Guy, nothing happens": what follows has a subject of its own.
        if isPersonalSubject(at: end) { return .vocative(.likely) }
        if hasOwnSubject(at: end),
            isSubordinate(start) || `is`(start - 1, "is") && !has(start - 2, [.wh, .third])
        {
            return .vocative(.likely)
        }
        // "Pour le crédit, Chen, on fait comment".
        if language != .english, `is`(end, "on", "tu", "vous", "nous", "du", "ihr", "man"),
            isSubordinate(start)
        {
            return .vocative(.guess)
        }
        // "Poor Kwame, he works too much".
        if has(start - 1, .adjective), `is`(end, "he", "she", "they", "has", "is") { return .reference }
        // "Dis-moi, Kwame, il fait beau": a new clause behind an object.
        if has(start - 1, .object), has(start - 2, .base),
            `is`(end, "il", "elle", "on", "tu", "vous", "es", "er", "du", "ihr", "que", "cuando")
        {
            return .vocative(.guess)
        }
        // "I rang twice last week, Sterling, and nobody called", "it came on Friday, Sterling, and I think …".
        if isTime(endingAt: start - 1), has(end, .conjunction) {
            return .vocative(.guess)
        }
        // "He took my umbrella, Frank, and walked out": no name is joined to a verb.
        if has(end, .conjunction), has(end + 1, .past), !has(end + 1, [.base, .adjective, .auxiliary]),
            !has(start - 1, Tags.closedClass.union(.anyVerb)), has(start - 2, [.determiner, .possessive])
        {
            return .vocative(.guess)
        }
        // "… today, Frank, the pipe's burst": a new clause behind a time.
        if `is`(
            start - 1, "today", "again", "now", "then", "tonight", "tomorrow", "lately", "anyway", "though",
            "already"), hasOwnSubject(at: end),
            !`is`(end, "that")
        {
            return .vocative(.guess)
        }
        if has(start - 1, [.adverb, .adjective, .object, .gerund, .discourse]), goesOn(at: end) {
            return .vocative(.guess)
        }
        if isComplete(before: start), has(end, [.conjunction, .subordinator]), hasOwnSubject(at: end + 1) {
            return .vocative(.guess)
        }
        return isInserted(group.words) ? .vocative(.guess) : .reference
    }
}
