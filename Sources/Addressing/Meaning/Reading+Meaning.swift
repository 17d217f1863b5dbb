/// What the thesaurus leaves open is asked of the meaning of the words: it breaks ties, and speaks where the rules are silent.
extension Reading {
    /// - Parameter scores: what the rules found for each agent, and `evidence` what they ask for.
    func meaningRoute(scores: [Float], evidence: Float) -> Route? {
        guard clauses.isAllEnglish, !clauses.leansOnOthers, let match = roster.meanings.nearest(to: clauses)
        else {
            return nil
        }
        let best = scores.max() ?? 0
        let isTie = best >= evidence && scores[match.agent] >= best * 0.8
        guard isTie ? match.lead >= Self.tieLead : Self.isClear(match, clauses) else { return nil }
        let agent = roster.agents[match.agent]
        guard agent.id != utterance.floor else {
            return stay("The words are nearest to \(agent.name)'s field.", .guess)
        }
        return Route(
            kind: .domain, to: [agent.id], why: "“\(match.word ?? "")” comes near to \(agent.name)'s field.",
            sureness: .guess)
    }

    private static let tieLead: Float = 0.03

    /// Chosen on labelled sets so that three in four moves of the floor are right. A pronoun may stand for what was said before: then the rest must say
    /// more.
    private static func isClear(_ match: Meanings.Match, _ clauses: Clauses) -> Bool {
        let isBare = clauses.hasBarePronoun
        let isAsked = clauses.isAsking
        return match.likeness >= (isBare ? 0.4 : isAsked ? 0.2 : 0.3)
            && match.lead >= (isBare ? 0.2 : isAsked ? 0.1 : 0.15)
    }
}

extension Clauses {
    /// No word is another language's alone.
    fileprivate var isAllEnglish: Bool {
        language == .english
            && tokens.allSatisfy { token in
                guard let entry = token.entry, entry[.english].isEmpty else { return true }
                return Language.allCases.allSatisfy { entry[$0].isEmpty }
            }
    }

    /// It goes on with what was said; a number without a question answers one.
    fileprivate var leansOnOthers: Bool {
        stance == .continuation || has(0, .conjunction) || has(0, [.yesNo, .repair])
            || !hasQuestionMark && (has(0, .number) || has(0, .determiner) && has(1, .number))
    }

    /// `it`, `they`, `that` on its own.
    fileprivate var hasBarePronoun: Bool {
        tokens.indices.contains {
            `is`($0, "it", "they", "them", "those", "these")
                || `is`($0, "that", "this")
                    && (isBreak(before: $0 + 1)
                        || has($0 + 1, [.auxiliary, .preposition, .third3, .adjective]))
        }
    }
}
