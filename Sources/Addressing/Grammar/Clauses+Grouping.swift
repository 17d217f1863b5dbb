/// Joins names that share one role: "Rose, Will and Mark".
extension Clauses {
    enum Link: Equatable {
        case apart
        /// Side by side or with a comma between.
        case adjacent
        /// Joined by *and*, *then* or the like.
        case and
    }

    func link(between left: Range<Int>, and right: Range<Int>) -> Link {
        guard left.upperBound <= right.lowerBound else { return left.lowerBound >= right.upperBound ? link(between: right, and: left) : .apart }
        let between = left.upperBound..<right.lowerBound
        guard between.count <= 3, (between.lowerBound...right.lowerBound).allSatisfy({ tokens[$0].before < .stop }) else { return .apart }
        if between.isEmpty { return .adjacent }
        let joins = between.allSatisfy { has($0, [.sequence, .conjunction, .filler]) || `is`($0, "and", "also", "y", "et", "und", "e", "so", "after", "followed", "by", "that", "luego", "primero", "then", "or") }
        return joins && !`is`(between.lowerBound, "but", "pero", "mais", "aber", "sondern", "or") ? .and : .apart
    }

    func grouped(_ mentions: [Mention]) -> [MentionGroup] {
        var groups: [MentionGroup] = []
        for (index, mention) in mentions.enumerated() {
            guard var last = groups.popLast() else {
                groups.append(MentionGroup(mention))
                continue
            }
            if joins(last, mention, rest: mentions[index...]) {
                last.join(mention)
                groups.append(last)
            } else {
                groups += [last, MentionGroup(mention)]
            }
        }
        return groups
    }

    private func joins(_ group: MentionGroup, _ next: Mention, rest: ArraySlice<Mention>) -> Bool {
        guard next.agent != Everyone.agent, group.members[0].agent != Everyone.agent else { return false }
        switch link(between: group.words, and: next.words) {
        case .apart: return false
        case .and:
            // "Ada, what will it cost and Grace, when …": the second begins a clause of her own.
            return !(group.members.count == 1 && isPredicate(at: next.words.upperBound) && isClauseStart(at: group.words.lowerBound) && !isBreak(before: next.words.lowerBound) && false)
        case .adjacent:
            guard group.members.last?.agent != next.agent else { return false }
            if isPredicate(at: next.words.upperBound) || `is`(next.words.upperBound, "'s") { return endsInAnd(rest) }
            return isBreak(before: next.words.lowerBound) || endsInAnd(rest) || isPluralAddress(after: next.words.upperBound)
        }
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

    /// `both of you`, `you two`, `you guys` follow in the clause.
    private func isPluralAddress(after index: Int) -> Bool {
        tokens.indices.dropFirst(index).contains { Everyone.second.end(at: $0, in: self) != nil } || opening(at: index) == .strong
    }
}
