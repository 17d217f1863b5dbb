/// Being told to be silent by what is wanted rather than by a phrase: speech forbidden, silence asked for.
package enum Silence {
    /// To speak, in the forms in which it is forbidden.
    static let speaking: WordSet = [
        "talk", "speak", "say", "utter", "whisper", "talking", "speaking", "saying", "says", "talks",
        "speaks",
        "digas", "digais", "diga", "digan", "hables", "hableis", "hable", "hablen", "sigas", "sigais",
        "sigan",
        "dis", "dites", "dise", "parle", "parlez", "sag", "sagt", "red", "rede", "redet", "sprich", "sprecht",
        "reden", "sprechen", "weiterreden", "weitersprechen", "sagen", "breathe", "make",
    ]
    /// What is not to be said.
    static let utterances: WordSet = [
        "anything", "thing", "word", "peep", "sound", "nada", "palabra", "rien", "mot", "nichts", "wort",
        "mas", "more", "mehr", "mucks", "noise", "pio",
    ]
    static let nobody: WordSet = ["nobody", "nadie", "personne", "niemand", "keiner"]
    static let nouns: WordSet = ["silence", "quiet", "hush", "peace", "silencio", "ruhe", "stille", "calme"]
    static let qualities: WordSet = [
        "quiet", "silent", "silence", "hush", "hushed", "mum", "still", "ruhig", "leise", "callado",
        "callados",
        "calladita", "tranquilles", "silencieux", "calme", "calmes",
    ]
    /// Most words are none of these.
    static let heads = speaking.union(nouns).union(qualities)
    /// To be, to stay: what one is bidden before a quality.
    static let being: WordSet = [
        "be", "keep", "stay", "remain", "go", "sei", "seid", "seien", "bleib", "bleibt", "sois", "soyez",
        "reste", "restez", "estate", "estaos", "estense", "quedate", "quedaos",
    ]
    /// What is measured of it: "a bit of hush", "two minutes' peace", "un peu de silence".
    static let measures: WordSet = [
        "bit", "little", "moment", "minute", "minutes", "second", "seconds", "of", "'s", "some", "peu", "de",
        "poco", "bisschen", "total", "absolute", "complete", "absoluto", "and", "mal", "bitte", "jetzt",
    ]
    static let wanting: WordSet = [
        "have", "get", "need", "want", "like", "give", "quiero", "necesito", "veux", "voudrais", "brauche",
        "mochte", "will", "faites", "gebt", "gib", "haben",
    ]
}

extension Clauses {
    var isToldSilence: Bool {
        tokens.indices.contains { index in
            guard Silence.heads.contains(tokens[index].key), !isName[index] else { return false }
            let key = tokens[index].key
            return Silence.speaking.contains(key) && isForbidden(at: index)
                || Silence.nouns.contains(key) && isWantedSilence(at: index)
                || Silence.qualities.contains(key) && isBiddenQuality(at: index)
        }
    }

    /// "Don't anybody talk for a while", "can everyone just not say a word", "no digas nada", "dis plus rien".
    private func isForbidden(at verb: Int) -> Bool {
        guard endsSpeech(after: verb) else { return false }
        // "Sag nichts mehr", "say nothing".
        if isRequestStart(at: verb),
            (verb + 1..<min(verb + 4, tokens.count)).contains(where: { `is`($0, "nichts", "nothing") })
        {
            return true
        }
        guard let negation = negation(before: verb) else { return false }
        let isNobody = Silence.nobody.contains(tokens[negation].key) || `is`(negation + 1, "one")
        // "Give me a minute before anybody says a thing".
        if `is`(negation, "before") { return has(negation + 1, .indefinite) }
        if has(verb, .third3), language == .english, !isNobody { return false }
        if isNobody || has(negation - 1, .everyone) { return isClauseStart(at: negation) }
        if `is`(negation, "not"), (max(0, negation - 4)..<negation).contains(where: { has($0, .modal) }) {
            return !(max(0, negation - 4)..<negation).contains {
                has($0, [.wh, .third]) && !has($0, .everyone)
            }
        }
        // "I don't want anybody saying a thing".
        if `is`(negation + 1, "want"), has(negation - 1, .first) { return tokens[verb].text.hasSuffix("ing") }
        return isRequestStart(at: negation) && !has(negation - 1, .second)
    }

    /// The negation over the verb, with nobody but those spoken to between.
    private func negation(before verb: Int) -> Int? {
        var index = verb - 1
        while index >= 0, index > verb - 8, !isBreak(before: index + 1) || index + 1 == verb {
            if Silence.nobody.contains(tokens[index].key)
                || has(index, .negation) && !has(index, .conjunction) || `is`(index, "before")
            {
                return index
            }
            let isPassed =
                isName[index]
                || has(index, [.everyone, .indefinite, .softener, .adverb, .second, .conjunction])
                || `is`(index, "of", "any", "one", "want", "even", "single", "weiter", "mehr")
            guard isPassed else { return nil }
            index -= 1
        }
        return nil
    }

    /// Nothing is said of how, to whom or about what.
    private func endsSpeech(after verb: Int) -> Bool {
        var index = verb + 1
        while has(index, [.determiner, .negation, .adverb, .softener]) && !isBreak(before: index)
            || `is`(index, "single", "other", "nada", "rien", "nichts")
        {
            if Silence.utterances.contains(tokens[index].key) { return true }
            index += 1
        }
        if Silence.utterances.contains(word(index)?.key), index > verb { return true }
        if `is`(verb, "say", "says", "saying", "digas", "dis", "sag", "make", "breathe") { return false }
        return isBreak(before: index) || `is`(index, "for", "over", "right", "un", "at")
            || !has(index, [.preposition, .adjective, .wh])
                && !`is`(index, "so", "too", "like", "that", "si", "fort")
                && !(word(index)?.text.hasSuffix("ly") ?? false)
    }

    /// "A minute's silence, all of you", "could we have a bit of hush".
    private func isWantedSilence(at noun: Int) -> Bool {
        let isOver =
            isBreak(before: noun + 1)
            || has(noun + 1, [.softener, .first, .everyone, .second, .subordinator])
            || `is`(noun + 1, "for", "in", "on", "from", "now", "s", "while")
        guard isOver else { return false }
        var start = noun
        while start > 0, !isBreak(before: start),
            Silence.measures.contains(tokens[start - 1].key)
                || Silence.nouns.contains(tokens[start - 1].key)
                || has(start - 1, [.determiner, .softener, .number])
        { start -= 1 }
        if isClauseStart(at: start) { return start < noun || isClauseEnd(at: noun + 1) }
        var verb = start - 1
        while has(verb, [.object, .softener]) { verb -= 1 }
        guard Silence.wanting.contains(word(verb)?.key), !isName[verb], start < noun else { return false }
        return has(verb - 1, [.first, .modal]) || `is`(verb - 1, "'d") || isRequestStart(at: verb)
    }

    /// "Everybody quiet", "sei jetzt bitte mal einen Moment ruhig".
    private func isBiddenQuality(at quality: Int) -> Bool {
        // "Still there?", "still no news": there is more of the same.
        let isBare =
            isBreak(before: quality + 1) || has(quality + 1, .softener)
            || has(quality + 1, [.determiner, .pronoun]) && !`is`(quality, "still")
        if isBare, !`is`(quality, "still", "calme") || quality > 0,
            isClauseStart(at: quality) && !isName[max(0, quality - 1)] && !has(quality + 1, .determiner)
                || (has(quality - 1, .everyone) || quality > 0 && isName[quality - 1])
                    && isBreak(before: quality - 1)
        {
            return true
        }
        guard
            let verb = (max(0, quality - 6)..<quality).last(where: {
                Silence.being.contains(tokens[$0].key) && !isName[$0]
            }),
            isRequestStart(at: verb) || has(verb - 1, .second) && isClauseStart(at: verb - 1),
            !has(verb - 1, .first), !(verb + 1...quality).contains(where: { isBreak(before: $0) })
        else { return false }
        let isShort = (verb + 1..<quality).allSatisfy {
            has($0, [.softener, .adverb, .determiner, .everyone, .discourse]) || isName[$0]
                || Silence.measures.contains(tokens[$0].key) || `is`($0, "augenblick")
        }
        return isShort
            && (isBreak(before: quality + 1) || !has(quality + 1, [.preposition, .conjunction])
                || `is`(quality + 1, "for", "in", "on"))
    }
}
