import Grammar

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

/// What a name leads to.
public enum NameSearch: Sendable, Equatable {
    case one(NameMatch)
    /// Ids of all who are called so, or almost so and none more than the others.
    case several([String])
    case nobody
}

extension Roster {
    /// The agent a caller of `request_turn` means: by id, name or alias, whatever the case and accents, else by sound
    /// and spelling. `nil` if nobody is close, or two are equally; see ``suggestions(for:)``.
    public func agent(named name: String) -> NameMatch? {
        if case .one(let match) = search(for: name) { match } else { nil }
    }

    /// As ``agent(named:)``, telling a name that several share from one that nobody has.
    public func search(for name: String) -> NameSearch {
        if let agent = agents.first(where: { $0.id == name }) {
            return .one(NameMatch(id: agent.id, how: .id))
        }
        guard let wanted = SpokenName(name, agent: 0, isAlias: false) else { return .nobody }
        let exact = names.all.filter { $0.words == wanted.words }
        if let first = exact.first {
            let others = Set(exact.map(\.agent)).subtracting([first.agent])
            guard others.isEmpty else { return .several(ids([first.agent] + others.sorted())) }
            return .one(NameMatch(id: agents[first.agent].id, how: first.isAlias ? .alias : .name))
        }
        let ranked = ranking(of: wanted)
        guard let best = ranked.first, best.distance <= Self.closeEnough else { return .nobody }
        let close = ranked.prefix { $0.distance - best.distance < Self.clearLead }
        guard close.count == 1 else { return .several(ids(close.map(\.agent))) }
        return .one(NameMatch(id: agents[best.agent].id, how: .close))
    }

    private func ids(_ indices: [Int]) -> [String] { indices.map { agents[$0].id } }

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
        for name in names.all {
            let distance = names.soundDistance.between(wanted.sounds, name.sounds, limit: 1) ?? 1
            nearest[name.agent] = min(nearest[name.agent], distance)
        }
        return nearest.enumerated().map { (agent: $0.offset, distance: $0.element) }
            .sorted { ($0.distance, $0.agent) < ($1.distance, $1.agent) }
    }
}
