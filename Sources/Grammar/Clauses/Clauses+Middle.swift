/// Names with words before and behind them, in one clause as far as pauses tell.
extension Clauses {
    /// The first construction that applies decides.
    func inMiddle(_ group: MentionGroup) -> Role {
        if setsCommas, !isBreak(before: group.words.lowerBound), !isBreak(before: group.words.upperBound) {
            return .reference
        }
        if let role = setOff(group) ?? behindSaying(group) ?? beforeYou(group) { return role }
        if isBehindSubject(group) { return .vocative(.guess) }
        if governs(group.words.lowerBound - 1)
            || isPredicate(at: group.words.upperBound, isPlural: group.isPlural)
        {
            return .reference
        }
        let role =
            beforeCommand(group) ?? beforeSubject(group)
            ?? behindTime(group)
        let isCalled =
            isLoose(group) || !group.isHeard && isUngoverned(group.words)
        return role ?? (isCalled ? .vocative(.guess) : .reference)
    }

    /// "So tell me Chen how many we need", "sag mir Svenja, wo das liegt": the verb has its object already, with or without commas.
    private func isBehindHearer(_ name: Range<Int>) -> Bool {
        let object = name.lowerBound - 1
        guard `is`(object, "me", "us", "mir", "uns", "moi", "nous", "mal"), !isBreak(before: name.lowerBound)
        else {
            return false
        }
        return has(name.upperBound, .wh)
            || `is`(object - 1, "tell", "remind", "promise", "sag", "sagen", "sagt", "dis", "dites")
    }

    /// Pauses, and what stands around the name in place of them.
    private func setOff(_ group: MentionGroup) -> Role? {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        let pausesAfter = isBreak(before: end)
        if !pausesAfter, isInvertedSubject(group.words) || isObjectOfCommand(start) { return .reference }
        // "The bit I don't follow, Kwame, is why …".
        let isEquated =
            `is`(end, "is", "was") && has(end + 1, [.wh, .subordinator]) && !has(start - 1, .preposition)
        // "Lo que quiero saber, Nova, es cuánto …", "ce que je veux, Nova, c'est que …".
        let copula = `is`(end, "c") ? end + 1 : end
        if !pausesAfter, language != .english, `is`(sentenceStart(of: start), "lo", "ce", "was"),
            !has(start - 1, .preposition), `is`(copula, "es", "est", "ist"),
            has(copula + 1, [.wh, .subordinator])
        {
            return .vocative(.likely)
        }
        if !pausesAfter, isTopic(before: start), asksAnew(at: end) || isEquated { return .vocative(.likely) }
        guard pausesAfter else { return nil }
        // "Sit down and, Chen, stand up": behind *and* the second command.
        if `is`(start - 1, "and", "but"), has(end, .base), !has(end, .auxiliary),
            isName[sentenceStart(of: start)]
        {
            return .vocative(.likely)
        }
        return setsCommas || governs(start - 1) || isPredicate(at: end) ? .reference : .vocative(.likely)
    }

    /// "How long has Kwame been …": the verb has changed places with its subject.
    private func isInvertedSubject(_ words: Range<Int>) -> Bool {
        let start = words.lowerBound
        let isVerbFirst = language == .german && has(start - 1, .third3) && isClauseStart(at: start - 1)
        return has(start - 1, .auxiliary)
            && (isVerbFirst
                || has(start - 2, [.wh, .adverb, .adjective]) && !has(words.upperBound, .pronoun))
    }

    /// "Tu savais, Nova, que …", "toi, Nova, tu sais": a verb of knowing takes a clause, and a pronoun needs no noun.
    private func behindKnowing(_ name: Range<Int>) -> Bool {
        let (last, end) = (name.lowerBound - 1, name.upperBound)
        if `is`(last, "savais", "savez", "savoir", "sabes", "sabias", "weisst", "wusstest", "wissen") {
            return `is`(end, "que", "qu", "si", "dass", "ob") || has(end, .wh)
        }
        return (`is`(last, "toi", "usted") || `is`(last, "tu") && tokens[last].hasAccent)
            && !isPredicate(at: end)
    }

    /// "The door of the freezer, Ingrid, is still open": how something is, and no other verb; "the door Ingrid opened" is no clause.
    private func isBehindSubject(_ group: MentionGroup) -> Bool {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        let first = clauseStart(of: start)
        guard language == .english, !setsCommas, !group.isHeard, !Everyday.contains(tokens[start]),
            start - first >= 2 && `is`(first, "the", "this", "that"),
            word(start - 1)?.parts.contains(.person) == false, !has(start - 1, .calendar),
            !`is`(start - 1, "way", "day", "time", "moment", "minute", "night", "morning", "evening", "week"),
            !(first..<start).contains(where: { isFiniteVerb($0) || has($0, [.wh, .conjunction]) }),
            `is`(end, "is", "isnt", "was", "looks", "sounds", "feels", "seems") || `is`(end + 1, "been")
        else { return false }
        let rest = tokens.indices.dropFirst(`is`(end + 1, "been") ? end + 2 : end + 1).prefix {
            !isBreak(before: $0) && !has($0, [.conjunction, .subordinator])
        }
        let isTold = rest.contains { has($0, [.finite, .gerund]) && !has($0, .adjective) }
        return !rest.isEmpty && !isTold && !has(rest.last ?? end, .preposition)
    }

    /// Between a verb of saying or thinking and what is said.
    private func behindSaying(_ group: MentionGroup) -> Role? {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        if language != .english, behindKnowing(group.words) { return .vocative(.likely) }
        // "My mother says, Kwame, that I should rest": these take no person for their object.
        if `is`(
            start - 1, "says", "said", "thinks", "thought", "believes", "claims", "claimed", "insists",
            "insisted", "reckons", "hopes", "suggests", "suggested"), `is`(end, "that"),
            has(end + 1, [.pronoun, .determiner])
        {
            return .vocative(.likely)
        }
        // "I was hoping, Kwame, for something warmer": what the verb needs stands behind.
        if `is`(start - 1, "hoping", "hope", "thinking", "think", "wondering", "waiting"),
            has(end, .preposition)
        {
            return .vocative(.likely)
        }
        let isSaid =
            `is`(start - 1, "say", "see")
            || has(start - 2, .first)
                && `is`(
                    start - 1, "think", "believe", "feel", "fear", "guess", "reckon", "suppose", "wish",
                    "mean", "suspect", "bet",
                    "swear", "hope", "know")
        return isSaid && `is`(end, "that", "we", "you", "i", "it", "they", "there") ? .vocative(.guess) : nil
    }

    /// What follows asks or tells *you*.
    private func beforeYou(_ group: MentionGroup) -> Role? {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
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
        let isAside =
            isAsked(ofBeing: start) && has(end, [.preposition, .conjunction, .subordinator])
            && !`is`(end, "of", "than")
        return isAside ? .vocative(.guess) : nil
    }

    /// What is asked is complete before the name, or begins behind it.
    private func beforeCommand(_ group: MentionGroup) -> Role? {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        // "Is there any way, Dana, to …", "how long does it take, Roman, if …".
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
        return opens ? .vocative(.likely) : nil
    }

    /// "When I plug it in, Guy, nothing happens": what follows has a subject of its own.
    private func beforeSubject(_ group: MentionGroup) -> Role? {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        if isPersonalSubject(at: end) { return .vocative(.likely) }
        return hasOwnSubject(at: end) && isSubordinate(start) ? .vocative(.likely) : nil
    }

    /// Behind a time, or what else may end a clause.
    private func behindTime(_ group: MentionGroup) -> Role? {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        // "I rang twice last week, Sterling, and nobody called", "it came on Friday, Sterling, and I think …".
        let isJoinedToTime = isTime(endingAt: start - 1) && has(end, .conjunction)
        // "He took my umbrella, Frank, and walked out": no name is joined to a verb.
        let isJoinedToVerb =
            has(end, .conjunction) && has(end + 1, .past) && !has(end + 1, [.base, .adjective, .auxiliary])
            && !has(start - 1, Tags.closedClass.union(.anyVerb))
            && has(start - 2, [.determiner, .possessive])
        // "… today, Frank, the pipe's burst": a new clause behind a time.
        let isNewClause =
            `is`(
                start - 1, "today", "again", "now", "then", "tonight", "tomorrow", "lately", "anyway",
                "though",
                "already") && hasOwnSubject(at: end) && !`is`(end, "that")
        let isContinued =
            has(start - 1, [.adverb, .adjective, .object, .gerund, .discourse]) && goesOn(at: end)
        let isAddition =
            isComplete(before: start)
            && (language == .english && hasOwnSubject(at: end)
                || goesOn(at: end) && (hasOwnSubject(at: end + 1) || opening(at: end + 1) == .strong)
                || goesOn(at: end) && has(end + 1, .preposition)
                    && (end + 3..<end + 5).contains { hasOwnSubject(at: $0) })
        return isJoinedToTime || isJoinedToVerb || isNewClause || isContinued || isAddition
            ? .vocative(.guess) : nil
    }

    /// Without marks, what nothing before needs and nothing behind takes for its subject can only be a call.
    private func isLoose(_ group: MentionGroup) -> Bool {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        let isRead =
            language == .english
            || language == .french && !has(start - 2, [.auxiliary, .wh, .subordinator])
        return !setsCommas && isRead && !group.isEveryone
            && (!Everyday.contains(tokens[start]) || !group.isHeard && isApart(start))
            && !has(start - 1, [.wh, .negation, .first, .auxiliary, .conjunction])
            && !`is`(start - 1, "that", "neither") && !`is`(end, "and", "or", "neither", "nor")
            && (!isVerb(start - 1) || has(start - 1, [.adjective, .adverb]))
            && !isApposed(start)
    }

    /// What stands before qualifies no noun and is no verb's subject, so that a name that is also a word cannot be that word.
    private func isApart(_ name: Int) -> Bool {
        let last = name - 1
        return isTime(endingAt: last) || `is`(last, "one", "ones") && has(last - 1, .adjective)
            || has(last, [.object, .third, .adverb])
                && !has(last, [.determiner, .possessive, .discourse, .subordinator, .sequence, .conjunction])
                && !tokens[name].has([.base, .past, .modal])
    }

    /// "My aunt Kwame up the road", "a research grant": a noun and whose it is, or of what.
    private func isApposed(_ name: Int) -> Bool {
        has(name - 2, [.determiner, .possessive])
            && (has(name - 1, .person) || `is`(name - 2, "a") && isCommonNoun(name)
                || word(name - 1)?.parts.contains(.person) ?? false)
    }
}
