/// A small thesaurus: fields of knowledge and the words people use when they ask about them.
///
/// An agent's expertise is matched to fields through the same words, so `pricing` makes an agent competent for
/// "can we afford it". Two words joined by `_` count only together.
enum Topics {
    typealias Row = (name: String, words: String)

    /// The fields of each stem.
    static let byStem: [String: [Int]] = {
        var index: [String: [Int]] = [:]
        for (topic, row) in table.enumerated() {
            let title = row.name.split(separator: " ").filter { $0 != "and" }
            for word in row.words.split(separator: " ") + title {
                let stem = stem(ofEntry: word)
                if index[stem, default: []].last != topic { index[stem, default: []].append(topic) }
            }
        }
        return index
    }()

    static let table: [Row] =
        business + finance + service + health + travel + household + knowledge + leisure + technology

    private static func stem(ofEntry word: Substring) -> String {
        word.split(separator: "_").map { Stem.of(String($0)) }.joined(separator: "_")
    }
}
