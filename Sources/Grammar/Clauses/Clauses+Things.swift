/// When a name stands where only a thing, a quality or a deed does: "five miles", "have some patience", "tuck it in".
extension Clauses {
    func isThing(_ index: Int) -> Bool {
        guard language == .english, !isBreak(before: index) || index == 0 else { return false }
        return isCounted(index) || isPaired(index) || isPredicate(ofThing: index)
    }

    /// The word may be a thing's as well as a person's; a capital tells that it is a person's.
    func isCommonNoun(_ index: Int) -> Bool {
        tokens[index].parts.contains(.noun) && !(isPunctuated && tokens[index].isCapitalized && index > 0)
            || CommonWords.contain(tokens[index].text)
    }

    /// "A hard frost", "any fresh basil": what a determiner opens and adjectives go on with ends in a noun.
    func isHeadOfPhrase(_ index: Int) -> Bool {
        guard tokens[index].parts.contains(.noun), isCommonNoun(index), !isBreak(before: index) else {
            return false
        }
        var first = index - 1
        while isAttribute(first), !isBreak(before: first) { first -= 1 }
        // "No, sorry, Ginger".
        guard first < index - 1, has(first, .determiner), !`is`(first, "no") || !isClauseStart(at: first)
        else {
            return false
        }
        // "The cold": an adjective may be a noun too, but after *a* or *my* it seldom is.
        return `is`(first, "a", "an", "some", "any", "no") || has(first, .possessive)
    }

    /// An adjective that needs a noun: superlatives and words of order stand alone ("is this the cheapest, Basil").
    private func isAttribute(_ index: Int) -> Bool {
        guard let word = word(index), !isName[index],
            word.has(.adjective) || word.parts.contains(.adjective) && !word.parts.contains(.noun)
        else { return false }
        return !word.has([.determiner, .pronoun, .number, .past, .gerund, .repair])
            && !word.text.hasSuffix("est")
            && !`is`(index, "best", "worst", "right", "wrong", "way")
    }

    /// "Basil or mint", "salt and ginger": paired with what can only be a thing.
    private func isPaired(_ index: Int) -> Bool {
        guard tokens[index].parts.contains(.noun), isCommonNoun(index) else { return false }
        if `is`(index + 1, "or", "and"), !isBreak(before: index + 1), !isBreak(before: index + 2),
            isBareNoun(index + 2),
            isClauseEnd(at: index + 3) || has(index + 3, [.preposition, .subordinator])
        {
            return true
        }
        return `is`(index - 1, "and", "or") && isBareNoun(index - 2) && !isBreak(before: index - 1)
            && (isClauseStart(at: index - 2) || has(index - 3, [.preposition, .base]))
            && (isClauseEnd(at: index + 1) || has(index + 1, .preposition))
    }

    private func isBareNoun(_ index: Int) -> Bool {
        guard let word = word(index), !isName[index], word.parts.contains(.noun), !word.has(.calendar) else {
            return false
        }
        return word.parts.isDisjoint(with: [.person, .firstName])
            && !word.has([
                .closedClass, .everyone, .person, .adverb, .taking, .opining, .repair, .sequence, .view,
            ])
    }

    /// "Is the gate rusty", "my French is a bit rusty": an adjective without which nothing would be said of the subject.
    private func isPredicate(ofThing index: Int) -> Bool {
        guard tokens[index].parts.contains(.adjective), !(isPunctuated && tokens[index].isCapitalized) else {
            return false
        }
        return isPredicateOfQuestion(index..<(index + 1))
            || `is`(index - 1, "bit", "little") && `is`(index - 2, "a")
                && `is`(
                    index - 3, "is", "are", "was", "were", "'s", "'re", "'m", "am", "be", "been", "get",
                    "gets",
                    "got", "getting", "feel", "feels", "look", "looks")
    }

    /// "Ten miles": a number and a plural.
    private func isCounted(_ index: Int) -> Bool {
        has(index - 1, .number) && !`is`(index - 1, "one", "first", "second", "third")
            && tokens[index].text.hasSuffix("s") && tokens[index].isEveryday
    }

    /// "Chen hit my car", "Chen let me down": what nobody bids.
    func isHarm(_ verb: Int) -> Bool {
        `is`(verb, "hit", "hurt", "cost", "upset")
            || `is`(verb, "let", "cut", "shut") && `is`(verb + 1, "me", "us")
                && `is`(verb + 2, "down", "off", "out")
    }

    /// "In good faith", "with great patience": a quality of what one does.
    func isInManner(_ index: Int) -> Bool {
        !isBreak(before: index) && !isBreak(before: index - 1) && !tokens[index].isCapitalized
            && tokens[index - 1].parts.contains(.adjective) && !isName[index - 1] && isCommonNoun(index)
            && !has(index - 1, .number) && `is`(index - 2, "in", "with", "by", "without")
    }

    /// "Miles better than the old one": how much so.
    func isMeasure(_ index: Int) -> Bool {
        guard isCommonNoun(index), !isBreak(before: index + 1), !isName[index + 1]
        else {
            return false
        }
        return
            `is`(index + 1, "better", "worse", "more", "less") && `is`(index + 2, "than")
    }
}
