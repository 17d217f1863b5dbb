/// Changing one's mind about whom one means: "Atlas, um, I mean Scout", "no, I asked Nova".
package enum Corrections {
    /// What names the right one after a denial. Without one, `I asked Nova` is only told.
    private static let english = Pattern.table(
        """
        i actually? said|asked|wanted|called|want for? @
        i was|am|'m <adverb>? asking|talking|speaking|referring|calling|addressing to|with|for? @
        question|one|that|this|it|was|is|'s for|to @
        meant|intended|supposed for|to be? for? @
        @ is|was|does|did|would|can|will|has $
        belongs|goes to @
        want|wanted|mean|meant|need|asked it|that is|'s @
        it|that is|'s|was @ 's? $
        but|rather|instead just|only? for|to|from|with|at? @ $
        it|that|this|one was @ 's turn|question|go|job|call
        i|we had|have|'d|'ve @ in mind
        """)

    /// Said to the holder by name, it tells who was spoken to instead.
    private static let asides = Pattern.table(
        """
        i was|were <adverb>? asking|talking|speaking|calling|addressing to|for? @ $
        """)

    /// Says by itself that the one before was wrong.
    private static let plain = Pattern.table(
        """
        i meant|mean to? ask|say|call|address|for? @
        i|we wanted|needed @ for|on this|that|it
        my|the|that|this question|one was|went|is|'s supposed|meant|intended|addressed|directed|aimed? to? for|to|at|with|go? to? @
        that|this|it|one|question should have|'ve gone|been to|for|with @
        """)

    /// Abroad, behind a denial.
    private static let abroad = Pattern.table(
        """
        era|es|va|iba|est|etait|ist|war|geht|ging|galt para|con|a|de|pour|avec|d|fur|an|mit @
        je|j demande|demandais|parle|parlais|veux|cherche|appelle|prefere a|avec|de|d? @
        ich frag|frage|meine|meinte|will|wollte|mochte|brauche|suche fur|an|mit|von|zu? @
        ich hab|habe mit|von|zu @ geredet|gesprochen
        sino|mais|plutot|sondern para|a|con|pour|avec|de|d|fur|an|mit|von|zu @
        ^ para|a|con|pour|avec|fur|an|mit|zu @ $
        """)

    /// The other languages say it also with the words of a hand-over (`quise decir @`).
    package static func patterns(_ language: Language, afterDenial: Bool, holderIsCalled: Bool)
        -> PatternTable
    {
        if language != .english { return afterDenial ? abroad : none }
        return afterDenial ? afterDenials : holderIsCalled ? toHolder : plain
    }

    private static let afterDenials = PatternTable(plain.patterns + english.patterns)
    private static let toHolder = PatternTable(plain.patterns + asides.patterns)
    private static let none = PatternTable([])

    static let denials = Phrases(
        "not you / who asked you / who said you / why are you answering / why are you talking / why are you replying / why is it you / were you listening / was i talking to you / was i asking you / was i speaking to you / am i talking to you / did i ask you / not any of you / none of you / neither of you / not either of you / instead of you / rather than you / is that you / was that you / not yourself / you're not the one / you're not who / you are not the one / you are not who / not who i'm asking / not the person i asked / not the person i meant / not the one i asked / not the one i meant / not the one i want / not the one i'm asking / not who i asked / not who i meant / wrong number / not your / none of your / not for you / not to you / wasn't you / wasn't for you / wasn't asking you / didn't ask you / didn't mean you / not with you / wrong one / wrong person / wrong agent / wrong man / wrong woman / wrong guy / wrong lady / wrong desk / wrong department / wrong expert / my mistake / my bad / tu no / a ti no / no a ti / no tu / contigo no / no contigo / para ti no / no para ti / con usted no / no con usted / pas toi / pas vous / pas a toi / pas a vous / toi non / du nicht / nicht du / dich nicht / nicht dich / dir nicht / nicht dir / nicht mit dir / nicht an dich / nicht sie"
    )

    /// Said to one who was spoken to by mistake: "beg your pardon, Robin".
    static let apologies = Phrases(
        """
        sorry / so sorry / i'm sorry / apologies / my apologies / pardon / pardon me / beg your pardon / i beg your pardon / begging your pardon / forgive me / excuse me / oops / whoops / nevermind / never mind / my mistake / my bad / my fault / no offence / no offense / no disrespect / with respect / with all due respect / don't take this the wrong way / don't be offended / don't take it personally / bear with me / thanks but / i'm afraid
        perdon / perdona / perdone / perdoname / disculpa / disculpe / disculpame / lo siento / con permiso / con todo respeto
        pardon / desole / desolee / excuse moi / excusez moi / pardonne moi / pardonnez moi / toutes mes excuses
        entschuldigung / verzeihung / tut mir leid / sorry / entschuldige / entschuldigen sie / verzeih / verzeihen sie / nichts fur ungut / pardon
        """)

    /// Leave to be silent, given to one while another is asked.
    static let dismissals = Phrases(
        """
        skip you / no need for you / i don't need you / i didn't need you / leave you out / let you off / skip this one / skip this / skip that / skip it / sit this one out / sit this out / sit out / not this time / you're excused / you had your turn / you've had your turn / you've had your say / you've had your go / you've had your chance / you had your say / you've said your piece / you've said enough / you said enough / you can rest / you can relax / you can go / you can leave / take a break / have a break / you rest / you relax / have a rest / stay out of this / stay out of it / keep out of this / keep out of it / butt out / back off / stand back / step back / step aside / pipe down / leave it to others / not your turn / not your business / that will be all / that'll be all / you're dismissed / you're off the hook / i wasn't asking you / not your question / not your field / not your job / not your department / let others / let the others
        puedes descansar / ya hablaste / tu ya hablaste / no te toca / no te preguntaba
        tu peux te reposer / tu as deja parle / ce n'est pas ton tour / pas toi
        du kannst dich ausruhen / du hast schon / du bist nicht dran / nicht du / dich meine ich nicht
        """)

    static let revocations = Phrases(
        "what am i saying / i keep doing that / i always do that / i keep mixing / i keep confusing / i keep calling / keep getting you mixed / force of habit / slip of the tongue / silly me / stupid me / wrong way round / wrong way around / got that wrong / got the name wrong / got your name wrong / not you i know / i should say / i should have said / should be / let me rephrase / let me start over / let me try again / start again / never mind / nevermind / forget it / forget that / forget this / forget i asked / forget i said / forget i spoke / forget about it / forget about that / i take that back / i'll take that back / take that back / i take it back / as you were / ignore me / i misspoke / let me correct myself / scratch that / scrap that / scrub that / drop that / undo that / cancel that / strike that / ignore that / disregard that / delete that / belay that / leave it / skip it / wrong person / wrong name / my mistake / not you / i mean / i meant / make that / or rather / on second thought / actually no / correction / olvidalo / queria decir / quise decir / me equivoque / laisse tomber / oublie / je veux dire / je voulais dire / ich meine / ich meinte / was rede ich / was red ich / qu'est-ce que je dis / vergiss es / falsche person / digo / mix you up / mixed you up / mixing you up / confuse you / confused you / confusing you / wrong button / mejor dicho / ou plutot / besser gesagt / beziehungsweise / te confundo / te confundi / je vous confonds / je te confonds / verwechsle / verwechselt"
    )
}

extension Clauses {
    /// The end of a denial that begins at `index`: a fixed one, or "wasn't aimed at you", "didn't mean you".
    func denialEnd(at index: Int) -> Int? {
        if let end = Corrections.denials.end(at: index, in: self) ?? reproachEnd(at: index) { return end }
        guard has(index, .negation), !isName[index] else { return nil }
        var end = index + 1
        if language != .english { return foreignDenialEnd(from: end) }
        while has(end, .adverb) { end += 1 }
        // "This isn't really yours".
        if `is`(end, "yours") { return end + 1 }
        // "That's not one for you", "not a question for you".
        var whom = end
        while has(whom, [.determiner, .number]) || `is`(whom, "one", "question", "job", "matter", "thing") {
            whom += 1
        }
        if whom > end, `is`(whom, "for"), `is`(whom + 1, "you") { return whom + 2 }
        guard has(end, [.gerund, .past, .base]), !has(end, .auxiliary) else { return nil }
        end += 1
        if has(end, .preposition) { end += 1 }
        guard `is`(end, "you"), isBreak(before: end + 1) || isName[min(end + 1, tokens.count - 1)] else {
            return nil
        }
        return end + 1
    }

    /// "No era para ti", "pas avec vous", "nicht an dich": a verb, a preposition and who hears it.
    private func foreignDenialEnd(from start: Int) -> Int? {
        var end = start
        while end < start + 3, has(end, [.finite, .object]) || `is`(end, "te"), !has(end, .preposition) {
            end += 1
        }
        if has(end, .preposition) { end += 1 }
        guard `is`(end, "ti", "tu", "usted", "contigo", "toi", "vous", "dich", "dir", "du", "sie", "ihnen"),
            isBreak(before: end + 1) || isName[end + 1] || `is`(end + 1, "sino", "mais", "sondern")
        else { return nil }
        return end + 1
    }

    /// "You misheard me", "you've got that wrong", "you jumped in": said to one who took a turn that was not his.
    private func reproachEnd(at index: Int) -> Int? {
        guard `is`(index, "you") else { return nil }
        let verb = `is`(index + 1, "'ve", "have", "must") || has(index + 1, .adverb) ? index + 2 : index + 1
        let end = has(verb + 1, [.object, .third]) ? verb + 2 : verb + 1
        if `is`(verb, "misheard", "misunderstood", "mistook", "answered") { return end }
        let isOut = `is`(verb, "got", "heard", "have") && `is`(end, "wrong")
        let isIn = `is`(verb, "jumped", "butted", "barged", "cut") && `is`(end, "in")
        return isOut || isIn ? end + 1 : nil
    }

    /// The end of words that take something back and begin at `index`: a fixed phrase, or "forget what I just said", "ignore my question".
    func revocationEnd(at index: Int) -> Int? {
        if let end = Corrections.revocations.end(at: index, in: self) { return end }
        guard `is`(index, "forget", "ignore", "disregard", "scratch", "strike", "scrap", "cancel", "drop")
        else {
            return nil
        }
        guard `is`(index + 1, "what", "everything", "anything", "whatever"), `is`(index + 2, "i") else {
            return nil
        }
        let verb = has(index + 3, .adverb) ? index + 4 : index + 3
        return `is`(verb, "said", "asked", "told", "meant")
            ? (`is`(verb + 1, "you") ? verb + 2 : verb + 1) : nil
    }

    /// `not you` or the like ends before `index`, with or without a pause.
    package func isDenied(before index: Int) -> Bool {
        (max(0, index - 6)..<index).contains { denialEnd(at: $0) == index }
    }

    /// "Noor, not for you", "Gale, you're not the one I asked": the one named is not meant.
    package func isDenied(after index: Int) -> Bool {
        denialEnd(at: index) != nil
    }

    /// The sentence of the name, up to the next one, sends it away: "Charity, you can skip this one".
    package func isDismissed(_ name: Range<Int>, until next: Int) -> Bool {
        let start = sentenceStart(of: name.lowerBound)
        return (start..<next).contains { index in
            guard isName[index] == false,
                !(start..<index).contains(where: { isName[$0] && !name.contains($0) })
            else { return false }
            let ends = [
                denialEnd(at: index), Corrections.dismissals.end(at: index, in: self),
                // "Don't answer that, Chen".
                `is`(index, "dont")
                    && `is`(index + 1, "answer", "reply", "respond", "say", "tell", "speak", "bother")
                    ? index + 2 : nil,
            ]
            return ends.compactMap { $0 }.contains { $0 <= next }
        }
    }

    /// Only words that take something back stand between two names: "Nova, no wait, Atlas".
    package func isRepair(between first: Range<Int>, and second: Range<Int>) -> Bool {
        guard first.upperBound < second.lowerBound else { return false }
        var index = first.upperBound
        while index < second.lowerBound {
            if let end = revocationEnd(at: index), end <= second.lowerBound {
                index = end
            } else if has(index, [.repair, .filler, .softener])
                || has(index, .discourse) && has(index + 1, .repair)
            {
                index += 1
            } else {
                return false
            }
        }
        return true
    }

    /// An apology ends before `index`: "pardon me, Robin".
    package func isApology(before index: Int) -> Bool {
        (max(0, index - 6)..<max(0, index)).contains {
            Corrections.apologies.end(at: $0, in: self) == index
                && (isClauseStart(at: $0) || isRequestStart(at: $0))
        }
    }

    /// "Robin, forgive me", "pardon me, Robin".
    package func isApology(around name: Range<Int>) -> Bool {
        isApology(before: name.lowerBound) || Corrections.apologies.end(at: name.upperBound, in: self) != nil
    }

    /// The speaker takes something back at some point.
    package func deniesSomething(_ roles: [Role]) -> Bool {
        if roles.contains(.negated) { return true }
        return tokens.indices.contains {
            denialEnd(at: $0) != nil || revocationEnd(at: $0) != nil && isClauseStart(at: $0)
                || has($0, .repair) && (isClauseStart(at: $0) || $0 > 0 && isName[$0 - 1])
                    && !`is`($0, "actually", "wait")
        }
    }

    /// "No, Ravi, Joy": behind a refusal that opens the clause stands who was wrongly answered.
    package func isRefused(_ name: Int) -> Bool {
        `is`(name - 1, "no", "nein", "non", "nope", "nah") && isClauseStart(at: name - 1)
    }

    /// "Not Ravi please Joy this time": whoever is named after a denial is named anew.
    package mutating func separateDenial(of mention: Mention, isHolder: Bool) {
        var next = mention.words.upperBound
        while has(next, [.softener, .filler]), !isBreak(before: next) { next += 1 }
        guard next < tokens.count, isName[next], !isBreak(before: next),
            isDenied(before: mention.words.lowerBound) || isExcused(mention.words.lowerBound)
                || first(of: Negations.patterns(language), around: mention.words) != nil
        else { return }
        tokens[next].before = .comma
    }

    /// "Hazel, can you… oh wait, that's one for Basil": a clause is left where it was and another begun.
    package func breaksOff(between first: Range<Int>, and second: Range<Int>) -> Bool {
        (first.upperBound..<max(first.upperBound, second.lowerBound)).contains { index in
            guard isBreak(before: index) || has(index - 1, [.filler, .repair]) else { return false }
            return has(index, .repair) && !`is`(index, "actually", "please")
        }
    }

    /// Between two names the first is taken back.
    package func isRevoked(between first: Range<Int>, and second: Range<Int>) -> Bool {
        let between = first.upperBound..<max(first.upperBound, second.lowerBound)
        // "Tamsin, um, Skye, I mean": said after the right name.
        if between.count <= 3, let end = revocationEnd(at: second.upperBound),
            `is`(second.upperBound, "i", "je", "ich"),
            !(end..<tokens.count).contains(where: { isName[$0] })
        {
            return true
        }
        for index in between {
            if let end = revocationEnd(at: index), end <= second.lowerBound {
                return true
            }
            guard has(index, .repair) else { continue }
            // "no", "actually" take a name back when nothing but the correction stands between.
            let isNear = index <= first.upperBound + 1 || index + 2 >= second.lowerBound
            if isNear, between.count <= 6 { return true }
        }
        return false
    }
}
