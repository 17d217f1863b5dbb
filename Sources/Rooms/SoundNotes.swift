// What an ear writes where nobody said a word: `[cough]`, `(laughs)`, `*sneezes*`, `<noise>`. Speech recognisers of the
// Whisper family do, and a cough must not cost an agent its turn only because it was written down.

extension String {
    /// What was said, without space around it; empty where the transcript only notes sounds.
    ///
    /// Notes between words stay: whoever reads them knows what they are. So does whatever is too long for a note, or has
    /// more in it than letters: a bracket is no reason to lose somebody's words. The last note may be open still, as in
    /// `[cou` while it is being told.
    var spokenWords: String {
        let text = trimmingSpace
        var rest = text[...]
        while let first = rest.first {
            if first.isWhitespace || (first == "." && rest.count < text.count) {
                rest = rest.dropFirst()
                continue
            }
            guard let end = Self.noteEnds[first] else { return text }
            let inside = rest.dropFirst().prefix { $0 != end }
            guard inside.count <= Self.longestNote, inside.allSatisfy(Self.isOfNote) else { return text }
            rest = rest[inside.endIndex...].dropFirst()
        }
        return ""
    }

    /// The longest seen are such as `(speaking in foreign language)`.
    private static let longestNote = 40

    private static let noteEnds: [Character: Character] = ["[": "]", "(": ")", "*": "*", "<": ">"]

    private static func isOfNote(_ character: Character) -> Bool {
        character.isLetter || character == " " || character == "_" || character == "-" || character == "'"
    }
}
