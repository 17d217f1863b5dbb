/// What the words for everybody do in a sentence: address all, hand over to all, or are only spoken about.
extension Clauses {
    /// What the words for everybody do here.
    func everyoneRole(of group: MentionGroup) -> Role {
        let start = group.words.lowerBound
        if `is`(start - 1, "thank", "tell", "told", "show") { return .reference }
        // "Wie seht ihr das": found behind its verb only.
        if group.words.count == 1, tokens[start].key == "ihr" { return .vocative(.certain) }
        if isGreeted(start) { return .vocative(.likely) }
        if tokens[start].key == "the", Everyone.collectives.contains(tokens[group.words.upperBound - 1].key) {
            let isHandedOver = first(of: Handovers.patterns(language), around: group.words) != nil
            let sentence = sentenceStart(of: start)..<start
            let isCallFrom = `is`(start - 1, "from") && !sentence.contains { isFiniteVerb($0) }
            return isHandedOver || isCallFrom || isAskedAbout(group.words) ? .handover : .reference
        }
        let end = group.words.upperBound
        // "All of them were fakes".
        if tokens[end - 1].key == "them", isPredicate(at: end, isPlural: true) { return .reference }
        let isFloating = sentenceStart(of: start)..<start
        if language != .english,
            isFloating.contains(where: { Everyone.addressees.contains(tokens[$0].key) && !isName[$0] })
        {
            return .vocative(.likely)
        }
        // "Alle miteinander, sagt mir …", "todos, decidme …": a verb that gives to the speaker bids.
        if language != .english, isClauseStart(at: start), tellsMe(from: end) { return .vocative(.likely) }
        // "Cada uno me cuenta lo suyo", "chacun me dit ce qu'il pense".
        if ["cada", "chacun", "chacune"].contains(tokens[start].text), `is`(end, "me", "nos", "nous"),
            !isBreak(before: end)
        {
            return .vocative(.likely)
        }
        if isBidden(at: end), isClauseStart(at: start) { return .vocative(.likely) }
        // "Everyone I know has had it".
        if `is`(end, "i", "we"), !isBreak(before: end), has(end + 1, [.base, .past]), isClauseStart(at: start)
        {
            return .reference
        }
        // "Everyone at work hates it": others.
        if `is`(end, "at", "in", "from", "on", "out", "over", "down", "i", "we"), !isBreak(before: end),
            isClauseStart(at: start),
            (end + 1..<max(end + 1, min(end + 6, tokens.count))).contains(where: {
                (has($0, [.third3, .past]) && !has($0, [.base, .auxiliary]) || `is`($0, "was", "had", "has"))
                    && !isBreak(before: $0)
            })
        {
            return .reference
        }
        let isCounted = group.words.count > 2 && tokens[end - 1].key == "you" && tokens[end - 2].key == "of"
        if isCounted || Everyone.second.end(at: start, in: self) == group.words.upperBound {
            let isObject =
                has(start - 1, [.past, .gerund]) && !has(start - 1, .auxiliary)
                || has(start - 1, [.base, .preposition])
                    && !`is`(
                        start - 1, "from", "of", "hear", "ask", "want", "like", "need", "can", "do", "of",
                        "von")
            return isObject && role(of: group) == .reference ? .reference : .vocative(.certain)
        }
        if isAskedAbout(group.words) { return .vocative(.likely) }
        // "Taste this, everyone, and be honest".
        if has(start - 1, [.object, .third]), !has(start - 1, [.auxiliary]), has(start - 2, .base),
            isRequestStart(at: start - 2),
            has(end, .conjunction) || isBreak(before: end)
        {
            return .vocative(.likely)
        }
        return role(of: group)
    }

    /// `sagt mir`, `dites-moi`, `decidme`: what those in front of the verb are to tell the speaker.
    private func tellsMe(from index: Int) -> Bool {
        guard let word = word(index), !isName[index] else { return false }
        if `is`(index + 1, "mir", "uns", "moi", "nous"), !isBreak(before: index + 1) { return true }
        return language == .spanish && (word.text.hasSuffix("dme") || word.text.hasSuffix("dnos"))
    }

    /// "Everyone says one number", "chacun donne son avis": the present tense bids.
    private func isBidden(at verb: Int) -> Bool {
        guard let word = word(verb), !isName[verb] else { return false }
        // "Everybody answers."
        if `is`(verb, "answers", "speaks", "votes", "replies", "responds", "talks"),
            isSentenceBreak(before: verb + 1)
        {
            return true
        }
        guard Everyone.giving.contains(word.key) else { return false }
        return (verb + 1..<min(verb + 5, tokens.count)).contains {
            has($0, [.number, .possessive, .view, .noun])
                || `is`($0, "say", "turn", "go", "shot", "vote", "minute", "chance")
        }
    }

    /// "Hello to everybody", "hola a todos".
    private func isGreeted(_ index: Int) -> Bool {
        `is`(index - 1, "to", "a", "an") && has(index - 2, .greeting)
            && !`is`(index - 2, "thanks", "gracias", "merci", "danke")
    }

    /// "How is everybody", "does everyone agree": who is asked about all that listen asks them. What is over
    /// ("did everyone leave") and others ("is everyone at work") is only spoken about.
    private func isAskedAbout(_ words: Range<Int>) -> Bool {
        if hasQuestionMark || language != .english, has(words.lowerBound - 1, .auxiliary),
            has(words.lowerBound - 2, .second)
        {
            return true
        }
        let verb = words.lowerBound - 1
        let next = words.upperBound
        guard has(verb, .auxiliary), !`is`(verb, "was", "were", "had", "should"),
            !`is`(next, "at", "from", "else"),
            !(has(next, .preposition) && has(next + 1, .determiner))
        else { return false }
        if `is`(verb, "did"), !`is`(sentenceStart(of: verb), "what", "which", "who"),
            !has(words.upperBound, .opining),
            !`is`(words.upperBound, "get", "hear", "understand", "follow")
        {
            return false
        }
        return isClauseStart(at: verb) || has(verb - 1, .wh)
            || has(verb - 2, .wh) && isClauseStart(at: verb - 2)
            || has(verb - 1, .negation) && isClauseStart(at: verb - 1)
    }
}
