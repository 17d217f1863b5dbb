/// Talk that no agent is meant to answer, known by its frame: on the telephone, or to oneself.
enum Elsewhere {
    /// Putting something away, which only whoever did it knows.
    static let putting: WordSet = [
        "put", "leave", "left", "park", "parked", "hide", "hidden", "lay", "laid", "drop", "dropped", "stuck",
        "hingelegt", "gelegt", "gelassen", "hingestellt", "hingetan", "geparkt", "verlegt", "abgelegt",
        "puesto", "dejado", "metido", "mis", "laisse", "pose", "range", "gare", "fourre", "deje", "puse",
    ]
}

extension Clauses {
    package var isSaidElsewhere: Bool {
        isTelephoned || tokens.indices.contains { !isName[$0] && isMisplaced(at: $0) }
    }

    /// "Hello, is that the surgery", "¿Diga?": whoever picks up is asked who he is.
    private var isTelephoned: Bool {
        guard `is`(0, "hello", "hi", "allo", "hallo", "hola", "diga", "digame", "yes", "ja", "oui") else {
            return false
        }
        if `is`(0, "allo") || `is`(0, "diga", "digame") && isSentenceBreak(before: 1) { return true }
        var verb = 1
        while has(verb, [.greeting, .yesNo, .softener]) { verb += 1 }
        return
            (`is`(verb, "is") && `is`(verb + 1, "that", "this"))
            && has(verb + 2, .determiner) && !has(verb + 3, [.adjective, .number])
    }

    /// "Where did I put my glasses", "now what did I come in here for": nobody else can know.
    private func isMisplaced(at index: Int) -> Bool {
        guard `is`(index, "where", "wo", "donde", "ou"), !has(index - 1, .preposition) else { return false }
        let range = index + 1..<min(index + 12, max(index + 1, tokens.count))
        let isMine = range.prefix(5).contains { has($0, .first) || `is`($0, "he", "habre", "j", "hab") }
        return isMine
            && range.contains { Elsewhere.putting.contains(tokens[$0].key) && isOwnDeed($0, after: index) }
    }

    /// A deed that is done: "where have I left", "where did I put", not "where can I leave".
    private func isOwnDeed(_ verb: Int, after start: Int) -> Bool {
        (start..<verb).contains { `is`($0, "did", "have", "'ve", "hab", "habe", "he", "habre", "ai") }
            && (language != .english || `is`(verb - 1, "i") || has(verb - 1, .adverb))
            && !`is`(verb + 1, "the", "wrong") && !has(verb + 1, .conjunction) || `is`(verb, "deje", "puse")
    }
}
