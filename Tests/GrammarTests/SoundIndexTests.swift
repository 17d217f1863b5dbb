import TestMaterial
import Testing

@testable import Grammar

/// The names a stretch of words is compared with, and those it never is.
struct SoundIndexTests {
    @Test(arguments: UInt64(0)..<8)
    func `every name that is near enough is compared, in the order of the roster`(seed: UInt64) {
        var random = SplitMix64(state: seed)
        // More than two blocks of names.
        let words = (0..<150).map { _ in Self.word(&random) }
        let names = words.map { Sounds($0) }
        let index = SoundIndex(names, distance: .shared)
        var (near, compared) = (0, 0)
        for turn in 0..<80 {
            let word =
                turn.isMultiple(of: 2) ? Self.word(&random) : words[turn] + Self.word(&random).suffix(1)
            let heard = Sounds(word)
            for limit: Float in [0.01, 0.18, 0.2, 0.3] {
                var found: [Int] = []
                index.candidates(of: heard, limit: limit, into: &found)
                #expect(found == found.sorted(), "seed \(seed), \(word)")
                compared += found.count
                for number in names.indices
                where SoundDistance.shared.between(heard, names[number], limit: limit) != nil {
                    near += 1
                    #expect(found.contains(number), "seed \(seed), \(word), \(words[number]) at \(limit)")
                }
            }
        }
        #expect(near > 80, "seed \(seed)")
        #expect(compared < 80 * 4 * names.count / 4, "seed \(seed)")
    }

    /// Three to eight letters, a vowel after each consonant or two.
    private static func word(_ random: inout SplitMix64) -> String {
        let syllables = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
            ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "sh", "th", "ch", "w", "h"]
                .randomElement(using: &random).map { consonant in
                    consonant + (["a", "e", "i", "o", "u", "ee", "ou"].randomElement(using: &random) ?? "a")
                }
        }
        return syllables.joined() + (["n", "l", "s", "r", "k", ""].randomElement(using: &random) ?? "")
    }
}
