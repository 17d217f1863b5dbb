/// Whether the word before a name needs it: as its object, its noun, the other half of *and*.
extension Clauses {
    /// The word at `index` takes what follows as its object or noun.
    func governs(_ index: Int) -> Bool {
        if `is`(index, "thanks", "cheers") { return false }
        // "Was kostet das, Emil": no name has that article.
        if language == .german, `is`(index, "das", "dies", "es") { return false }
        if has(index, [.object, .second]) || `is`(index, "that", "this", "these", "those") { return false }
        if has(index, [.preposition, .subordinator]), !has(index, [.discourse]) {
            return !isParticle(index) && !isStranded(index)
        }
        if has(index, .conjunction) || has(index, .determiner) && !has(index, .adjective) {
            return !`is`(index, "that", "this", "these", "those", "one", "much", "more", "her", "enough")
                && !has(index, .number)
        }
        // "J'aime bien Jonas".
        if language == .french, has(index, .adverb), has(index - 1, .personal), has(index - 2, .pronoun) {
            return true
        }
        // "Cuánto debo, Begoña": a first or second person has its subject in its ending.
        if language == .spanish, has(index, .auxiliary), !has(index, .third3) { return false }
        // "Quelle heure il est, Linus".
        if language == .french, has(index, .auxiliary), !has(index, .personal),
            `is`(index - 1, "il", "elle", "tu", "on", "je", "ca")
        {
            return false
        }
        // "How old is Chen", "where is Chen": behind the copula stands its subject.
        if language == .english, `is`(index, "is", "was", "'s", "are", "were"),
            has(index - 1, .wh) || has(index - 1, [.adjective, .adverb]) && `is`(index - 2, "how")
        {
            return true
        }
        if has(index, .auxiliary) { return !isGapQuestion(index) }
        // "That's what annoyed Chen".
        if has(index, [.past, .third3]) || word(index)?.tags.isEmpty ?? false, `is`(index - 1, "what"),
            `is`(index - 2, "'s", "is", "was")
        {
            return !`is`(index, "happened", "happens", "matters", "counts")
        }
        if language == .french, takesFrenchObject(index) { return true }
        return isVerb(index) && takesObject(index) && !isGapQuestion(index) && !isSatisfied(index)
    }

    /// "Should I be worried, Chen": a passive has no object; "a code I never got, Chen": the noun before the relative clause is it.
    private func isSatisfied(_ verb: Int) -> Bool {
        guard language == .english else { return false }
        var before = verb - 1
        while has(before, .adverb), !has(before, .auxiliary) { before -= 1 }
        if has(verb, .past), !has(verb, .base) {
            if `is`(before, "be", "been", "being", "'m", "am", "getting", "feel", "feeling") { return true }
        }
        guard has(before, [.first, .third]), !has(before, [.object, .determiner]), !isBreak(before: before),
            !Self.giving.contains(tokens[verb].key)
        else { return false }
        let noun = before - 1
        return !has(noun, Tags.closedClass) && !isName[noun]
            && has(noun - 1, [.determiner, .possessive])
    }

    /// Verbs with two objects: "the book I gave Chen".
    private static let giving: WordSet = [
        "ask", "asked", "tell", "told", "give", "gave", "given", "show", "showed", "sent", "send", "lent",
        "lend",
        "promised", "bought", "sold", "paid", "brought", "offered", "owe", "owed",
    ]

    /// A verb form that no article makes a noun: not "a bit", "the report".
    func isVerb(_ index: Int) -> Bool {
        has(index, [.base, .past, .third3, .gerund])
            && !`is`(index - 1, "there")
            && !(`is`(index - 1, "'s") && word(index - 2) != nil && isName[index - 2])
            // "A cellar question": the end of a noun phrase.
            && !(has(index, .base) && !isBreak(before: index) && !isBreak(before: index - 1)
                && (word(index - 1)?.tags.isEmpty ?? false) && !isName[index - 1]
                && has(index - 2, [.determiner, .possessive, .adjective]) && !has(index - 2, .third))
            && (isBreak(before: index) || !has(index - 1, [.determiner, .possessive, .adjective, .number])
                || has(index - 1, [.object, .third]))
    }

    /// Whether a name after this verb is its object, or in Spanish its subject.
    private func takesObject(_ verb: Int) -> Bool {
        switch language {
        case .english, .french: has(verb, .personal)
        // A person as object needs *a*; a name after a finite verb is its subject.
        case .spanish: has(verb, [.third3, .past]) && !has(verb, .base)
        // Infinitives and participles end the clause.
        case .german: !has(verb, [.base, .past])
        }
    }

    /// "I never know what to ask for, Chen": the question word is what the preposition of the verb needs.
    private func isStranded(_ index: Int) -> Bool {
        guard let verb = word(index - 1), Self.demanding[tokens[index].key]?.contains(verb.key) ?? false
        else {
            return false
        }
        return (max(sentenceStart(of: index), index - 6)..<index).contains {
            `is`($0, "what", "which", "anything", "something", "nothing")
        }
    }

    /// Verbs that need a preposition and what stands behind it, by the preposition.
    private static let demanding: WordTable<WordSet> = [
        "for": [
            "ask", "look", "looking", "wait", "waiting", "pay", "paying", "search", "searching", "apply",
            "hope", "hoping",
        ],
        "at": ["look", "looking", "aim"], "to": ["listen", "listening", "look"],
        "about": ["talk", "talking", "think", "thinking", "worry"], "of": ["think", "thinking", "hear"],
        "on": ["count", "rely", "work", "working"], "with": ["deal", "start", "begin"],
    ]

    /// `come on`, `log in`: the preposition belongs to its verb.
    private func isParticle(_ index: Int) -> Bool {
        if `is`(
            index, "off", "out", "up", "down", "away", "along", "inside", "outside", "around", "above",
            "below")
        {
            return true
        }
        // "Come on", "plug it in".
        let verb = has(index - 1, .object) || `is`(index - 1, "it", "that", "this") ? index - 2 : index - 1
        return `is`(index, "on", "in", "over", "back", "through")
            && has(verb, [.base, .gerund, .past, .third3])
    }

    /// `what did you order, Nova`: the object stands in front as a question word.
    private func isGapQuestion(_ verb: Int) -> Bool {
        guard language != .spanish else { return false }
        let start = sentenceStart(of: verb)
        return (start..<verb).contains {
            // "Est-ce que" opens a question about nothing in particular.
            !(`is`($0, "que") && `is`($0 - 1, "ce"))
                && (`is`($0, "what", "which", "que", "was", "wie")
                    // "How long have you known Dale": a manner, time or place takes no object's place.
                    || `is`($0, "how", "where", "why", "when") && !`is`(verb, "know", "known", "met", "meet"))
                && ($0 < start + 4 || has($0 + 1, .auxiliary) && $0 > verb - 5)
        }
    }

    func isFiniteVerb(_ index: Int) -> Bool {
        has(index, .finite) && (has(index, .auxiliary) || isVerb(index))
    }
}
