/// Words for things, as against words that people call each other by.
enum CommonWords {
    /// Whether the table of vectors has the word, and nobody is baptised with it.
    static func contain(_ word: String) -> Bool {
        WordVectors.knows(word) && !PartsOfSpeech(of: word).contains(.firstName)
    }
}
