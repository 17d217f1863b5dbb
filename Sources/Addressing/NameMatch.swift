/// An agent found by something like its name.
public struct NameMatch: Sendable, Equatable {
    public var id: String
    public var how: How

    public enum How: Sendable, Equatable {
        case id, name, alias
        /// Written or heard almost like the name or an alias: `scot`.
        case close
    }
}

extension Roster {
    /// The agent a caller of `request_turn` means; `nil` if none or more than one is as close. See ``suggestions(for:)``.
    public func agent(named name: String) -> NameMatch? {
        let wanted = name.lowercased()
        if let agent = agents.first(where: { $0.id == name }) { return NameMatch(id: agent.id, how: .id) }
        if let agent = agents.first(where: { $0.name.lowercased() == wanted }) {
            return NameMatch(id: agent.id, how: .name)
        }
        if let agent = agents.first(where: { $0.aliases.contains { $0.lowercased() == wanted } }) {
            return NameMatch(id: agent.id, how: .alias)
        }
        return nil
    }

    /// Ids to offer when ``agent(named:)`` found nobody, nearest first.
    public func suggestions(for name: String) -> [String] { agents.map(\.id) }
}
