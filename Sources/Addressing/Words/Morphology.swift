/// What the ending of a word tells when no list knows it: endings of inflection and derivation.
enum Morphology {
    static func classes(of word: String, _ language: Language) -> Tags {
        let length = word.utf8.count
        guard length > 4, let endings = endings[language] else { return [] }
        return endings.first { length > $0.ending.utf8.count + 2 && word.hasSuffix($0.ending) }?.tags ?? []
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
