import Grammar

/// The holder is called, and it turns out that somebody else is meant.
extension Reading {
    /// "Bill, I was trying to get Ines", "Zara, lower the gun. Vega, take us left.": nobody calls the one who has the turn and another
    /// but to pass the one over, unless *and*, *then* or a place in the order joins them.
    mutating func dropFalseCall() {
        guard speaker == nil, !addressed.contains(where: { groups[$0].isEveryone }),
            let call = addressed.first, isHolder(call), roles[call].isVocative,
            !groups[call].isPlural,
            let next = addressed.first(where: { $0 > call && !groups[$0].isEveryone }),
            !isHolder(next), !isOrdered(call), !isOrdered(next), clauses.placeOfYou == nil
        else { return }
        // "Chen, what's the price? Kwame, when do we start?": each is asked something of his own.
        if clauses.tokens[groups[next].words.lowerBound - 1].endsQuestion,
            clauses.opening(at: groups[call].words.upperBound) == .strong,
            clauses.opening(at: groups[next].words.upperBound) == .strong
        {
            return
        }
        // "Run the numbers for me, Nick, then it's over to Sue".
        let words = groups[call].words
        let then = (words.upperBound..<groups[next].words.lowerBound).first { clauses.has($0, .sequence) }
        if let then, clauses.isClauseStart(at: then),
            clauses.act(clauses.sentenceStart(of: words.lowerBound)..<then) == .request
        {
            return
        }
        roles[call] = .negated
    }

    /// Joined to another, or given a place among several.
    func isOrdered(_ index: Int) -> Bool {
        let words = groups[index].words
        // "And you too, Gerda", "Gerda as well".
        let isAdded = [words.lowerBound - 1, words.upperBound].contains {
            clauses.`is`($0, "too", "also", "aussi", "auch", "tambien")
        }
        return isAdded || clauses.speakingPlace(of: words) != 1
            || clauses.has(words.lowerBound - 1, [.conjunction, .sequence, .preposition])
                && !clauses.`is`(words.lowerBound - 1, "but", "so", "to", "for", "from", "with")
    }

    /// "Rob, no, that isn't you, so Nadia, are my bloods back": behind what is taken back, a question is for the name before it, unless
    /// it asks about its bearer.
    mutating func correctMisdirected() {
        guard speaker == nil, let call = groups.indices.first, isHolder(call),
            roles[call].isVocative || roles[call] == .negated,
            let last = groups.indices.last(where: {
                !groups[$0].isEveryone && roles[$0] != .ordinary
            }),
            roles[last] == .reference
                || roles[last] == .negated && clauses.has(groups[last].words.lowerBound - 1, .repair),
            last > call, !isHolder(last)
        else { return }
        let (start, end) = (groups[last].words.lowerBound, groups[last].words.upperBound)
        // "Forget Rob, it's Nadia": alone left, unless a verb or a noun needs the name.
        let isGoverned =
            clauses.has(start - 1, [.past, .third3, .base, .gerund, .determiner, .possessive, .person])
            && !clauses.has(start - 1, .auxiliary)
        let isLeft = roles[call] == .negated && clauses.isClauseEnd(at: end) && !isGoverned
        guard isLeft || clauses.opening(at: end) == .strong, !clauses.isPredicate(at: end),
            !clauses.has(start - 1, .preposition),
            !(end..<end + 4).contains(where: { clauses.has($0, .third) && !clauses.`is`($0, "it", "anyone") }
            ),
            roles[call] == .negated || clauses.isTakenBack(groups[call].words.upperBound..<start)
        else { return }
        roles[last] = .vocative(.guess)
    }

    /// "Ray doesn't need to answer this, Dawn does", "Tess isn't who I need, Paulo is": what is denied of one is left out behind the other.
    mutating func correctElliptic() {
        for index in groups.indices.dropFirst()
        where roles[index] == .reference && !groups[index - 1].isEveryone
            && clauses.isElliptic(at: groups[index].words.upperBound)
            && clauses.isDeniedTurn(at: groups[index - 1].words.upperBound)
        {
            (roles[index - 1], roles[index]) = (.negated, .handover)
        }
    }
}
