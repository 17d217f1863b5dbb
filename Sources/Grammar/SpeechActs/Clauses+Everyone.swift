/// Where words for everybody stand, and whether they call everybody or speak about them.
extension Clauses {
    /// "Around the table", "one sentence each".
    package var callsForRound: Bool {
        Everyone.rounds.first(in: self) != nil || callsOnEach || asksAllYourViews || asksForAnyViews
            || tokens.indices.contains {
                // "What do we all think", "three experts, three answers".
                `is`($0, "we") && `is`($0 + 1, "all") && has($0 + 2, .opining) && `is`($0 - 1, "do")
                    || has($0, .number) && word($0)?.key == word($0 + 2)?.key && isViews($0 + 3)
                    || isOneOfYou($0) || isShareOfEach($0)
            }
    }

    /// "One line each", "three tips apiece", "une idée par personne", where nothing is told of them.
    private func isShareOfEach(_ index: Int) -> Bool {
        let isEach =
            `is`(index, "each", "apiece") && isClauseEnd(at: index + 1)
            || `is`(index, "per", "par", "pro", "por")
                && `is`(index + 1, "person", "head", "personne", "tete", "nase", "kopf", "persona", "cabeza")
        let end = `is`(index, "each", "apiece") ? index + 1 : index + 2
        guard isEach, index > 1, isClauseEnd(at: end) || has(end, .preposition) && end > index + 1 else {
            return false
        }
        let isCounted =
            has(index - 2, [.number, .determiner])
        return isCounted
            && !(sentenceStart(of: index)..<index).contains {
                has($0, .past) && !has($0, .base)
                    || `is`(
                        $0, "cost", "costs", "many", "much", "cuesta", "coute", "kostet", "est", "es",
                        "combien", "viel")
                    || `is`($0, "'ve", "have", "has") && has($0 + 1, [.past, .unmarked])
            }
    }

    /// "Any other suggestions": nothing but what whoever has it may say.
    private var asksForAnyViews: Bool {
        tokens.indices.contains { index in
            guard isClauseStart(at: index) else { return false }
            // "Noch Fragen", "alguna duda", "des remarques".
            if `is`(index, "noch", "weitere", "alguna", "algun", "des"),
                Self.views.contains(word(index + 1)?.key)
            {
                return !tokens.indices.contains { isFiniteVerb($0) }
            }
            guard `is`(index, "any") else { return false }
            let noun = `is`(index + 1, "other", "more", "further", "last", "final") ? index + 2 : index + 1
            guard noun > index + 1 && isClauseEnd(at: noun + 1) || `is`(noun + 1, "on", "about") else {
                return false
            }
            return isViews(noun)
        }
    }

    /// The plural of what one has when asked.
    private func isViews(_ index: Int) -> Bool {
        guard let word = word(index) else { return false }
        return word.text.hasSuffix("s")
            && Lexicon.shared[String(word.text.dropLast())]?[.english].contains(.view) ?? false
            || Everyone.contributions.contains(word.key)
    }

    /// "All your views", "both your verdicts": what each of you has.
    private var asksAllYourViews: Bool {
        tokens.indices.contains { index in
            guard tokens[index].key == "your", !isName[index] else { return false }
            // "Your collective wisdom".
            if `is`(index + 1, "collective", "combined", "joint", "respective", "collected") { return true }
            return `is`(index - 1, "all", "both")
                && isViews(has(index + 1, .adjective) ? index + 2 : index + 1)
        }
    }

    /// "One headline from every desk", "a word from each of the experts".
    private var callsOnEach: Bool {
        tokens.indices.contains {
            has($0, .determiner) && `is`($0, "each", "every")
                && (`is`($0 - 1, "from", "by") || isAskedOfEach($0))
                && !isName[min($0 + 1, tokens.count - 1)]
                && !(sentenceStart(of: $0)..<$0).contains { has($0, .past) && !has($0, .base) }
        }
    }

    /// "What has each desk got", "what does every expert say": who sits in the room is asked, not each thing.
    private func isAskedOfEach(_ index: Int) -> Bool {
        // "Every desk, please report".
        if isClauseStart(at: index),
            `is`(index + 1, "desk", "department", "expert", "agent", "specialist", "colleague"),
            opening(at: index + 2) == .strong || has(index + 2, .softener)
        {
            return true
        }
        return isEachInQuestion(index)
    }

    private func isEachInQuestion(_ index: Int) -> Bool {
        has(index - 1, .auxiliary) && has(index - 2, .wh)
            && `is`(index + 1, "desk", "department", "expert", "agent", "specialist", "colleague")
    }

    /// Mentions of everybody, as if everybody were an agent.
    package func everyoneMentions() -> [Mention] {
        var found: [Mention] = []
        var index = 0
        while index < tokens.count {
            guard !isName[index], let end = everyoneEnd(at: index) else {
                index += 1
                continue
            }
            found.append(
                Mention(
                    words: index..<end, agent: Everyone.agent, distance: 0, isHeard: false, isRole: false,
                    hasArticle: false))
            index = end
        }
        return found
    }

    /// The end of the words for everybody that begin at `index`.
    private func everyoneEnd(at index: Int) -> Int? {
        let mayBegin =
            has(index, [.determiner, .number, .second, .everyone, .third])
            || Everyone.collectives.contains(tokens[index].key)
        let built = mayBegin ? youAllEnd(at: index) ?? collectiveEnd(at: index) : nil
        let listed = Everyone.words.end(at: index, in: self).flatMap { isWhole(index..<$0) ? $0 : nil }
        guard let built else { return listed }
        return max(built, listed ?? built)
    }

    /// `you lot`, `every single one of you`: a quantity and whom it counts.
    private func youAllEnd(at start: Int) -> Int? {
        if `is`(start, "you"), let next = word(start + 1), !isName[start + 1],
            Everyone.plurals.contains(next.key),
            !isBreak(before: start + 1)
        {
            return start + 2
        }
        var index = start
        while let word = word(index), !isName[index], index == start || !isBreak(before: index),
            has(index, [.determiner, .number]) || Everyone.quantities.contains(word.key)
                || `is`(index, "single", "and", "last")
        {
            index += 1
        }
        if index > start, `is`(index, "of"), `is`(index + 1, "you", "ye", "ya", "yous", "youse"),
            index + 2 - start > 2,
            Everyone.quantities.contains(tokens[index - 1].key),
            !has(index - 1, .number) || index - start > 1
        {
            return index + 2
        }
        return nil
    }

    /// `crew`, `the whole crew`, `all hands`, where they can be called.
    private func collectiveEnd(at start: Int) -> Int? {
        var index = start
        while has(index, .determiner) || `is`(index, "whole", "full", "all"), !isBreak(before: index + 1) {
            index += 1
        }
        guard let word = word(index), !isName[index] else { return nil }
        if isWholeAsked(start..<(index + 1)) { return index + 1 }
        if `is`(start, "all"), index == start + 1, isCalledPlural(start..<(index + 1)) { return index + 1 }
        guard Everyone.collectives.contains(word.key) else { return nil }
        let isCalled = index == start || `is`(index - 1, "whole", "entire", "all", "the")
        return isCalled && isCollective(start..<(index + 1)) ? index + 1 : nil
    }

    /// "The opinion of the entire board", "what does the whole office say": whatever it is they all belong to, it is to say something.
    func isWholeAsked(_ words: Range<Int>) -> Bool {
        let (start, end) = (words.lowerBound, words.upperBound)
        guard words.count == 3, tokens[start].key == "the", !tokens[end - 1].has(Tags.closedClass),
            tokens[start + 1].key.isOne(of: ["whole", "entire", "full"]), mood(before: start) != .told
        else { return false }
        return (has(start - 2, .view) || isViews(start - 2)) && isWanted(from: start)
            || `is`(start - 1, "does", "do", "would") && has(end, .opining)
            || `is`(end, "'s") && has(end + 1, .view) && !isClauseStart(at: start)
    }

    /// "All stations, report in", "all units check your gauges": a plural between pauses, or at the start, and a command.
    private func isCalledPlural(_ words: Range<Int>) -> Bool {
        let end = words.upperBound
        return isBreak(before: words.lowerBound) && tokens[end - 1].text.hasSuffix("s")
            && !has(end - 1, Tags.closedClass) && has(end, .base) && !has(end, [.auxiliary, .noun])
            && (isBreak(before: end) || has(end + 1, [.possessive, .object, .determiner, .preposition]))
            && !isSaidOfPeople(at: end)
    }

    /// A group called with nothing around it, or before a request: "crew, …", "whole team sound off".
    private func isCollective(_ words: Range<Int>) -> Bool {
        let (start, end) = (words.lowerBound, words.upperBound)
        if has(start, .determiner), !`is`(start, "all", "whole", "entire") {
            return has(start - 1, [.preposition, .third3, .auxiliary])
        }
        if isPredicate(at: end, isPlural: true) || isSaidOfPeople(at: end) { return false }
        // "Listen up people", "come on people let's go".
        if isClauseEnd(at: end) || opening(at: end) == .strong, words.count == 1,
            `is`(start - 1, "up", "on", "here", "now", "then", "okay", "ok", "right", "me", "us")
        {
            return true
        }
        return isClauseStart(at: start) && end < tokens.count
            && opening(at: end) == .strong && !isToldOfMany(end)
    }

    /// "People land on the page": behind a plural a verb tells what they do, unless it is for the speaker or done with.
    private func isToldOfMany(_ verb: Int) -> Bool {
        language == .english && has(verb, .base) && !has(verb, .auxiliary)
            && (tokens[verb - 1].text.hasSuffix("s") || tokens[verb - 1].key == "people")
            && !`is`(verb + 1, "me", "us", "your", "up", "off", "in", "out") && !isBreak(before: verb + 1)
    }

    /// Not a determiner (`todos los datos`, `alle Kunden`) and not somebody else's team (`the guys`).
    private func isWhole(_ words: Range<Int>) -> Bool {
        let (start, end) = (words.lowerBound, words.upperBound)
        if words.count > 1 { return true }
        switch tokens[start].text {
        case "tous", "toutes", "alle", "todos", "todas": return isWholeAbroad(words) || standsAlone(words)
        case "jeder", "team": return standsAlone(words)
        // "Right, people, …"; "people like it" are others.
        case "people": return isBreak(before: start) && isBreak(before: end) && tokens.count > 1
        // "What will folks be eating", "folks say it's hard": people in general.
        case "folks", "guys":
            return isClauseStart(at: start) && !isSaidOfPeople(at: end) || isBreak(before: end)
                || has(start - 1, .greeting) || `is`(start - 1, "you", "are", "all")
        case "all":
            return has(start - 1, .greeting) && !`is`(start - 1, "thank", "thanks")
                || isBreak(before: start) && isBreak(before: end) && tokens.count > 1
        // A verb of the second person plural and its subject: "was haltet ihr", "seid ihr".
        case "ihr": return isAskedOfYou(start)
        default: return true
        }
    }

    /// "Vous êtes tous là", "dites-moi tous": a float behind those spoken to, or those who are told to tell.
    private func isWholeAbroad(_ words: Range<Int>) -> Bool {
        let start = words.lowerBound
        let isFloat =
            has(start - 1, .auxiliary) && `is`(start - 2, "vous", "ihr", "ustedes")
            || `is`(start - 1, "ihr", "vous")
        let isReadiness =
            hasQuestionMark && isSentenceBreak(before: start) && isSentenceBreak(before: words.upperBound + 1)
        let isTelling =
            `is`(start - 1, "moi", "mir", "nous", "uns") && isClauseStart(at: start - 2)
            || isClauseStart(at: start - 1) && (word(start - 1)?.text.hasSuffix("dme") ?? false)
        return isTelling || isReadiness || isFloat && !has(words.upperBound, .possessive)
    }

    /// A verb of the second person plural stands before its subject.
    private func isAskedOfYou(_ ihr: Int) -> Bool {
        let verb = ihr - 1
        return tokens.indices.contains(verb) && tokens[verb].text.hasSuffix("t")
            && !`is`(verb, "gibt", "mit", "hat", "ist") && (!isBreak(before: ihr + 1) || hasQuestionMark)
            && asksOpinion(verb)
            && (isClauseStart(at: verb) || has(verb - 1, .wh) && !`is`(verb - 1, "wer"))
    }

    /// "Was haltet ihr davon" asks each; "nehmt ihr das zurück", "habt ihr offen" a firm.
    private func asksOpinion(_ verb: Int) -> Bool {
        // "Wie weit ihr seid": behind its subject stands the verb.
        has(verb - 1, .wh) && !`is`(verb, "habt", "nehmt", "macht")
            && !`is`(verb + 2, "seid", "habt", "wollt", "konnt", "sollt", "musst")
    }

    /// A verb, a pause or a preposition follows, not a noun.
    private func standsAlone(_ words: Range<Int>) -> Bool {
        let end = words.upperBound
        return isBreak(before: end) || opening(at: end) == .strong
            || has(end, [.auxiliary, .third3, .base, .preposition, .softener, .adverb, .wh])
                && (!has(end, .determiner) || has(end, .wh))
    }
}
