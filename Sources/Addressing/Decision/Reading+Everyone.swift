/// Everybody, or everybody but some.
extension Reading {
    func everyoneRoute() -> Route? {
        let named = addressed.filter { groups[$0].members[0].agent != Everyone.agent }
        let all = addressed.first { groups[$0].members[0].agent == Everyone.agent }
        guard named.isEmpty else { return nil }
        guard all != nil || clauses.callsForRound else { return nil }
        let excluded = Set(
            groups.indices.filter { roles[$0] == .negated }.flatMap { groups[$0].members.map(\.agent) })
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
}
