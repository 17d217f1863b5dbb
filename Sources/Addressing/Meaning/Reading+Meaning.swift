/// What the thesaurus leaves open is asked of the meaning of the words.
extension Reading {
    /// How near the words come to each agent's expertise, and the word that says most for one; no agent is near where the table of
    /// vectors has no say.
    func likenesses() -> (likeness: [Float], word: ((Int) -> String?)?) {
        guard let likeness = roster.meanings.likenesses(of: clauses) else { return (noLikeness, nil) }
        return (likeness, { [roster, clauses] in roster.meanings.telling(for: $0, in: clauses) })
    }

    /// Nothing is said that the table of vectors knows how to read.
    var noLikeness: [Float] { [Float](repeating: 0, count: roster.agents.count) }
}

extension Clauses {
    /// No word is another language's alone.
    var isAllEnglish: Bool {
        language == .english
            && tokens.allSatisfy { token in
                guard let entry = token.entry, entry[.english].isEmpty else { return true }
                return entry.isEmpty
            }
    }

    /// It goes on with what was said; a number without a question answers one.
    func leansOnOthers(_ stance: Stance) -> Bool {
        stance == .continuation || has(0, .conjunction) || has(0, [.yesNo, .repair])
            || !hasQuestionMark && (has(0, .number) || has(0, .determiner) && has(1, .number))
    }

    /// "The sheets have a stain on them": a noun phrase that opened the sentence is what the pronoun stands for.
    func hasAntecedent(_ pronoun: Int) -> Bool {
        let start = clauseStart(of: pronoun)
        return (start..<max(start, pronoun - 2)).contains {
            has($0, [.determiner, .possessive]) && !has($0, [.wh, .third])
                && !has($0 + 1, Tags.closedClass.union([.auxiliary, .adverb]))
        }
    }

    /// `it`, `they`, `that` on its own.
    var hasBarePronoun: Bool {
        tokens.indices.contains {
            `is`($0, "it", "they", "them") && !hasAntecedent($0) || `is`($0, "those", "these")
                || `is`($0, "that", "this")
                    && (isBreak(before: $0 + 1)
                        || has($0 + 1, [.auxiliary, .preposition, .third3, .adjective])
                        // "Is that the only copy".
                        || has($0 - 1, .auxiliary) && has($0 + 1, .determiner))
        }
    }
}
