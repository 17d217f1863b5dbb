/// Cuts a stream of text into sentences, so that speech can start with the first one while the rest is being thought of.
public struct SentenceCutter: Sendable {
    /// Longer sentences are cut at a comma, or at a space when there is none.
    static let longest = 220
    /// Shorter ones wait for the next: "Yes." alone costs a pause of its own.
    static let shortest = 8

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "e.g", "i.e", "etc", "approx", "inc", "ltd",
    ]

    private var pending: [Character] = []

    public init() {}

    /// The sentences that `text` completes.
    public mutating func feed(_ text: some StringProtocol) -> [String] {
        pending += text
        var sentences: [String] = []
        while let end = nextEnd() { take(upTo: end, into: &sentences) }
        return sentences
    }

    /// What is left, at the end of the stream.
    public mutating func finish() -> [String] {
        var sentences: [String] = []
        take(upTo: pending.count, into: &sentences)
        return sentences
    }

    public static func cut(_ text: some StringProtocol) -> [String] {
        var cutter = SentenceCutter()
        return cutter.feed(text) + cutter.finish()
    }

    private mutating func take(upTo end: Int, into sentences: inout [String]) {
        let sentence = String(pending[..<end]).trimmed
        pending.removeFirst(end)
        if !sentence.isEmpty { sentences.append(sentence) }
    }

    /// A sentence ends where its mark is followed by white space: "3.5" and "parley.dev" go on.
    private func nextEnd() -> Int? {
        for (index, character) in pending.enumerated() {
            if character.isNewline, index >= 1 { return index + 1 }
            guard index >= Self.shortest, ".!?…".contains(character), index + 1 < pending.count else {
                continue
            }
            let next = pending[index + 1]
            let closing = "\"”’)".contains(next) ? index + 2 : index + 1
            guard closing < pending.count, pending[closing].isWhitespace else { continue }
            if character == ".", isAbbreviation(endingAt: index) { continue }
            return closing
        }
        return pending.count > Self.longest ? forcedEnd : nil
    }

    private func isAbbreviation(endingAt dot: Int) -> Bool {
        let start = pending[..<dot].lastIndex { $0.isWhitespace || $0 == "(" }.map { $0 + 1 } ?? 0
        let word = String(pending[start..<dot]).lowercased()
        return word.count == 1 && word != "i" || Self.abbreviations.contains(word)
    }

    private var forcedEnd: Int {
        let head = pending[..<Self.longest]
        let comma = head.lastIndex { ",;:".contains($0) }.map { $0 + 1 }
        return comma ?? head.lastIndex { $0.isWhitespace } ?? Self.longest
    }
}
