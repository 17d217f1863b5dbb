/// Whether a name is the subject of the words after it, in Spanish, French and German.
extension Clauses {
    /// A finite verb follows that agrees with a name, behind what stands between the two: clitics, *no* and *ne*.
    func isForeignPredicate(at index: Int, isPlural: Bool) -> Bool {
        guard index == 0 || !isBreak(before: index) else { return false }
        // "Wanda und Emil heiraten", "Odile et Linus arrivent": several are bidden in the second person.
        if isPlural, let word = word(index), !isName[index],
            word.tags.isEmpty || word.has(.base) && language == .german,
            word.text.hasSuffix(language == .german ? "en" : language == .french ? "ent" : "n")
        {
            return !`is`(index + 1, "sie", "wir", "ustedes")
                && !(index + 1 < tokens.count && tokens[index + 1].has(.second))
        }
        if isPlural, isPluralForm(index) {
            return !has(index + 1, [.first, .second]) && !`is`(index + 1, "ils", "elles", "sie")
        }
        switch language {
        case .spanish: return isSpanishPredicate(at: index)
        case .french: return isFrenchPredicate(at: index)
        case .german, .english: return isGermanPredicate(at: index)
        }
    }

    // MARK: - Spanish

    private func isSpanishPredicate(at index: Int) -> Bool {
        var verb = `is`(index, "no", "nunca", "tampoco", "jamas") ? index + 1 : index
        let isNegated = verb > index
        let clitics = verb
        while verb < clitics + 2, isSpanishClitic(verb), !isBreak(before: verb + 1) { verb += 1 }
        let hasClitic = verb > clitics
        // "Se me ha roto": what happens to the speaker has no name for its subject.
        if hasClitic, `is`(clitics, "se"), `is`(clitics + 1, "me", "nos") { return false }
        // "Me falta el dato", "nos gusta": the subject follows.
        if hasClitic, `is`(verb, "falta", "gusta", "duele", "duelen", "toca", "queda", "encanta", "parece") {
            return false
        }
        // "Hay hueco": what there is has no name for its subject.
        if `is`(verb, "hay", "habia", "habra", "hubo") { return false }
        guard let word = word(verb), !isName[verb], !isPluralForm(verb) else { return false }
        if word.has([.third3, .past]), !word.has(.base) || hasClitic || word.has(.third3) {
            return !(has(verb, .auxiliary) && asksOfThing(verb))
        }
        // Commands take their clitics behind them, and deny in the subjunctive.
        if hasClitic || isNegated {
            return word.has(.base) && !word.text.hasSuffix("r")
                || hasClitic && word.tags.isEmpty && !`is`(verb - 1, "la", "los", "las", "lo")
        }
        return word.has(.base) && word.entry != nil && !word.text.hasSuffix("r") && isToldNotBidden(verb)
    }

    private func isSpanishClitic(_ index: Int) -> Bool {
        has(index, .object) && !`is`(index, "mi") || `is`(index, "se", "te", "os")
    }

    // MARK: - French

    private func isFrenchPredicate(at index: Int) -> Bool {
        var verb = `is`(index, "ne", "n") ? index + 1 : index
        let clitics = verb
        while verb < clitics + 2, has(verb, .object) || `is`(verb, "t", "te", "vous", "y"),
            !isBreak(before: verb + 1)
        {
            verb += 1
        }
        guard let word = word(verb), !isName[verb], !isPluralForm(verb) else { return false }
        if verb > clitics { return isFrenchVerb(word, behind: verb - 1) }
        if word.has([.third3, .past]), !word.has(.base) || word.has(.third3) {
            guard has(verb, .auxiliary) else { return true }
            return !asksOfThing(verb)
                && !`is`(verb + 1, "ce", "il", "elle", "on", "t", "que", "tu", "vous", "je", "c")
        }
        return word.has(.base) && verb == index && word.text.hasSuffix("e")
            && isToldNotBidden(verb)
    }

    /// Commands take their clitics behind them; but "la porte" is a thing, and "vous parlez" is said to somebody.
    private func isFrenchVerb(_ word: Token, behind clitic: Int) -> Bool {
        if `is`(clitic, "le", "la", "les", "en", "y") {
            return word.has([.third3, .past]) && !word.has(.base) && !`is`(clitic + 1, "a")
        }
        return word.has([.third3, .past, .base]) && !word.text.hasSuffix("er")
            || word.tags.isEmpty && `is`(clitic, "se", "s", "me", "m")
    }

    // MARK: - German

    private func isGermanPredicate(at index: Int) -> Bool {
        guard has(index, [.third3, .past]), !isPluralForm(index), !isSubjectBehind(index) else {
            return false
        }
        guard has(index, .auxiliary) else { return true }
        if asksOfThing(index) { return false }
        let end = `is`(index + 1, "dir") ? min(index + 6, tokens.count) : tokens.count
        return !`is`(index + 1, "mir", "dir") || (index + 2..<max(index + 2, end)).contains { has($0, .past) }
    }

    /// "Spielt ihr", "kommt morgen der Schornsteinfeger", "hat sich der Gutachter gemeldet": the subject stands behind the verb.
    func isSubjectBehind(_ verb: Int) -> Bool {
        var index = verb + 1
        if !has(verb, .opining),
            has(index, [.first, .second]) || `is`(index, "es", "man", "er", "wir", "ich", "du"),
            !`is`(index, "dir", "dich", "euch"), !isBreak(before: index)
        {
            return true
        }
        while has(index, [.adverb, .softener]) || `is`(index, "sich"), !isBreak(before: index) { index += 1 }
        return `is`(index, "der") && !has(verb, .opining) && !isBreak(before: index)
            && !`is`(verb, "gibt", "hilft", "zeigt", "erzahlt", "gefallt", "gehort", "folgt", "war", "ist")
    }

    // MARK: - All

    /// `han`, `ont`, `haben`.
    private func isPluralForm(_ index: Int) -> Bool {
        guard let text = word(index)?.text, !isName[index] else { return false }
        return switch language {
        case .spanish: has(index, [.auxiliary, .third3, .past]) && text.hasSuffix("n")
        case .french: text.hasSuffix("ont") || text.hasSuffix("aient")
        case .german: has(index, .auxiliary) && text.hasSuffix("en") || text == "sind"
        case .english: false
        }
    }

    /// "Ist das Hotel weit", "es el queso caro", "ist das strafbar": a question about what follows, not about the name.
    private func asksOfThing(_ verb: Int) -> Bool {
        guard has(verb + 1, .determiner), language != .french,
            `is`(verb, "ist", "war", "sind", "es", "esta", "son", "estan")
        else { return false }
        return !isBreak(before: verb + 3) && verb + 3 < tokens.count
            && (!has(verb + 3, [.preposition, .conjunction, .subordinator]) || isClauseEnd(at: verb + 4))
    }

    /// A verb whose command is spelled like its present tense: where commas are written, one would stand behind the name of who is bidden.
    private func isToldNotBidden(_ verb: Int) -> Bool {
        setsCommas && (!has(verb + 1, .object) || has(verb + 1, [.determiner, .preposition]))
    }
}
