/// Words that go on with what was said before, which only the holder of the floor knows: "and how long does that take", "the other one".
extension Clauses {
    /// A pronoun, a connective or a bare answer stands where a subject of its own would; a number without a question answers one, unless
    /// more follows than an answer needs: "two of our room keys have stopped working".
    var leansOnOthers: Bool {
        leansOnContext || has(0, [.conjunction, .yesNo, .repair])
            || !hasQuestionMark && tokens.count < 6
                && (has(0, .number) || has(0, .determiner) && has(1, .number))
    }

    private var leansOnContext: Bool {
        guard let start = tokens.indices.first(where: { !has($0, [.filler, .softener, .greeting]) }) else {
            return true
        }
        if tokens.count < 3 { return true }
        if has(start, .yesNo) { return true }
        return tokens.indices.contains { index in
            `is`(index, "that", "those", "these", "this", "one", "ones", "it", "them")
                && isPointing(index)
                || `is`(index, "eso", "esto", "ca", "cela", "davon", "dazu", "damit", "instead")
        }
    }

    /// A pronoun for something said before, not the article of a noun, in a clause that has no other noun of weight.
    private func isPointing(_ index: Int) -> Bool {
        let isHead = isBreak(before: index + 1) || has(index + 1, [.auxiliary, .third3, .past, .preposition])
        return isHead && tokens.count < 8
    }
}
