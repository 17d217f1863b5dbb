/// What the words for everybody do in a sentence: address all, hand over to all, or are only spoken about.
extension Clauses {
    /// What the words for everybody do here; the first construction that applies decides.
    package func everyoneRole(of group: MentionGroup) -> Role {
        let start = group.words.lowerBound
        if `is`(start - 1, "thank", "tell", "told", "show") || isMistaken(group.words) { return .reference }
        // "Wie seht ihr das": found behind its verb only.
        if group.words.count == 1, tokens[start].key == "ihr" { return .vocative(.certain) }
        if isGreeted(start) { return .vocative(.likely) }
        if isWanted(from: start) { return .handover }
        if let role = collectiveRole(group.words) { return role }
        if isAmongOthers(group) || isToldOfAll(group.words) { return .reference }
        if language != .english, isBiddenAbroad(group.words) {
            return .vocative(.likely)
        }
        if isFloatingWithYou(start) || isBidden(group.words) {
            return .vocative(.likely)
        }
        if isSecond(group.words) { return .vocative(.certain) }
        return isAskedAbout(group.words) ? .vocative(.likely) : role(of: group)
    }

    /// "I always mix you two up", "you two sound so alike".
    private func isMistaken(_ words: Range<Int>) -> Bool {
        `is`(words.lowerBound - 1, "mix", "mixed", "mixing", "confuse", "confused", "confusing")
            || (words.upperBound..<min(words.upperBound + 4, tokens.count)).contains {
                `is`($0, "alike", "confused", "similar", "muddled", "mixed")
            }
    }

    /// "The people" are others; "the team" is asked where the turn is handed over, or its view.
    private func collectiveRole(_ words: Range<Int>) -> Role? {
        if isWholeAsked(words) { return .handover }
        guard tokens[words.lowerBound].key == "the" else { return nil }
        let noun = tokens[words.upperBound - 1].key
        guard Everyone.collectives.contains(noun) else { return nil }
        let isHandedOver = first(of: Handovers.patterns(language), around: words) != nil
        let sentence = sentenceStart(of: words.lowerBound)..<words.lowerBound
        let isCallFrom = `is`(words.lowerBound - 1, "from") && !sentence.contains { isFiniteVerb($0) }
        return isHandedOver || isCallFrom || isAskedAbout(words) ? .handover : .reference
    }

    /// "All of them?", "she bites the others", "nos despierta a todos".
    private func isAmongOthers(_ group: MentionGroup) -> Bool {
        let (start, last) = (group.words.lowerBound, tokens[group.words.upperBound - 1].key)
        if last == "them", role(of: group).isVocative {
            return true
        }
        return language == .spanish && `is`(start - 1, "a")
            && (sentenceStart(of: start)..<start).contains { `is`($0, "nos", "les", "los") }
    }

    /// "Decidme todos", "alle miteinander, sagt mir …", "chacun me dit ce qu'il pense": a verb that gives to the speaker bids.
    private func isBiddenAbroad(_ words: Range<Int>) -> Bool {
        let (start, end) = (words.lowerBound, words.upperBound)
        if start > 0,
            isClauseStart(at: start - 1) && tellsMe(from: start - 1)
        {
            return true
        }
        return ["cada", "chacun", "chacune"].contains(tokens[start].text) && `is`(end, "me", "nos", "nous")
            && !isBreak(before: end)
    }

    /// "Ihr könnt alle …": it goes with a word for those spoken to.
    private func isFloatingWithYou(_ start: Int) -> Bool {
        // "Was halten Sie alle davon": they would stand before the verb.
        if start > 0, tokens[start].key == "sie", tokens[start - 1].text.hasSuffix("en"), has(start - 2, .wh)
        {
            return true
        }
        return language != .english
            && (sentenceStart(of: start)..<start).contains {
                Everyone.addressees.contains(tokens[$0].key) && !isName[$0]
            }
    }

    private func isBidden(_ words: Range<Int>) -> Bool {
        let (start, verb) = (words.lowerBound, words.upperBound)
        // "Cast a vote folks everybody say yes or no": without its -s the verb commands.
        let isCommand =
            language == .english && words.count == 1 && has(verb, .base) && has(verb, [.speech, .taking])
            && !has(verb, [.past, .noun]) && !isBreak(before: verb)
            && !has(start - 1, Tags.anyVerb.union([.preposition, .subordinator, .wh, .negation]))
        return isCommand || isClauseStart(at: start) && isBidden(at: verb)
    }

    /// "You lot", "any of you", "vous tous": all that listen, whatever else is said.
    private func isSecond(_ words: Range<Int>) -> Bool {
        tokens[words.lowerBound].key == "you" && words.count > 1
            || words.count > 2 && tokens[words.upperBound - 1].key == "you"
                && tokens[words.upperBound - 2].key == "of"
            || Everyone.second.end(at: words.lowerBound, in: self) == words.upperBound
    }

    /// "Everyone at work hates it", "tout le monde au bureau en parle", "everyone is shown the same": others, of whom something is said.
    private func isToldOfAll(_ words: Range<Int>) -> Bool {
        let (start, end) = (words.lowerBound, words.upperBound)
        guard isClauseStart(at: start), !isBreak(before: end), !has(end, .softener), !isSecond(words) else {
            return false
        }
        if has(end, .preposition) || `is`(end, "i", "we", "out", "over", "down", "au", "aux", "en", "a") {
            return (end + 1..<max(end + 1, min(end + 6, tokens.count))).prefix { !isBreak(before: $0) }
                .contains {
                    !has($0, language == .english ? [.base, .determiner] : .determiner)
                        && (has($0, [.third3, .past]) && (!has($0, .auxiliary) || language != .english)
                            || `is`($0, "was", "had", "has", "is")
                            || language != .english && $0 > end + 1 && tokens[$0].tags.isEmpty)
                }
        }
        guard language == .english, ["everyone", "everybody"].contains(tokens[start].text), words.count == 1
        else {
            return false
        }
        let verb = tokens[end]
        return !has(end, Tags.closedClass.union(.base)) && verb.text.hasSuffix("s")
            && verb.text.utf8.count > 3 && !isBreak(before: end + 1)
            && !Everyone.giving.contains(verb.key)
    }

    /// `sagt mir`, `dites-moi`, `decidme`: what those in front of the verb are to tell the speaker.
    private func tellsMe(from index: Int) -> Bool {
        guard let word = word(index), !isName[index] else { return false }
        return language == .spanish && (word.text.hasSuffix("dme") || word.text.hasSuffix("dnos"))
    }

    /// "Everyone says one number", "chacun donne son avis": the present tense bids.
    private func isBidden(at verb: Int) -> Bool {
        guard let word = word(verb), !isName[verb] else { return false }
        guard Everyone.giving.contains(word.key) else { return false }
        return (verb + 1..<min(verb + 5, tokens.count)).contains {
            has($0, [.number, .possessive, .view, .noun, .wh])
                || `is`($0, "say", "turn", "go", "shot", "vote", "minute", "chance")
        }
    }

    /// "Let's have a thumbs up or down from everyone", "I want the opinion of the entire board".
    func isWanted(from start: Int) -> Bool {
        let isTheirs = has(start - 2, .view) && `is`(start - 1, "of") && `is`(start - 3, "the")
        guard `is`(start - 1, "from") || isTheirs && !`is`(start - 2, "idea"), mood(before: start) == .wanted,
            let verb = (sentenceStart(of: start)..<start).last(where: { has($0, .base) && isVerb($0) })
        else { return false }
        return `is`(verb, "have", "get", "hear", "want", "need", "like", "love", "collect", "take")
    }

    /// "Hello to everybody", "hola a todos".
    private func isGreeted(_ index: Int) -> Bool {
        `is`(index - 1, "to", "a", "an") && has(index - 2, .greeting)
            && !`is`(index - 2, "thanks", "gracias", "merci", "danke")
    }

    /// "How is everybody", "does everyone agree": who is asked about all that listen asks them. What is over
    /// ("did everyone leave") and others ("is everyone at work") is only spoken about.
    private func isAskedAbout(_ words: Range<Int>) -> Bool {
        let verb = words.lowerBound - 1
        let next = words.upperBound
        guard has(verb, .auxiliary), !`is`(verb, "was", "were", "had", "should"),
            !`is`(next, "at", "from", "else"),
            !(has(next, .preposition) && has(next + 1, .determiner))
        else { return false }
        // "Does everyone have to sign", "does everyone need a visa": who is asked what he thinks, has or knows is here.
        if `is`(verb, "does", "do"),
            `is`(next, "have") && `is`(next + 1, "to")
                || !has(next, [.opining, .taking])
                    && !`is`(
                        next, "have", "know", "want", "like", "understand", "get", "hear", "see", "remember",
                        "mind", "fancy")
        {
            return false
        }
        if `is`(verb, "did"), !`is`(sentenceStart(of: verb), "what", "which", "who"),
            !has(words.upperBound, .opining),
            !`is`(words.upperBound, "get", "hear", "understand", "follow")
        {
            return false
        }
        return isClauseStart(at: verb) || has(verb - 1, .wh)
    }
}
