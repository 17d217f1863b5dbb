/// Whether a name is the subject of the words after it, or those words begin a clause of their own.
extension Clauses {
    /// How plainly a new clause, said to somebody, begins.
    package enum Opening: Int, Comparable {
        /// Something else goes on.
        case unclear
        /// A pronoun or noun phrase that may be a subject.
        case plain
        /// A question word, an inverted verb, an imperative, `you`.
        case strong
        package static func < (lhs: Opening, rhs: Opening) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// A finite verb that agrees with a name follows at `index`: `Scout said`, `Felix can fix`.
    ///
    /// - Parameter isPlural: several names are joined, which then take `are` and `have`.
    package func isPredicate(at index: Int, isPlural: Bool = false) -> Bool {
        var index = index
        // "Scout, there's a problem": the adverb is the subject.
        while has(index, .adverb) && !has(index, [.discourse, .wh, .auxiliary])
            && (language == .english || !has(index, .determiner))
            && !`is`(index, "there", "here"),
            !isBreak(before: index + 1)
        {
            index += 1
        }
        guard let word = word(index), !isName[index] else { return false }
        guard language == .english else { return isForeignPredicate(at: index, isPlural: isPlural) }
        if word.has(.auxiliary) { return isAuxiliaryOfName(at: index, isPlural: isPlural) }
        if isPlural, Self.stative.contains(word.key) { return true }
        if word.has(.third3) { return !isPlural }
        if word.has(.unmarked) {
            return isToldWithoutComma(before: index) || isToldAsPast(after: index) || isDoneToOwn(index)
                || isToldOfSecond(index) || isDoneToSpeaker(index)
        }
        return word.has(.past) && !word.has(.base)
    }

    /// "Wanda put the crate on berth two.": who writes marks sets off whom he calls.
    private func isToldWithoutComma(before verb: Int) -> Bool {
        let end = (verb + 1...tokens.count).first { isSentenceBreak(before: $0) } ?? tokens.count
        return isPunctuated && !isBreak(before: verb)
            && !(verb..<end).contains { has($0, [.second, .softener]) }
    }

    /// "Tess cut him lovely last time", "Pearl put me down but I couldn't": what stands around the verb puts it in the past.
    func isToldAsPast(after verb: Int) -> Bool {
        (verb + 1..<max(verb + 1, min(verb + 12, tokens.count))).contains { index in
            isPastTime(at: index)
                || has(index, [.conjunction, .subordinator]) && has(index + 1, .pronoun)
                    && (has(index + 2, .past) && !has(index + 2, [.base, .adjective])
                        || has(index + 1, .first) && `is`(index + 2, "'m", "am", "'re", "are")
                            && `is`(
                                index + 3, "still", "so", "furious", "livid", "fuming", "gutted", "annoyed"))
        }
    }

    /// "Kwame put his foot in it", "Chen cut herself": who is spoken to would hear *your*.
    private func isDoneToOwn(_ verb: Int) -> Bool {
        (verb + 1..<min(verb + 4, tokens.count)).contains {
            `is`($0, "his", "himself", "herself", "themselves") && !isBreak(before: $0)
        }
    }

    /// "Leonie, Pearl put a coat in the laundry": behind the name of the one spoken to a second one, with no comma of its own, or with a
    /// question about what it did.
    private func isToldOfSecond(_ verb: Int) -> Bool {
        var start = verb
        while start > 0, isName[start - 1] {
            start -= 1
        }
        guard verb - start > 1, !isPunctuated else { return false }
        return (verb + 3..<max(verb + 3, tokens.count)).contains {
            has($0, .auxiliary) && has($0 + 1, [.first, .third]) && !has($0 - 1, [.pronoun, .wh])
        }
    }

    /// "Chen cut my second page down." has its full stop and no comma behind the name; "chen put me down for noon kwame is he …" goes
    /// on to somebody else.
    private func isDoneToSpeaker(_ verb: Int) -> Bool {
        guard verb > 0, isName[verb - 1], `is`(verb + 1, "my", "our", "me", "us"), !isBreak(before: verb)
        else { return false }
        if isHarm(verb) { return true }
        guard !tokens.contains(where: { $0.has([.softener, .second]) }) else { return false }
        return (verb + 3..<max(verb + 3, tokens.count)).contains {
            isName[$0] && !isName[$0 - 1] && has($0 + 1, .auxiliary) && has($0 + 2, [.first, .third])
        }
    }

    /// Verbs that make no imperative: after several names they are what these do.
    private static let stative: WordSet = [
        "need", "want", "know", "like", "love", "think", "seem", "belong", "agree", "believe", "own",
        "disagree", "differ", "hate", "prefer", "resemble", "share", "argue", "clash", "quarrel", "live",
    ]

    private static let singular: [StaticString] = [
        "is", "was", "does", "did", "has", "had", "'s", "'d", "isnt", "wasnt", "doesnt", "didnt", "hasnt",
        "hadnt",
    ]
    private static let plural: [StaticString] = [
        "are", "were", "do", "have", "did", "had", "arent", "werent", "dont", "havent",
    ]

    private func isAuxiliaryOfName(at index: Int, isPlural: Bool) -> Bool {
        guard has(index, .modal) || tokens[index].key.isOne(of: isPlural ? Self.plural : Self.singular) else {
            return false
        }
        let next = index + 1
        // "Either Chen goes or Kwame does".
        if next < tokens.count, isBreak(before: next), !isBreak(before: index) { return true }
        if next >= tokens.count || has(next, .adverb) && !has(next, .pronoun) { return true }
        if hasObject(index) { return true }
        if isName[next] || isSubjectPronoun(at: next, after: index) { return false }
        return isPredicate(at: next, after: index, isPlural: isPlural)
    }

    /// `had` and `has` as verbs of their own.
    private func hasObject(_ index: Int) -> Bool {
        let next = index + 1
        // "Duke had everybody singing": nobody asks like that.
        if isName[next], `is`(index, "had", "hadnt") { return true }
        // "Zane had them bouncing": nobody asks like that either.
        if `is`(index, "had", "has"), `is`(next, "them", "him", "me", "us"), has(next + 1, .gerund) {
            return true
        }
        // "Gale had it down as a six", "Chen has them ready"; but "has it rained".
        return `is`(index, "had", "has") && `is`(next, "it", "them", "him", "her", "us", "me")
            && (has(next + 1, [.adjective, .preposition]) || `is`(next + 1, "down", "up", "out"))
            && !has(next + 1, [.past, .gerund])
    }

    /// What follows the auxiliary is its predicate; a subject there would ask something of the one named.
    private func isPredicate(at next: Int, after index: Int, isPlural: Bool) -> Bool {
        // "Has boarding started": what has somebody done is no name's.
        if `is`(index, "has", "had", "have"), has(next, .gerund), has(next + 1, .past) { return false }
        // "Has let him know": past and base are one form.
        if `is`(index, "has", "had", "have", "'s"), has(next, .unmarked) { return true }
        if has(next, .determiner) {
            return `is`(index, "had", "hadnt") || !isInvertedNounPhrase(after: next, verb: index)
        }
        // "Chen and Kwame are cousins I think": to ask, a subject would follow.
        if isPlural, `is`(index, "are", "were"), tokens[next].text.hasSuffix("s") { return true }
        if has(index, .modal) || `is`(index, "did", "does", "do", "didnt", "doesnt") {
            return has(next, [.base, .negation, .auxiliary])
        }
        // A word no list knows is a subject if more follows ("is staging back up"), else a predicate.
        let isKnown = has(
            next, [.adjective, .adverb, .gerund, .past, .negation, .preposition, .wh, .subordinator, .third])
        return isKnown || isBreak(before: next + 1) || isClauseEnd(at: next + 1)
            || has(next + 1, [.adverb, .preposition, .conjunction, .subordinator])
    }

    /// `is that`, `can anyone`; but `has nothing` has its object there.
    private func isSubjectPronoun(at index: Int, after verb: Int) -> Bool {
        guard has(index, .pronoun), !`is`(index, "them", "him", "me", "us") else { return false }
        // "Was everything eaten", but "is nothing but trouble".
        if `is`(index, "nothing", "everything", "something", "anything") {
            return has(index + 1, [.past, .gerund, .adjective])
        }
        return !`is`(verb, "has", "had", "hasnt", "hadnt")
    }

    /// After `is the`: a question has a predicate after its noun (`is the oven hot`), a statement ends or qualifies it.
    private func isInvertedNounPhrase(after determiner: Int, verb: Int) -> Bool {
        // "Daisy did the loos": no other verb comes.
        if `is`(verb, "did", "does"), `is`(determiner, "a", "an", "the", "his", "her") {
            return (determiner + 2..<max(determiner + 2, min(determiner + 7, tokens.count))).contains {
                has($0, .base) && !has($0 - 1, [.determiner, .possessive, .preposition, .adjective])
            }
        }
        if has(verb, .modal) || `is`(verb, "does", "did", "do") { return true }
        if `is`(verb, "has", "have"), hasParticiple(after: determiner) { return true }
        // "Chen is the one I met".
        if `is`(determiner + 1, "one"), has(determiner + 2, .pronoun), !hasQuestionMark { return false }
        guard `is`(verb, "is", "was", "are", "were", "isnt") else { return false }
        var index = determiner + 1
        while has(index, [.adjective, .determiner, .number]), !`is`(index, "one", "ones") { index += 1 }
        index += 1
        while index < tokens.count, !isBreak(before: index), index < determiner + 6 {
            if has(index, [.adjective, .gerund, .adverb, .past, .determiner, .unmarked])
                || `is`(index, "too", "okay", "ok", "in")
            {
                return true
            }
            if has(index, [.conjunction, .subordinator, .wh]) { return false }
            index += 1
        }
        return false
    }

    /// "Has the office rung back": the verb that belongs to *has* stands behind its subject.
    private func hasParticiple(after determiner: Int) -> Bool {
        var index = determiner + 1
        while index < min(determiner + 5, tokens.count), !isBreak(before: index) {
            if index > determiner + 1, has(index, .past), !has(index, .base) || isClauseEnd(at: index + 1) {
                return !has(index - 1, [.determiner, .possessive, .adjective])
            }
            index += 1
        }
        return false
    }

    /// How plainly a clause said to somebody begins at `index`.
    package func opening(at index: Int) -> Opening {
        var index = index
        while has(index, [.filler, .softener])
            || has(index, .discourse) && !has(index, [.pronoun, .wh, .auxiliary, .base])
        {
            index += 1
        }
        guard index < tokens.count, !isName[index] else { return .unclear }
        if has(index, [.wh, .second]) { return .strong }
        // "Bis wann", "à quelle heure".
        if language != .english, has(index, .preposition), has(index + 1, .wh) { return .strong }
        // "Machst du …": whatever stands before its *you* is a verb.
        if language == .german, has(index + 1, .second), !isBreak(before: index + 1),
            !has(index, .preposition)
        {
            return .strong
        }
        if has(index, .auxiliary), !isPredicate(at: index) { return .strong }
        if has(index, .base), !has(index, .auxiliary) { return .strong }
        if `is`(index, "any"),
            !(index + 1..<min(index + 5, tokens.count)).contains(where: { isFiniteVerb($0) })
        {
            return .strong
        }
        if `is`(index, "est") && `is`(index + 1, "ce") { return .strong }
        // "Kommt der Bus noch".
        if language == .german, has(index, .third3), isSubjectBehind(index) {
            return .strong
        }
        if has(index, [.pronoun, .determiner, .subordinator, .preposition]) { return .plain }
        return language != .english && has(index, .object) ? .plain : .unclear
    }
}
