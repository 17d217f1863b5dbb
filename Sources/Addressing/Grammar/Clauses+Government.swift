/// Whether the word before a name needs it: as its object, its noun, the other half of *and*.
extension Clauses {
    /// The word at `index` takes what follows as its object or noun.
    func governs(_ index: Int) -> Bool {
        if `is`(index, "thanks", "cheers") { return false }
        if has(index, [.object, .second]) || `is`(index, "that", "this", "these", "those") { return false }
        if has(index, [.preposition, .subordinator]), !has(index, [.discourse]) { return !isParticle(index) }
        if has(index, .conjunction) || has(index, .determiner) && !has(index, .adjective) {
            return !`is`(index, "that", "this", "these", "those", "one", "much", "more", "her", "enough")
                && !has(index, .number)
        }
        // "Cuánto debo, Begoña": a first or second person has its subject in its ending.
        if language == .spanish, has(index, .auxiliary), !has(index, .third3) { return false }
        if has(index, .auxiliary) { return !isGapQuestion(index) }
        return isVerb(index) && takesObject(index) && !isGapQuestion(index)
    }

    /// A verb form that no article makes a noun: not "a bit", "the report".
    func isVerb(_ index: Int) -> Bool {
        has(index, [.base, .past, .third3, .gerund])
            && !(`is`(index - 1, "'s") && word(index - 2) != nil && isName[index - 2])
            // "A cellar question": the end of a noun phrase.
            && !(has(index, .base) && !isBreak(before: index) && !isBreak(before: index - 1)
                && (word(index - 1)?.tags.isEmpty ?? false) && !isName[index - 1]
                && has(index - 2, [.determiner, .possessive, .adjective]) && !has(index - 2, .third))
            // "For credits": no verb but the -ing form follows a preposition.
            && !(has(index - 1, .preposition) && !has(index - 1, [.adverb, .subordinator])
                && !`is`(index - 1, "to")
                && !has(index, .gerund) && !isBreak(before: index))
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
        return `is`(index, "on", "in", "over", "back", "through", "by")
            && has(verb, [.base, .gerund, .past, .third3])
    }

    /// `what did you order, Nova`: the object stands in front as a question word.
    private func isGapQuestion(_ verb: Int) -> Bool {
        guard language != .spanish else { return false }
        let start = sentenceStart(of: verb)
        // "What makes Chen so sure": the question word is the subject.
        if `is`(verb - 1, "what", "which", "who"), has(verb, .third3), !has(verb, .auxiliary),
            language == .english
        {
            return false
        }
        return (start..<verb).contains {
            // "Est-ce que" opens a question about nothing in particular.
            !(`is`($0, "que") && `is`($0 - 1, "ce"))
                && (`is`($0, "what", "which", "que", "was", "wie")
                    // "How long have you known Dale": a manner, time or place takes no object's place.
                    || `is`($0, "how", "where", "why", "when") && !`is`(verb, "known", "met", "meet"))
                && ($0 < start + 4 || has($0 + 1, .auxiliary) && $0 > verb - 5)
        }
    }

    func isFiniteVerb(_ index: Int) -> Bool {
        has(index, .finite) && (has(index, .auxiliary) || isVerb(index))
    }
}
