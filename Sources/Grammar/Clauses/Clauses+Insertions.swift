/// Names inside a clause that nothing needs: what stands around them is complete without them.
extension Clauses {
    /// "The trip Duke signed us up for, Drake, will it …": a noun phrase and its relative clause stand before the name, and no verb of
    /// their own.
    func isTopic(before name: Int) -> Bool {
        let start = clauseStart(of: name)
        guard has(start, [.determiner, .possessive]) && !has(start, .wh) || `is`(start, "what"),
            name - start >= 4
        else {
            return false
        }
        // The head, then the subject of the relative clause, then its verb.
        guard
            let subject = (start + (has(start, .wh) ? 1 : 2)..<name - 1).first(where: {
                isName[$0] || has($0, [.first, .second])
                    || `is`($0, "he", "she", "they")
            }),
            !(start + 1..<subject).contains(where: { has($0, [.auxiliary, .third3]) })
        else { return false }
        return (subject + 1..<name).contains { isFiniteVerb($0) || has($0, [.base, .past]) }
    }

    /// "Been seen to", "is it dealt with": a passive whose preposition has lost its noun.
    func isStrandedPassive(_ last: Int) -> Bool {
        guard let verb = word(last - 1), Self.strandable[tokens[last].key]?.contains(verb.key) ?? false
        else { return false }
        return `is`(last - 2, "been", "being", "be", "getting", "gets", "got")
    }

    private static let strandable: WordTable<WordSet> = [
        "to": ["seen", "attended", "tended", "talked", "listened", "agreed"],
        "with": ["dealt", "tampered", "messed", "finished", "interfered"],
        "for": ["paid", "accounted", "cared", "called", "sent", "asked"],
        "at": ["looked", "laughed", "shouted"], "after": ["looked"], "into": ["looked", "broken"],
        "of": ["thought", "heard", "disposed", "taken"], "on": ["worked", "decided", "operated"],
    ]

    /// "Ripe enough to pick", "too hot to touch": the object of the verb is what the degree is said of.
    func isDegreeClause(endingAt verb: Int) -> Bool {
        guard has(verb, .base), `is`(verb - 1, "to") else { return false }
        // "Is he good enough to beat Chen", "too early to ask Chen": no noun stands in front that could be the object.
        if has(verb, .personal),
            (clauseStart(of: verb)..<verb).contains(where: {
                has($0, [.first, .second]) || `is`($0, "he", "she", "it", "they")
            })
        {
            return false
        }
        return `is`(verb - 2, "enough") && verb - 3 >= 0 && !has(verb - 3, [.base, .auxiliary, .preposition])
            || `is`(verb - 3, "too")
    }

    /// "Nobody answered the door", "he lost his season pass": the clause has its verb, and behind it ends in a thing with its determiner.
    func isComplete(before name: Int) -> Bool {
        guard let noun = word(name - 1), !isBreak(before: name), !isName[name - 1],
            !noun.has(Tags.closedClass),
            !noun.has(.person), noun.parts.isDisjoint(with: [.person, .firstName])
        else { return false }
        let start = clauseStart(of: name)
        // "Was the noise Gerda or was that somebody else".
        if `is`(start, "is", "was", "are", "were") { return false }
        var determiner = name - 2
        while determiner > max(start, name - 5), !isName[determiner], !has(determiner, Tags.closedClass) {
            determiner -= 1
        }
        guard has(determiner, [.determiner, .possessive]), !has(determiner, .wh) else { return false }
        return (start..<max(start, determiner)).contains {
            isFiniteVerb($0) || has($0, .base) && (isClauseStart(at: $0) || has($0 - 1, [.first, .second]))
        }
    }

    /// `yesterday`, `last week`, `two days ago`, `in March last year`.
    func isPastTime(at index: Int) -> Bool {
        `is`(index, "yesterday", "ago", "earlier", "already", "previously", "originally", "beforehand")
            || `is`(index, "last", "that", "this", "the", "other")
                && `is`(
                    index + 1, "time", "week", "night", "year", "month", "summer", "winter", "spring",
                    "autumn",
                    "morning", "afternoon", "evening", "weekend")
                && !(`is`(index, "the", "that") && !isClauseEnd(at: index + 2))
    }

    /// `last week`, `on Friday`, `every day`, `two hours ago`.
    func isTime(endingAt last: Int) -> Bool {
        if isPastTime(at: last - 1) || isPastTime(at: last) { return true }
        if tokens.indices.contains(last), !isName[last], tokens[last].has(.calendar) {
            return has(last - 1, .preposition)
                || `is`(last - 1, "last", "next", "this", "every", "each", "since")
        }
        return `is`(
            last, "day", "days", "night", "week", "weeks", "month", "months", "year", "years", "morning",
            "afternoon", "evening", "weekend", "hour", "hours", "minute", "minutes")
            && (`is`(last - 1, "every", "each", "all", "next", "this", "last", "one", "other")
                || has(last - 1, .number))
    }

    /// An auxiliary and its subject: `will it`, `are they`, `is this`.
    func asksAnew(at index: Int) -> Bool {
        has(index, .auxiliary) && has(index + 1, .pronoun) && !isBreak(before: index + 1)
    }

    /// "Is there room", "are there any seats left", "is it far": a question about what there is, or how it is, complete before `name`.
    func isAsked(ofBeing name: Int) -> Bool {
        let start = clauseStart(of: name)
        guard
            let verb = (start..<min(start + 3, name)).first(where: {
                `is`($0, "is", "are", "was", "were", "will", "isnt", "arent")
                    && `is`($0 + 1, "there", "it", "that", "this")
            })
        else { return false }
        let rest = verb + 2..<name
        return !rest.isEmpty && rest.count <= 4
            && !rest.contains {
                has($0, [.preposition, .base, .conjunction, .wh, .subordinator])
                    && !has($0, [.noun, .adjective])
            }
            && !has(name - 1, [.determiner, .possessive, .adverb])
    }

    /// "Celeste, correct Archie if he is wrong": a verb that needs an object, right behind the one it is said to.
    package func isObjectOfCommand(_ name: Int) -> Bool {
        // "Follow Amber down to the cellar": where to.
        if name > 0, isClauseStart(at: name - 1),
            `is`(name - 1, "follow", "join", "meet", "chase", "trail", "accompany", "walk", "drive", "fetch"),
            has(name + 1, .preposition) || `is`(name + 1, "down", "up", "out", "into", "over", "back")
        {
            return !isBreak(before: name) && !isBreak(before: name + 1)
        }
        return name > 1 && has(name - 1, .base) && !has(name - 1, [.taking, .auxiliary]) && isName[name - 2]
            && !`is`(name - 1, "stop", "wait", "finish", "end", "close", "please", "hush")
    }

    /// Verbs whose object hears what follows: "I asked Scout can he come".
    static let asking: WordSet = [
        "ask", "asked", "asking", "tell", "told", "telling", "asks", "tells",
    ]

    /// `i can't`, `they blind`: a personal pronoun and its verb are a clause of their own behind a name nothing governs.
    func isPersonalSubject(at index: Int) -> Bool {
        `is`(index, "i", "we", "he", "she", "they", "je", "j", "ich", "wir", "yo")
            && !isBreak(before: index + 1)
            && !has(index + 1, [.preposition, .conjunction]) && !isName[index + 1]
    }

    /// A pronoun or noun phrase with a verb behind it.
    func hasOwnSubject(at index: Int) -> Bool {
        guard has(index, [.pronoun, .determiner]), !has(index, .wh) else { return false }
        return (index + 1..<min(index + 4, tokens.count)).contains { isFiniteVerb($0) || has($0, .base) }
    }

    /// The words before `index` are a clause that waits for its main clause: "when …", "if …", "with …".
    func isSubordinate(_ index: Int) -> Bool {
        var start = clauseStart(of: index)
        while has(start, .opening), !has(start, .subordinator) { start += 1 }
        return `is`(start, "when", "with", "without", "wenn", "cuando", "quand")
    }

    /// The clause that a name interrupted continues.
    func goesOn(at index: Int) -> Bool {
        has(index, [.subordinator, .conjunction])
    }
}
