/// What each name does in its sentence: hand-over phrases first, then everyday words, then where the name stands.
extension Clauses {
    package func role(of group: MentionGroup) -> Role {
        if isAddition(group.words) { return .handover }
        if language == .english, isBehindCleft(group.words) { return .vocative(.likely) }
        if isClefted(behind: group.words) { return .handover }
        if isNegated(group.words) { return .negated }
        if let cleft = cleftAbroad(of: group.words) { return cleft == .wanted ? .handover : .reference }
        let (start, end) = (group.words.lowerBound, group.words.upperBound)
        // "Let Kwame know": an errand.
        if `is`(start - 1, "let"), `is`(end, "know"), !isBreak(before: end) { return .reference }
        if isKindOfQuestion(group.words) { return .handover }
        if !group.isRole, isOrdinaryWord(group) { return .ordinary }
        if isToldWithOthers(group) { return .reference }
        let isGerman = language == .german && has(end, .base) && !isBreak(before: end)
        if isPutOff(group.words), isGerman || has(start - 1, [.base, .preposition, .modal]) {
            return .reference
        }
        if isObjectOfDoubt(start) { return .reference }
        if isMeantNow(group), isHandedOver(group.words) || isInvited(group) || isGivenWord(group) {
            return .handover
        }
        if group.isRole, group.hasArticle || has(start - 1, .determiner), !isCalledOut(group) {
            return .reference
        }
        return position(of: group)
    }

    private func isNegated(_ name: Range<Int>) -> Bool {
        first(of: Negations.patterns(language), around: name) != nil
            // "It wasn't Chen who called": told.
            && !isClefted(name)
            // "Never mind, Scout, …" is said to Scout.
            && !(isBreak(before: name.lowerBound)
                && `is`(name.lowerBound - 1, "mind", "nevermind", "it", "that", "instead"))
            // "Why not Scout", "… ready or not, Scout".
            && !(has(name.lowerBound - 2, .wh) && `is`(name.lowerBound - 1, "not", "pas", "no", "nicht"))
            && !`is`(name.lowerBound - 2, "or")
    }

    /// "This is a Kwame question", but "she did a sterling job".
    private func isKindOfQuestion(_ name: Range<Int>) -> Bool {
        `is`(name.lowerBound - 1, "a", "one") && has(name.lowerBound - 2, [.auxiliary, .preposition])
            && !`is`(name.lowerBound - 2, "did", "do", "does", "has", "have", "had")
            && `is`(
                name.upperBound, "question", "job", "matter", "topic", "thing", "problem", "task", "call")
            && (isClauseEnd(at: name.upperBound + 1) || has(name.upperBound + 1, .subordinator))
    }

    private func isToldWithOthers(_ group: MentionGroup) -> Bool {
        let start = group.words.lowerBound
        // "Was it you or Nova who moved it" asks the one spoken to.
        if `is`(start - 1, "or"), has(start - 2, .second), has(start - 3, .third), !isBreak(before: start) {
            return true
        }
        // "You and Nova don't agree" tells the holder something; "what would you and Nova do" asks both.
        // "It's Chen who told me", "c'est Chen qui me l'a dit": the cleft tells what has been.
        return isJoinedToYou(group) && !isAskedWithYou(group) || isClefted(group.words)
    }

    /// Neither told of the past, nor advised, put off, only supposed or asked about.
    private func isMeantNow(_ group: MentionGroup) -> Bool {
        !isReported(group) && !isAdvice(group) && !isPutOff(group.words) && !isUnreal(around: group.words)
            && !isAskedOfAnother(group.words)
            && mood(before: group.words.lowerBound) != .told
    }

    /// A phrase of handing over holds the name.
    private func isHandedOver(_ name: Range<Int>) -> Bool {
        let before = name.lowerBound - 1
        guard let pattern = first(of: Handovers.patterns(language), around: name) else { return false }
        // "Laut Klaus soll es regnen".
        let isGoverned =
            language != .english && pattern.left.isEmpty && has(before, .preposition)
            && !isBreak(before: name.lowerBound) && !has(before, .sequence)
        // "It's Vera I'm asking, Grant": a mark stands between the phrase and who is called.
        let isCalledBehind = isPunctuated && isSetOff(name) && !has(before, .filler)
        let isSubject = isPastPredicate(at: name.upperBound) || isGenitive(at: name.upperBound)
        return !isGoverned && (!pattern.right.isEmpty || !isCalledBehind && !isSubject)
    }

    /// A mark before the name, and one behind it or nothing.
    private func isSetOff(_ name: Range<Int>) -> Bool {
        name.lowerBound > 0 && isBreak(before: name.lowerBound) && isBreak(before: name.upperBound)
    }

    /// "Not only Mark but Dale too": not instead of Mark, but besides.
    private func isAddition(_ name: Range<Int>) -> Bool {
        `is`(name.lowerBound - 1, "just", "only", "merely", "simply", "solo", "solamente", "seulement", "nur")
            && `is`(name.lowerBound - 2, "not", "no", "pas", "nicht")
            && (name.upperBound..<min(name.upperBound + 2, tokens.count)).contains {
                `is`($0, "but", "also", "sino", "mais", "sondern")
            }
    }

    /// "Pass that on to Dale later", "does Mark know you said so": nothing to be done or answered by him now.
    private func isPutOff(_ name: Range<Int>) -> Bool {
        let (before, end) = (name.lowerBound - 1, name.upperBound)
        if `is`(end, "know"), `is`(end + 1, "i", "we", "you") { return true }
        // "Will Chen be singing too": asked is what will be.
        if `is`(end, "be"), has(end + 1, .gerund), !`is`(end + 1, "willing"), `is`(before, "will", "would") {
            return true
        }
        // "We could ask him but he's useless".
        if `is`(end, "but"), `is`(end + 1, "he", "she", "they"), `is`(before - 1, "could", "might", "would") {
            return true
        }
        // "Ask Chen when I see him", "once we've met her".
        if (end..<max(end, tokens.count - 2)).contains(where: {
            `is`($0, "when", "once", "if", "whenever") && has($0 + 1, [.first, .second])
                && (has($0 + 2, .base) && has($0 + 3, .object) || has($0 + 3, .past) && has($0 + 4, .object))
        }) {
            return true
        }
        if isPlannedAhead(before: name.lowerBound) || isPlannedAbroad(around: name) { return true }
        guard let time = anotherTimeEnd(at: end) else { return false }
        return isClauseEnd(at: time) && !has(before, [.conjunction, .sequence])
    }

    /// "Next to Buck's": not Buck but what is his; his opinion he gives himself.
    package func isGenitive(at index: Int) -> Bool {
        `is`(index, "'s") && !has(index + 1, [.view, .adverb, .determiner, .gerund])
            && !`is`(index + 1, "got")
    }

    /// `you and @`: the holder is meant along with the one named.
    package func isJoinedToYou(_ group: MentionGroup) -> Bool {
        let and = group.words.lowerBound - 1
        return has(and, .conjunction) && has(and - 1, .second) && !`is`(and, "or", "but")
            && !isBreak(before: and + 1)
            && !isBreak(before: and)
    }

    /// An auxiliary or nothing stands before `you and @`: a question, or a call.
    package func isAskedWithYou(_ group: MentionGroup) -> Bool {
        let you = group.words.lowerBound - 2
        return has(you - 1, .auxiliary) && !`is`(you - 1, "'s", "did", "were")
    }

    /// "The designer, can you …": a role with its article at the start, and a request.
    private func isCalledOut(_ group: MentionGroup) -> Bool {
        if isClauseStart(at: group.words.lowerBound), isSentenceBreak(before: group.words.upperBound),
            has(0, [.repair, .negation])
        {
            return true
        }
        return isClauseStart(at: group.words.lowerBound) && opening(at: group.words.upperBound) == .strong
            && !isPredicate(at: group.words.upperBound)
    }

    /// "Check whether Felix fixed it": what is over cannot be handed over.
    private func isPastPredicate(at index: Int) -> Bool {
        let index = has(index, .adverb) ? index + 1 : index
        // "Lass mal Svenja ran": past only in another language.
        if let entry = word(index)?.entry, entry[language].isEmpty { return false }
        return !isBreak(before: index) && has(index, .past) && !has(index, .base)
    }

    /// "Bring a passport, and tell Constance …": what an agent bids the caller do later.
    private func isAdvice(_ group: MentionGroup) -> Bool {
        let verb = group.words.lowerBound - 1
        // "Shall I fetch Chen", "do you want to speak to Chen": an offer waits for its answer.
        if isAgents,
            (sentenceStart(of: verb)..<max(verb, 0)).contains(where: {
                `is`($0, "shall", "should") && `is`($0 + 1, "i")
                    || `is`($0, "you") && `is`($0 + 1, "want", "like", "prefer") && has($0 - 1, .auxiliary)
            })
        {
            return true
        }
        return isAgents && `is`(verb, "tell", "remind", "dile", "dis", "sag")
            && !`is`(verb - 1, "me", "'s", "'ll", "will")
    }

    /// "Dejé que Nova condujera", "ayer hablaba con Nova", "die hab ich an Nova übergeben", "Nova soll gesungen haben".
    private func isToldAbroad(around name: Range<Int>) -> Bool {
        let start = clauseStart(of: name.lowerBound)
        let end = (name.upperBound..<tokens.count).first { isBreak(before: $0) } ?? tokens.count
        return (max(0, start - 1)..<end).contains {
            // "Me dijo: «Pregúntale a Nova»".
            if has($0 + 1, .base), `is`($0, "dijo", "dicho", "dice", "dit", "gesagt", "sagte", "meinte") {
                return true
            }
            if `is`($0, "ayer", "anoche", "hier", "gestern", "neulich", "damals") { return true }
            guard has($0, .past) else { return false }
            if language == .spanish {
                return tokens[$0].endsInAccent && (1..<4).contains(name.lowerBound - $0)
            }
            let isPerfect = $0 + 1 == end && `is`(start + 1, "hab", "habe", "haben")
            return language == .german && $0 > name.lowerBound
                && (isPerfect || `is`($0 + 1, "haben", "sein"))
        }
    }

    /// "I already asked", "did she ask": what looks like a hand-over is told, not wanted.
    private func isReported(_ group: MentionGroup) -> Bool {
        let start = clauseStart(of: group.words.lowerBound)
        // "Let me check that with Kwame first": the speaker's own errand.
        if !isAgents,
            (start..<group.words.lowerBound).contains(where: {
                `is`($0, "let") && `is`($0 + 1, "me", "us")
                    && `is`($0 + 2, "check", "consult", "discuss", "run", "clear", "verify", "confirm")
            })
        {
            return true
        }
        // "I'll have a word with Chen about it": the speaker will, later.
        if !isAgents, language == .english,
            (start..<group.words.lowerBound).contains(where: {
                `is`($0, "'ll", "will") && has($0 - 1, .first)
                    && (`is`($0 + 1, "have", "get", "grab") && `is`($0 + 2, "a", "another"))
            })
        {
            return true
        }
        if language != .english, isToldAbroad(around: group.words) { return true }
        return language == .french
            && (start..<group.words.lowerBound).contains {
                `is`($0, "ai", "as", "avons", "avez", "ont", "avait", "avais")
                    && !has($0 + 1, .determiner) && !`is`($0 + 1, "besoin", "envie", "hate")
            }
    }
}
