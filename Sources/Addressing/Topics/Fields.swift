/// The expertise of a roster, ready to be asked which agent's field a question lies in.
struct Fields: Sendable {
    /// An agent and how much a word speaks for it.
    struct Claim: Sendable {
        let agent: Int
        let weight: Float
    }

    private let agentCount: Int
    /// Claims by the stem of a word of an expertise.
    private let terms: WordTable<[Claim]>
    /// Claims by the number of a field of ``Topics``.
    private let topics: [Int: [Claim]]
    /// Claims by the number of a family of fields.
    private let kin: [[Claim]]
    /// Claims by the second stem and the first of two words of an expertise.
    private let pairs: WordTable<WordTable<[Claim]>>

    init(of agents: [Candidate]) {
        agentCount = agents.count
        var terms = WordTable<[Claim]>()
        var pairs = WordTable<WordTable<[Claim]>>()
        let support = agents.enumerated().map { agent, candidate in
            var support = Support()
            for domain in candidate.domains {
                Self.add(domain, of: agent, to: &terms, pairs: &pairs, support: &support)
            }
            // "The plumber", "HR": a role says what somebody knows.
            for alias in candidate.aliases where Self.isRole(alias) {
                for word in Tokenizer.tokens(of: alias).tokens { support.add(word.text, by: 0.7) }
            }
            return support
        }
        self.terms = terms
        self.pairs = pairs
        var topics = Self.claims(support)
        kin = Self.kinClaims(support, topics)
        Self.spread(kin, over: &topics)
        self.topics = topics
    }

    /// "the plumber", "IT support", "HR"; a nickname says nothing.
    private static func isRole(_ alias: String) -> Bool {
        alias.contains(" ") || alias == alias.lowercased() || alias == alias.uppercased()
            || Lexicon.shared[alias.lowercased()]?[.english].contains(.title) ?? false
    }

    /// The last word of an expertise carries its sense (`travel budget` is a budget); the others help.
    private static func add(
        _ domain: String, of agent: Int, to terms: inout WordTable<[Claim]>,
        pairs: inout WordTable<WordTable<[Claim]>>,
        support: inout Support
    ) {
        let words = Tokenizer.tokens(of: domain).tokens.map(\.text).filter {
            !["of", "and", "the", "de", "et", "y", "und"].contains($0)
        }
        for (index, word) in words.enumerated() {
            let isHead = index == words.count - 1
            // `Opening hours` is not about hours.
            let share: Float = Topics.everyday.contains(word) && words.count > 1 ? 0.4 : 1
            claim(
                &terms[Stem(word).key, default: []], agent,
                share * (words.count == 1 ? 2 : isHead ? 1.3 : 0.9)
            )
            support.add(word, by: share * (isHead ? 1 : 0.6))
        }
        for (first, second) in zip(words, words.dropFirst()).map({ (Stem($0), Stem($1)) }) {
            claim(&pairs[second.key, default: [:]][first.key, default: []], agent, 2)
            support.add(Topics.pairs(before: second)?[first.key] ?? [], by: 1.5)
        }
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
        var word = Weights(agentCount)
        var previous: Stem?
        // The last word that is no grammar: "get our money back", "king of the jungle".
        var content: Stem?
        for index in clauses.tokens.indices {
            let token = clauses.tokens[index]
            let stem = Stem(token.text)
            let isContent =
                !clauses.isName[index] && !isGrammar(token)
                && !(token.has(.discourse) && clauses.isClauseStart(at: index))
            if isContent { weigh(token, stem, into: &word) }
            if clauses.isBreak(before: index) { (previous, content) = (nil, nil) }
            weigh(previous, content, before: stem, into: &word)
            previous = stem
            if isContent { content = stem }
            guard word.isAny else { continue }
            // What a question asks for is its subject: "which wine goes with fish".
            let focus: Float = clauses.isAskedFor(index) ? 1.5 : 1
            for agent in scores.indices {
                let weight = word.byAgent[agent] * focus
                scores[agent] += weight
                if weight > best?.weight ?? 0 { best = (token.text, weight) }
            }
            word.clear()
        }
        return (scores, best?.word)
    }

    private func isGrammar(_ token: Token) -> Bool {
        token.has([
            .determiner, .preposition, .auxiliary, .pronoun, .wh, .conjunction, .subordinator, .repair,
            .softener, .filler, .greeting, .adverb, .calendar,
        ])
            && !token.has(.noun) || Self.particles.contains(token.key)
    }

    /// They belong to verbs: "put it down".
    private static let particles: WordSet = [
        "up", "down", "out", "off", "away", "back", "over", "through", "around", "along", "apart", "together",
    ]

    /// What one word says for each agent.
    private struct Weights {
        private(set) var byAgent: [Float]
        private(set) var isAny = false

        init(_ agents: Int) { byAgent = Array(repeating: 0, count: agents) }

        mutating func raise(_ agent: Int, to weight: Float) {
            byAgent[agent] = max(byAgent[agent], weight)
            isAny = true
        }

        mutating func clear() {
            for agent in byAgent.indices { byAgent[agent] = 0 }
            isAny = false
        }
    }

    private func weigh(_ token: Token, _ stem: Stem, into word: inout Weights) {
        if let claims = terms[stem.key] { weigh(claims, by: 1, into: &word) }
        weigh(Topics.senses(of: token.text, key: token.key, stem: stem), into: &word)
        for family in Topics.families(of: token.key) { weigh(kin[family], by: Self.general, into: &word) }
    }

    /// Two words that say together what neither says alone.
    private func weigh(_ previous: Stem?, _ content: Stem?, before second: Stem, into word: inout Weights) {
        let own = pairs[second.key]
        let known = Topics.pairs(before: second)
        guard own != nil || known != nil else { return }
        for case .some(let first) in [previous, content] {
            if let claims = own?[first.key] { weigh(claims, by: 1, into: &word) }
            if let senses = known?[first.key] { weigh(senses, into: &word) }
        }
    }

    private func weigh(_ claims: [Claim], by share: Float, into word: inout Weights) {
        for claim in claims { word.raise(claim.agent, to: claim.weight * share) }
    }

    private func weigh(_ senses: [Topics.Sense], into word: inout Weights) {
        for sense in senses {
            if let claims = topics[sense.field] { weigh(claims, by: sense.weight, into: &word) }
        }
    }

    /// A word for a whole family of fields counts less than one of a field.
    private static let general: Float = 0.7
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
