/// A name at the start of its clause: spoken to, thanked, excused, or its subject.
extension Clauses {
    func atStart(_ group: MentionGroup) -> Role {
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        // Recognition puts a stop into "thank you, Ivan" as well.
        if isThanked(start), !isSentenceBreak(before: start) || end >= tokens.count {
            // An agent that thanks a colleague turns back to the caller.
            return asksSomething(from: end) && !isAgents ? .vocative(.likely) : .reference
        }
        if end >= tokens.count { return .vocative(.certain) }
        if isBreak(before: end) { return relativeFollows(end) ? .reference : .vocative(.certain) }
        if start > 0, has(start - 1, .greeting), !isSentenceBreak(before: start) {
            return .vocative(.certain)
        }
        if isPredicate(at: end, isPlural: group.isPlural) { return .reference }
        // "Jack up the volume": a verb with its particle.
        if `is`(end, "up", "off", "out"), has(end + 1, .determiner), !has(end + 1, .wh) { return .ordinary }
        if `is`(end, "from", "of", "von", "aus", "de", "and", "or", "y", "et", "und") { return .reference }
        // "Linus ronfle", "Wanda wohnt hier": most words that no list knows are verbs there.
        if language == .french || language == .german, !group.isEveryone,
            opening(at: end) == .unclear, !has(end, .softener)
        {
            return .reference
        }
        if opening(at: end) == .strong || has(end, .softener) && isClauseEnd(at: end) {
            return .vocative(.certain)
        }
        // Who writes marks sets off whom he calls, unless there is no clause: "Chen first, then Kwame".
        return setsCommas && !group.isEveryone && !isFragment(from: end)
            ? .reference : .vocative(.likely)
    }

    /// A place in the order follows, and no verb that could have it for its subject.
    private func isFragment(from index: Int) -> Bool {
        guard
            `is`(index, "first", "zuerst", "primero")
                || `is`(index, "d") && `is`(index + 1, "abord")
        else { return false }
        let end = tokens.indices.dropFirst(index + 1).first { isBreak(before: $0) } ?? tokens.count
        return !(index..<end).contains { isFiniteVerb($0) }
    }

    /// "Sorry, Ivan", "my mistake, Ivan", "never mind, Ivan": the one spoken to by mistake, if another is called next.
    package func isExcused(_ index: Int) -> Bool {
        // "Strike that, Patience".
        if (max(0, index - 6)..<max(0, index - 1)).contains(where: { revocationEnd(at: $0) == index }) {
            return true
        }
        return isApology(before: index)
    }

    /// "Thanks, Ivan", "good point, Ivan": that closes a turn, it does not give one.
    package func isThanked(_ index: Int) -> Bool {
        `is`(index - 1, "thanks", "gracias", "merci", "danke", "cheers")
            || `is`(index - 1, "you") && `is`(index - 2, "thank")
    }

    /// "…, what do you think", "…, your last word, please".
    private func asksSomething(from index: Int) -> Bool {
        if opening(at: index) == .strong { return true }
        var index = index
        while index < tokens.count, tokens[index].before != .stop {
            if `is`(index, "please") { return true }
            index += 1
        }
        return false
    }

    /// `Felix, who fixed it, says …`
    private func relativeFollows(_ index: Int) -> Bool {
        `is`(index, "who", "which", "whose") && !hasQuestionMark && isPredicate(at: index + 1) && isPunctuated
    }
}
