/// Whether what a sentence says of somebody is wanted now, or told.
package enum Mood {
    /// A request, a wish, a duty.
    case wanted
    /// As `wanted`, with the verb in the past: "it's time he spoke", "I wish she told us".
    case supposed
    /// Past, habitual, planned.
    case told
    /// Nothing tells.
    case open
}

extension Clauses {
    /// The nearest word before `name` that shows the mood decides; what is told in another clause leaves it open.
    func mood(before name: Int) -> Mood {
        guard language == .english else { return .open }
        var isSameClause = true
        var index = name - 1
        while index >= 0, name - index <= 14 {
            if isBreak(before: index + 1) || `is`(index, "so", "but") { isSameClause = false }
            if !isName[index], let mood = moodShown(at: index), mood != .told || isSameClause {
                return isOtherClause(from: index, to: name) ? .open : mood
            }
            if tokens[index].before == .stop { break }
            index -= 1
        }
        return .open
    }

    /// "When Ingrid's finished Chance can answer": another's clause stands before.
    private func isOtherClause(from index: Int, to name: Int) -> Bool {
        `is`(index, "when", "once", "after", "until") && isName[index + 1]
            && (index + 2..<max(index + 2, name)).contains { !isName[$0] && has($0, .finite) }
    }

    private func moodShown(at index: Int) -> Mood? {
        if isTold(at: index) { return .told }
        let key = tokens[index].key
        // "I'm after Chen", "I asked for Chen": what was told before stands in another clause.
        if has(index - 1, .first), Wishes.pasts.contains(key) || `is`(index, "'m", "am", "'re", "are") {
            return .open
        }
        if `is`(index, "let", "have", "get"), isRequestStart(at: index) { return .wanted }
        // "It's high time", "every time".
        if key == "time" {
            return `is`(index - 1, "'s", "is", "high", "about") || isClauseStart(at: index)
                ? .supposed : `is`(index - 1, "last", "every", "each", "next", "what") ? .told : nil
        }
        if key == "if", isClauseStart(at: index), !`is`(index + 2, "could", "would", "might") { return .told }
        if Wishes.suppositions.contains(key) { return .supposed }
        if Wishes.nouns.contains(key) { return .wanted }
        if Wishes.verbs.contains(key), !`is`(index - 1, "to") {
            return isWisher(before: index) ? .wanted : nil
        }
        return has(index, .modal) && !`is`(index, "will", "'ll", "can") ? .wanted : nil
    }

    /// I, we, everybody, or nothing stands for the subject of a wish.
    private func isWisher(before verb: Int) -> Bool {
        var subject = verb - 1
        while subject > 0, !isBreak(before: subject),
            has(subject, [.adverb, .modal, .auxiliary, .softener, .filler])
        {
            subject -= 1
        }
        return has(subject, .first) || `is`(subject, "everybody", "everyone", "all", "people")
            || isBreak(before: subject + 1)
    }

    private func isTold(at index: Int) -> Bool {
        if Wishes.told.contains(tokens[index].key) { return true }
        // "I was hoping", "hadn't he better".
        if `is`(index, "was", "were"), has(index - 1, .first),
            has(has(index + 1, .adverb) ? index + 2 : index + 1, .gerund) || `is`(index + 1, "after")
        {
            return false
        }
        if `is`(index, "had", "hadnt") {
            return !`is`(index + 1, "better", "best") && !(index + 1 < tokens.count && isName[index + 1])
        }
        if `is`(index, "did", "didnt", "wasnt", "werent") { return true }
        // "It was Chen I meant", "that was meant for Chen": put right, not told.
        if `is`(index, "was") {
            return !`is`(index - 1, "meant", "question", "said", "called", "asked", "wanted", "want", "need")
                && !(index..<index + 6).contains {
                    `is`(
                        $0, "meant", "called", "asked", "for", "wanted", "asking", "after", "talking",
                        "speaking", "calling", "thinking", "looking", "mind", "question", "hear")
                }
        }
        // "Somebody should've let him".
        if `is`(index, "'ve", "have"), has(index - 1, .modal) { return has(index + 1, [.past, .unmarked]) }
        return has(index, .past) && !has(index, [.base, .adjective, .auxiliary]) && isVerb(index)
            && !has(index - 1, [.determiner, .negation])
            && !Wishes.pasts.contains(tokens[index].key) && !`is`(index - 2, "time", "if", "wish", "suppose")
    }
}

/// What stands behind the name, or right before it, shows that nothing is wanted now.
extension Clauses {
    func isUnreal(around name: Range<Int>) -> Bool {
        guard language == .english else { return false }
        let (before, end) = (name.lowerBound - 1, name.upperBound)
        // "Would Chen have said yes", "Chen might have had a view".
        let verb = has(end, .modal) ? end + 1 : end
        if has(verb == end ? before : end, .modal), `is`(verb, "have", "'ve"),
            has(verb + 1, [.past, .unmarked])
        {
            return true
        }
        // "Should Chen ring, say I'm out".
        if `is`(before, "should"), isClauseStart(at: before), isPunctuated, !hasQuestionMark,
            let main = (end..<tokens.count).first(where: { isBreak(before: $0) }),
            opening(at: main) == .strong
        {
            return true
        }
        return isPastTime(at: end) || isLater(after: end, isAsked: has(before, .modal))
    }

    /// "I'll have Chen ring you tonight", "… when the lenses arrive": an appointment, not the turn. "Let Chen say what is on tomorrow" is one.
    private func isLater(after end: Int, isAsked: Bool) -> Bool {
        guard !has(end, [.opining, .taking, .speech, .modal]) else { return false }
        if !isAsked, isPlanned(behind: end) { return true }
        var index = end
        while index < tokens.count, index == end || !isSentenceBreak(before: index),
            index == end || !has(index, [.conjunction, .wh]) || `is`(index, "when", "whenever", "once")
        {
            if `is`(index, "when", "whenever", "once"), successionEnd(at: index) == nil, index > end,
                !`is`(index - 1, "for", "at")
            {
                return !has(has(index - 1, .object) ? index - 2 : index - 1, .speech)
            }
            if isTimeAhead(index, isAsked: isAsked) { return true }
            index += 1
        }
        return false
    }

    private func isTimeAhead(_ index: Int, isAsked: Bool) -> Bool {
        guard !`is`(index - 1, "about") else { return false }
        return `is`(index, "tonight", "tomorrow")
            || !isAsked && has(index, .calendar) && has(index - 1, .preposition)
            || `is`(index, "this", "next")
                && `is`(index + 1, "afternoon", "evening", "morning", "week", "weekend")
    }
}

/// Words that show what is wanted.
enum Wishes {
    static let told: WordSet = [
        "when", "whenever", "once", "until", "till", "because", "since",
        "always", "usually", "never", "often", "ever", "sometimes", "forever", "used",
    ]
    static let suppositions: WordSet = ["suppose", "supposing", "wish", "if", "rather", "sooner"]
    static let nouns: WordSet = [
        "objection", "objections", "chance", "bother", "trouble", "harm", "request", "suggestion",
    ]
    static let verbs: WordSet = [
        "want", "wants", "need", "like", "love", "prefer", "demand", "insist", "suggest", "propose",
        "request", "hope",
        "hoping", "fancy", "beg", "urge", "dare", "vote", "say", "think", "ask", "asking", "recommend",
        "mind", "expect",
        "invite",
    ]
    static let pasts: WordSet = ["wanted", "hoped", "asked", "thought", "meant", "got"]
    static let adjectives: WordSet = [
        "fair", "right", "polite", "best", "better", "good", "nice", "lovely", "proper", "decent", "wise",
        "great",
        "sensible", "only", "helpful", "kind", "okay", "ok", "fine", "happy", "grateful", "glad",
    ]
}
