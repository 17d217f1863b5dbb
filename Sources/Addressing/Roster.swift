import Grammar

/// The agents of a room, prepared for being talked to. Made once when the room's agents change.
public struct Roster: Sendable {
    public let agents: [Candidate]
    /// Every name and alias, in roster order.
    let names: [SpokenName]
    /// Indices into ``names`` by the first word, longest name first.
    let byFirstWord: WordTable<[Int]>
    /// The sounds of every name but the roles, side by side: what is compared with each stretch of an utterance.
    let properSounds: [(agent: Int, sounds: Sounds, near: UInt32)]
    let soundIndex: SoundIndex
    let soundDistance = SoundDistance.shared
    let meanings: Meanings

    public init(_ agents: [Candidate]) {
        self.agents = agents
        var names: [SpokenName] = []
        for (index, agent) in agents.enumerated() {
            let spellings = [(agent.name, false)] + agent.aliases.map { ($0, true) }
            names += spellings.compactMap { SpokenName($0.0, agent: index, isAlias: $0.1) }
        }
        var byFirstWord = WordTable<[Int]>()
        for index in names.indices { byFirstWord[names[index].words[0], default: []].append(index) }
        byFirstWord.updateValues { candidates in
            candidates.sort { (-names[$0].words.count, $0) < (-names[$1].words.count, $1) }
        }
        self.names = names
        self.byFirstWord = byFirstWord
        properSounds = names.filter { !$0.isRole }.map {
            (agent: $0.agent, sounds: $0.sounds, near: SoundDistance.shared.neighbourhood(of: $0.sounds.mask))
        }
        soundIndex = SoundIndex(properSounds.map(\.sounds), distance: .shared)
        meanings = Meanings(of: agents)
    }

    func index(of id: String?) -> Int? { id.flatMap { id in agents.firstIndex { $0.id == id } } }
}
