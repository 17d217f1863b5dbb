/// An agent found by something like its name.
public struct NameMatch: Sendable, Equatable {
    public var id: String
    public var how: How

    public init(id: String, how: How) {
        self.id = id
        self.how = how
    }

    public enum How: Sendable, Equatable {
        case id, name, alias
        /// Written or heard almost like the name or an alias: `scot`.
        case close
    }
}

extension Roster {
    /// The agent a caller of `request_turn` means: by id, name or alias, whatever the case and accents, else by sound
    /// and spelling. `nil` if nobody is close, or two are equally; see ``suggestions(for:)``.
    public func agent(named name: String) -> NameMatch? {
        if let agent = agents.first(where: { $0.id == name }) { return NameMatch(id: agent.id, how: .id) }
        guard let wanted = SpokenName(name, agent: 0, isAlias: false) else { return nil }
        if let exact = names.first(where: { $0.words == wanted.words }) {
            return NameMatch(id: agents[exact.agent].id, how: exact.isAlias ? .alias : .name)
        }
        let ranked = ranking(of: wanted)
        guard let best = ranked.first, best.distance <= Self.closeEnough else { return nil }
        if ranked.count > 1, ranked[1].distance - best.distance < Self.clearLead { return nil }
        return NameMatch(id: agents[best.agent].id, how: .close)
    }

    /// Ids to offer when ``agent(named:)`` found nobody, nearest first.
    public func suggestions(for name: String) -> [String] {
        guard let wanted = SpokenName(name, agent: 0, isAlias: false) else { return agents.map(\.id) }
        return ranking(of: wanted).map { agents[$0.agent].id }
    }

    /// One step in a name of four sounds.
    private static let closeEnough: Float = 0.26
    private static let clearLead: Float = 0.05

    /// Every agent by the nearest of its names.
    private func ranking(of wanted: SpokenName) -> [(agent: Int, distance: Float)] {
        var nearest = [Float](repeating: 1, count: agents.count)
        for name in names {
            let distance = soundDistance.between(wanted.sounds, name.sounds, limit: 1) ?? 1
            nearest[name.agent] = min(nearest[name.agent], distance)
        }
        return nearest.enumerated().map { (agent: $0.offset, distance: $0.element) }
            .sorted { ($0.distance, $0.agent) < ($1.distance, $1.agent) }
    }
}
