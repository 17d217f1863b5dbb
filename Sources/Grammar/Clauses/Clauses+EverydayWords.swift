/// When a name is used as the noun, verb or auxiliary it also is: "a rose", "I hope so", "will it rain".
extension Clauses {
    func isOrdinaryWord(_ group: MentionGroup) -> Bool {
        guard !group.isPlural, let mention = group.members.first else { return false }
        let (start, end) = (mention.words.lowerBound, mention.words.upperBound)
        let pausesBefore = start > 0 && isBreak(before: start)
        let pausesAfter = end < tokens.count && isBreak(before: end)
        // "Rich people", "frank talk": a quality and whose it is.
        if tokens[start].tags.contains(.adjective), !pausesAfter,
            `is`(end, "people", "folk", "folks", "men", "women", "kids", "ones", "enough")
        {
            return true
        }
        if !pausesBefore, isNounHead(at: start) || isDate(group.words) { return true }
        if mention.words.count == 1, !mention.isEveryone,
            isWrittenSmall(start) || isQuality(start)
                || isThing(start)
        {
            return true
        }
        guard mention.words.count == 1, !mention.isHeard, language == .english else { return false }
        if isInManner(start) || isMeasure(start) { return true }
        if pausesAfter, pausesBefore || isClauseStart(at: start) { return false }
        let own = tokens[start].tags
        return own.contains(.modal) && isUsedAsAuxiliary(start)
            || own.contains(.base) && isUsedAsVerb(start)
            || own.contains(.past) && !own.contains(.base) && isUsedAsPast(start)
    }

    /// "Next summer", "in May", "June 5th": the calendar's, not a colleague's.
    private func isDate(_ words: Range<Int>) -> Bool {
        guard words.count == 1, tokens[words.lowerBound].has(.calendar) else { return false }
        return `is`(
            words.lowerBound - 1, "next", "last", "this", "every", "early", "late", "mid", "in", "since",
            "until",
            "till", "during", "proximo", "cada", "en", "prochain", "im", "nachsten", "letzten")
    }

    /// "It's sunny", written with a small letter among words that begin with capitals where they should. People write names small as
    /// well: what no dictionary has is a name, and so is what one greets or sets apart ("Hey scout, …").
    private func isWrittenSmall(_ index: Int) -> Bool {
        guard index > 0, isPunctuated, tokens[0].isCapitalized, !tokens[index].isCapitalized,
            !has(index - 1, .greeting)
        else { return false }
        // "The answer was "ruby"": quotes set apart as well.
        let isSetApart =
            isClauseStart(at: index) && isBreak(before: index + 1) && !has(index - 1, .auxiliary)
        return !isSetApart
            && (tokens[index].isEveryday || !tokens[index].parts.isEmpty
                || CommonWords.contain(tokens[index].text)
                || has(index - 1, [.adverb, .adjective]) || `is`(index - 1, "which", "what", "whose"))
    }

    /// "Is it too sunny", "she got very frank": said of a subject, and of how high a degree.
    private func isQuality(_ index: Int) -> Bool {
        guard !isBreak(before: index), !isBreak(before: index - 1) else { return false }
        // "Is it sunny where you are": what one says of a subject.
        let isAsked =
            `is`(index - 1, "it", "that") && `is`(index - 2, "is", "was", "isnt", "wasnt")
            && !has(index - 3, .wh)
        if isAsked || `is`(index - 1, "be", "been", "being") && `is`(index - 3, "it", "that"),
            tokens[index].parts.contains(.adjective), !tokens[index].isCapitalized,
            isClauseEnd(at: index + 1) || has(index + 1, [.wh, .preposition, .conjunction])
        {
            return true
        }
        // "Ich wollte zu Svenja": what is no word has no degree.
        if language != .english, tokens[index].entry == nil, !CommonWords.contain(tokens[index].text) {
            return false
        }
        // "The floor is always sandy".
        if `is`(index - 1, "so", "always", "often", "usually", "still", "all", "never"),
            has(index - 2, .auxiliary),
            tokens[index].parts.contains(.adjective)
        {
            return true
        }
        return `is`(
            index - 1, "too", "very", "really", "quite", "pretty", "muy", "tan", "tres",
            "trop",
            "si", "sehr", "zu")
            && has(index - 2, [.auxiliary, .third3])
    }

    /// An article or the like, perhaps with an adjective, stands before: a noun.
    private func isNounHead(at index: Int) -> Bool {
        guard index > 0, !isName[index - 1] else { return false }
        // "Jonas, hmm, no, better Kwame".
        if `is`(index - 1, "better", "rather"), `is`(index - 2, "no"), isClauseStart(at: index - 2) {
            return false
        }
        if isSome(index) || isHeadOfPhrase(index) { return true }
        // "Running this long, Cliff": of a degree, not of a thing.
        if `is`(index - 2, "this", "that"), asksAnew(at: index + 1),
            has(index - 3, [.auxiliary, .third3, .base])
        {
            return false
        }
        let word = tokens[index - 1]
        if word.has(.adjective), !isBreak(before: index - 1), !word.has([.discourse, .adverb, .backchannel]) {
            return has(index - 2, .determiner)
        }
        return word.has(.determiner) && !word.has([.number, .wh]) && isDetermined(index)
    }

    /// "Needs more pepper", "red pepper or green": of what one has some.
    private func isSome(_ index: Int) -> Bool {
        guard CommonWords.contain(tokens[index].text), !isBreak(before: index),
            !tokens[index].isCapitalized || !isPunctuated
        else { return false }
        let word = tokens[index - 1].key
        return Self.amounts.contains(word) && has(index - 2, [.base, .third3, .past, .auxiliary, .second])
            || Self.attributes.contains(word) && (index == 1 || has(index - 2, [.conjunction, .preposition]))
    }

    /// The determiner before the word is its own, and no pronoun or adverb.
    private func isDetermined(_ index: Int) -> Bool {
        switch tokens[index - 1].text {
        case "no":
            return !isClauseStart(at: index) && !has(index - 2, [.repair, .discourse])
                && !isName[max(index - 2, 0)]
        // "No, only Kwame", "make that only Kwame"; but "the only penny".
        case "only": return `is`(index - 2, "the", "an", "my", "your", "our", "his", "their")
        // "Her own basil", but "on your own, Basil".
        case "own": return has(index - 2, .possessive) && !has(index - 3, .preposition)
        // Pronouns too in their language: "y tú, Nieves", "ich meine Greta".
        case "tu": return language != .spanish
        case "esta", "este": return tokens[index].entry != nil || CommonWords.contain(tokens[index].text)
        case "meine": return !`is`(index - 2, "ich")
        // "With that Mark" is a man called Mark; elsewhere these stand alone.
        case "that": return has(index - 2, .preposition)
        default: return !Self.standingAlone.contains(tokens[index - 1].key)
        }
    }

    private static let amounts: WordSet = ["more", "less", "some", "any", "extra", "enough", "no"]

    /// Adjectives of things, not of people.
    private static let attributes: WordSet = [
        "red", "green", "blue", "black", "white", "yellow", "pink", "purple", "brown", "orange", "grey",
        "gray", "golden", "silver",
        "fresh", "dried", "raw", "ripe", "ground", "frozen", "organic", "wild", "sweet",
    ]

    /// Determiners that end a clause as well: "do you like this, Nova".
    private static let standingAlone: WordSet = [
        "this", "her", "these", "those", "all", "next", "last", "same", "own", "such", "enough", "much",
        "more", "das",
    ]

    /// `will` with its subject after it, or after its own subject.
    private func isUsedAsAuxiliary(_ index: Int) -> Bool {
        let next = index + 1
        // "Could Will come": one auxiliary is there already.
        let isInverted = has(index - 1, .auxiliary) && !has(index - 1, .negation) && !`is`(index - 1, "'s")
        if isInverted, isClauseStart(at: index - 1) { return false }
        if has(next, [.pronoun, .determiner]), !isBreak(before: next) { return !has(next, .wh) }
        if isClauseStart(at: index) || has(index - 1, [.preposition, .conjunction]) { return false }
        if has(index - 1, .base), !has(index - 1, .auxiliary) { return false }
        return has(next, [.base, .negation, .auxiliary, .adverb])
    }

    /// `hope`, `mark`: after their subject or *to*, or with an object or clause after them.
    private func isUsedAsVerb(_ index: Int) -> Bool {
        let next = index + 1
        if isClauseStart(at: index) { return isImperative(index) }
        // "I really hope Joy can come".
        let subject = has(index - 1, .adverb) && !isBreak(before: index - 1) ? index - 2 : index - 1
        let isAfterSubject = has(subject, .pronoun) && !has(subject, .object) && !has(subject - 1, .auxiliary)
        if isAfterSubject { return true }
        return `is`(index - 1, "to", "dont", "cant", "should", "can", "could", "would", "please")
            && has(next, [.pronoun, .determiner, .object, .possessive])
    }

    /// "Mark the spot", "hope so"; but "Hope, you can …" is to Hope.
    private func isImperative(_ index: Int) -> Bool {
        let next = index + 1
        // "Grace us with your presence", "bill me later": nobody is called before an object.
        if `is`(next, "me", "us", "him", "them"),
            !`is`(next + 1, "too", "and", "either", "neither", "again", "or")
        {
            return true
        }
        // "Pierce, they've served us": few verbs stand before a clause.
        let takesClause = tokens[index].text == "hope"
        return `is`(next, "so", "to", "for", "not", "that", "it")
            || takesClause && `is`(next, "they", "he", "she", "we", "everything", "nobody")
            || has(next, .determiner) && !has(next, [.wh, .number]) && (takesClause || !isSubject(at: next))
    }

    /// "Bill, the letter says …": the noun phrase after the word has a verb of its own.
    private func isSubject(at determiner: Int) -> Bool {
        var index = determiner + 1
        while has(index, [.adjective, .determiner, .possessive]) { index += 1 }
        index += 1
        // "Patch, the update bar hasn't moved".
        while !isBreak(before: index), index < determiner + 4, !isName[index],
            !has(index, .closedClass.union(.finite))
        {
            index += 1
        }
        return !isBreak(before: index) && has(index, [.third3, .auxiliary, .past]) && !has(index, .base)
    }

    /// `rose`, `drew`: a subject stands before it and the clause has no other verb.
    private func isUsedAsPast(_ index: Int) -> Bool {
        guard !isClauseStart(at: index), !isBreak(before: index), !has(index + 1, .auxiliary) else {
            return false
        }
        let before = clauseStart(of: index)..<index
        let hasSubject = before.contains {
            has($0, [.determiner, .pronoun]) && !`is`($0, "something", "anything", "everything", "nothing")
        }
        let hasVerb = before.contains {
            isFiniteVerb($0) || has($0, .base) && (isClauseStart(at: $0) || isVerb($0))
        }
        return hasSubject && !hasVerb
    }
}
