import Grammar

/// Everybody, or everybody but some.
extension Reading {
    func everyoneRoute() -> Route? {
        let named = addressed.filter { !groups[$0].isEveryone }
        let all = addressed.first { groups[$0].isEveryone }
        guard named.allSatisfy({ isIncluded($0) }) else {
            return nil
        }
        guard all != nil || clauses.callsForRound else { return nil }
        let excluded = Set(
            groups.indices.filter { roles[$0] == .negated && !isOnlyOne($0) }.flatMap {
                groups[$0].members.map(\.agent)
            })
        let to = roster.agents.indices.filter { !excluded.contains($0) && $0 != speaker }.map {
            roster.agents[$0].id
        }
        guard !to.isEmpty else { return nil }
        if !excluded.subtracting([Everyone.agent]).isEmpty {
            return Route(
                kind: .address, to: to, why: "Everyone is asked but those excepted.", sureness: .likely)
        }
        let word = all.map { clauses.text(groups[$0].words) } ?? "a round"
        return Route(kind: .all, to: to, why: "“\(word)” invites every agent.", sureness: .likely)
    }

    /// "Not only Viktor, everybody", "todos, también Nadia", "hold on, Ramon, I want the others in on this": named, and asked no more
    /// than the rest.
    private func isIncluded(_ group: Int) -> Bool {
        guard addressed.contains(where: { groups[$0].isEveryone }) else {
            return false
        }
        let words = groups[group].words
        if (max(0, words.lowerBound - 3)..<words.lowerBound).contains(where: {
            clauses.`is`($0, "including", "also", "auch", "tambien", "aussi", "incluidos", "compris", "even")
        }) {
            return true
        }
        return isHolder(group) && roles[group].isVocative
            && (max(0, words.lowerBound - 3)..<words.lowerBound).contains {
                Stop.waiting.end(at: $0, in: clauses) == words.lowerBound
            }
            && !clauses.isClauseEnd(at: words.upperBound + 1)
    }

    /// "Not just Chen, I want you all", "not Chen alone, everyone".
    private func isOnlyOne(_ index: Int) -> Bool {
        clauses.`is`(groups[index].words.lowerBound - 1, "just", "only", "merely", "simply")
            || clauses.`is`(groups[index].words.upperBound, "alone", "only")
    }
}
