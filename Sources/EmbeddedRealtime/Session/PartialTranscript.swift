/// Turns guesses that change their mind into deltas that only ever add words.
///
/// A recogniser hears the last word of unfinished speech worst, so it is kept back until another follows.
struct PartialTranscript: Equatable, Sendable {
    private var shown: [Substring] = []

    /// The delta to send for what is heard so far; `nil` for nothing new.
    mutating func revise(_ guess: String) -> String? {
        reveal(guess.split(whereSeparator: \.isWhitespace).dropLast())
    }

    /// The delta that completes the transcript, as far as the words shown so far are its beginning.
    mutating func finish(_ transcript: String) -> String? {
        let words = transcript.split(whereSeparator: \.isWhitespace)
        guard words.count >= shown.count, zip(words, shown).allSatisfy({ Self.sound($0) == Self.sound($1) })
        else {
            return nil
        }
        return reveal(words[...])
    }

    private mutating func reveal(_ words: ArraySlice<Substring>) -> String? {
        guard words.count > shown.count else { return nil }
        let fresh = words.dropFirst(shown.count)
        let delta = (shown.isEmpty ? "" : " ") + fresh.joined(separator: " ")
        shown += fresh
        return delta
    }

    private static func sound(_ word: Substring) -> String { word.lowercased().filter(\.isLetter) }
}
