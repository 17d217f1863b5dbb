/// Fixed phrases, found word by word.
struct Phrases: Sendable {
    /// By the first word; longest first.
    private let byFirstWord: [String: [[String]]]

    /// One phrase a line or between `/`.
    init(_ text: String) {
        var phrases: [String: [[String]]] = [:]
        for phrase in text.split(whereSeparator: { $0 == "/" || $0 == "\n" }) {
            let words = Tokenizer.tokens(of: String(phrase)).tokens.map(\.text)
            guard let first = words.first else { continue }
            phrases[first, default: []].append(words)
        }
        for first in phrases.keys { phrases[first]?.sort { $0.count > $1.count } }
        byFirstWord = phrases
    }

    /// The end of the longest phrase that begins at `index`.
    func end(at index: Int, in clauses: Clauses) -> Int? {
        guard index < clauses.tokens.count, let candidates = byFirstWord[clauses.tokens[index].text] else {
            return nil
        }
        for words in candidates where index + words.count <= clauses.tokens.count {
            if words.indices.allSatisfy({ clauses.tokens[index + $0].text == words[$0] }) {
                return index + words.count
            }
        }
        return nil
    }

    /// Whether a phrase begins with these words, the last of which may be cut off.
    func mayBegin(_ tokens: ArraySlice<Token>) -> Bool {
        guard let first = tokens.first, let last = tokens.last else { return true }
        let head = tokens.dropLast()
        let candidates =
            tokens.count == 1
            ? byFirstWord.keys.filter { $0.hasPrefix(first.text) }.flatMap { byFirstWord[$0] ?? [] }
            : byFirstWord[first.text] ?? []
        return candidates.contains { words in
            words.count >= tokens.count && zip(words, head).allSatisfy { $0 == $1.text }
                && words[tokens.count - 1].hasPrefix(last.text)
        }
    }

    /// The first place where a phrase stands.
    func first(in clauses: Clauses) -> Range<Int>? {
        for index in clauses.tokens.indices {
            if let end = end(at: index, in: clauses) { return index..<end }
        }
        return nil
    }
}
