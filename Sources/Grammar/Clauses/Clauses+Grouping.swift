/// Joins names that share one role: "Rose, Will and Mark".
extension Clauses {
    package enum Link: Equatable {
        case apart
        /// Side by side or with a comma between.
        case adjacent
        /// Joined by *and*, *then* or the like.
        case and
    }

    package func link(between left: Range<Int>, and right: Range<Int>) -> Link {
        guard left.upperBound <= right.lowerBound else {
            return left.lowerBound >= right.upperBound ? link(between: right, and: left) : .apart
        }
        let between = left.upperBound..<right.lowerBound
        guard between.count <= 7,
            (between.lowerBound...right.lowerBound).allSatisfy({ tokens[$0].before < .stop })
        else { return .apart }
        if between.isEmpty { return .adjacent }
        let repeated = word(left.lowerBound - 1).flatMap { $0.has(.preposition) ? $0.key : nil }
        var index = between.lowerBound
        var free = 3
        while index < between.upperBound {
            if let end = successionEnd(at: index), end <= between.upperBound {
                index = end
            } else if free > 0, isLinking(index, in: between, repeated: repeated) {
                (index, free) = (index + 1, free - 1)
            } else {
                return .apart
            }
        }
        // "Chen, er, Kwame I mean".
        if between.allSatisfy({ has($0, .filler) }), `is`(right.upperBound, "i", "sorry"),
            isBreak(before: right.upperBound + 1) || revocationEnd(at: right.upperBound) != nil
        {
            return .apart
        }
        let opposes = `is`(between.lowerBound, "but", "pero", "mais", "aber", "sondern", "or")
        return opposes ? .apart : .and
    }

    private func isLinking(_ index: Int, in between: Range<Int>, repeated: WordKey?) -> Bool {
        tokens[index].key == repeated
            || has(index, .second) && index > between.lowerBound && index + 1 == between.upperBound
            || has(index, [.sequence, .conjunction, .filler]) && !has(index, .base)
            || `is`(index, "maybe", "perhaps", "possibly") && index > between.lowerBound
            || Self.linking.contains(tokens[index].key)
    }

    /// `and also`, `before`: besides conjunctions and words of succession.
    private static let linking: WordSet = ["also", "after", "before", "that", "primero"]

    package func grouped(_ mentions: [Mention]) -> [MentionGroup] {
        var groups: [MentionGroup] = []
        for (index, mention) in mentions.enumerated() {
            guard var last = groups.popLast() else {
                groups.append(MentionGroup(mention))
                continue
            }
            if joins(last, mention, rest: mentions[index...]) {
                // "Scout before Nova speaks" is a clause, "Scout before Nova" an order.
                let isReversed =
                    mention.words.lowerBound == last.words.upperBound + 1
                    && `is`(last.words.upperBound, "after")
                last.join(mention, first: isReversed)
                groups.append(last)
            } else {
                groups += [last, MentionGroup(mention)]
            }
        }
        for index in groups.indices where groups[index].isPlural {
            let end = groups[index].words.upperBound
            if has(end, .floating), !isBreak(before: end), !`is`(end + 1, "of") { groups[index].absorb(end) }
        }
        return groups
    }

    private func joins(_ group: MentionGroup, _ next: Mention, rest: ArraySlice<Mention>) -> Bool {
        guard !next.isEveryone, !group.isEveryone else { return false }
        return switch link(between: group.words, and: next.words) {
        case .apart: false
        case .and:
            // "Thanks Ingrid, now Kwame": the one is dismissed, the other called.
            // "The card is for Joy, so Joy, why …": named again, she is spoken to.
            !isThanked(group.words.lowerBound)
                && !(`is`(next.words.lowerBound - 1, "so")
                    && group.members.contains { $0.agent == next.agent })
                && !(`is`(group.words.upperBound, "before", "after")
                    && isPredicate(at: next.words.upperBound))
        case .adjacent: joinsAdjacent(group, next, rest: rest)
        }
    }

    /// "Scout Nova Atlas …" is a list; "Scout Nova thinks …" speaks to Scout about Nova.
    private func joinsAdjacent(_ group: MentionGroup, _ next: Mention, rest: ArraySlice<Mention>) -> Bool {
        let (start, end) = (group.words.lowerBound, next.words.upperBound)
        // "A question for Dean, Noor, not for you": the second is the one spoken to.
        guard !isDenied(after: end), !isDenied(before: start), !isExcused(start) else { return false }
        guard !group.members.contains(where: { $0.agent == next.agent }), !isThanked(start),
            first(of: Negations.patterns(language), around: group.words) == nil
        else { return false }
        // "Hold it, Grace, Mark, …": the first is silenced.
        guard
            !(max(0, start - 4)..<start).contains(where: {
                Stop.firm.end(at: $0, in: self) == start || Stop.waiting.end(at: $0, in: self) == start
            })
        else { return false }
        if endsInAnd(rest) { return true }
        if isPredicate(at: end) || `is`(end, "'s") { return false }
        if group.isPlural, isClauseStart(at: start) { return true }
        return adjacentCount(rest) > 1 || isClauseStart(at: start) && isPluralAddress(after: end)
    }

    /// The enumeration that begins with `rest` ends in *and* and one more name.
    private func endsInAnd(_ rest: ArraySlice<Mention>) -> Bool {
        guard let first = rest.first, let second = rest.dropFirst().first else { return false }
        switch link(between: first.words, and: second.words) {
        case .and: return true
        case .adjacent: return endsInAnd(rest.dropFirst())
        case .apart: return false
        }
    }

    /// How many names stand side by side from the first of `rest` on.
    private func adjacentCount(_ rest: ArraySlice<Mention>) -> Int {
        var count = 1
        for (left, right) in zip(rest, rest.dropFirst()) {
            guard link(between: left.words, and: right.words) == .adjacent,
                !isPredicate(at: right.words.upperBound)
            else { break }
            count += 1
        }
        return count
    }

    /// `both of you`, `you two`, `you guys` follow in the clause.
    private func isPluralAddress(after index: Int) -> Bool {
        tokens.indices.dropFirst(index).contains {
            Everyone.second.end(at: $0, in: self) != nil
                || `is`($0, "either", "any", "one", "neither") && `is`($0 + 1, "of") && `is`($0 + 2, "you")
        }
            || opening(at: index) == .strong
    }
}
