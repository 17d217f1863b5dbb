// What an ear writes where nobody said a word: `[cough]`, `(laughs)`, `*sneezes*`, `<noise>`, or plainly `Coughs.`.
// Speech recognisers of the Whisper family do, and a cough must not cost an agent its turn only because it was written
// down.

extension String {
    /// What was said, without space around it; empty where the transcript only notes sounds.
    ///
    /// Notes beside words stay: whoever reads them knows what they are. So does whatever is too long for a note, or has
    /// more in it than letters: a bracket is no reason to lose somebody's words. The last note may be open still, as in
    /// `[cou` while it is being told.
    public var spokenWords: String {
        let text = trimmingSpace
        return text.withoutNotes.isEmpty || text.namesSounds ? "" : text
    }

    /// What of it tells whom it is meant for.
    var wordsMeant: String { namesSounds ? "" : withoutNotes }

    /// What of it was said.
    private var withoutNotes: String {
        guard utf8.contains(where: Self.beginsNote) else { return trimmingSpace }
        var said = ""
        var rest = self[...]
        while let first = rest.first {
            if let end = rest.noteEnd, rest[..<end].last == Self.noteEnds[first] || said.isBlank {
                rest = rest[end...]
                // A stop behind a note is the note's.
                if said.isBlank { rest = rest.drop { $0 == "." } }
            } else {
                said.append(first)
                rest = rest.dropFirst()
            }
        }
        return said.trimmingSpace
    }

    private var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// Nothing but sounds of throat, nose and mouth, by their names.
    private var namesSounds: Bool {
        let words = possibleSounds
        return !words.isEmpty && words.allSatisfy(Self.soundNames.contains)
    }

    /// Its last word, which is still being told, may become such a name: `Snee`.
    var mayBecomeSound: Bool {
        let words = possibleSounds
        guard let last = words.last, self.last?.isLetter == true else { return false }
        return words.dropLast().allSatisfy(Self.soundNames.contains)
            && Self.soundNames.contains { $0.hasPrefix(last) }
    }

    /// Its words in small letters; none of a longer text, which is about something.
    private var possibleSounds: [String] {
        utf8.count > 60 ? [] : lowercased().split { !$0.isLetter }.map(String.init)
    }

    private static let soundNames: Set = [
        "cough", "coughs", "coughing", "sneeze", "sneezes", "sneezing", "sniff", "sniffs", "sniffles", "sigh",
        "sighs",
        "laughs", "laughter", "chuckles", "giggles", "yawns", "gasps", "hiccups", "burps",
        "husten", "hustet", "räuspern", "räuspert", "niesen", "niest", "seufzt", "lacht", "gelächter",
        "gähnt",
        "tos", "tose", "carraspea", "estornudo", "estornuda", "suspiro", "suspira", "risas", "ríe", "bosteza",
        "toux", "tousse", "éternue", "éternuement", "soupir", "soupire", "rires", "bâille",
    ]

    private static func beginsNote(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "*"), UInt8(ascii: "<"): true
        default: false
        }
    }

    fileprivate static let noteEnds: [Character: Character] = ["[": "]", "(": ")", "*": "*", "<": ">"]
}

extension StringProtocol {
    /// Without space around it.
    package var trimmingSpace: String {
        let rest = drop(while: \.isWhitespace)
        guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(rest[...last])
    }
}

extension Substring {
    /// Where the note ends that it begins with.
    fileprivate var noteEnd: Index? {
        guard let first, let bracket = String.noteEnds[first] else { return nil }
        let inside = dropFirst().prefix { $0 != bracket }
        guard inside.count <= Self.longestNote, inside.allSatisfy(Self.isOfNote) else { return nil }
        return self[inside.endIndex...].dropFirst().startIndex
    }

    /// The longest seen are such as `(speaking in foreign language)`.
    private static var longestNote: Int { 40 }

    private static func isOfNote(_ character: Character) -> Bool {
        character.isLetter || character == " " || character == "_" || character == "-" || character == "'"
    }
}
