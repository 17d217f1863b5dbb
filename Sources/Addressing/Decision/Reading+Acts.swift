/// Of several who are called, those of whom something is wanted: "Chen, you had your say. Kwame, what is it?"
extension Reading {
    /// What is said to one of several.
    enum Act: Int, Comparable {
        /// Thanks, a refusal, a call for silence: the turn is over.
        case closing
        case statement
        /// No clause: "Kwame, the price."
        case fragment
        /// A question, command or wish.
        case request
        static func < (left: Act, right: Act) -> Bool { left.rawValue < right.rawValue }
    }

    /// Who is only told something while something is asked of another does not get the turn.
    mutating func passOverTold() {
        guard clauses.language == .english else { return }
        let called = addressed.filter { groups[$0].members[0].agent >= 0 }
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

extension Clauses {
    /// "Chen you fix the roof and Kwame you paint it", "Chen fix … and Kwame paint …": two clauses of one frame.
    fileprivate func areBothBidden(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        [first, second].allSatisfy {
            has($0.upperBound, .base) && !`is`($0.upperBound, "let", "have")
                || has($0.upperBound, .second) && has($0.upperBound + 1, .base)
        }
    }

    /// "… stay out of it", "… you be quiet": the call for silence is all that is said.
    fileprivate func isSentToRest(at start: Int) -> Bool {
        let verb = has(start, .second) ? start + 1 : start
        return [Stop.firm, Stop.waiting, Corrections.dismissals].contains {
            $0.end(at: verb, in: self).map { isClauseEnd(at: $0) || isName[$0] } ?? false
        } || `is`(verb, "keep", "stay", "back", "butt", "step")
    }

    func act(_ words: Range<Int>) -> Reading.Act {
        // "Can I wait inside" is no call for silence.
        if words.contains(where: { isStopping($0) && isRequestStart(at: $0) && !has($0 - 1, .first) }) {
            return .closing
        }
        if words.contains(where: { isRequest(at: $0) }) { return .request }
        if words.contains(where: { isClosing(at: $0) }) { return .closing }
        return words.contains {
            has($0, [.finite, .negation]) && !isName[$0] || has($0, .pronoun) && has($0 + 1, .base)
        }
            ? .statement : .fragment
    }

    fileprivate func isClosing(at index: Int) -> Bool {
        isThanked(index + 1) || isThanked(index + 2) && !isBreak(before: index + 1) || isStopping(index)
            || `is`(index, "ta", "goodbye", "bye")
            || `is`(index, "next", "another") && `is`(index + 1, "time", "day")
    }

    /// A question, a command or a wish has its verb at `index`.
    private func isRequest(at index: Int) -> Bool {
        guard !isName[index] else { return false }
        if tokens[index].endsQuestion { return true }
        let isOpened = isBreak(before: index) || isName[index - 1] || has(index - 1, .opening)
        if has(index, .wh), isOpened, !`is`(index + 1, "a") { return true }
        if `is`(index, "please") { return true }
        if has(index, .auxiliary),
            has(index + 1, [.first, .second, .third])
                || `is`(index, "do", "does", "did") && !has(index + 1, [.negation, .base, .determiner]),
            isOpened || !has(index - 1, [.pronoun, .negation]) && !`is`(index + 1, "there")
        {
            return !isStopping(index)
        }
        if has(index, .second), isGivenTurn(after: index) { return true }
        return has(index, .base) && !has(index, .auxiliary)
            && (!has(index, .discourse) || has(index + 1, .preposition) && isName[max(0, index - 1)])
            && !`is`(index - 1, "sooner", "rather", "never") && isRequestStart(at: index)
            && !isStopping(index)
            && (!`is`(index, "let") || `is`(index + 1, "'s"))
    }

    private func isStopping(_ index: Int) -> Bool {
        Stop.firm.end(at: index, in: self) != nil || Stop.waiting.end(at: index, in: self) != nil
            || Corrections.dismissals.end(at: index, in: self) != nil
            || `is`(index, "relax", "dont") && isBreak(before: index + 1)
            || `is`(index, "let") && `is`(index + 1, "him", "her", "them")
            || `is`(index, "keep", "stay", "back", "butt", "step", "stand", "stick")
                && `is`(index + 1, "out", "aside", "off", "back")
    }

    /// "You first", "you start", "you'll come second", "you can go on".
    private func isGivenTurn(after index: Int) -> Bool {
        let next = index + 1
        if has(next, .taking), has(next, .base) { return true }
        let verb = has(next + 1, .adverb) ? next + 2 : next + 1
        if has(next, .modal), !has(next, .negation), has(verb, .base), !has(verb, .negation) { return true }
        return `is`(next, "'re", "are")
            && `is`(next + 1, "first", "second", "third", "next", "last", "on", "up")
    }
}
