import Grammar

/// Every name and alias of a room's agents, and how each sounds.
///
/// An object, so that copies of a roster share it, and whoever holds one need not be compiled anew when it changes.
final class NameBook: Sendable {
    /// In roster order.
    let all: [SpokenName]
    /// Indices into ``all`` by the first word, longest name first.
    private let byFirstWord: WordTable<[Int]>
    /// The sounds of every name but the roles, side by side: what is compared with each stretch of an utterance.
    let properSounds: [(agent: Int, sounds: Sounds, near: UInt32)]
    let soundIndex: SoundIndex
    let soundDistance = SoundDistance.shared

    init(_ agents: [Candidate]) {
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
        all = names
        self.byFirstWord = byFirstWord
        properSounds = names.filter { !$0.isRole }.map {
            (agent: $0.agent, sounds: $0.sounds, near: SoundDistance.shared.neighbourhood(of: $0.sounds.mask))
        }
        soundIndex = SoundIndex(properSounds.map(\.sounds), distance: .shared)
    }

    /// The names that begin with `word`, longest first.
    func beginning(with word: WordKey) -> [Int]? { byFirstWord[word] }

    func isFirstWord(_ word: String) -> Bool { byFirstWord[word] != nil }
}
