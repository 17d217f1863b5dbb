/// What is said to one of several.
package enum Act: Int, Comparable {
    /// Thanks, a refusal, a call for silence: the turn is over.
    case closing
    case statement
    /// No clause: "Kwame, the price."
    case fragment
    /// A question, command or wish.
    case request
    package static func < (left: Act, right: Act) -> Bool { left.rawValue < right.rawValue }
}

extension Clauses {
    /// "Chen you fix the roof and Kwame you paint it", "Chen fix … and Kwame paint …": two clauses of one frame.
    package func areBothBidden(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        [first, second].allSatisfy {
            has($0.upperBound, .base) && !`is`($0.upperBound, "let", "have")
                || has($0.upperBound, .second) && has($0.upperBound + 1, .base)
        }
    }

    /// "… stay out of it", "… you be quiet": the call for silence is all that is said.
    package func isSentToRest(at start: Int) -> Bool {
        let verb = has(start, .second) ? start + 1 : start
        return [Stop.firm, Stop.waiting, Corrections.dismissals].contains {
            $0.end(at: verb, in: self).map { isClauseEnd(at: $0) || isName[$0] } ?? false
        } || `is`(verb, "keep", "stay", "back", "butt", "step")
    }

    package func act(_ words: Range<Int>) -> Act {
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

    package func isClosing(at index: Int) -> Bool {
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
