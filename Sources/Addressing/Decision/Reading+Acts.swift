import Grammar

/// Of several who are called, those of whom something is wanted: "Chen, you had your say. Kwame, what is it?"
extension Reading {
    /// Who is only told something while something is asked of another does not get the turn.
    mutating func passOverTold() {
        guard clauses.language == .english else { return }
        let called = addressed.filter { !groups[$0].isEveryone }
        guard called.count > 1 else { return }
        let acts = called.indices.map { act(of: $0, among: called) }
        for (place, index) in called.enumerated()
        where roles[index].isVocative
            && (acts[place] == .closing && !isBidden(index, among: called)
                || acts[place] == .statement && !isJoined(index)
                    // "Duke may go before you, Harmony".
                    && !(clauses.has(groups[index].words.lowerBound - 1, .second)
                        && clauses.`is`(groups[index].words.lowerBound - 2, "before", "after"))
                    && !called.contains {
                        // "Rich, I'll want your total but Tally's up first".
                        $0 != index
                            && (clauses.areBothBidden(groups[index].words, groups[$0].words)
                                || clauses.speakingPlace(of: groups[$0].words) == 0)
                    })
            && acts.contains(where: {
                $0 > max(.statement, acts[place]) || acts[place] == .closing && $0 > .closing
            })
        {
            roles[index] = .reference
        }
    }

    /// "Chen cut the engines then Kwame vent the core": what only sounds like a call for silence is one of two commands.
    private func isBidden(_ index: Int, among called: [Int]) -> Bool {
        let words = groups[index].words
        return called.contains {
            $0 != index && (isJoined($0) || isJoined(index))
                && clauses.areBothBidden(words, groups[$0].words)
        } && !clauses.isSentToRest(at: words.upperBound)
    }

    /// "Chen, Kwame", "you, Chen, and you, Kwame".
    private func isJoined(_ index: Int, to earlier: Range<Int>) -> Bool {
        let start = groups[index].words.lowerBound
        return !clauses.isSentenceBreak(before: start)
            && (earlier.upperBound..<start).allSatisfy {
                clauses.has($0, [.conjunction, .sequence, .second]) && !clauses.isSentenceBreak(before: $0)
            }
    }

    /// "… and then Kwame".
    private func isJoined(_ index: Int) -> Bool {
        let start = groups[index].words.lowerBound
        return !clauses.isSentenceBreak(before: start) && clauses.has(start - 1, [.conjunction, .sequence])
            && !clauses.isSentenceBreak(before: start - 1)
    }

    private func act(of place: Int, among called: [Int]) -> Act {
        if !roles[called[place]].isVocative { return .request }
        let words = groups[called[place]].words
        var end = place + 1 < called.count ? groups[called[place + 1]].words.lowerBound : clauses.tokens.count
        if place + 1 < called.count, clauses.isPunctuated {
            end = max(words.upperBound, min(end, clauses.sentenceStart(of: end)))
        }
        var start = clauses.sentenceStart(of: words.lowerBound)
        if place > 0 { start = max(start, groups[called[place - 1]].words.upperBound) }
        if place > 0, end > words.upperBound,
            !clauses.isPunctuated || clauses.isClauseStart(at: words.lowerBound)
        {
            start = words.lowerBound
        }
        if clauses.isClosing(at: words.upperBound) { return .closing }
        let act = clauses.act(start..<end)
        return act == .statement && place + 1 < called.count && isJoined(called[place + 1], to: words)
            ? self.act(of: place + 1, among: called) : act
    }
}
