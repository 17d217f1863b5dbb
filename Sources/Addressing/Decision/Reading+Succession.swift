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
        where roles[index] == .reference && groups[index].members[0].agent >= 0 && isPrelude(index) {
            roles[index] = .handover
            if roles[index + 1] == .reference { roles[index + 1] = .handover }
        }
    }

    /// "D'abord Warren, ensuite Constance", "Nadia's numbers, then Felix's": names in an order, and no verb.
    mutating func callListed() {
        let named = groups.indices.filter { groups[$0].members[0].agent >= 0 && roles[$0] != .ordinary }
        guard let first = named.first, let last = named.last,
            Set(named.flatMap { groups[$0].members.map(\.agent) }).count > 1,
            !named.contains(where: { roles[$0] == .negated }),
            clauses.isOrderOnly(from: groups[first].words, to: groups[last].words)
        else { return }
        for index in named where roles[index] == .reference { roles[index] = .handover }
    }

    /// "I want flights from Marlow, and as soon as we have those the visa from Petra": behind one who has the turn, and after him.
    private func isSequel(_ index: Int) -> Bool {
        guard groups[index].members[0].agent >= 0,
            let earlier = groups[..<index].lastIndex(where: { $0.members[0].agent >= 0 }),
            roles[earlier].isAddress
        else { return false }
        let (before, words) = (groups[earlier].words, groups[index].words)
        return clauses.isSucceeding(words, since: before.upperBound) && clauses.isToCome(words)
    }

    /// "Grady gets thirty seconds, and straight after him it's Hunter": before one who has the turn, in the present tense.
    private func isPrelude(_ index: Int) -> Bool {
        let (words, next) = (groups[index].words, groups[index + 1].words)
        guard groups[index + 1].members[0].agent >= 0, words.upperBound < next.lowerBound,
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
        guard let all = groups.indices.first(where: { groups[$0].members[0].agent == Everyone.agent }),
            roster.agents.count > 2
        else { return }
        let named = groups.indices.filter { groups[$0].members[0].agent >= 0 && roles[$0] != .ordinary }
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

extension Clauses {
    /// Words of succession stand right before `name`; abroad a verb may stand between.
    fileprivate func isSucceeding(_ name: Range<Int>, since start: Int) -> Bool {
        var before = name.lowerBound
        if `is`(before - 1, "'s", "is"), `is`(before - 2, "it", "that") { before -= 2 }
        if let first = successionStart(before: before), first >= start { return true }
        return language != .english
            && (start..<before).contains {
                (has($0 - 1, .conjunction) || `is`($0 - 1, "que")) && successionEnd(at: $0) != nil
            }
    }

    /// Nothing behind `name` tells what has been or is.
    fileprivate func isToCome(_ name: Range<Int>) -> Bool {
        let end = name.upperBound
        if isBreak(before: end) { return true }
        if `is`(end, "'s") { return has(end + 1, .view) || isClauseEnd(at: end + 1) }
        if has(end, .past), !has(end, .base) || language != .english { return false }
        return !isPredicate(at: end) || isDoing(end) || has(end, .third3) && !has(end, .auxiliary)
            || has(end, .modal)
    }

    /// No verb stands from the start of the sentence of `first` to the end of that of `last`, and words of succession do.
    fileprivate func isOrderOnly(from first: Range<Int>, to last: Range<Int>) -> Bool {
        let end = (last.upperBound...tokens.count).first { isSentenceBreak(before: $0) } ?? tokens.count
        var (index, isOrdered) = (sentenceStart(of: first.lowerBound), false)
        while index < end {
            if let next = successionEnd(at: index) {
                (index, isOrdered) = (next, isOrdered || next > first.lowerBound)
                continue
            }
            let isOrdinal = `is`(index, "first", "each", "apiece", "order", "primero", "abord")
            isOrdered = isOrdered || isOrdinal
            // "Nadia phoned": a word that no list knows, behind a name, is a verb.
            let isUnknownVerb =
                index > 0 && isName[index - 1] && !isBreak(before: index) && tokens[index].tags.isEmpty
            let isOfClause =
                isUnknownVerb || isVerb(index) || isPastTime(at: index)
                || has(index, [.auxiliary, .negation, .wh, .first])
            if isOfClause, !isOrdinal, !isName[index], !has(index, [.softener, .discourse]),
                !`is`(index, "'s")
            {
                return false
            }
            index += 1
        }
        return isOrdered
    }

    /// A clause about `name` in the present, or its place as the object of a wish: "have Emil on the mortgage".
    fileprivate func isScheduled(_ name: Range<Int>) -> Bool {
        let (start, end) = (name.lowerBound, name.upperBound)
        guard mood(before: start) != .told, !isThanked(start), isToCome(name), !isUnreal(around: name) else {
            return false
        }
        if has(end, .third3) || isDoing(end), !isBreak(before: end) {
            return !has(end, .opining) && !`is`(end, "wants", "needs", "likes")
        }
        return isClauseStart(at: start) && !isGenitive(at: end)
            || `is`(start - 1, "have", "want", "like", "take", "need", "from", "with", "to", "hear")
                && !has(start - 2, .past)
            || `is`(start - 1, "'s") && `is`(start - 2, "that", "it")
            || has(start - 2, .number) && `is`(start - 1, "for")
    }

    private func isDoing(_ verb: Int) -> Bool { `is`(verb, "does") && has(verb + 1, .determiner) }

    /// "Herb fängt an", "Paula goes".
    fileprivate func isTakingTurn(at index: Int) -> Bool {
        !isBreak(before: index)
            && (has(index, .third3) && has(index, .taking) || isSpeaking(at: index, as: .third3)
                || `is`(index, "'s")
                    && (isClauseEnd(at: index + 1) || has(index + 1, .view) && !has(index + 2, .finite))
                || word(index).map { Succession.verbs.contains($0.key) } ?? false)
    }

    /// How many "you two", "the three of you" are.
    fileprivate func count(of words: Range<Int>) -> Int? {
        for word in tokens[words.lowerBound..<min(tokens.count, words.upperBound + 1)] {
            if word.key.isOne(of: ["two", "both", "pair", "dos", "deux", "beide", "beiden"]) { return 2 }
            if word.key.isOne(of: ["three", "tres", "trois", "drei"]) { return 3 }
        }
        return nil
    }
}
