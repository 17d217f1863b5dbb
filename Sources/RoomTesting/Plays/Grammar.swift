/// All that can be said in a play, for people: what stands in `Conversations/README.md`.
public enum PlayGrammar {
    /// A headed list in Markdown for each kind of sentence.
    public static var text: String {
        list("Settings", Play.Setting.phrases) + list("Directions", Play.Direction.phrases)
            + list("Behind a caller's words, in parentheses", Play.Delivery.phrases)
            + list("Behind an agent's words, in parentheses", Play.Manner.phrases)
            + list("Expectations, behind `->`", Play.Expectation.phrases)
    }

    private static func list<Meaning>(_ title: String, _ phrases: [Phrase<Meaning>]) -> String {
        "\n## \(title)\n\n" + phrases.map { "- `\($0.template)`\n" }.joined()
    }
}
