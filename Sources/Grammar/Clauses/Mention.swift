/// A stretch of an utterance that may name an agent.
package struct Mention: Sendable, Equatable {
    /// Words of the utterance, with an article that belongs to a role.
    package var words: Range<Int>
    /// Index into the agents of the room.
    package var agent: Int
    /// Distance of the sounds; 0 for a spelling of the roster.
    package var distance: Float
    package var isHeard: Bool
    /// A common noun: "the pharmacist".
    package var isRole: Bool
    /// Of a role ("the pharmacist"), or as German and Spanish put it to a name: "der Gus".
    var hasArticle: Bool

    /// A word for all of them: `everyone`.
    package var isEveryone: Bool { agent == Everyone.agent }

    package init(
        words: Range<Int>, agent: Int, distance: Float, isHeard: Bool, isRole: Bool, hasArticle: Bool
    ) {
        self.words = words
        self.agent = agent
        self.distance = distance
        self.isHeard = isHeard
        self.isRole = isRole
        self.hasArticle = hasArticle
    }
}

/// Names joined by *and* or by commas, which share one role in the sentence.
package struct MentionGroup: Sendable {
    package var members: [Mention]
    package var words: Range<Int>

    package init(_ mention: Mention) {
        members = [mention]
        words = mention.words
    }

    package var isEveryone: Bool { members[0].isEveryone }
    package var isPlural: Bool { members.count > 1 }
    package var isRole: Bool { members.count == 1 && members[0].isRole }
    var hasArticle: Bool { members[0].hasArticle }
    /// The worst match among its members.
    package var isHeard: Bool { members.contains(where: \.isHeard) }

    /// - Parameter first: the other speaks first: "Victor after Bianca".
    mutating func join(_ other: Mention, first: Bool) {
        members.insert(other, at: first ? 0 : members.count)
        words = words.lowerBound..<other.words.upperBound
    }

    /// Takes in the word behind it: "Scout and Nova both".
    mutating func absorb(_ index: Int) { words = words.lowerBound..<(index + 1) }
}
