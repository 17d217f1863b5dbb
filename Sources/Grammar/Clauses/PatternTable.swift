/// Patterns in the order of precedence, found by the word that must stand next to the name.
package struct PatternTable: Sendable {
    package let patterns: [Pattern]
    /// Indices by each word that may stand before the name.
    private var byLeft = WordTable<[Int]>()
    /// Of the others, by each word that may stand behind it.
    private var byRight = WordTable<[Int]>()
    /// Those with no such word.
    private var rest: [Int] = []

    init(_ patterns: [Pattern]) {
        self.patterns = patterns
        for (index, pattern) in patterns.enumerated() {
            if let words = Self.firstWords(pattern.left) {
                for word in words { byLeft[word, default: []].append(index) }
            } else if let words = Self.firstWords(pattern.right) {
                for word in words { byRight[word, default: []].append(index) }
            } else {
                rest.append(index)
            }
        }
    }

    /// Every word the elements can begin with; `nil` if they can begin with something else, or be missing.
    private static func firstWords(_ elements: [Pattern.Element]) -> [WordKey]? {
        var found: [WordKey] = []
        for element in elements {
            guard case .words(let words, let isOptional) = element else { return nil }
            found += words.filter { !found.contains($0) }
            if !isOptional { return found }
        }
        return nil
    }

    /// The first pattern that fits around the words `name`.
    package func first(around name: Range<Int>, in clauses: Clauses) -> Pattern? {
        var candidates = rest
        // A softener may stand between any two words of a pattern.
        var index = name.lowerBound - 1
        while index >= 0 {
            if let found = byLeft[clauses.tokens[index].key] { candidates += found }
            guard clauses.isPassedOver(index) else { break }
            index -= 1
        }
        index = name.upperBound
        while index < clauses.tokens.count {
            if let found = byRight[clauses.tokens[index].key] { candidates += found }
            guard clauses.isPassedOver(index) else { break }
            index += 1
        }
        candidates.sort()
        return candidates.lazy.map { patterns[$0] }.first { clauses.matches($0, around: name) }
    }
}
