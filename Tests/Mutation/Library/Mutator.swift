import TestMaterial

/// Makes broken inputs out of good ones. Each follows from the seed and its number alone, so that one can be made again.
///
/// It cuts, repeats, splices and flips bytes, and it knows words: what a format is made of breaks a reader sooner than noise.
package struct Mutator: Sendable {
    /// Long enough for what is too deep or too long for a reader, and short enough for many of them.
    static let maxByteCount = 16 << 10
    private let corpus: [[UInt8]]
    private let words: [[UInt8]]
    private let seed: UInt64

    /// - Parameters:
    ///   - corpus: good inputs, at least one.
    ///   - words: what such inputs are made of.
    package init(corpus: [[UInt8]], words: [String], seed: UInt64) {
        precondition(!corpus.isEmpty, "there is nothing to break")
        self.corpus = corpus
        self.words = (words + Self.wordsOfAll).map { Array($0.utf8) } + Self.oddBytes
        self.seed = seed
    }

    private static let wordsOfAll = [
        "0", "-1", "1e999", "-0.0", "9223372036854775807", "9223372036854775808", "18446744073709551616",
        "65536",
        "\r\n", "\n\n", "\r", " ", "\t", "\0", "\u{FEFF}", "\u{202E}", "é", "e\u{301}", "\u{10FFFF}",
    ]
    /// Text that is none: cut, overlong, a surrogate, beyond the last plane.
    private static let oddBytes: [[UInt8]] = [
        [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x80], [0xE2, 0x82],
    ]

    package func input(_ number: Int) -> [UInt8] {
        var random = SplitMix64(state: seed &+ UInt64(number) &* 0xD134_2543_DE82_EF95)
        var bytes = corpus[Int.random(in: 0..<corpus.count, using: &random)]
        for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
        return Array(bytes.prefix(Self.maxByteCount))
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        let range = Self.range(in: bytes, &random)
        switch Int.random(in: 0..<11, using: &random) {
        case 0: bytes.insert(contentsOf: word(&random), at: range.lowerBound)
        case 1: bytes.replaceSubrange(range, with: word(&random))
        case 2: bytes.removeSubrange(range)
        case 3: bytes.insert(contentsOf: bytes[range], at: range.upperBound)
        case 4: bytes.removeSubrange(range.lowerBound...)
        case 5: splice(&bytes, at: range, &random)
        case 6: replaceNumber(&bytes, near: range.lowerBound, with: word(&random))
        case 7:
            // Deep or long: nesting, endless names, floods of lines.
            let isFlood = Int.random(in: 0..<50, using: &random) == 0
            let count = isFlood ? 3_000 : Int.random(in: 2...17, using: &random)
            let word = word(&random)
            bytes.insert(contentsOf: (0..<count).flatMap { _ in word }, at: range.lowerBound)
        default:
            guard !bytes.isEmpty else { return }
            let place = min(range.lowerBound, bytes.count - 1)
            bytes[place] =
                Bool.random(using: &random)
                ? bytes[place] ^ 1 << UInt8.random(in: 0..<8, using: &random)
                : UInt8.random(in: 0...255, using: &random)
        }
    }

    private func word(_ random: inout SplitMix64) -> [UInt8] { words.randomElement(using: &random) ?? [] }

    /// Mostly short: what lies a few bytes apart belongs together.
    private static func range(in bytes: [UInt8], _ random: inout SplitMix64) -> Range<Int> {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let length = Int.random(in: 0...(Bool.random(using: &random) ? 8 : bytes.count), using: &random)
        return start..<min(bytes.count, start + length)
    }

    private func splice(_ bytes: inout [UInt8], at range: Range<Int>, _ random: inout SplitMix64) {
        let other = corpus[Int.random(in: 0..<corpus.count, using: &random)]
        bytes.replaceSubrange(range, with: other[Self.range(in: other, &random)])
    }

    private func replaceNumber(_ bytes: inout [UInt8], near place: Int, with word: [UInt8]) {
        let isDigit = { (byte: UInt8) in 0x30...0x39 ~= byte }
        guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.endIndex
        bytes.replaceSubrange(start..<end, with: word)
    }
}
