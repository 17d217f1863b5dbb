/// Words that go on with what was said before, which only the holder of the floor knows: "and how long does that take", "the other one".
extension Clauses {
    /// How much nearer than others words must come that are tied to the holder: who says *you* without a name talks to whom he has been
    /// talking to, and *it* was named before, unless the weather or the room is meant: "it's freezing in the bedroom".
    package var attachment: Float {
        let isToldYou = tokens.indices.contains { has($0, .second) || `is`($0, "your", "yours") }
        let tellsOfIt = tokens.count < 8 && tokens.indices.contains { `is`($0, "it") }
        let tellsOfThat = tokens.count >= 8 && tokens.indices.contains { `is`($0, "that") && isHead($0) }
        return (isToldYou ? 0.1 : 0) + (tellsOfIt ? 0.2 : 0) + (tellsOfThat ? 0.1 : 0)
    }

    /// A pronoun, a connective or a bare answer stands where a subject of its own would; a number without a verb answers a question.
    package var leansOnOthers: Bool {
        // "Où va la virgule": no *or*.
        let isConnected = has(0, [.conjunction, .yesNo, .repair]) && !has(0, .wh)
        // "Two of the keys are bent" has a subject of its own.
        let isCount =
            (has(0, .number) || has(0, .determiner) && has(1, .number)) && !hasQuestionMark
            && !tokens.indices.dropFirst(2).contains {
                (isFiniteVerb($0) || isVerb($0)) && !has($0, .calendar) && !has($0 - 1, .pronoun)
            }
        return leansOnContext || isConnected || isCount
    }

    private var leansOnContext: Bool {
        guard let start = tokens.indices.first(where: { !has($0, [.filler, .softener, .greeting]) }) else {
            return true
        }
        if tokens.count < 3 { return true }
        if has(start, .yesNo) { return true }
        return tokens.indices.contains { index in
            `is`(index, "that", "those", "these", "this", "one", "ones", "them")
                && isPointing(index)
                || `is`(index, "eso", "esto", "ca", "cela", "davon", "dazu", "damit")
                || `is`(index, "instead") && !`is`(index + 1, "of")
        }
    }

    /// A pronoun for something said before, not the article of a noun, in a clause that has no other noun of weight.
    private func isPointing(_ index: Int) -> Bool { isHead(index) && tokens.count < 8 }

    private func isHead(_ index: Int) -> Bool {
        isBreak(before: index + 1)
            || has(index + 1, .base) && (has(index - 1, .modal) || `is`(index - 1, "do", "does", "did"))
            || has(index + 1, [.auxiliary, .third3, .past, .preposition])
                // "One of the oars": what is counted stands behind.
                && !(`is`(index + 1, "of") && has(index + 2, [.determiner, .possessive]))
    }

    /// The table was taught with whole sentences and knows itself what tells little: only a name says nothing of the subject.
    package func isTelling(_ index: Int) -> Bool { !isName[index] }
}
