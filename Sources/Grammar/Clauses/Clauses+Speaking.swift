/// Predicates of speaking: to say something, to take the turn, to join in.
extension Clauses {
    /// A predicate of speaking in the given form begins at `verb`: "explain the lease", "has the last word", "joining in".
    package func isSpeaking(at verb: Int, as form: Tags) -> Bool {
        guard language == .english, has(verb, form) else { return false }
        if tokens[verb].has(.speech) { return true }
        let key = tokens[verb].key
        if Speaking.presenting.contains(key), `is`(verb + 1, "us", "me", "you") { return true }
        guard Speaking.light.contains(key) else { return false }
        return (verb + 1..<max(verb + 1, min(verb + 6, tokens.count))).contains { noun in
            !isName[noun] && Speaking.turns.contains(tokens[noun].key)
        }
    }
}

/// Words for having the turn.
enum Speaking {
    /// With somebody as object: to bring something before them.
    static let presenting: WordSet = [
        "walk", "walks", "walking", "walked", "take", "takes", "taking", "took", "talk", "give", "gives",
        "giving", "gave",
        "guide", "guides", "guiding", "lead", "leads", "leading", "show", "shows", "showing", "showed", "run",
        "runs",
        "teach", "teaches", "help", "helps", "read", "reads",
    ]
    /// With a noun of ``turns``.
    static let light: WordSet = [
        "have", "has", "having", "had", "take", "takes", "taking", "took", "get", "gets", "getting", "got",
        "do", "does",
        "doing", "did", "give", "gives", "giving", "gave", "make", "makes", "making", "made", "be", "say",
        "put",
        "finish", "finishes", "share", "shares", "field", "fields", "fielding", "handle", "handles",
        "handling",
    ]
    /// What is said.
    static let nouns: WordSet = [
        "rebuttal", "response", "report", "story", "tale", "summary", "overview", "explanation", "verdict",
        "comment",
        "remark", "remarks", "statement", "testimony", "rundown", "briefing", "lecture", "lesson", "thoughts",
        "thought",
        "contribution", "toast", "advice", "tip", "tips", "explainer", "commentary", "lowdown", "recap",
        "introduction",
        "demonstration", "warning", "presentation", "description", "diagnosis", "definition", "translation",
        "input",
    ]
    static let turns: WordSet = [
        "floor", "stage", "mic", "microphone", "word", "words", "say", "turn", "turns", "go", "chance",
        "shot", "try",
        "stab", "crack", "bash", "minute", "minutes", "moment", "baton", "ball", "slot", "spotlight",
        "question",
        "questions", "honour", "honours", "honor", "honors", "reins", "helm", "conversation", "opinion",
        "view", "views",
        "answer", "account", "speech", "voice", "reply", "version", "lead", "call",
    ]
}
