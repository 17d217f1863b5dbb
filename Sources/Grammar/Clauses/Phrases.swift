/// Fixed phrases, found word by word.
package struct Phrases: Sendable {
    /// The phrases that begin with one word.
    private struct Group {
        /// Longest first.
        var all: [[String]] = []
        var keys: [[WordKey]] = []
        var bySecond = WordTable<[[WordKey]]>()
        /// The word alone is a phrase.
        var isPhrase = false
    }

    private let byFirstWord: WordTable<Group>

    /// What the phrases begin with, to ask several tables at once.
    var firstWords: WordSet { WordSet(byFirstWord.keys) }

    /// One phrase a line or between `/`.
    init(_ text: String) {
        var groups = WordTable<Group>()
        for phrase in text.split(whereSeparator: { $0 == "/" || $0 == "\n" }) {
            let words = Tokenizer.tokens(of: String(phrase)).tokens.map(\.text)
            guard let first = words.first else { continue }
            groups[first, default: Group()].all.append(words)
        }
        groups.updateValues { group in
            group.all.sort { $0.count > $1.count }
            group.keys = group.all.map { $0.map { WordKey($0) } }
            for words in group.keys where words.count > 1 {
                group.bySecond[words[1], default: []].append(words)
            }
            group.isPhrase = group.all.last?.count == 1
        }
        byFirstWord = groups
    }

    /// The end of the longest phrase that begins at `index`.
    package func end(at index: Int, in clauses: Clauses) -> Int? {
        guard index < clauses.tokens.count, let group = byFirstWord[clauses.tokens[index].key] else {
            return nil
        }
        let next = index + 1
        // Where a softener follows, the second word stands behind it.
        let isSoftened = clauses.has(next, .softener)
        let candidates =
            isSoftened
            ? group.keys : next < clauses.tokens.count ? group.bySecond[clauses.tokens[next].key] ?? [] : []
        for words in candidates where index + words.count <= clauses.tokens.count {
            if let end = end(of: words, at: index, in: clauses) { return end }
        }
        return group.isPhrase ? next : nil
    }

    /// A softener may stand between the words: "sei bitte still".
    private func end(of words: [WordKey], at start: Int, in clauses: Clauses) -> Int? {
        var index = start
        for word in words {
            while index > start, index < clauses.tokens.count, clauses.tokens[index].key != word,
                clauses.has(index, .softener)
            {
                index += 1
            }
            guard index < clauses.tokens.count, clauses.tokens[index].key == word else { return nil }
            index += 1
        }
        return index
    }

    /// Whether a phrase begins with these words, the last of which may be cut off.
    func mayBegin(_ tokens: ArraySlice<Token>) -> Bool {
        guard let first = tokens.first, let last = tokens.last else { return true }
        let head = tokens.dropLast()
        let candidates =
            tokens.count == 1
            ? byFirstWord.values.flatMap(\.all) : byFirstWord[first.key]?.all ?? []
        return candidates.contains { words in
            words.count >= tokens.count && zip(words, head).allSatisfy { $0 == $1.text }
                && words[tokens.count - 1].hasPrefix(last.text)
        }
    }

    /// The first place where a phrase stands.
    package func first(in clauses: Clauses) -> Range<Int>? {
        for index in clauses.tokens.indices {
            if let end = end(at: index, in: clauses) { return index..<end }
        }
        return nil
    }
}
