/// Whether words put somebody into an order of speaking.
extension Clauses {
    /// Words of succession stand right before `name`; abroad a verb may stand between.
    package func isSucceeding(_ name: Range<Int>, since start: Int) -> Bool {
        var before = name.lowerBound
        if `is`(before - 1, "'s", "is"), `is`(before - 2, "it", "that") { before -= 2 }
        if let first = successionStart(before: before), first >= start { return true }
        return language != .english
            && (start..<before).contains {
                (has($0 - 1, .conjunction) || `is`($0 - 1, "que")) && successionEnd(at: $0) != nil
            }
    }

    /// Nothing behind `name` tells what has been or is.
    package func isToCome(_ name: Range<Int>) -> Bool {
        let end = name.upperBound
        if isBreak(before: end) { return true }
        if `is`(end, "'s") { return has(end + 1, .view) || isClauseEnd(at: end + 1) }
        if has(end, .past), !has(end, .base) || language != .english { return false }
        return !isPredicate(at: end) || isDoing(end) || has(end, .third3) && !has(end, .auxiliary)
            || has(end, .modal)
    }

    /// No verb stands from the start of the sentence of `first` to the end of that of `last`, and words of succession do.
    package func isOrderOnly(from first: Range<Int>, to last: Range<Int>) -> Bool {
        let end = (last.upperBound...tokens.count).first { isSentenceBreak(before: $0) } ?? tokens.count
        var (index, isOrdered) = (sentenceStart(of: first.lowerBound), false)
        while index < end {
            if let next = successionEnd(at: index) {
                (index, isOrdered) = (next, isOrdered || next > first.lowerBound)
                continue
            }
            let isOrdinal = `is`(index, "first", "each", "apiece", "order", "primero", "abord")
            isOrdered = isOrdered || isOrdinal
            // "Nadia phoned": a word that no list knows, behind a name, is a verb.
            let isUnknownVerb =
                index > 0 && isName[index - 1] && !isBreak(before: index) && tokens[index].tags.isEmpty
            let isOfClause =
                isUnknownVerb || isVerb(index) || isPastTime(at: index)
                || has(index, [.auxiliary, .negation, .wh, .first])
            if isOfClause, !isOrdinal, !isName[index], !has(index, [.softener, .discourse]),
                !`is`(index, "'s")
            {
                return false
            }
            index += 1
        }
        return isOrdered
    }

    /// A clause about `name` in the present, or its place as the object of a wish: "have Emil on the mortgage".
    package func isScheduled(_ name: Range<Int>) -> Bool {
        let (start, end) = (name.lowerBound, name.upperBound)
        guard mood(before: start) != .told, !isThanked(start), isToCome(name), !isUnreal(around: name) else {
            return false
        }
        if has(end, .third3) || isDoing(end), !isBreak(before: end) {
            return !has(end, .opining) && !`is`(end, "wants", "needs", "likes")
        }
        return isClauseStart(at: start) && !isGenitive(at: end)
            || `is`(start - 1, "have", "want", "like", "take", "need", "from", "with", "to", "hear")
                && !has(start - 2, .past)
            || `is`(start - 1, "'s") && `is`(start - 2, "that", "it")
            || has(start - 2, .number) && `is`(start - 1, "for")
    }

    private func isDoing(_ verb: Int) -> Bool { `is`(verb, "does") && has(verb + 1, .determiner) }

    /// "Herb fängt an", "Paula goes".
    package func isTakingTurn(at index: Int) -> Bool {
        !isBreak(before: index)
            && (has(index, .third3) && has(index, .taking) || isSpeaking(at: index, as: .third3)
                || `is`(index, "'s")
                    && (isClauseEnd(at: index + 1) || has(index + 1, .view) && !has(index + 2, .finite))
                || word(index).map { Succession.verbs.contains($0.key) } ?? false)
    }

    /// How many "you two", "the three of you" are.
    package func count(of words: Range<Int>) -> Int? {
        for word in tokens[words.lowerBound..<min(tokens.count, words.upperBound + 1)] {
            if word.key.isOne(of: ["two", "both", "pair", "dos", "deux", "beide", "beiden"]) { return 2 }
            if word.key.isOne(of: ["three", "tres", "trois", "drei"]) { return 3 }
        }
        return nil
    }
}
