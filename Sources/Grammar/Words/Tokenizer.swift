/// Cuts a text into folded words. Contractions come apart (`what's` → `what` `'s`, `qu'en` → `qu` `en`), but a
/// negation stays whole (`don't` → `dont`), so that text with and without apostrophes reads alike.
package struct Tokenizer {
    private var result = TokenizedText()
    private var word: [UInt8] = []
    private var pending: Token.Break = .none
    private var isCapitalized = false
    private var hasAccent = false
    private var endsInAccent = false
    /// An apostrophe was read and no letter since.
    private var follows = false

    package static func tokens(of text: String) -> TokenizedText {
        var tokenizer = Tokenizer()
        tokenizer.result.tokens.reserveCapacity(text.utf8.count / 4 + 2)
        for scalar in text.unicodeScalars { tokenizer.read(scalar) }
        tokenizer.endWord()
        tokenizer.result.endsWithBreak = tokenizer.pending
        return tokenizer.result
    }

    private mutating func read(_ scalar: Unicode.Scalar) {
        let wasEmpty = word.isEmpty
        switch Folding.fold(scalar, into: &word) {
        case .letter:
            if wasEmpty { isCapitalized = isUppercase(scalar) }
            if isCapitalized, wasEmpty { result.isPunctuated = true }
            // `ñ` is a letter of its own, which no one leaves out with the accents.
            endsInAccent = (0xC0...0x17F).contains(scalar.value) && scalar.value & 0xDF != 0xD1
            hasAccent = hasAccent || endsInAccent
            if follows { joinApostrophe() }
        case .nothing: break
        case .apostrophe:
            if word.isEmpty { pending = max(pending, .none) } else { follows = true }
        case .comma: separate(.comma)
        case .stop(let question):
            separate(.stop)
            if question { result.hasQuestionMark = true }
            if scalar == "?", let last = result.tokens.indices.last {
                result.tokens[last].endsQuestion = true
            }
        case .gap: endWord()
        }
    }

    private func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
    }

    private mutating func separate(_ mark: Token.Break) {
        endWord()
        pending = max(pending, mark)
        result.isPunctuated = true
        result.setsCommas = result.setsCommas || mark == .comma
    }

    /// The first letter after an apostrophe is the last of `word`: cut there, unless it is the `t` of a negation.
    private mutating func joinApostrophe() {
        follows = false
        guard let letter = word.popLast() else { return }
        if letter == UInt8(ascii: "t"), word.last == UInt8(ascii: "n") {
            word.append(letter)
            return
        }
        let isElision = Self.elisions.contains(String(decoding: word, as: UTF8.self))
        endWord()
        word = isElision ? [letter] : [UInt8(ascii: "'"), letter]
    }

    private mutating func endWord() {
        follows = false
        guard !word.isEmpty else { return }
        let text = String(decoding: word, as: UTF8.self)
        word.removeAll(keepingCapacity: true)
        if let parts = Self.contractions[text] {
            for part in parts { append(part) }
        } else if text.utf8.first == UInt8(ascii: "'"), !Self.clitics.contains(text) {
            append(String(text.dropFirst()))
        } else {
            append(text)
        }
    }

    private mutating func append(_ text: String) {
        result.tokens.append(Token(text: text, before: pending, isCapitalized: isCapitalized))
        if hasAccent {
            result.tokens[result.tokens.count - 1].hasAccent = true
            result.tokens[result.tokens.count - 1].endsInAccent = endsInAccent
        }
        pending = .none
        isCapitalized = false
        hasAccent = false
    }

    private static let clitics: WordSet = ["'s", "'d", "'ll", "'re", "'ve", "'m"]
    private static let elisions: WordSet = [
        "d", "l", "j", "c", "n", "m", "t", "s", "qu", "jusqu", "lorsqu", "puisqu",
    ]
    /// Contractions that recognisers write without their apostrophe.
    private static let contractions: WordTable<[String]> = [
        "lets": ["let", "'s"], "whats": ["what", "'s"], "thats": ["that", "'s"], "wheres": ["where", "'s"],
        "whos": ["who", "'s"], "hows": ["how", "'s"], "ive": ["i", "'ve"],
        "youre": ["you", "'re"], "wanna": ["want", "to"], "gonna": ["going", "to"], "gotta": ["have", "to"],
        "lemme": ["let", "me"], "gimme": ["give", "me"], "yall": ["you", "all"],
    ]
}
