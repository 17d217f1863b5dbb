import Addressing

extension Room {
    /// Builds the tables by which words are understood, once for the process: a tenth of a second of a core, which the first
    /// room would take on its event loop otherwise. Call it where nobody waits.
    public static func buildTables() {
        let roster = Roster([
            Candidate(id: "ada", name: "Ada", aliases: ["the accountant"], domains: ["finance", "taxes"]),
            Candidate(id: "max", name: "Max", aliases: ["the cook"], domains: ["cooking", "recipes"]),
        ])
        for text in ["Ada, what do you think about it?", "Max, was meinst du?", "Ada, ¿qué piensas?", "stop"]
        {
            _ = roster.route(Utterance(text: text, floor: "max"))
        }
    }
}
