/// Letters without case and accents, so that `Élise`, `elise` and `ÉLISE` are one word.
enum Folding {
    /// The base letters of U+00C0…U+017F, two characters where one is not enough (`ß`, `œ`, `æ`).
    private static let latin: [[UInt8]] = {
        let upper = """
            a a a a a a ae c e e e e i i i i d n o o o o o * o u u u u y th ss \
            a a a a a a ae c e e e e i i i i d n o o o o o / o u u u u y th y \
            a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h \
            i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe \
            r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s
            """
        return upper.split(separator: " ").map { Array($0.utf8) }
    }()

    /// What a scalar is to the tokenizer.
    enum Glyph {
        case letter
        case apostrophe
        case comma
        case stop(question: Bool)
        case gap
        /// Part of the letter before it: a combining accent, a joiner.
        case nothing
    }

    /// Appends the folded form of a letter or digit to `word` and says what `scalar` is.
    static func fold(_ scalar: Unicode.Scalar, into word: inout [UInt8]) -> Glyph {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39:
            word.append(UInt8(truncatingIfNeeded: scalar.value))
            return .letter
        case 0x41...0x5A:
            word.append(UInt8(truncatingIfNeeded: scalar.value + 32))
            return .letter
        case 0x00..<0x80, 0x2010...0x203A, 0x3001, 0x3002, 0xA1, 0xBF: return punctuation(scalar)
        case 0xC0...0x17F where scalar.value != 0xD7 && scalar.value != 0xF7:
            word += latin[Int(scalar.value) - 0xC0]
            return .letter
        case 0x300...0x36F, 0x200B...0x200F, 0xAD: return .nothing
        default: return foldForeign(scalar, into: &word)
        }
    }

    private static func foldForeign(_ scalar: Unicode.Scalar, into word: inout [UInt8]) -> Glyph {
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
            return scalar.properties.generalCategory == .nonspacingMark ? .nothing : .gap
        }
        word += Array(scalar.properties.lowercaseMapping.utf8)
        return .letter
    }

    private static func punctuation(_ scalar: Unicode.Scalar) -> Glyph {
        switch scalar {
        case "'", "\u{2019}", "\u{2018}": .apostrophe
        case ",", ";", ":", "(", ")", "\u{2013}", "\u{2014}", "\u{3001}", "\u{201C}", "\u{201D}", "\"": .comma
        case ".", "!", "\u{2026}", "\u{3002}", "\u{A1}": .stop(question: false)
        case "?", "\u{BF}": .stop(question: true)
        default: .gap
        }
    }
}
