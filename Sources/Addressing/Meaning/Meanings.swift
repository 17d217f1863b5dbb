import Grammar

/// Where the expertise of each agent points.
struct Meanings: Sendable {
    /// What an agent knows: where all of it points together, and each of its terms.
    private struct Expertise {
        let whole: Int
        let terms: Range<Int>
    }

    /// Directions, one after the other.
    private var directions: [Float] = []
    /// By agent; `nil` for one without expertise.
    private var expertise: [Expertise?] = []
    /// Stems in somebody's expertise that the table of vectors lacks: the names of products and the like, few.
    private var own: [WordKey] = []

    init(of agents: [Candidate]) {
        for agent in agents { expertise.append(add(agent)) }
    }

    private mutating func add(_ agent: Candidate) -> Expertise? {
        let first = directions.count
        // "The plumber", "billing desk": a role says what somebody knows.
        for term in agent.domains + agent.aliases.filter({ $0.contains(" ") }) {
            let start = directions.count
            directions.append(contentsOf: repeatElement(0, count: WordVectors.dimensions))
            for token in Tokenizer.tokens(of: term).tokens where !Self.joints.contains(token.key) {
                if WordVectors.add(token.text, to: &directions, at: start) { continue }
                let stem = Stem(token.text)
                WordVectors.addOwn(stem, to: &directions, at: start)
                if !own.contains(stem.key) { own.append(stem.key) }
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

    /// They hold terms together and say nothing of their own.
    private static let joints: WordSet = [
        "of", "and", "the", "for", "in", "de", "la", "et", "y", "und", "der", "des",
    ]

    /// How near the words come to what each agent knows, from -1 to 1, and how much subject is in them: 1 for one word as telling as any,
    /// more for several that point the same way. `nil` if none of them says anything, or nobody knows anything.
    func likenesses(of clauses: Clauses) -> (nearness: [Float], weight: Float)? {
        guard !directions.isEmpty else { return nil }
        var said = [Float](repeating: 0, count: WordVectors.dimensions)
        for index in clauses.tokens.indices where clauses.isTelling(index) {
            add(clauses.tokens[index], to: &said)
        }
        let length = WordVectors.product(said, said, at: 0).squareRoot()
        guard WordVectors.normalize(&said) else { return nil }
        return (expertise.indices.map { likeness(of: said, to: $0) }, length / WordVectors.longest)
    }

    private func add(_ token: Token, to said: inout [Float]) {
        if WordVectors.add(token.text, to: &said) || own.isEmpty { return }
        let stem = Stem(token.text)
        if own.contains(stem.key) { WordVectors.addOwn(stem, to: &said) }
    }

    /// The word that says most for an agent.
    func telling(for agent: Int, in clauses: Clauses) -> String? {
        guard let expertise = expertise[agent] else { return nil }
        var best: (word: String, share: Float)?
        for index in clauses.tokens.indices where clauses.isTelling(index) {
            var word = [Float](repeating: 0, count: WordVectors.dimensions)
            add(clauses.tokens[index], to: &word)
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
