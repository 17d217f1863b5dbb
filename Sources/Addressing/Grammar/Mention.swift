/// A stretch of an utterance that may name an agent.
struct Mention: Sendable, Equatable {
    /// Words of the utterance, with an article that belongs to a role.
    var words: Range<Int>
    /// Index into ``Roster/agents``.
    var agent: Int
    /// Distance of the sounds; 0 for a spelling of the roster.
    var distance: Float
    var isHeard: Bool
    /// A common noun: "the pharmacist".
    var isRole: Bool
    /// Of a role ("the pharmacist"), or as German and Spanish put it to a name: "der Gus".
    var hasArticle: Bool
}

/// Names joined by *and* or by commas, which share one role in the sentence.
struct MentionGroup: Sendable {
    var members: [Mention]
    var words: Range<Int>

    init(_ mention: Mention) {
        members = [mention]
        words = mention.words
    }

    var isPlural: Bool { members.count > 1 }
    var isRole: Bool { members.count == 1 && members[0].isRole }
    var hasArticle: Bool { members[0].hasArticle }
    /// The worst match among its members.
    var isHeard: Bool { members.contains(where: \.isHeard) }

    /// - Parameter first: the other speaks first: "Victor after Bianca".
    mutating func join(_ other: Mention, first: Bool) {
        members.insert(other, at: first ? 0 : members.count)
        words = words.lowerBound..<other.words.upperBound
    }

    /// Takes in the word behind it: "Scout and Nova both".
    mutating func absorb(_ index: Int) { words = words.lowerBound..<(index + 1) }
}
