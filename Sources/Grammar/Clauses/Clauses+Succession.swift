/// What puts one speaker behind another: "then", "straight after her", "once he's done", "on her heels".
enum Succession {
    package static let phrases = Phrases(
        """
        after that / after this / after which / after him / after her / after them / following that / following him / following her \
        / behind him / behind her / on his heels / on her heels / on their heels / last of all / in turn / finally / lastly \
        / then / afterwards / afterward / later / subsequently / followed by / to finish / to close / to end / to conclude / to wrap up \
        / to round off / to round it off / to round things off / to finish off / to top it off / ahead of / prior to / a bit later / a little later
        luego / despues / a continuacion / acto seguido / seguidamente / por ultimo / finalmente / para terminar / para acabar / tras el \
        / tras ella / detras / despues de el / despues de ella
        puis / ensuite / apres / par la suite / a la suite / dans la foulee / pour finir / pour terminer / enfin / apres lui / apres elle / apres ca
        dann / danach / anschliessend / im anschluss / hinterher / nachher / zum schluss / zum abschluss / zuletzt / nach ihm / nach ihr
        """)

    /// To take one's turn, where the lexicon has no class for it.
    static let verbs: WordSet = [
        "beginnt", "fangt", "startet", "eroffnet", "macht", "ubernimmt", "erganzt", "redet", "spricht",
        "antwortet",
        "empieza", "abre", "sigue", "continua", "responde", "habla", "remata", "cierra", "hace",
        "commence", "continue", "enchaine", "repond", "parle", "termine", "ouvre",
    ]

    static let clauses: WordSet = ["once", "when", "after", "wenn", "sobald", "cuando", "quand"]
}

extension Clauses {
    /// The end of words of succession that begin at `index`.
    func successionEnd(at index: Int) -> Int? {
        guard index < tokens.count, !isName[index] else { return nil }
        var next = index
        while `is`(next, "straight", "right", "immediately", "directly", "shortly", "only", "just") {
            next += 1
        }
        if let end = Succession.phrases.end(at: next, in: self) { return end }
        guard next < tokens.count, Succession.clauses.contains(tokens[next].key) || `is`(next - 1, "soon"),
            has(next + 1, `is`(next, "when") ? .third : .pronoun)
        else { return nil }
        let verb = has(next + 2, .auxiliary) ? next + 3 : next + 2
        let isDone =
            `is`(verb - 1, "have", "'ve", "got") && has(verb, [.third, .object])
            || has(verb, [.past, .third3]) || `is`(verb, "done", "through", "ready", "finished", "there")
        return isDone && !`is`(verb, "said", "says", "asked", "called", "meant")
            && !isSentenceBreak(before: verb) ? verb + 1 : nil
    }

    /// Words of succession end before `index`: where they begin.
    func successionStart(before index: Int) -> Int? {
        (max(0, index - 6)..<max(0, index)).first { successionEnd(at: $0) == index }
    }
}
