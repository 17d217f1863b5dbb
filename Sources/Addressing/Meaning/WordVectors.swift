/// What words mean, as directions: two that are used alike point the same way, though no list holds them together.
///
/// The table is distilled from a sentence encoder, see Scripts/word_vectors.py, and lies in the program as it is: it is neither
/// parsed nor copied at the start. English only.
enum WordVectors {
    static let dimensions = 48
    private static let letters = 15
    /// An entry: its weight, the word, its coordinates.
    private static let stride = 1 + letters + dimensions
    private static let zero = UInt8(ascii: "0")

    /// The coordinate of nothing at all; they lie around it.
    private static let origin: Float = 80

    /// Adds the word's direction, by its weight, to `sum`, if the table has it.
    static func add(_ word: String, to sum: inout [Float]) {
        table.withUTF8Buffer { bytes in
            guard let entry = entry(of: word, in: bytes) else { return }
            let weight = Float(bytes[entry] - zero)
            let first = entry + 1 + letters
            for axis in 0..<dimensions { sum[axis] += weight * (Float(bytes[first + axis]) - origin) }
        }
    }

    /// How much the word, by its weight, points the way of the direction that begins at `start`; no measure but for comparing.
    static func share(of word: String, in directions: [Float], at start: Int) -> Float {
        table.withUTF8Buffer { bytes in
            guard let entry = entry(of: word, in: bytes) else { return 0 }
            let first = entry + 1 + letters
            var sum: Float = 0
            for axis in 0..<dimensions {
                sum += (Float(bytes[first + axis]) - origin) * directions[start + axis]
            }
            return Float(bytes[entry] - zero) * sum
        }
    }

    /// The entry of the word, or of what is left of a plural without its `s`.
    private static func entry(of word: String, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var word = word
        return word.withUTF8 { word in
            guard word.count > 2 else { return nil }
            if let entry = find(word, in: bytes) { return entry }
            guard word.count > 3, word.last == UInt8(ascii: "s") else { return nil }
            return find(UnsafeBufferPointer(rebasing: word.dropLast()), in: bytes)
        }
    }

    private static func find(_ word: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int?
    {
        guard word.count <= letters else { return nil }
        var (low, high) = (0, bytes.count / stride)
        while low < high {
            let middle = (low + high) / 2
            switch order(of: word, against: middle * stride, in: bytes) {
            case 0: return middle * stride
            case ..<0: high = middle
            default: low = middle + 1
            }
        }
        return nil
    }

    /// Below zero if the word stands before the entry. Spaces, which fill an entry, come before letters.
    private static func order(
        of word: UnsafeBufferPointer<UInt8>, against entry: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int {
        for index in 0..<letters {
            let letter = index < word.count ? word[index] : UInt8(ascii: " ")
            let other = bytes[entry + 1 + index]
            if letter != other { return Int(letter) - Int(other) }
        }
        return 0
    }
}

/// Where the expertise of each agent points.
struct Meanings: Sendable {
    /// An agent whose expertise the words come nearest to.
    struct Match {
        let agent: Int
        /// The cosine of the angle between the two, and by how much it exceeds the next agent's.
        let likeness: Float
        let lead: Float
        /// The word that says most for it.
        let word: String?
    }

    /// One after the other; an agent whose words the table lacks has zeros.
    private let directions: [Float]
    private let agentCount: Int

    init(of agents: [Candidate]) {
        agentCount = agents.count
        directions = agents.flatMap { agent in
            var sum = [Float](repeating: 0, count: WordVectors.dimensions)
            for domain in agent.domains {
                var term = [Float](repeating: 0, count: WordVectors.dimensions)
                for token in Tokenizer.tokens(of: domain).tokens { WordVectors.add(token.text, to: &term) }
                Self.normalize(&term)
                for axis in sum.indices { sum[axis] += term[axis] }
            }
            Self.normalize(&sum)
            return sum
        }
    }

    /// The agent whose expertise lies nearest, if there are two to choose from.
    func nearest(to clauses: Clauses) -> Match? {
        guard agentCount > 1, directions.contains(where: { $0 != 0 }) else { return nil }
        var said = [Float](repeating: 0, count: WordVectors.dimensions)
        for index in clauses.tokens.indices where clauses.isTelling(index) {
            WordVectors.add(clauses.tokens[index].text, to: &said)
        }
        guard Self.normalize(&said) else { return nil }
        var best: (agent: Int, likeness: Float)?
        var second: Float = -1
        for agent in 0..<agentCount {
            let likeness = likeness(of: said, to: agent)
            if likeness > best?.likeness ?? -1 {
                second = best?.likeness ?? -1
                best = (agent, likeness)
            } else {
                second = max(second, likeness)
            }
        }
        return best.map {
            Match(
                agent: $0.agent, likeness: $0.likeness, lead: $0.likeness - second,
                word: telling(for: $0.agent, in: clauses))
        }
    }

    private func telling(for agent: Int, in clauses: Clauses) -> String? {
        var best: (word: String, share: Float)?
        for index in clauses.tokens.indices where clauses.isTelling(index) {
            let word = clauses.tokens[index].text
            let share = WordVectors.share(of: word, in: directions, at: agent * WordVectors.dimensions)
            if share > best?.share ?? 0 { best = (word, share) }
        }
        return best?.word
    }

    private func likeness(of said: [Float], to agent: Int) -> Float {
        let start = agent * WordVectors.dimensions
        var sum: Float = 0
        for axis in said.indices { sum += said[axis] * directions[start + axis] }
        return sum
    }

    /// Makes the length one, if there is any.
    @discardableResult
    private static func normalize(_ vector: inout [Float]) -> Bool {
        var square: Float = 0
        for value in vector { square += value * value }
        guard square > 0 else { return false }
        let length = square.squareRoot()
        for axis in vector.indices { vector[axis] /= length }
        return true
    }
}

extension Clauses {
    /// Neither a name nor grammar: `wont`, written without its apostrophe, has nothing to do with habits. A number may count anything.
    fileprivate func isTelling(_ index: Int) -> Bool {
        !isName[index]
            && (tokens[index].has([.noun, .base, .gerund])
                || !tokens[index].has([
                    .determiner, .preposition, .auxiliary, .pronoun, .object, .wh, .conjunction,
                    .subordinator, .negation, .number,
                    .softener, .filler, .greeting, .calendar,
                ]))
            && !tokens[index].has(.auxiliary)
    }
}
