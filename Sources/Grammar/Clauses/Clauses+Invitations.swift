/// Composed hand-overs: somebody is the subject of a predicate of speaking in a sentence that wants it.
extension Clauses {
    func isInvited(_ group: MentionGroup) -> Bool {
        guard language == .english else { return false }
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        guard !isSentenceBreak(before: end), !has(start - 1, .wh), !(isPunctuated && isBreak(before: end))
        else { return false }
        var verb = end
        while has(verb, [.softener, .adverb]) || `is`(verb, "finally", "also"), !has(verb, .auxiliary) {
            verb += 1
        }
        let mood = mood(before: start)
        guard mood != .told else { return false }
        if let predicate = afterDuty(at: verb) { return isSpeaking(at: predicate, as: .base) }
        guard mood != .open else { return false }
        if `is`(verb, "to") { return isSpeaking(at: verb + 1, as: .base) }
        let forms: Tags = [.base, .gerund, .third3]
        return isSpeaking(at: verb, as: mood == .supposed ? forms.union(.past) : forms)
            && (mood == .supposed || has(verb, forms))
    }

    /// Behind `should`, `has to`, `is to`, `ought to`, `had better`.
    private func afterDuty(at index: Int) -> Int? {
        var next = index
        if `is`(index, "should", "shall", "must", "may", "might", "could", "can", "will", "'ll") {
            next += 1
        } else if `is`(index, "has", "ought", "needs", "gets", "is", "'s"), `is`(index + 1, "to", "got") {
            next += `is`(index + 2, "to") ? 3 : 2
        } else if `is`(index, "had", "'d"), `is`(index + 1, "better", "best") {
            next += 2
        } else {
            return nil
        }
        while has(next, [.adverb, .softener]) { next += 1 }
        return next
    }
}

/// Composed hand-overs: somebody gets the turn, or is the source of what is said.
extension Clauses {
    /// "Hand Chen the baton", "the honour of explaining it falls to Chen", "now a rebuttal by Chen".
    func isGivenWord(_ group: MentionGroup) -> Bool {
        guard language == .english else { return false }
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        let mood = mood(before: start)
        guard mood != .told else { return false }
        if isGift(around: group.words, mood) { return true }
        guard `is`(start - 1, "to", "from", "by", "for", "with", "of", "on"),
            isClauseEnd(at: end) || !isPredicate(at: end)
        else { return false }
        let first = max(clauseStart(of: start), start - 9)
        guard let noun = (first..<max(first, start - 1)).last(where: { isWord(at: $0) }),
            has(noun, .gerund) || !(noun + 1..<start).contains(where: { has($0, [.determiner, .pronoun]) })
        else { return false }
        // "A word from Chen": nothing but the noun phrase.
        let head = (first..<noun).first { !has($0, .opening) || has($0, .determiner) } ?? noun
        return isArticled(head) && !(noun..<start).contains { isFiniteVerb($0) && !has($0, .third3) }
            && !(head..<noun).contains { has($0, .finite) }
    }

    private func isArticled(_ index: Int) -> Bool { has(index, .determiner) && !has(index, .adjective) }

    /// The turn, or what is said, as a noun: "the floor", "a summary", "the explaining".
    private func isWord(at index: Int) -> Bool {
        guard !isName[index] else { return false }
        if has(index, .gerund), tokens[index].has(.speech) { return true }
        return
            (Speaking.turns.contains(tokens[index].key)
            || has(index, .view))
            && isArticled(index - 1)
    }

    /// "Give Chen a minute": a verb of giving, to whom, and the turn.
    package func isGift(around name: Range<Int>, _ mood: Mood) -> Bool {
        let verb = name.lowerBound - 1
        guard
            `is`(
                verb, "give", "hand", "pass", "grant", "offer", "allow", "lend", "award", "throw", "cede",
                "yield"),
            mood == .wanted || isRequestStart(at: verb)
        else { return false }
        let end = name.upperBound
        return (end + 1..<max(end + 1, min(end + 6, tokens.count))).contains {
            Speaking.turns.contains(tokens[$0].key) && !isName[$0]
        }
    }
}

/// The same of a pronoun, whose name was said before.
extension Clauses {
    /// "Here she is", "so could she?".
    package func isCalledIn(pronoun word: Int) -> Bool {
        guard language == .english, !isName[word] else { return false }
        guard `is`(word, "he", "she", "they") else { return false }
        if `is`(word - 1, "here"), `is`(word + 1, "is", "comes", "are", "'s") {
            return isClauseStart(at: word - 1) || `is`(word - 2, "and", "so")
        }
        let opens = isSentenceBreak(before: word - 1) || `is`(word - 2, "so", "then")
        return opens && has(word - 1, .modal) && isClauseEnd(at: word + 1)
    }
}
