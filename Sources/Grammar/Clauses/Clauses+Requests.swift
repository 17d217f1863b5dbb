/// Where a request begins: what follows is wanted now, neither past nor somebody's own plan.
extension Clauses {
    package func isRequestStart(at index: Int) -> Bool {
        if isClauseStart(at: index) { return true }
        let last = index - 1
        if has(last, [.softener, .sequence]) || `is`(last, "just", "quickly", "also") {
            return isRequestStart(at: last)
        }
        // "Do let her speak".
        if `is`(last, "do"), has(index, .base), isRequestStart(at: last) { return true }
        switch language {
        case .english: return isEnglishFrame(endingAt: last)
        case .spanish: return isSpanishFrame(endingAt: last)
        case .french: return isFrenchFrame(endingAt: last)
        case .german:
            return has(last, .conjunction) || isName[last] || has(last, .second) && has(last - 1, .auxiliary)
        }
    }

    private func isEnglishFrame(endingAt last: Int) -> Bool {
        if isName[last] || endsClause(before: last + 1) || `is`(last, "and", "or", "but", "then", "so")
            || `is`(last, "not") && `is`(last - 1, "why") || has(last, .indefinite) && has(last - 1, .modal)
        {
            return true
        }
        if `is`(last, "'s", "us", "me") { return `is`(last - 1, "let", "lets") }
        // An agent that says "you could ask Chase" advises; it does not ask.
        if isAgents, has(last, .second) || has(last - 1, .second) { return false }
        return endsInObject(last) || isAskedFrame(endingAt: last) || isPreference(endingAt: last)
    }

    /// Unmarked, a clause runs into the request behind it.
    private func endsClause(before verb: Int) -> Bool {
        let last = verb - 1
        // "If he doesn't know ask R2": without its comma a condition runs into its consequence.
        return hasCondition(before: last) && has(last, .base) && !has(last - 1, [.first, .second])
    }

    /// "Don't let Otto do it let Lina": a clause that ends in its object.
    private func endsInObject(_ last: Int) -> Bool {
        `is`(last, "it", "that", "this", "one")
            && (has(last - 1, .base)
                || has(last - 1, .preposition)
                    && (clauseStart(of: last)..<last).contains {
                        has($0, .base) && isClauseStart(at: $0) || has($0, .negation)
                    })
    }

    /// `could you`, `why don't we`, `how about we`, `someone should`; for an agent also `I'll`.
    private func isAskedFrame(endingAt last: Int) -> Bool {
        let verb = last - 1
        if has(last, .pronoun), has(verb, .modal) || `is`(verb, "dont", "do", "did") && `is`(verb - 1, "why")
        {
            return !has(verb, .negation) || `is`(verb, "dont", "cant", "couldnt", "shouldnt")
        }
        if has(last, .modal), !has(last, .negation),
            has(last - 1, .second) || `is`(last - 1, "we", "someone", "somebody", "one")
        {
            return true
        }
        return isAgents && `is`(last, "'ll", "will") && `is`(last - 1, "i", "we")
    }

    /// `I'd rather`, `better`, `best`, `I'd like to`.
    private func isPreference(endingAt last: Int) -> Bool {
        if `is`(last, "rather", "sooner", "better") { return has(last - 1, .modal) || `is`(last - 1, "had") }
        return `is`(last, "to") && isWish(endingAt: last - 1)
    }

    private func hasCondition(before index: Int) -> Bool {
        (max(clauseStart(of: index), index - 6)..<max(index, clauseStart(of: index))).contains {
            `is`($0, "if", "when", "unless")
        }
    }

    /// `I'd like (you)`, `I want`, `I need`; for an agent also `I'm going`.
    private func isWish(endingAt last: Int) -> Bool {
        if `is`(last, "going") { return isAgents }
        if `is`(last, "you", "us") || `is`(last, "me") && `is`(last - 1, "help") {
            return isWish(endingAt: last - 1)
        }
        if `is`(last, "like", "love", "prefer", "happy", "glad", "care", "help") {
            return has(last - 1, [.modal, .auxiliary]) || `is`(last - 1, "be")
        }
        if `is`(
            last, "minded", "inclined", "tempted", "keen", "eager", "curious", "dying", "anxious", "itching",
            "longing", "interested", "hoping"
        ) {
            return true
        }
        // "It'd be good to …"; "it was good to hear from" tells.
        if has(last, .adjective) || `is`(last, "good", "nice", "great", "fair", "lovely", "fine") {
            let verb = has(last - 1, .adverb) ? last - 2 : last - 1
            return `is`(verb, "be", "feel")
                && (has(verb - 1, .modal) || has(verb - 1, .pronoun) && has(verb - 2, .modal))
        }
        return `is`(last, "want", "need", "wish", "have", "time", "rather", "wanted", "trying")
            && !`is`(last - 1, "dont", "didnt")
    }

    private func isSpanishFrame(endingAt last: Int) -> Bool {
        isName[last] || has(last, .conjunction) || has(last - 1, .preposition) && `is`(last, "eso", "esto")
            || `is`(
                last, "puedo", "puedes", "puede", "podemos", "pueden", "podria", "podrias", "podriamos",
                "podrian", "quiero",
                "queremos", "quisiera", "quisieramos", "querria", "gustaria", "queria", "prefiero",
                "preferiria",
                "necesito",
                "debo", "debemos", "deberia", "deberiamos", "vamos", "voy", "a", "mejor", "que")
    }

    private func isFrenchFrame(endingAt last: Int) -> Bool {
        isName[last] || has(last, .conjunction) || has(last - 1, .preposition) && `is`(last, "ca", "cela")
            || `is`(
                last, "peux", "peut", "pouvons", "pouvez", "peuvent", "puis", "pourrais",
                "pourrait",
                "pourrions",
                "pourriez", "voudrais", "voudrait", "voudrions", "veux", "veut", "voulons", "voulez",
                "aimerais",
                "aimerait", "aimerions", "prefere", "prefererais", "souhaite", "dois", "doit", "devons",
                "devez",
                "devrais", "devrait", "devrions", "faut", "faudrait", "vais", "va", "allons", "on", "vous",
                "tu",
                "ensuite")
    }
}
