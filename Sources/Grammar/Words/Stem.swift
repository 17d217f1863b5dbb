/// What is left of a word without its inflection, so that `prices`, `priced` and `pricing` are one term.
///
/// The first steps of Porter's algorithm (1980), shortened: plural and verb endings of English, plurals of the
/// other languages. Both sides of a comparison pass through it, so it need not give a word.
package struct Stem: Sendable {
    package let key: WordKey
    /// In bytes.
    package let count: Int

    package init(_ word: String) {
        var word = word
        self = word.withUTF8 { word in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count + 1) { stem in
                _ = stem.initialize(from: word)
                return Stem(cutting: UnsafeMutableBufferPointer(rebasing: stem[..<word.count]))
            }
        }
    }

    private init(cutting word: UnsafeMutableBufferPointer<UInt8>) {
        var count = word.count
        if count > 3 {
            for (ending, replacement) in Self.endings(of: word[count - 1])
            where Self.ends(word, in: ending) && count - ending.utf8CodeUnitCount >= 3 {
                count -= ending.utf8CodeUnitCount
                replacement.withUTF8Buffer { letters in
                    for letter in letters {
                        word[count] = letter
                        count += 1
                    }
                }
                break
            }
            count = Self.trimmed(word, count)
        }
        self.count = count
        key = WordKey(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(word)[..<count]))
    }

    private static func ends(_ word: UnsafeMutableBufferPointer<UInt8>, in ending: StaticString) -> Bool {
        ending.withUTF8Buffer { ending in
            ending.count < word.count
                && ending.indices.allSatisfy { word[word.count - ending.count + $0] == ending[$0] }
        }
    }

    private typealias Ending = (cut: StaticString, left: StaticString)

    /// By the last letter; none is longer than what is cut.
    private static func endings(of letter: UInt8) -> [Ending] {
        switch letter {
        case UInt8(ascii: "s"): plurals
        case UInt8(ascii: "n"): nouns
        case UInt8(ascii: "g"): gerunds
        case UInt8(ascii: "y"): adverbs
        case UInt8(ascii: "d"): pasts
        default: []
        }
    }

    private static let plurals: [Ending] = [
        ("ations", "at"), ("ities", "ity"), ("ments", "ment"), ("nesses", ""), ("ness", ""), ("ings", ""),
        ("ies", "y"), ("ers", "er"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"),
        ("es", "e"),
        ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
    ]
    private static let nouns: [Ending] = [("ation", "at")]
    private static let gerunds: [Ending] = [("ing", "")]
    private static let adverbs: [Ending] = [("ingly", ""), ("edly", "")]
    private static let pasts: [Ending] = [("ied", "y"), ("ed", "")]

    /// Final `e`, final `y` and a doubled consonant say nothing.
    private static func trimmed(_ word: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int {
        var count = count
        if count > 3, word[count - 1] == UInt8(ascii: "e") || word[count - 1] == UInt8(ascii: "y") {
            count -= 1
        }
        if count > 3, word[count - 1] == word[count - 2] { count -= 1 }
        return count
    }
}
