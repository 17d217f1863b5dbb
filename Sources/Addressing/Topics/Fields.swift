/// The expertise of a roster, ready to be asked which agent's field a question lies in.
struct Fields: Sendable {
    /// An agent and how much a word speaks for it.
    struct Claim: Sendable {
        let agent: Int
        let weight: Float
    }

    private let agentCount: Int
    /// Claims by the stem of a word of an expertise.
    private let terms: [String: [Claim]]
    /// Claims by the number of a ``Topics`` row.
    private let topics: [Int: [Claim]]

    init(of agents: [Candidate]) {
        agentCount = agents.count
        var terms: [String: [Claim]] = [:]
        var topics: [Int: [Claim]] = [:]
        for (agent, candidate) in agents.enumerated() {
            var support: [Int: Float] = [:]
            for domain in candidate.domains { Self.add(domain, of: agent, to: &terms, support: &support) }
            // "The plumber", "HR": a role says what somebody knows.
            for alias in candidate.aliases where Self.isRole(alias) {
                for word in Tokenizer.tokens(of: alias).tokens {
                    Self.back(Topics.byStem[Stem.of(word.text)] ?? [], by: 0.7, in: &support)
                }
            }
            // A field that one ambiguous word suggests counts little beside one that all words suggest.
            let enough = max(1, (support.values.max() ?? 0) / 2)
            for topic in support.keys.sorted() {
                topics[topic, default: []].append(
                    Claim(agent: agent, weight: min(1, (support[topic] ?? 0) / enough)))
            }
        }
        self.terms = terms
        self.topics = topics
    }

    /// "the plumber", "IT support", "HR"; a nickname says nothing.
    private static func isRole(_ alias: String) -> Bool {
        alias.contains(" ") || alias == alias.lowercased() || alias == alias.uppercased()
            || Lexicon.shared[alias.lowercased()]?[.english].contains(.title) ?? false
    }

    /// The last word of an expertise carries its sense (`travel budget` is a budget); the others help.
    private static func add(
        _ domain: String, of agent: Int, to terms: inout [String: [Claim]], support: inout [Int: Float]
    ) {
        let stems = Tokenizer.tokens(of: domain).tokens.filter {
            !["of", "and", "the", "de", "et", "y", "und"].contains($0.text)
        }
        .map { Stem.of($0.text) }
        for (index, stem) in stems.enumerated() {
            let isHead = index == stems.count - 1
            claim(&terms[stem, default: []], agent, isHead ? (stems.count == 1 ? 2 : 1) : 0.9)
            back(Topics.byStem[stem] ?? [], by: isHead ? 1 : 0.6, in: &support)
        }
        for pair in zip(stems, stems.dropFirst()).map({ "\($0)_\($1)" }) {
            claim(&terms[pair, default: []], agent, 2)
            back(Topics.byStem[pair] ?? [], by: 1.5, in: &support)
        }
    }

    private static func back(_ topics: [Int], by weight: Float, in support: inout [Int: Float]) {
        for topic in topics { support[topic, default: 0] += topics.count == 1 ? weight : weight * 0.7 }
    }

    private static func claim(_ claims: inout [Claim], _ agent: Int, _ weight: Float) {
        if let index = claims.firstIndex(where: { $0.agent == agent }) {
            claims[index] = Claim(agent: agent, weight: max(claims[index].weight, weight))
        } else {
            claims.append(Claim(agent: agent, weight: weight))
        }
    }

    /// How much the words speak for each agent, and the word that says most for the best.
    func scores(of clauses: Clauses) -> (scores: [Float], best: String?) {
        var scores = [Float](repeating: 0, count: agentCount)
        guard !terms.isEmpty else { return (scores, nil) }
        var best: (word: String, weight: Float)?
        var word = [Float](repeating: 0, count: agentCount)
        var previous: String?
        for index in clauses.tokens.indices {
            let stem = Stem.of(clauses.tokens[index].text)
            for agent in word.indices { word[agent] = 0 }
            if !clauses.isName[index], !isGrammar(clauses.tokens[index]) { weigh(stem, into: &word) }
            if let previous, !clauses.isBreak(before: index) { weigh("\(previous)_\(stem)", into: &word) }
            previous = stem
            // What a question asks for is its subject: "which wine goes with fish".
            let focus: Float = clauses.isAskedFor(index) ? 1.5 : 1
            for agent in word.indices {
                word[agent] *= focus
                scores[agent] += word[agent]
                if word[agent] > best?.weight ?? 0 { best = (clauses.tokens[index].text, word[agent]) }
            }
        }
        return (scores, best?.word)
    }

    private func isGrammar(_ token: Token) -> Bool {
        token.has([
            .determiner, .preposition, .auxiliary, .pronoun, .wh, .conjunction, .subordinator, .repair,
            .softener,
            .filler, .greeting,
        ])
            && !token.has(.noun)
    }

    private func weigh(_ term: String, into word: inout [Float]) {
        for claim in terms[term] ?? [] { word[claim.agent] = max(word[claim.agent], claim.weight) }
        guard let rows = Topics.byStem[term] else { return }
        for row in rows {
            for claim in topics[row] ?? [] {
                word[claim.agent] = max(word[claim.agent], claim.weight * (rows.count == 1 ? 1 : 0.8))
            }
        }
    }
}

extension Clauses {
    /// The noun of a question phrase: `which wine`, `how many red pills`.
    fileprivate func isAskedFor(_ index: Int) -> Bool {
        var first = index - 1
        while has(first, [.adjective, .number]), !has(first, .wh), !isBreak(before: first + 1) { first -= 1 }
        return !isBreak(before: first + 1)
            && (`is`(
                first, "which", "what", "que", "quel", "quelle", "quels", "quelles", "welche", "welcher",
                "welches", "cuantos", "cuantas")
                || `is`(first, "many", "much") && `is`(first - 1, "how"))
    }
}
