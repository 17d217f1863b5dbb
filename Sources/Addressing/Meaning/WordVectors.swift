/// What words mean, as directions: two that are used alike point the same way, though no list holds them together.
///
/// The table is distilled from a sentence encoder, see Scripts/word_vectors.py, and lies in the program as it is: it is neither
/// parsed nor copied at the start. English only.
enum WordVectors {
    static let dimensions = 128
    private static let letters = 15
    /// An entry: its weight, the word, its coordinates.
    private static let stride = 1 + letters + dimensions
    private static let zero = UInt8(ascii: "0")

    /// The coordinate of nothing at all; they lie around it.
    private static let origin: Float = 80

    /// Adds the word's direction, by its weight, to the `dimensions` numbers from `start` on, if the table has it.
    ///
    /// Sums are written through pointers: a roster is made with every change of a room, also in a build for debugging.
    static func add(_ word: String, to sums: inout [Float], at start: Int = 0) {
        table.withUTF8Buffer { bytes in
            guard let entry = entry(of: word, in: bytes) else { return }
            let weight = Float(bytes[entry] - zero)
            let first = entry + 1 + letters
            sums.withUnsafeMutableBufferPointer { sums in
                var axis = 0
                while axis < dimensions {
                    sums[start + axis] += weight * (Float(bytes[first + axis]) - origin)
                    axis += 1
                }
            }
        }
    }

    /// The product of two directions; four sums run side by side.
    static func product(_ said: [Float], _ directions: [Float], at start: Int) -> Float {
        said.withUnsafeBufferPointer { said in
            directions.withUnsafeBufferPointer { directions in
                var (a, b, c, d) = (Float(0), Float(0), Float(0), Float(0))
                var axis = 0
                while axis < dimensions {
                    a += said[axis] * directions[start + axis]
                    b += said[axis + 1] * directions[start + axis + 1]
                    c += said[axis + 2] * directions[start + axis + 2]
                    d += said[axis + 3] * directions[start + axis + 3]
                    axis += 4
                }
                return a + b + c + d
            }
        }
    }

    /// Makes the length of the direction at `start` one, if there is any.
    @discardableResult
    static func normalize(_ directions: inout [Float], at start: Int = 0) -> Bool {
        directions.withUnsafeMutableBufferPointer { directions in
            var square: Float = 0
            var axis = start
            while axis < start + dimensions {
                square += directions[axis] * directions[axis]
                axis += 1
            }
            guard square > 0 else { return false }
            let scale = 1 / square.squareRoot()
            axis = start
            while axis < start + dimensions {
                directions[axis] *= scale
                axis += 1
            }
            return true
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
        PaddedTable.find(word, letters: letters, stride: stride, in: bytes)
    }
}

/// Where the expertise of each agent points.
struct Meanings: Sendable {
    /// What an agent knows: where all of it points together, and each of its terms.
    private struct Expertise {
        let whole: Int
        let terms: Range<Int>
    }

    /// Directions, one after the other.
    private let directions: [Float]
    /// By agent; `nil` for one whose words the table lacks.
    private let expertise: [Expertise?]

    init(of agents: [Candidate]) {
        var directions: [Float] = []
        expertise = agents.map { agent in
            let first = directions.count
            for domain in agent.domains {
                let start = directions.count
                directions.append(contentsOf: repeatElement(0, count: WordVectors.dimensions))
                for token in Tokenizer.tokens(of: domain).tokens {
                    WordVectors.add(token.text, to: &directions, at: start)
                }
                if !WordVectors.normalize(&directions, at: start) {
                    directions.removeLast(WordVectors.dimensions)
                }
            }
            let whole = directions.count
            guard whole > first else { return nil }
            directions.append(contentsOf: repeatElement(0, count: WordVectors.dimensions))
            directions.withUnsafeMutableBufferPointer { directions in
                var index = first
                while index < whole {
                    directions[whole + (index - first) % WordVectors.dimensions] += directions[index]
                    index += 1
                }
            }
            WordVectors.normalize(&directions, at: whole)
            return Expertise(whole: whole, terms: first..<whole)
        }
        self.directions = directions
    }

    /// How near the words come to what each agent knows; `nil` if the table has none of them.
    func likenesses(of clauses: Clauses) -> [Float]? {
        guard !directions.isEmpty else { return nil }
        var said = [Float](repeating: 0, count: WordVectors.dimensions)
        for index in clauses.tokens.indices where clauses.isTelling(index) {
            WordVectors.add(clauses.tokens[index].text, to: &said)
        }
        guard WordVectors.normalize(&said) else { return nil }
        return expertise.indices.map { likeness(of: said, to: $0) }
    }

    /// The word that says most for an agent.
    func telling(for agent: Int, in clauses: Clauses) -> String? {
        guard let expertise = expertise[agent] else { return nil }
        var best: (word: String, share: Float)?
        for index in clauses.tokens.indices where clauses.isTelling(index) {
            var word = [Float](repeating: 0, count: WordVectors.dimensions)
            WordVectors.add(clauses.tokens[index].text, to: &word)
            let share = WordVectors.product(word, directions, at: expertise.whole)
            if share > best?.share ?? 0 { best = (clauses.tokens[index].text, share) }
        }
        return best?.word
    }

    /// Halfway between the cosine to all an agent knows and the one to its nearest term: the first tells a field, the second a subject in it.
    private func likeness(of said: [Float], to agent: Int) -> Float {
        guard let expertise = expertise[agent] else { return 0 }
        var nearest: Float = -1
        for start in stride(
            from: expertise.terms.lowerBound, to: expertise.terms.upperBound, by: WordVectors.dimensions)
        {
            nearest = max(nearest, WordVectors.product(said, directions, at: start))
        }
        return (nearest + WordVectors.product(said, directions, at: expertise.whole)) / 2
    }
}

extension Clauses {
    /// Neither a name nor grammar: `wont`, written without its apostrophe, has nothing to do with habits. A number may count anything.
    fileprivate func isTelling(_ index: Int) -> Bool {
        !isName[index] && !isComparison(index)
            && (tokens[index].has([.noun, .base, .gerund])
                || !tokens[index].has([
                    .determiner, .preposition, .auxiliary, .pronoun, .object, .wh, .conjunction,
                    .subordinator, .negation, .number,
                    .softener, .filler, .greeting, .calendar,
                ]))
            && !tokens[index].has(.auxiliary)
            && !(tokens[index].has(.discourse) && isClauseStart(at: index))
    }

    /// `shorter`, `nicest`: measures what was said before, and is no subject.
    private func isComparison(_ index: Int) -> Bool {
        let word = tokens[index]
        return word.parts.contains(.adjective) && word.parts.isDisjoint(with: [.noun, .base])
            && (word.text.hasSuffix("er") || word.text.hasSuffix("est"))
    }
}
