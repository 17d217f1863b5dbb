/// Cuts inflection off a word, so that `prices`, `priced` and `pricing` are one term.
///
/// The first steps of Porter's algorithm (1980), shortened: plural and verb endings of English, plurals of the
/// other languages. Both sides of a comparison pass through it, so it need not give a word.
enum Stem {
    static func of(_ word: String) -> String {
        guard word.utf8.count > 3 else { return word }
        for (ending, replacement) in endings where word.hasSuffix(ending) {
            let stem = word.dropLast(ending.count)
            guard stem.utf8.count >= 3 else { continue }
            return trimmed(String(stem) + replacement)
        }
        return trimmed(word)
    }

    private static let endings = [
        ("ations", "at"), ("ation", "at"), ("ities", "ity"), ("ments", "ment"), ("nesses", ""), ("ness", ""),
        ("ingly", ""),
        ("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"), ("ers", "er"), ("edly", ""), ("ed", ""),
        ("ches", "ch"),
        ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("es", "e"), ("ss", "ss"), ("us", "us"), ("is", "is"),
        ("s", ""),
    ]

    /// Final `e`, final `y` and a doubled consonant say nothing.
    private static func trimmed(_ word: String) -> String {
        var word = word
        if word.utf8.count > 3, word.hasSuffix("e") || word.hasSuffix("y") { word.removeLast() }
        let bytes = Array(word.utf8.suffix(2))
        if word.utf8.count > 3, bytes.count == 2, bytes[0] == bytes[1] { word.removeLast() }
        return word
    }
}
