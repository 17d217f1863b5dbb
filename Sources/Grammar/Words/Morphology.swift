/// What the ending of a word tells when no list knows it: endings of inflection and derivation.
enum Morphology {
    static func classes(of word: String, _ parts: PartsOfSpeech, _ language: Language) -> Tags {
        // Kelly is no adverb.
        if parts == .firstName { return .givenName }
        let length = word.utf8.count
        let ending = endings[language]?.first {
            length > max(4, $0.ending.utf8.count + 2) && word.hasSuffix($0.ending)
        }
        return ending?.tags ?? classes(of: parts)
    }

    /// What the word is if it is one thing only: what may be several is left to its place, and a noun needs no class.
    private static func classes(of parts: PartsOfSpeech) -> Tags {
        switch parts {
        case .adjective: .adjective
        case .adverb: .adverb
        case .base: .base
        default: []
        }
    }

    private static let endings: [Language: [(ending: String, tags: Tags)]] = [
        .english: [
            ("ing", .gerund), ("ed", .past), ("ly", .adverb), ("able", .adjective), ("ible", .adjective),
            ("ful", .adjective), ("less", .adjective), ("ous", .adjective), ("ish", .adjective),
        ],
        .spanish: [
            ("mente", .adverb), ("ando", .gerund), ("iendo", .gerund), ("able", .adjective),
            ("ible", .adjective), ("oso", .adjective), ("osa", .adjective),
        ],
        .french: [
            ("able", .adjective), ("ible", .adjective), ("eux", .adjective), ("euse", .adjective),
        ],
        .german: [
            ("bar", .adjective), ("lich", .adjective), ("isch", .adjective), ("sam", .adjective),
            ("haft", .adjective), ("los", .adjective),
        ],
    ]
}
