/// Questions that name somebody and are asked of another: whether to turn to him, and what he would feel.
extension Clauses {
    /// Asked of whoever holds the floor, of or about the one named.
    func isAskedOfAnother(_ name: Range<Int>) -> Bool {
        isDeliberated(before: name.lowerBound) || isInvitedOut(name) || isAskedOfFeeling(name)
    }

    /// "Should I ask Chen about it": advice is asked for. "Shall we ask Chen" proposes it to the room.
    private func isDeliberated(before name: Int) -> Bool {
        let clause = clauseStart(of: name)..<name
        switch language {
        case .english: return doubt(before: name) != nil
        // "¿Debería contestar Nova?" is about her, "¿debería llamar a Nova?" about me.
        case .spanish:
            return hasQuestionMark && has(name - 1, .preposition)
                && clause.contains { `is`($0, "debo", "deberia") }
        case .french:
            return hasQuestionMark
                && clause.contains {
                    `is`($0, "dois", "devrais") && (`is`($0 - 1, "je") || `is`($0 + 1, "je"))
                }
        case .german: return false
        }
    }

    /// The place of the auxiliary in "should I ask Chen", "do I need to ask Chen". "Who should I ask, Chen" has its object in front.
    private func doubt(before name: Int) -> Int? {
        guard
            let should = (clauseStart(of: name)..<name).last(where: {
                `is`($0 + 1, "i")
                    && (`is`($0, "should", "shall", "must", "ought")
                        || `is`($0, "do") && `is`($0 + 2, "need", "have"))
            }), should + 2 < name, !`is`(should - 1, "who", "whom")
        else { return nil }
        // "Should I worry ask Chen", "should I or should Chen": unmarked, a second verb is a request of its own.
        let isOne = (should + 3..<max(should + 3, name)).allSatisfy {
            !has($0, [.base, .modal]) || has($0, .preposition)
                || !has($0, .modal) && has($0 - 1, [.adverb, .conjunction, .determiner])
                || `is`($0 - 1, "to", "go", "try")
        }
        return isOne ? should : nil
    }

    /// "When should I call Chen", "what should I tell Chen": the verb needs the name. "What should I cook Chen" has its object in front.
    func isObjectOfDoubt(_ name: Int) -> Bool {
        guard language == .english, !isBreak(before: name), let should = doubt(before: name) else {
            return false
        }
        let isGoverned = has(name - 1, .personal) || `is`(name - 1, "to", "with", "for", "from")
        return `is`(name - 1, "ask", "tell") || isGoverned && `is`(should - 1, "when", "why", "how")
    }

    /// "Should we invite Chen to the party": to a place or a feast, not to speak.
    private func isInvitedOut(_ name: Range<Int>) -> Bool {
        let (verb, to) = (name.lowerBound - 1, name.upperBound)
        guard language == .english, `is`(verb, "invite", "ask", "bring", "take"), `is`(to, "to") else {
            return false
        }
        if AnotherTime.occasions.contains(word(to + 1)?.key) { return true }
        let noun = has(to + 2, .adjective) ? to + 3 : to + 2
        return has(to + 1, [.determiner, .possessive]) && !Speaking.turns.contains(word(noun)?.key)
            && !`is`(noun, "table", "discussion", "debate", "chat", "talk", "room", "line", "meeting")
    }

    /// "Would Chen be angry", "will Chen like that", "why would Chen leave": nobody can be asked to feel, nor why by way of request.
    private func isAskedOfFeeling(_ name: Range<Int>) -> Bool {
        let modal = name.lowerBound - 1
        guard language == .english, `is`(modal, "would", "will", "could", "can", "might", "should") else {
            return false
        }
        var verb = name.upperBound
        while has(verb, .adverb), !has(verb, .base) { verb += 1 }
        guard has(verb, .base), !isBreak(before: verb) else { return false }
        if `is`(modal - 1, "why") { return !has(verb, .opining) }
        let end = (verb + 1...tokens.count).first { isBreak(before: $0) } ?? tokens.count
        let rest = verb + 1..<min(end, verb + 6)
        // "Would Chen like the floor", "… be happy to explain", "… mind if I asked him".
        let isOfSpeaking = rest.contains {
            tokens[$0].has([.speech, .taking]) || Speaking.turns.contains(tokens[$0].key)
                || `is`($0, "ask", "asked")
        }
        if isOfSpeaking { return false }
        if `is`(verb, "be") { return isState(at: verb + 1) }
        return Self.feelings.contains(tokens[verb].key) && !has(verb + 1, .gerund) && !`is`(verb + 1, "to")
    }

    /// How somebody is, and not whether he is there or willing.
    private func isState(at index: Int) -> Bool {
        var index = index
        while has(index, .adverb), !has(index, .adjective) { index += 1 }
        return !isBreak(before: index) && !has(index, [.determiner, .possessive, .preposition])
            && !`is`(
                index, "there", "here", "around", "available", "free", "ready", "able", "willing", "prepared",
                "so", "kind", "good", "open")
    }

    private static let feelings: WordSet = [
        "like", "love", "enjoy", "hate", "want", "need", "mind", "miss", "fear", "regret", "notice",
        "dislike", "resent", "dread", "adore",
    ]
}
