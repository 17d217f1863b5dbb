/// "Mhm", "yeah, right", "makes sense": a listener's signals, which ask for nothing.
extension Clauses {
    /// Every word belongs to a signal.
    var isBackchannel: Bool { isSignals(until: tokens.count) }

    private func isSignals(until limit: Int) -> Bool {
        var index = 0
        while index < limit {
            if let end = Signals.phrases.end(at: index, in: self), end <= limit {
                index = end
            } else if !isName[index], isSignal(tokens[index]) {
                index += 1
            } else if let end = Signals.intensifiers.end(at: index, in: self), end < limit,
                isSignal(tokens[end])
            {
                // "How beautiful", "that's so sad": a judgement, and no more.
                index = end + 1
            } else {
                return false
            }
        }
        return true
    }

    /// A signal in any language: listeners hum alike everywhere.
    func isSignal(_ token: Token) -> Bool {
        guard let entry = token.entry else { return Signals.isHum(token.text) }
        return Language.allCases.contains { entry[$0].contains(.backchannel) }
    }

    /// Signals so far, the last of them perhaps cut off: it may still become one.
    var mayBecomeBackchannel: Bool {
        // The last phrase may be any number of words old.
        (0..<tokens.count).contains { start in
            isSignals(until: start)
                && (Signals.phrases.mayBegin(tokens[start...]) || isCutSignal(from: start))
        }
    }

    private func isCutSignal(from start: Int) -> Bool {
        start == tokens.count - 1 && Signals.words.contains { $0.hasPrefix(tokens[start].text) }
    }
}

enum Signals {
    static let phrases = Phrases(
        """
        i didn't know that / you don't say / amen to that / amen / tell me about it / i bet / i hear that / fair point / you bet / that figures / no doubt / same / i'll bet / wouldn't you know
        i see / got it / i got it / makes sense / that makes sense / makes total sense / makes perfect sense / makes complete sense / totally makes sense / i know / go on / keep going / i get it / i get that / of course
        for sure / no way / no kidding / sounds good / fair enough / uh huh / mm hmm / mm hm / that's right / that's true / that's great
        that's nice / that's good / that's interesting / that's fair / that's cool / that's awesome / you're right / is that so
        oh my god / oh my gosh / good point / i agree / me too / same here / carry on / i hear you / right on / how interesting
        thank you / thanks / oh really / all right / good to know / i understand / understood / that's fine / go ahead / good idea
        what a pity / how nice / i think so / i guess / i guess so / i suppose / very nice / very good / awesome / amazing / lovely
        claro que si / ya veo / lo se / de acuerdo / por supuesto / que bien / tiene sentido / muy bien / si si / eso es / te entiendo
        ya entiendo / entiendo / no me digas / que interesante / asi es / esta bien / es verdad
        d'accord / je vois / je comprends / bien sur / tout a fait / c'est vrai / ca marche / c'est clair / je sais / tres bien
        c'est ca / ah bon / pas mal / en effet / ah d'accord / je suis d'accord / bien entendu / ca roule
        ach so / alles klar / ich verstehe / na klar / macht sinn / das macht sinn / ich weiss / sehr gut / das stimmt / ja klar
        wie schon / in ordnung / ergibt sinn / schon klar / na gut / ach was / ach wirklich / wirklich
        """)

    static let intensifiers = Phrases(
        """
        how / so / very / really / pretty / that's / that is / that's so / that's really / that's very / that's pretty / it's / it's so / what a / sounds
        that sounds / how very / that was / that was really / that was so / too / how absolutely / simply / just
        que / muy / que tan / es muy / c'est / c'est tres / c'est vraiment / tres / trop / quel / quelle / sehr / das ist / das ist ja / wie / echt / so
        """)

    /// Words that signals are made of, for a last word that was cut off.
    static let words: [String] = [
        "yeah", "yes", "yep", "okay", "right", "sure", "mhm", "huh", "hmm", "wow", "really", "great", "nice",
        "cool", "good",
        "exactly", "interesting", "alright", "true", "totally", "absolutely", "sense", "see", "course",
        "point", "gotcha", "fine",
        "understand", "perfect", "agree", "know", "claro", "vale", "bueno", "exacto", "entiendo", "ouais",
        "accord", "bien", "vrai",
        "voila", "exactement", "comprends", "vois", "genau", "stimmt", "klar", "richtig", "verstehe", "gut",
    ]

    /// `mmmm`, `hmmm`, `uhhh`: recognisers spell hums as they like.
    static func isHum(_ word: String) -> Bool {
        if ["haha", "hahaha", "hehe", "heh", "ha", "lol", "jaja", "jajaja"].contains(word) { return true }
        return word.utf8.allSatisfy { "mhua".utf8.contains($0) } && word.utf8.count <= 8
            && word.utf8.last != UInt8(ascii: "a")
    }
}
