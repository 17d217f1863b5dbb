/// Whether words of stopping stop the speaker, or are part of something else.
extension Clauses {
    package enum StopSense: Equatable {
        /// Nothing of the kind, or as part of something else: "how do I stop the leak".
        case no
        /// The one who speaks is to be silent.
        case stop
        /// Only a moment is asked for: it stops who speaks, and nobody where all are silent.
        case pause
        /// Asked to wait, and then for something: the words from here on count.
        case request(from: Int)
    }

    package func stopSense() -> StopSense {
        if isHushed || isToldToCease || isToldSilence { return .stop }
        if endsInWaiting { return .pause }
        for index in tokens.indices where !isName[index] && Stop.openers.contains(tokens[index].key) {
            let firm = Stop.firm.end(at: index, in: self)
            guard let end = [firm, Stop.waiting.end(at: index, in: self)].compactMap({ $0 }).max() else {
                continue
            }
            let rest = afterTrailing(end)
            // "Good to know stop Scout": a signal needs no break behind it.
            let isBegun = isRequestStart(at: index) || firm == end && isSignals(until: index)
            guard isBegun && !isPlan(at: index) || followsName(index) else { continue }
            if has(index - 1, .conjunction), `is`(index - 1, "or", "o", "ou", "oder") { continue }
            // "Can you stop it from leaking", "hold it for us".
            let isDoneToThing =
                `is`(end - 1, "it", "that") && has(end, .preposition) && has(end + 1, [.object, .possessive])
            if qualifiesNoun(end - 1, before: rest) || `is`(rest, "from", "than") || isDoneToThing {
                continue
            }
            if isAsked(index..<end, before: rest) || isDegree(index..<end) { continue }
            // "¿Para qué sirve", "do you mind if I", "ça va nous coûter", "la ferme de Nova": the phrase goes on.
            let isPreposition =
                `is`(end - 1, "para") && end == index + 1 && !isBreak(before: end) && !`is`(end, "un", "una")
                && (has(end, [.determiner, .wh, .subordinator]) || isName[end] && index > 0)
            if isPreposition || `is`(end - 1, "mind") && `is`(rest, "if")
                || `is`(end - 1, "va") && !isBreak(before: rest) || `is`(end - 1, "ferme") && `is`(end, "de")
            {
                continue
            }
            // "Can we leave it out".
            if has(index - 1, .first), has(index - 2, .modal),
                (index..<end).contains(where: { `is`($0, "it") })
            {
                continue
            }
            let isPause = firm != end || (index..<end).contains { has($0, .first) || `is`($0, "me", "us") }
            let sense =
                rest >= tokens.count ? .stop : sense(ofRest: rest, isFirm: firm == end, from: index)
            switch sense {
            case .no: continue
            case .stop where isPause: return .pause
            case .stop, .pause, .request: return sense
            }
        }
        return .no
    }

    /// `shh`, `ssh`, `sshhh`, and what else is to be told: "ssh my manager's coming".
    private var isHushed: Bool {
        guard let first = tokens.indices.first(where: { !has($0, [.filler, .greeting]) && !isName[$0] })
        else {
            return false
        }
        let bytes = tokens[first].text.utf8
        return bytes.count > 1 && bytes.allSatisfy { $0 == UInt8(ascii: "s") || $0 == UInt8(ascii: "h") }
            && bytes.contains(UInt8(ascii: "h")) && bytes.contains(UInt8(ascii: "s"))
    }

    /// "Quit your yapping", "you can quit now", "would you stop rambling": a verb of ceasing, told to the one who speaks,
    /// with nothing for its object but speech.
    private var isToldToCease: Bool {
        guard language == .english,
            let verb = tokens.indices.first(where: { Stop.ceasing.contains(tokens[$0].key) && !isName[$0] }),
            // "No more details".
            !`is`(verb, "more") || `is`(verb - 1, "no"),
            // "End of story?"
            !hasQuestionMark || !`is`(verb, "end", "enough", "less", "more"),
            isRequestStart(at: verb) || has(verb - 1, .modal) && has(verb - 2, .second)
                || has(verb - 1, .second) && has(verb - 2, .modal)
        else { return false }
        var index = verb + 1
        while has(index, [.determiner, .possessive, .adverb, .softener, .object])
            || `is`(index, "with", "all", "of")
        { index += 1 }
        if isBreak(before: index) {
            return index > verb + 1 && !has(index - 1, [.determiner]) && has(verb - 1, [.modal, .second])
        }
        return Stop.speech.contains(tokens[index].key)
            && (isBreak(before: index + 1) || isClauseEnd(at: index + 1)
                || has(index + 1, [.first, .preposition, .adverb]))
    }

    /// "I've got to take this, hold on": asked to wait at the end of what is told.
    private var endsInWaiting: Bool {
        guard tokens.count > 3, has(0, .first),
            let start = (1..<tokens.count).first(where: { Stop.waiting.end(at: $0, in: self) == tokens.count }
            )
        else { return false }
        return tokens.count - start > 1 && has(start, .base)
            && !has(
                start - 1,
                [.determiner, .preposition, .auxiliary, .negation, .pronoun, .conjunction, .adverb])
            && !`is`(start - 1, "to", "please")
    }

    /// "I need a second pair", "no more sugar": the words go on to a noun.
    private func qualifiesNoun(_ last: Int, before rest: Int) -> Bool {
        rest == last + 1 && rest < tokens.count && !isBreak(before: rest) && !isName[rest]
            && `is`(last, "second", "minute", "more", "all", "enough", "quiet", "mas", "suficiente")
            && (tokens[rest].tags.isEmpty || has(rest, [.noun, .adjective, .determiner, .view]))
            && !(`is`(last, "second", "minute") && has(rest, [.possessive, .determiner]))
            && !has(rest, [.pronoun, .softener, .discourse, .wh]) && !hasOwnClause(at: rest)
    }

    /// "We'd cut it", "can they drop it at the gate", "why did you stop": not the one spoken to is the one who would, or it is over.
    private func isPlan(at index: Int) -> Bool {
        !isBreak(before: index)
            && (has(index - 1, .modal) && has(index - 2, .first)
                || `is`(index - 1, "they", "he", "she", "it") && has(index - 2, .auxiliary)
                || has(index - 1, .pronoun) && `is`(index - 2, "did"))
    }

    /// "That's all?", "no more?", "stop where?": whether it is enough is asked, and what was said is echoed. A request may have the mark,
    /// too: "stop it?", "enough, okay?".
    private func isAsked(_ phrase: Range<Int>, before rest: Int) -> Bool {
        if has(phrase.upperBound, .wh), !isBreak(before: phrase.upperBound),
            isSentenceBreak(before: phrase.upperBound + 1)
        {
            return true
        }
        let isLast = (phrase.upperBound..<tokens.count).allSatisfy { isName[$0] }
        return hasQuestionMark && isLast && isClauseStart(at: phrase.lowerBound)
            && !phrase.contains { has($0, .base) }
    }

    /// "Why are you so quiet", "still there": how quiet, and *still* that is no German.
    private func isDegree(_ phrase: Range<Int>) -> Bool {
        let start = phrase.lowerBound
        return `is`(start - 1, "so") && has(start - 2, [.pronoun, .auxiliary])
            || `is`(start, "still") && phrase.count == 1
                && (phrase.upperBound..<tokens.count).contains {
                    !isName[$0] && !`is`($0, "bitte", "jetzt", "mal", "doch", "sofort", "endlich", "alle")
                }
    }

    /// "Scout stop", "Scout Scout stop", "easy there Scout stop".
    private func followsName(_ index: Int) -> Bool {
        var start = index
        while start > 0, isName[start - 1] { start -= 1 }
        guard start < index else { return false }
        return isClauseStart(at: start)
            || Stop.waiting.end(at: sentenceStart(of: start - 1), in: self) == start
    }

    /// "Stop Atlas Nova go on": what follows the name that is silenced is a clause of its own.
    package mutating func separateCommand(before name: Range<Int>) {
        let start = name.lowerBound - 1
        guard start >= 0, name.upperBound < tokens.count,
            Stop.firm.end(at: start, in: self) == name.lowerBound,
            isRequestStart(at: start)
        else { return }
        tokens[name.upperBound].before = max(tokens[name.upperBound].before, .comma)
    }

    /// "Clay, hush, let Hector finish", "Joy, no, hang fire, Linus, …": behind a phrase of stopping or of taking something back
    /// a name or a request begins anew.
    package mutating func separatePhrases() {
        for index in tokens.indices where !isName[index] && Stop.openers.contains(tokens[index].key) {
            let revoked = revocationEnd(at: index)
            let stopped = Stop.firm.end(at: index, in: self) ?? Stop.waiting.end(at: index, in: self)
            let end = max(revoked ?? 0, stopped ?? 0)
            guard end > 0, end < tokens.count, !isBreak(before: end),
                denialEnd(at: index) == nil,
                isRequestStart(at: index) || index > 0 && isName[index - 1] || has(index - 1, .repair)
            else { continue }
            let isRequest =
                `is`(end, "let", "ask", "give", "get") && has(end, .base)
                || `is`(end, "you") && `is`(end + 1, "'re", "are")
            let isRevoked = revoked == end
            if isRequest || end - index > 1 && (isName[end] || isRevoked && tokens[end].entry == nil) {
                tokens[end].before = .comma
            }
        }
    }

    package func afterTrailing(_ index: Int) -> Int {
        var index = index
        while index < tokens.count {
            if let end = Stop.trailing.end(at: index, in: self) {
                index = end
            } else if has(index, [.filler, .softener]) || isName[index] && isBreak(before: index + 1)
                || isName[index] && Stop.waiting.end(at: index + 1, in: self) == tokens.count
            {
                index += 1
            } else if let end = Stop.firm.end(at: index, in: self) ?? Stop.waiting.end(at: index, in: self) {
                index = end
            } else {
                break
            }
        }
        return index
    }

    private func sense(ofRest rest: Int, isFirm: Bool, from start: Int) -> StopSense {
        if isFirm {
            if isBreak(before: rest) { return isName[rest] ? .request(from: rest) : .stop }
            // "Hush, the baby's asleep", "freeze, nobody move": a clause of its own.
            if hasOwnClause(at: rest) { return .stop }
            // "Silence on deck", "quiet in the back".
            if `is`(start, "silence", "quiet", "hush", "ruhe", "silencio"), has(rest, .preposition) {
                return .stop
            }
            // "stop the leak", "stop taking it": the verb has an object.
            let hasObject = rest == start + 1
            // "Chut, écoute": a call for silence has no object.
            if `is`(start, "chut", "hush", "shush", "psst", "pst", "callate", "callaos", "ruhe"),
                !has(rest, [.determiner, .preposition])
            {
                return .stop
            }
            if hasObject {
                return isName[rest]
                    ? .request(from: rest)
                    : has(rest, [.first, .wh])
                        || has(rest, .auxiliary) && has(rest + 1, .pronoun) ? .stop : .no
            }
            return .stop
        }
        // "Un momento que se me escapa el perro": the reason, not a question.
        if isReason(at: rest) { return .stop }
        // "Wait, let me find my notebook": what the speaker has to do meanwhile.
        if `is`(rest, "let"), `is`(rest + 1, "me", "us"), has(rest + 2, .base),
            !`is`(rest + 2, "hear", "ask", "have", "speak", "talk", "know", "rephrase", "try", "see")
        {
            return .stop
        }
        if isName[rest] || hasQuestionMark { return .request(from: rest) }
        return opening(at: rest) == .strong ? .request(from: rest) : .stop
    }

    /// A noun phrase and its verb, or *don't* and *nobody*.
    private func hasOwnClause(at index: Int) -> Bool {
        if `is`(index, "dont", "nobody") { return true }
        guard has(index, [.determiner, .possessive]), !has(index, .wh) else { return false }
        return (index + 2..<index + 4).contains {
            `is`($0, "'s", "is", "are", "'re", "has") && !isBreak(before: $0)
        }
    }

    /// `que` before a pronoun tells why one is to wait.
    private func isReason(at index: Int) -> Bool {
        guard `is`(index, "que", "qu"), !hasQuestionMark, !tokens[index].hasAccent else { return false }
        return switch language {
        case .spanish:
            `is`(index + 1, "se", "te", "ya", "no", "hay")
                || has(index + 1, [.object, .auxiliary, .third3, .base])
                    && !has(index + 1, [.second, .wished])
        case .french: `is`(index + 1, "j", "je", "on", "il", "elle")
        case .english, .german: false
        }
    }
}
