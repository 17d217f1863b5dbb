/// A thesaurus: fields of knowledge and the words people use when they ask about them.
///
/// An agent's expertise is matched to fields through the same words, so `pricing` makes an agent competent for
/// "can we afford it". Two words joined by `_` count only together; a word marked `~` says much else besides, and
/// only hints at the field. Rows of one name are one field.
enum Topics {
    typealias Row = (name: String, words: String)

    /// A field that a stem belongs to.
    struct Sense: Sendable {
        let field: Int
        /// 1 for a word of the field, less for one that has many other uses.
        var weight: Float
    }

    /// The fields of a word, whose stem is known to the caller already.
    ///
    /// The form itself decides before its stem does: `married` has nothing to do with `mare`.
    static func senses(of word: String, key: WordKey, stem: Stem) -> [Sense] {
        if let senses = index.forms[key] { return senses }
        if word.utf8.last == UInt8(ascii: "s"), let senses = index.forms[String(word.dropLast())] {
            return senses
        }
        return stem.count > 3 ? index.stems[stem.key] ?? [] : []
    }

    static func senses(of word: String) -> [Sense] { senses(of: word, key: WordKey(word), stem: Stem(word)) }

    /// The fields of pairs of stems by their second stem, then by their first.
    static func pairs(before second: Stem) -> WordTable<[Sense]>? { index.pairs[second.key] }

    /// Whether the table knows the word.
    static func knows(_ word: String) -> Bool { !senses(of: word).isEmpty }

    private struct Index {
        var numbers: [String: Int] = [:]
        var forms = WordTable<[Sense]>()
        var stems = WordTable<[Sense]>()
        /// By the second stem and the first: most words end no pair, and no text need be put together to know.
        var pairs = WordTable<WordTable<[Sense]>>()

        init() {
            forms.reserveCapacity(20_000)
            stems.reserveCapacity(16_000)
            for row in Topics.table { add(row) }
            forms.updateValues { Topics.spread(&$0) }
            stems.updateValues { Topics.spread(&$0) }
            pairs.updateValues { firsts in firsts.updateValues { Topics.spread(&$0) } }
        }

        private mutating func add(_ row: Row) {
            let field = numbers[row.name] ?? numbers.count
            numbers[row.name] = field
            // A name of one word is a word of the field.
            let title = row.name.contains(" ") ? [] : [Substring(row.name)]
            for entry in title + row.words.split(separator: " ") {
                let isHint = entry.last == "~"
                let word = String(isHint ? entry.dropLast() : entry)
                let parts = word.split(separator: "_").map { Stem(String($0)) }
                if parts.count == 1 {
                    let weight =
                        Topics.everyday.contains(word) ? Topics.lean : isHint ? Topics.hint : 1
                    Topics.add(Sense(field: field, weight: weight), to: &forms[word, default: []])
                    Topics.add(Sense(field: field, weight: weight), to: &stems[parts[0].key, default: []])
                } else {
                    Topics.add(
                        Sense(field: field, weight: 1),
                        to: &pairs[parts[1].key, default: [:]][parts[0].key, default: []])
                }
            }
        }
    }

    private static let index = Index()

    /// The fields of each family, by number.
    static let kin: [[Int]] = families.map { $0.fields.compactMap { index.numbers[$0] } }

    /// The families that a word names.
    static func families(of word: WordKey) -> [Int] { familyWords[word] ?? [] }

    private static let familyWords: WordTable<[Int]> = {
        var index = WordTable<[Int]>()
        for (number, family) in families.enumerated() {
            for word in family.words.split(separator: " ") { index[String(word), default: []].append(number) }
        }
        return index
    }()

    static let table: [Row] =
        business + finance + service + health + travel + household + knowledge + leisure + technology
        + home + care + town + counters + work + machines + world + play + journeys + colloquial
        + colloquialOut

    private static let hint: Float = 0.5
    private static let lean: Float = 0.35

    private static func add(_ sense: Sense, to senses: inout [Sense]) {
        if let index = senses.firstIndex(where: { $0.field == sense.field }) {
            // Two forms of one stem, `train` and `training`: the doubt stays.
            senses[index].weight = min(senses[index].weight, sense.weight)
        } else {
            senses.append(sense)
        }
    }

    private static func spread(_ senses: inout [Sense]) {
        let share = shares[min(senses.count, shares.count) - 1]
        for index in senses.indices { senses[index].weight *= share }
    }

    /// By the number of fields.
    private static let shares: [Float] = [1, 0.85, 0.7, 0.6, 0.5]
}

extension Topics {
    /// The fields by number, in the order of the table.
    static let names: [String] = {
        var names: [String] = []
        for row in table where !names.contains(row.name) { names.append(row.name) }
        return names
    }()
}
