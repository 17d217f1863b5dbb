/// Whether a name hangs on an earlier one: set against it, governed like it, or short of what the earlier says of both.
extension Clauses {
    /// Nothing but *not* or *rather than* stands between two names.
    package func isContrasted(_ first: Range<Int>, with second: Range<Int>) -> Bool {
        first.upperBound < second.lowerBound
            && (first.upperBound..<second.lowerBound).allSatisfy {
                `is`($0, "not", "and", "rather", "than", "instead", "of")
            }
    }

    /// "From Melody … from Pip", "what Chen … and what Kwame": the same word stands before both, and they are joined.
    package func areGovernedAlike(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        let word = second.lowerBound - 1
        return has(word, [.preposition, .wh]) && tokens[word].key == self.word(first.lowerBound - 1)?.key
            && (first.upperBound..<max(first.upperBound, word)).contains {
                has($0, [.sequence, .conjunction])
            }
    }

    /// "… Chen the height and Kwame the width", "… Chen for the bank and Kwame for the kitchen": *and* or *then*,
    /// the name, and no finite verb.
    package func isGapped(_ name: Range<Int>, behind first: Range<Int>) -> Bool {
        let start = name.upperBound
        let joint = name.lowerBound - 1
        guard !isBreak(before: start), has(joint, [.conjunction, .sequence]), !`is`(joint, "but", "or") else {
            return false
        }
        let end =
            tokens.indices.dropFirst(start).first { isBreak(before: $0) || has($0, .conjunction) }
            ?? tokens.count
        if has(start, .preposition),
            (first.upperBound..<max(first.upperBound, joint)).contains(where: {
                tokens[$0].key == tokens[start].key
            })
        {
            return true
        }
        return has(start, [.determiner, .number]) && !has(start, .wh) && end - start <= 6
            && !(start..<end).contains { isFiniteVerb($0) && !has($0, .base) || has($0, .auxiliary) }
    }
}
