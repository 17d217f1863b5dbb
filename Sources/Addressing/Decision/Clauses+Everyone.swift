/// Where words for everybody stand, and whether they call everybody or speak about them.
extension Clauses {
    /// "Around the table", "one sentence each".
    var callsForRound: Bool {
        Everyone.rounds.first(in: self) != nil || callsOnEach || asksAllYourViews
            || tokens.indices.contains {
                `is`($0, "each") && isClauseEnd(at: $0 + 1) && has($0 - 2, [.number, .determiner])
            }
    }

    /// "All your views", "both your verdicts": what each of you has.
    private var asksAllYourViews: Bool {
        tokens.indices.contains { index in
            guard tokens[index].text == "your", !isName[index],
                `is`(index - 1, "all", "both") || `is`(index - 1, "of"),
                let view = word(has(index + 1, .adjective) ? index + 2 : index + 1)
            else { return false }
            let isQuantified =
                !`is`(index - 1, "of") || Everyone.quantities.contains(word(index - 2)?.text ?? "")
            return isQuantified && view.text.hasSuffix("s")
                && Lexicon.shared[String(view.text.dropLast())]?[.english].contains(.view) ?? false
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
        has(index - 1, .auxiliary) && has(index - 2, .wh)
            && `is`(index + 1, "desk", "department", "expert", "agent", "specialist", "colleague")
    }

    /// Mentions of everybody, as if everybody were an agent.
    func everyoneMentions() -> [Mention] {
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
            || Everyone.collectives.contains(tokens[index].text)
        let built = mayBegin ? youAllEnd(at: index) ?? collectiveEnd(at: index) : nil
        let listed = Everyone.words.end(at: index, in: self).flatMap { isWhole(index..<$0) ? $0 : nil }
        return [built, listed].compactMap { $0 }.max()
    }

    /// `you lot`, `every single one of you`: a quantity and whom it counts.
    private func youAllEnd(at start: Int) -> Int? {
        if `is`(start, "you"), let next = word(start + 1), !isName[start + 1],
            Everyone.plurals.contains(next.text),
            !isBreak(before: start + 1)
        {
            return start + 2
        }
        var index = start
        while let word = word(index), !isName[index], index == start || !isBreak(before: index),
            has(index, [.determiner, .number]) || Everyone.quantities.contains(word.text)
                || `is`(index, "single", "and", "last")
        {
            index += 1
        }
        if index > start, has(index, .adjective), !isBreak(before: index) { index += 1 }
        if index > start, `is`(index, "of"), `is`(index + 1, "you", "ye", "ya", "yous", "youse"),
            index + 2 - start > 2,
            Everyone.quantities.contains(tokens[index - 1].text),
            !`is`(index - 1, "one") || `is`(start, "each", "every")
        {
            return index + 2
        }
        return nil
    }

    /// `crew`, `the whole crew`, `all hands`, where they can be called.
    private func collectiveEnd(at start: Int) -> Int? {
        var index = start
        while has(index, .determiner) || `is`(index, "whole", "entire", "all"), !isBreak(before: index + 1) {
            index += 1
        }
        guard let word = word(index), !isName[index], Everyone.collectives.contains(word.text) else {
            return nil
        }
        let isCalled = index == start || `is`(index - 1, "whole", "entire", "all", "the")
        return isCalled && isCollective(start..<(index + 1)) ? index + 1 : nil
    }

    /// A group called with nothing around it, or before a request: "crew, …", "whole team sound off".
    private func isCollective(_ words: Range<Int>) -> Bool {
        let (start, end) = (words.lowerBound, words.upperBound)
        if has(start, .determiner), !`is`(start, "all", "whole", "entire") {
            return has(start - 1, [.preposition, .third3, .auxiliary])
        }
        if isPredicate(at: end, isPlural: true) { return false }
        if has(start - 1, .greeting), isBreak(before: end) { return true }
        // "Listen up people", "come on people let's go".
        if isClauseEnd(at: end) || opening(at: end) == .strong, words.count == 1,
            `is`(start - 1, "up", "on", "here", "now", "then", "okay", "ok", "right")
        {
            return true
        }
        return isClauseStart(at: start) && end < tokens.count
            && (isBreak(before: end) || opening(at: end) == .strong)
            || isBreak(before: start) && isBreak(before: end) && tokens.count > words.count
    }

    /// Not a determiner (`todos los datos`, `alle Kunden`) and not somebody else's team (`the guys`).
    private func isWhole(_ words: Range<Int>) -> Bool {
        let (start, end) = (words.lowerBound, words.upperBound)
        if words.count == 1, has(start - 1, [.determiner, .possessive]), !isBreak(before: start) {
            return false
        }
        // "All three: is it drinkable", but "all three bottles".
        if words.count == 2, `is`(start, "all"), has(start + 1, .number) {
            return isBreak(before: end) && (isBreak(before: start) || has(start - 1, [.preposition, .base]))
        }
        if words.count > 1 { return true }
        switch tokens[start].text {
        case "tous", "toutes", "alle", "todos", "todas":
            // "Vous êtes tous là", "seid ihr alle da": a float behind the ones spoken to.
            let isFloat =
                has(start - 1, [.auxiliary]) && `is`(start - 2, "vous", "ihr", "ustedes")
                || `is`(start - 1, "ihr", "vous") || isAskedOfMany(start - 1)
            let isReadiness =
                hasQuestionMark && isSentenceBreak(before: start)
                && isSentenceBreak(before: words.upperBound + 1)
            return isReadiness || isFloat && !has(words.upperBound, .possessive) || standsAlone(words)
        case "jeder", "team": return standsAlone(words)
        // "Right, people, …"; "people like it" are others.
        case "people": return isBreak(before: start) && isBreak(before: end) && tokens.count > 1
        case "all":
            return has(start - 1, .greeting) && !`is`(start - 1, "thank", "thanks")
                || isBreak(before: start) && isBreak(before: end) && tokens.count > 1
        // A verb of the second person plural and its subject: "was haltet ihr", "seid ihr".
        case "ihr":
            return tokens.indices.contains(start - 1) && tokens[start - 1].text.hasSuffix("t")
                && !`is`(start - 1, "gibt", "mit", "hat", "ist")
                && (isClauseStart(at: start - 1) || has(start - 2, .wh) && !`is`(start - 2, "wer"))
        default: return true
        }
    }

    /// `estáis`, `queréis`; with a question mark also `están`: verbs of those spoken to.
    private func isAskedOfMany(_ verb: Int) -> Bool {
        guard language == .spanish, let word = word(verb), isClauseStart(at: verb) else { return false }
        return word.text.hasSuffix("ais") || word.text.hasSuffix("eis") || word.text == "sois"
            || hasQuestionMark
                && `is`(verb, "estan", "quieren", "pueden", "van", "tienen", "creen", "piensan")
    }

    /// A verb, a pause or a preposition follows, not a noun.
    private func standsAlone(_ words: Range<Int>) -> Bool {
        let end = words.upperBound
        return isBreak(before: end) || opening(at: end) == .strong
            || `is`(end, "dazu", "davon", "juntos", "ensemble")
            || has(end, [.auxiliary, .third3, .base, .preposition, .softener, .adverb, .wh])
                && (!has(end, .determiner) || has(end, .wh))
    }

    /// What the words for everybody do here.
    func everyoneRole(of group: MentionGroup) -> Role {
        let start = group.words.lowerBound
        if `is`(start - 1, "thank", "tell", "told", "show") { return .reference }
        if isGreeted(start) { return .vocative(.likely) }
        if tokens[start].text == "the", Everyone.collectives.contains(tokens[group.words.upperBound - 1].text)
        {
            let isHandedOver = first(of: Handovers.patterns(language), around: group.words) != nil
            let sentence = sentenceStart(of: start)..<start
            let isCallFrom = `is`(start - 1, "from") && !sentence.contains { isFiniteVerb($0) }
            return isHandedOver || isCallFrom || isAskedAbout(group.words) ? .handover : .reference
        }
        let end = group.words.upperBound
        let isFloating = sentenceStart(of: start)..<start
        if language != .english,
            isFloating.contains(where: { Everyone.addressees.contains(tokens[$0].text) && !isName[$0] })
        {
            return .vocative(.likely)
        }
        // "Alle miteinander, sagt mir …", "todos, decidme …": a verb that gives to the speaker bids.
        if language != .english, isClauseStart(at: start), tellsMe(from: end) { return .vocative(.likely) }
        // "Cada uno me cuenta lo suyo", "chacun me dit ce qu'il pense".
        if ["cada", "chacun", "chacune"].contains(tokens[start].text), `is`(end, "me", "nos", "nous"),
            !isBreak(before: end)
        {
            return .vocative(.likely)
        }
        if isBidden(at: end), isClauseStart(at: start) { return .vocative(.likely) }
        let isCounted = group.words.count > 2 && tokens[end - 1].text == "you" && tokens[end - 2].text == "of"
        if isCounted || Everyone.second.end(at: start, in: self) == group.words.upperBound {
            let isObject =
                has(start - 1, [.past, .gerund])
                || has(start - 1, [.base, .preposition])
                    && !`is`(
                        start - 1, "from", "of", "hear", "ask", "want", "like", "need", "can", "do", "of",
                        "von")
            return isObject && role(of: group) == .reference ? .reference : .vocative(.certain)
        }
        if isAskedAbout(group.words) { return .vocative(.likely) }
        return role(of: group)
    }

    /// `sagt mir`, `dites-moi`, `decidme`: what those in front of the verb are to tell the speaker.
    private func tellsMe(from index: Int) -> Bool {
        guard let word = word(index), !isName[index] else { return false }
        if `is`(index + 1, "mir", "uns", "moi", "nous"), !isBreak(before: index + 1) { return true }
        return language == .spanish && (word.text.hasSuffix("dme") || word.text.hasSuffix("dnos"))
    }

    /// "Everyone says one number", "chacun donne son avis": the present tense bids.
    private func isBidden(at verb: Int) -> Bool {
        guard let word = word(verb), !isName[verb] else { return false }
        // "Everybody answers."
        if `is`(verb, "answers", "speaks", "votes", "replies", "responds", "talks"),
            isSentenceBreak(before: verb + 1)
        {
            return true
        }
        guard Everyone.giving.contains(word.text) else { return false }
        return (verb + 1..<min(verb + 5, tokens.count)).contains {
            has($0, [.number, .possessive, .view, .noun])
                || `is`($0, "say", "turn", "go", "shot", "vote", "minute", "chance")
        }
    }

    /// "Hello to everybody", "hola a todos".
    private func isGreeted(_ index: Int) -> Bool {
        `is`(index - 1, "to", "a", "an") && has(index - 2, .greeting)
            && !`is`(index - 2, "thanks", "gracias", "merci", "danke")
    }

    /// "How is everybody", "does everyone agree": who is asked about all that listen asks them. What is over
    /// ("did everyone leave") and others ("is everyone at work") is only spoken about.
    private func isAskedAbout(_ words: Range<Int>) -> Bool {
        if hasQuestionMark || language != .english, has(words.lowerBound - 1, .auxiliary),
            has(words.lowerBound - 2, .second)
        {
            return true
        }
        let verb = words.lowerBound - 1
        let next = words.upperBound
        guard has(verb, .auxiliary), !`is`(verb, "was", "were", "had", "should"),
            !`is`(next, "at", "from", "else"),
            !(has(next, .preposition) && has(next + 1, .determiner))
        else { return false }
        if `is`(verb, "did"), !`is`(sentenceStart(of: verb), "what", "which", "who"),
            !has(words.upperBound, .opining),
            !`is`(words.upperBound, "get", "hear", "understand", "follow")
        {
            return false
        }
        return isClauseStart(at: verb) || has(verb - 1, .wh)
            || has(verb - 2, .wh) && isClauseStart(at: verb - 2)
            || has(verb - 1, .negation) && isClauseStart(at: verb - 1)
    }
}
