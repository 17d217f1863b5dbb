/// How a word sounds, roughly: spelling rewritten to a small alphabet of sounds.
///
/// After Lawrence Philips' Metaphone (1990) and Double Metaphone (2000), with two differences: vowels are kept as
/// three classes with a length, since names are often told apart by nothing else; and two sounds are compared by
/// a weighted edit distance (``SoundDistance``) instead of by equal keys.
package struct Sounds: Sendable, Equatable {
    /// More sounds than any name has; what exceeds them is not heard.
    static let capacity = 32

    private var codes = SIMD32<UInt8>(repeating: 0)
    package private(set) var count = 0
    /// Bit per sound that occurs; two words with few sounds in common are never alike.
    package private(set) var mask: UInt32 = 0
    /// How many of them are vowels, and how many consonants that do not come and go.
    private(set) var vowels = 0
    private(set) var solids = 0

    /// `a e o`, and `h w y r`, by their codes' low five bits.
    private static var vowel: UInt32 { 1 << 1 | 1 << 5 | 1 << 15 }
    private static var gliding: UInt32 { 1 << 8 | 1 << 23 | 1 << 25 | 1 << 18 }

    package init() {}
    package init(_ word: String) {
        var word = word
        word.withUTF8 { append(Spelling(bytes: $0)) }
    }
    package init(words: some Sequence<String>) {
        for word in words { append(Sounds(word)) }
    }

    package subscript(index: Int) -> UInt8 { codes[index] }

    func withCodes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withUnsafeBytes(of: codes) { bytes in
            bytes.withMemoryRebound(to: UInt8.self) { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
        }
    }

    package mutating func append(_ other: Sounds) {
        for index in 0..<other.count { append(other[index]) }
    }

    private mutating func append(_ code: UInt8) {
        // A doubled sound is heard once.
        guard count < Self.capacity, count == 0 || codes[count - 1] != code else { return }
        codes[count] = code
        count += 1
        let bit = UInt32(1) << UInt32(code & 31)
        mask |= bit
        if bit & Self.vowel != 0 { vowels += 1 } else if bit & Self.gliding == 0 { solids += 1 }
    }

    private mutating func append(_ spelling: Spelling) {
        var index = 0
        while index < spelling.bytes.count {
            let (length, sounds) = spelling.rule(at: index)
            sounds.withUTF8Buffer { for code in $0 { append(code) } }
            index += length
        }
    }
}

/// A folded word, read letter by letter. Sounds: `a e o` are open, front and back vowels; `c` is the first of
/// *church*, `x` of *ship*, `j` of *judge*, `q` of *thin*.
private struct Spelling {
    let bytes: UnsafeBufferPointer<UInt8>

    private func at(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }
    private func isVowel(_ index: Int) -> Bool { Self.has(Self.vowels, at(index)) }
    private func follows(_ index: Int, _ text: StaticString) -> Bool {
        guard index >= 0, index + text.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
    }
    private func isSoft(_ index: Int) -> Bool { Self.has(Self.soft, at(index)) }

    /// Sets of letters: a bit for each, counted from one.
    private static func has(_ letters: UInt32, _ letter: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) && letters >> UInt32(letter & 31) & 1 == 1
    }
    /// `a e i o u y`
    private static var vowels: UInt32 { 1 << 1 | 1 << 5 | 1 << 9 | 1 << 15 | 1 << 21 | 1 << 25 }
    /// `e i y`
    private static var soft: UInt32 { 1 << 5 | 1 << 9 | 1 << 25 }
    /// What the second letter of ``vowelPairs`` may be: a vowel, `h` or `w`.
    private static var pairing: UInt32 { vowels | 1 << 8 | 1 << 23 }

    /// How many letters a sound takes, and the sound.
    func rule(at index: Int) -> (Int, StaticString) {
        switch at(index) {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            vowel(at: index)
        case UInt8(ascii: "c"), UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "x"): velar(at: index)
        case UInt8(ascii: "g"): voicedVelar(at: index)
        case UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "t"): sibilant(at: index)
        case UInt8(ascii: "p"):
            follows(index, "ph") ? (2, "f") : index == 0 && follows(0, "ps") ? (1, "") : (1, "p")
        case UInt8(ascii: "w"): follows(index, "wr") ? (1, "") : follows(index, "wh") ? (2, "w") : (1, "w")
        case UInt8(ascii: "h"): index == 0 || isVowel(index - 1) && isVowel(index + 1) ? (1, "h") : (1, "")
        case UInt8(ascii: "b"):
            follows(index, "b") && index > 0 && at(index - 1) == UInt8(ascii: "m") && index + 1 == bytes.count
                ? (1, "") : (1, "b")
        case UInt8(ascii: "d"): follows(index, "dge") ? (2, "j") : (1, "d")
        case UInt8(ascii: "f"), UInt8(ascii: "v"): at(index) == UInt8(ascii: "f") ? (1, "f") : (1, "v")
        case UInt8(ascii: "j"): (1, "j")
        case UInt8(ascii: "l"): (1, "l")
        case UInt8(ascii: "m"): (1, "m")
        case UInt8(ascii: "n"): (1, "n")
        case UInt8(ascii: "r"): (1, "r")
        default: (1, "")
        }
    }

    private func vowel(at index: Int) -> (Int, StaticString) {
        let isLast = index + 1 == bytes.count
        // "Anne", and "Faye" as "Fay".
        let isSilent = !isVowel(index - 1) || at(index - 1) == UInt8(ascii: "y") && isVowel(index - 2)
        if at(index) == UInt8(ascii: "e"), isLast, index > 1, isSilent { return (1, "") }
        if at(index) == UInt8(ascii: "y"), isVowel(index + 1), index == 0 { return (1, "y") }
        if Self.has(Self.pairing, at(index + 1)) {
            for (pair, sound) in Self.vowelPairs where follows(index, pair) { return (2, sound) }
        }
        return switch at(index) {
        case UInt8(ascii: "a"): (1, "a")
        case UInt8(ascii: "o"), UInt8(ascii: "u"): (1, "o")
        default: (1, "e")
        }
    }

    private static let vowelPairs: [(StaticString, StaticString)] = [
        ("ai", "a"), ("ay", "a"), ("ae", "a"), ("ey", "a"), ("au", "o"), ("aw", "o"), ("ea", "e"),
        ("ee", "e"),
        ("ie", "e"), ("ei", "e"), ("oo", "o"), ("ou", "o"), ("ow", "o"), ("oa", "o"), ("oe", "o"),
        ("ue", "o"),
        ("eu", "o"), ("ew", "o"), ("oh", "o"), ("ah", "a"), ("eh", "e"), ("uh", "o"),
    ]

    private func velar(at index: Int) -> (Int, StaticString) {
        switch at(index) {
        case UInt8(ascii: "x"): return index == 0 ? (1, "s") : (1, "ks")
        case UInt8(ascii: "q"): return follows(index, "qu") ? (2, "kw") : (1, "k")
        case UInt8(ascii: "k"): return index == 0 && follows(0, "kn") ? (1, "") : (1, "k")
        default: break
        }
        if follows(index, "ch") {
            return index > 0 && isVowel(index - 1) && isVowel(index + 2) || follows(index, "chr")
                ? (2, "k") : (2, "c")
        }
        if follows(index, "ck") || follows(index, "cc") && !isSoft(index + 2) { return (2, "k") }
        return isSoft(index + 1) ? (1, "s") : (1, "k")
    }

    private func voicedVelar(at index: Int) -> (Int, StaticString) {
        if follows(index, "gh") { return index > 0 && isVowel(index - 1) ? (2, "") : (2, "g") }
        if index == 0, follows(0, "gn") { return (1, "") }
        return isSoft(index + 1) && !follows(index, "gg") && !follows(index, "get") && !follows(index, "gi")
            ? (1, "j") : (1, "g")
    }

    private func sibilant(at index: Int) -> (Int, StaticString) {
        if follows(index, "sch") { return (3, "x") }
        if follows(index, "sh") { return (2, "x") }
        if follows(index, "th") { return (2, "q") }
        if follows(index, "tch") { return (3, "c") }
        if follows(index, "sc"), isSoft(index + 2) { return (2, "s") }
        if follows(index, "tion") { return (2, "x") }
        return switch at(index) {
        case UInt8(ascii: "s"): (1, "s")
        case UInt8(ascii: "z"): (1, "z")
        default: (1, "t")
        }
    }
}
