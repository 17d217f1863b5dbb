/// Clefts: who or what is meant stands in front, and its place behind the verb is empty.
extension Clauses {
    /// "It's Chen I want, Kwame", "Chen is the one I'm speaking to Kwame": the verb has its object in front, so the name is called.
    package func isBehindCleft(_ name: Range<Int>) -> Bool {
        var subject = name.lowerBound - 1
        while subject > 1, !has(subject, .first) {
            if isName[subject] || has(subject, [.determiner, .object]) || isBreak(before: subject) {
                return false
            }
            subject -= 1
        }
        guard has(subject, .first), subject + 1 < name.lowerBound else { return false }
        var focus =
            has(subject - 1, [.wh, .subordinator]) || `is`(subject - 1, "that") ? subject - 2 : subject - 1
        if `is`(focus - 1, "'s"), focus > 1, isName[focus - 2] { focus -= 2 }
        if focus > 0, isName[focus] {
            while focus > 0, isName[focus - 1] { focus -= 1 }
            return has(focus - 1, .auxiliary) && `is`(focus - 2, "it", "that")
        }
        return `is`(focus, "one", "person", "man", "woman", "name", "voice")
            && has(focus - 2, [.auxiliary, .negation])
    }

    /// "Who I really wanted was Chen", "the voice I'd like to hear is Chen": behind the copula stands whom the words in front ask for.
    package func isClefted(behind name: Range<Int>) -> Bool {
        let (copula, end) = (name.lowerBound - 1, name.upperBound)
        guard `is`(copula, "is", "was", "'s"),
            isClauseEnd(at: end) || opening(at: end) == .strong || isName[end],
            let head = (max(0, copula - 8)..<copula).last(where: {
                `is`($0, "who", "whom", "what", "one", "person", "name", "voice")
            }), has(head + 1, .first)
        else { return false }
        return (head + 2..<copula).contains {
            Wishes.verbs.contains(word($0)?.key) && !`is`($0, "like", "love", "fancy")
                || Wishes.pasts.contains(word($0)?.key) || `is`($0, "mind", "after", "hear")
        }
    }

    /// "It's Chen who told me", "was it Chen or Kwame who came", "c'est Chen qui me l'a dit": the cleft tells what has been.
    package func isClefted(_ name: Range<Int>) -> Bool {
        var (first, last) = (name.lowerBound - 1, name.upperBound)
        while first > 0, isName[first] || `is`(first, "or", "and", "not", "either") { first -= 1 }
        while last < tokens.count, isName[last] || `is`(last, "or", "and", "not") { last += 1 }
        guard `is`(last, "who", "qui", "quien"),
            `is`(first, "'s", "is", "was", "isnt", "wasnt", "est", "es", "fue")
                || `is`(first, "it") && `is`(first - 1, "is", "was", "isnt", "wasnt")
        else { return false }
        return (last + 1..<min(last + 5, tokens.count)).contains {
            has($0, .past) && !has($0, $0 == last + 1 ? [.base, .modal] : [.base, .modal, .adjective])
                && !`is`($0 - 1, "i", "we")
        }
    }

    /// "Es a Nova a quien pregunto", "die das wissen muss, ist Nova": wanted as a wish or a duty, told if it has been.
    func cleftAbroad(of name: Range<Int>) -> Mood? {
        guard language != .english else { return nil }
        let (start, end) = (name.lowerBound, name.upperBound)
        let before = has(start - 1, .preposition) ? start - 2 : start - 1
        let (isFocus, isTheme) = (isCopula(before), isCopula(end) && !isSentenceBreak(before: end))
        let clause: Range<Int>
        if !isSentenceBreak(before: end), isFocus || isTheme,
            let head = relativeEnd(at: isTheme ? end + 1 : end)
        {
            clause = head..<((head + 1..<tokens.count).first { isBreak(before: $0) } ?? tokens.count)
        } else if isFocus, isClauseEnd(at: end), let head = relativeEnd(at: sentenceStart(of: start)) {
            clause = head..<max(head, before)
        } else {
            return nil
        }
        let isPast = clause.contains {
            has($0, .past) && !has($0, [.base, .auxiliary])
                || language == .french && has($0, .auxiliary) && `is`($0, "a", "ai", "as", "ont", "avait")
        }
        if isPast || `is`(before, "fue", "era", "war", "etait") || `is`(start - 1, "o", "ou", "oder")
            || start > 0 && isName[start - 1]
        {
            return .told
        }
        // "C'est Nova qui nous gronde": behind *qui* stands no subject.
        let head = clause.lowerBound
        let hasNoSubject = `is`(head - 1, "qui") && !`is`(head - 2, "a", "avec", "pour")
        let isWanted = clause.contains {
            let isMine =
                language == .spanish ? has($0, .auxiliary) && !has($0, [.third3, .second]) : has($0, .first)
            return !hasNoSubject && isMine || `is`($0, "tiene") && `is`($0 + 1, "que")
                || `is`(
                    $0, "debe", "va", "puede", "doit", "peut", "devrait", "muss", "soll", "sollte", "kann")
        }
        return isWanted ? .wanted : nil
    }

    private func isCopula(_ index: Int) -> Bool {
        `is`(index, "es", "est", "ist", "fue", "era", "war", "etait")
    }

    /// The end of `a quien`, `la que`, `avec qui`, `celle dont`, `die, die`, `wen`: a relative pronoun with what belongs to it.
    private func relativeEnd(at start: Int) -> Int? {
        var index = has(start, .preposition) ? start + 1 : start
        let hasHead = `is`(index, "la", "el", "celle", "celui", "die", "der", "diejenige", "derjenige")
        if hasHead, `is`(index + 1, "que", "qui", "dont", "die", "der", "den", "dem") { index += 1 }
        if `is`(index, "que", "qu", "qui", "quien", "dont", "wen", "wem", "wer") { return index + 1 }
        return language == .german && `is`(index, "die", "der", "den", "dem") ? index + 1 : nil
    }
}
