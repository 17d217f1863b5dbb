/// Words that go on with what was said before, which only the holder of the floor knows: "and how long does that take", "the other one".
extension Clauses {
    /// A pronoun, a connective or a bare answer stands where a subject of its own would; a number without a question answers one.
    var leansOnOthers: Bool {
        leansOnContext || has(0, [.conjunction, .yesNo, .repair])
            || !hasQuestionMark && (has(0, .number) || has(0, .determiner) && has(1, .number))
    }

    private var leansOnContext: Bool {
        guard let start = tokens.indices.first(where: { !has($0, [.filler, .softener, .greeting]) }) else {
            return true
        }
        if tokens.count < 3 { return true }
        // "Tried it twice": told without a subject, it answers a question.
        if has(start, .past), !has(start, [.base, .adjective, .noun]), !hasQuestionMark,
            `is`(start + 1, "it", "that", "them", "this", "already", "twice", "once")
        {
            return true
        }
        // "Bit smaller. Yes, like so."
        if tokens.indices.dropFirst().contains(where: {
            has($0, .yesNo) && isSentenceBreak(before: $0) && isBreak(before: $0 + 1) && !has($0, .adverb)
        }) {
            return true
        }
        if has(start, .conjunction), tokens.count < (has(start + 1, [.auxiliary, .wh]) ? 12 : 7) {
            return true
        }
        if has(start, .yesNo), !isAsking { return true }
        if tokens.indices.contains(where: { isAnaphor($0) }) { return true }
        return tokens.indices.contains { index in
            `is`(index, "that", "those", "these", "this", "one", "ones", "it", "them")
                && isPointing(index) && !(`is`(index, "it", "them") && hasAntecedent(index))
                || `is`(index, "eso", "esto", "ca", "cela", "davon", "dazu", "damit", "instead")
        }
    }

    /// "The morning one", "those blue ones": of a kind that was named before.
    private func isAnaphor(_ index: Int) -> Bool {
        if `is`(index, "option", "version", "choice", "alternative"), has(index - 2, .determiner),
            !has(index - 2, .wh),
            isClauseEnd(at: index + 1)
        {
            return true
        }
        return (tokens[index].key == "one" || tokens[index].key == "ones") && !isName[index]
            && !isBreak(before: index)
            && (isBreak(before: index + 1) || has(index + 1, [.preposition, .softener]))
            && has(index - 2, .determiner) && !has(index - 1, [.preposition, .determiner, .auxiliary])
            && !`is`(index - 1, "no", "any", "every", "each")
    }

    /// A pronoun for something said before, not the article of a noun, in a clause that has no other noun of weight.
    private func isPointing(_ index: Int) -> Bool {
        let isHead = isBreak(before: index + 1) || has(index + 1, [.auxiliary, .third3, .past, .preposition])
        return isHead && tokens.count < 8
    }

    /// "The sheets have a stain on them": a noun phrase that opened the sentence is what the pronoun stands for.
    private func hasAntecedent(_ pronoun: Int) -> Bool {
        let start = clauseStart(of: pronoun)
        return (start..<max(start, pronoun - 2)).contains {
            has($0, [.determiner, .possessive]) && !has($0, [.wh, .third])
                && !has($0 + 1, Tags.closedClass.union([.auxiliary, .adverb]))
        }
    }

    private var isAsking: Bool {
        if hasQuestionMark { return true }
        return tokens.indices.contains { index in
            let opens = isClauseStart(at: index) || isSentenceBreak(before: index)
            // "When we rented a car": a clause of its own, no question.
            let isSubordinate =
                `is`(index, "when", "where", "while", "if") && has(index + 1, [.first, .third])
                && !hasQuestionMark
            return opens && !isSubordinate && has(index, [.wh, .auxiliary, .base])
                || `is`(index, "please", "bitte", "favor", "plait")
                || has(index, .first)
                    && `is`(
                        index + 1, "need", "want", "wanna", "'d", "would", "cant", "cannot", "lost", "forgot")
                || opens && `is`(index, "quiero", "necesito", "puedo", "je", "ich", "kann", "est", "hay")
        }
    }
}
