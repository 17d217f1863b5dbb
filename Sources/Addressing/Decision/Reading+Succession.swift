import Grammar

/// Several who shall speak one after the other: what is said of one place in the order holds for its neighbour.
extension Reading {
    mutating func correctSequels() {
        for index in groups.indices
        where roles[index] == .reference && isSequel(index)
            || (roles[index] == .reference || roles[index] == .ordinary)
                && (sharesTurn(index) || isRanked(index))
        {
            roles[index] = .handover
        }
        for index in groups.indices.dropLast().reversed()
        where roles[index] == .reference && !groups[index].isEveryone && isPrelude(index) {
            roles[index] = .handover
            if roles[index + 1] == .reference { roles[index + 1] = .handover }
        }
    }

    /// "D'abord Warren, ensuite Constance", "Nadia's numbers, then Felix's": names in an order, and no verb.
    mutating func callListed() {
        let named = groups.indices.filter { !groups[$0].isEveryone && roles[$0] != .ordinary }
        guard let first = named.first, let last = named.last,
            Set(named.flatMap { groups[$0].members.map(\.agent) }).count > 1,
            !named.contains(where: { roles[$0] == .negated }),
            clauses.isOrderOnly(from: groups[first].words, to: groups[last].words)
        else { return }
        for index in named where roles[index] == .reference { roles[index] = .handover }
    }

    /// "I want flights from Marlow, and as soon as we have those the visa from Petra": behind one who has the turn, and after him.
    private func isSequel(_ index: Int) -> Bool {
        guard !groups[index].isEveryone,
            let earlier = groups[..<index].lastIndex(where: { !$0.isEveryone }),
            roles[earlier].isAddress
        else { return false }
        let (before, words) = (groups[earlier].words, groups[index].words)
        return clauses.isSucceeding(words, since: before.upperBound) && clauses.isToCome(words)
    }

    /// "Grady gets thirty seconds, and straight after him it's Hunter": before one who has the turn, in the present tense.
    private func isPrelude(_ index: Int) -> Bool {
        let (words, next) = (groups[index].words, groups[index + 1].words)
        guard !groups[index + 1].isEveryone, words.upperBound < next.lowerBound,
            clauses.isScheduled(words)
        else { return false }
        let isBefore =
            clauses.isSucceeding(next, since: words.upperBound)
        if roles[index + 1].isAddress, isBefore { return true }
        // "Ray gets the first word and Vega the second".
        if clauses.ordinal(behind: words) != nil, clauses.ordinal(behind: next) != nil { return true }
        // "Chen checks the stock and Kwame calls them, in that order".
        if clauses.has(words.upperBound, .third3), clauses.isScheduled(next),
            clauses.has(next.upperBound, .third3),
            clauses.`is`(clauses.tokens.count - 1, "please", "go", "order")
        {
            return true
        }
        return roles[index + 1] != .negated && clauses.isTakingTurn(at: words.upperBound)
            && (isBefore || clauses.has(next.lowerBound - 1, .conjunction)
                || next.lowerBound - words.upperBound <= 2)
            && clauses.isTakingTurn(at: next.upperBound)
    }

    /// "Cheers, Chen, cheers, Kwame, which of you two knows it": exactly as many have been named.
    mutating func callCounted() {
        guard let all = groups.indices.first(where: { groups[$0].isEveryone }),
            roster.agents.count > 2
        else { return }
        let named = groups.indices.filter { !groups[$0].isEveryone && roles[$0] != .ordinary }
        let agents = Set(named.flatMap { groups[$0].members.map(\.agent) })
        let isNamedBehind = named.contains {
            $0 > all && groups[$0].words.lowerBound <= groups[all].words.upperBound + 1
        }
        guard agents.count == clauses.count(of: groups[all].words), roles[all].isAddress || isNamedBehind,
            !named.contains(where: { roles[$0] == .negated })
        else { return }
        roles[all] = .reference
        for index in named where !roles[index].isAddress { roles[index] = .handover }
    }
}
