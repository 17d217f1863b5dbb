/// What 18,000 frequent words of English may be, where a rule asks for a part of speech rather than for words of a list.
///
/// The table is made by Scripts/parts_of_speech.py and lies in the program as it is: it is neither parsed nor copied at the start.
struct PartsOfSpeech: OptionSet, Sendable {
    let rawValue: UInt8

    /// A common noun, in either number.
    static let noun = PartsOfSpeech(rawValue: 1 << 0)
    /// A verb's base form.
    package static let base = PartsOfSpeech(rawValue: 1 << 1)
    /// A noun whose first meaning is a person: `sister`, `plumber`.
    package static let person = PartsOfSpeech(rawValue: 1 << 2)
    package static let adjective = PartsOfSpeech(rawValue: 1 << 3)
    package static let adverb = PartsOfSpeech(rawValue: 1 << 4)
    /// Given to a person: `Kelly`, `Rose`.
    static let firstName = PartsOfSpeech(rawValue: 1 << 5)

    private static let letters = 15
    /// An entry: its parts of speech, the word.
    private static let stride = 1 + letters
    private static let zero = UInt8(ascii: "0")
}

extension PartsOfSpeech {
    /// Nothing for a word that the table lacks.
    init(of word: String) {
        var word = word
        let found = word.withUTF8 { word in Self.table.withUTF8Buffer { Self.entry(of: word, in: $0) } }
        self.init(rawValue: found ?? 0)
    }

    private static func entry(of word: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>)
        -> UInt8?
    {
        guard (3...letters).contains(word.count),
            let entry = PaddedTable.find(word, letters: letters, stride: stride, in: bytes)
        else { return nil }
        return bytes[entry] - zero
    }
}

/// Entries of one length in the order of their words, which stand behind their first byte and are filled up with spaces.
enum PaddedTable {
    /// Where the entry of `word` begins.
    static func find(
        _ word: UnsafeBufferPointer<UInt8>, letters: Int, stride: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        guard word.count <= letters else { return nil }
        var (low, high) = (0, bytes.count / stride)
        while low < high {
            let middle = (low + high) / 2
            switch order(of: word, against: middle * stride + 1, letters: letters, in: bytes) {
            case 0: return middle * stride
            case ..<0: high = middle
            default: low = middle + 1
            }
        }
        return nil
    }

    /// Below zero if the word stands before the one at `start`. Spaces come before letters.
    private static func order(
        of word: UnsafeBufferPointer<UInt8>, against start: Int, letters: Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int {
        for index in 0..<letters {
            let letter = index < word.count ? word[index] : UInt8(ascii: " ")
            let other = bytes[start + index]
            if letter != other { return Int(letter) - Int(other) }
        }
        return 0
    }
}
