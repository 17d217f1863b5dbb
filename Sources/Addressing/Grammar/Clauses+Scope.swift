/// Clefts: who or what is meant stands in front, and its place behind the verb is empty.
extension Clauses {
    /// "It's Chen I want, Kwame", "Chen is the one I'm speaking to Kwame": the verb has its object in front, so the name is called.
    func isBehindCleft(_ name: Range<Int>) -> Bool {
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
    func isClefted(behind name: Range<Int>) -> Bool {
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
    func isClefted(_ name: Range<Int>) -> Bool {
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
}
