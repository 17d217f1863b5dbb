/// The agents of a room, prepared for being talked to. Made once when the room's agents change.
public struct Roster: Sendable {
    public let agents: [Candidate]

    public init(_ agents: [Candidate]) { self.agents = agents }
}

extension Roster {
    /// Decides whom `utterance` is meant for. Deterministic; no clock, no network.
    public func route(_ utterance: Utterance) -> Route {
        let words = utterance.text.lowercased().split { !$0.isLetter && !$0.isNumber }
        for word in words {
            if let agent = agents.first(where: { $0.name.lowercased() == word }), .agent(agent.id) != utterance.speaker {
                return Route(kind: .address, to: [agent.id], why: "\(agent.name) is named.", sureness: .likely)
            }
        }
        guard case .caller = utterance.speaker else {
            return Route(kind: .none, to: [], why: "An agent speaks and names nobody.", sureness: .likely)
        }
        return Route(
            kind: .stay, to: utterance.floor.map { [$0] } ?? [], why: "Nobody is named.", sureness: .guess)
    }
}
