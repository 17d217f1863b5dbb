/// How alike a stretch of words must sound to count as a name, given what it does in its sentence.
///
/// A name that recognition spelled as everyday words (`at last` for Atlas) must be nearer than one it could only
/// make up (`skout`), and in a weak place nearer than after `hey` or `ask`.
extension Clauses {
    func accepts(_ mention: Mention, as role: Role) -> Bool {
        guard mention.isHeard else { return true }
        let (first, end) = (mention.words.lowerBound, mention.words.upperBound)
        if isEveryday(mention.words), !isBreak(before: first) {
            // "About this dog": a noun with its article.
            if has(first - 1, [.determiner, .possessive]), !has(first - 1, .object), isBreak(before: end) {
                return false
            }
        }
        // "I live here": a subject's verb.
        if isEveryday(mention.words), has(first - 1, .pronoun), !has(first - 1, [.object, .wh]),
            has(first, [.base, .past]),
            !isBreak(before: first)
        {
            return false
        }
        // "Leave it, Dexter": a command with its object. "Et tu peux": a pronoun and its verb.
        if isEveryday(mention.words),
            mention.words.count == 1 && has(first, .base) && isRequestStart(at: first)
                && has(end, [.object, .determiner, .possessive]) && !isBreak(before: end)
                || mention.words.count > 1 && has(end - 1, [.first, .second]) && has(end, .auxiliary)
        {
            return false
        }
        let limit = isEveryday(mention.words) ? everydayLimit(mention, role) : strangeLimit(mention, role)
        return mention.distance <= limit
    }

    private func isEveryday(_ words: Range<Int>) -> Bool { tokens[words].allSatisfy { $0.isEveryday } }

    private func strangeLimit(_ mention: Mention, _ role: Role) -> Float {
        switch role {
        case .handover, .negated: 0.25
        case .vocative(.certain): 0.28
        case .vocative(.likely): 0.24
        case .vocative(.guess): 0.18
        case .reference: 0.15
        case .ordinary: -1
        }
    }

    private func everydayLimit(_ mention: Mention, _ role: Role) -> Float {
        let start = mention.words.lowerBound
        let isCalled = has(start - 1, .greeting)
        return switch role {
        case .handover: 0.18
        // "Not angry at": after a negation stands any predicate.
        case .negated: 0.1
        case .vocative(.certain): isCalled || opening(at: mention.words.upperBound) == .strong ? 0.18 : 0.05
        case .vocative(.likely): 0.07
        case .vocative(.guess): 0.04
        // Spoken about is no weighty matter, but only what sounds the same is taken for the name.
        case .reference: 0
        case .ordinary: -1
        }
    }
}
