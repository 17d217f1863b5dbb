/// The agents of a room, prepared for being talked to. Made once when the room's agents change.
public struct Roster: Sendable {
    public let agents: [Candidate]
    let names: NameBook
    let meanings: Meanings

    public init(_ agents: [Candidate]) {
        self.agents = agents
        names = NameBook(agents)
        meanings = Meanings(of: agents)
    }

    func index(of id: String?) -> Int? { id.flatMap { id in agents.firstIndex { $0.id == id } } }
}
