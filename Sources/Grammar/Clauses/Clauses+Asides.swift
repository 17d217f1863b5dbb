/// What people say around a sentence without changing whom it is for: "by the way", "if you don't mind", "no rush", a word begun twice.
package enum Aside {
    /// Before what is said. Where words follow that such a phrase would need, it is none: "one thing I forgot".
    package static let opening = Phrases(
        """
        by the way / for what it's worth / just so i know / just so we know / just so you know / you know / you know what / tell you what / i'll tell you what / mind you / as it happens
        while i think of it / while i remember / while i'm at it / while we're at it / while i'm here / while you're here / while you're there / while i have you / while i've got you / while we're on it / while we're on the subject
        before i forget / before i go / before we go / before we move on / before i lose it / before you go / now i think of it / now that i think of it / now that i think about it / come to think of it / thinking about it / speaking of which / talking of which
        to be honest / to be fair / to be frank / to be clear / to be blunt / to be precise / to tell the truth / truth be told / in all honesty / in all fairness / in all seriousness / in fairness / not gonna lie / if i'm honest / if i'm being honest
        out of curiosity / out of interest / just out of curiosity / just out of interest / just curious / just wondering / one more thing / one last thing / one other thing / one quick thing / another thing / one final thing / last thing / one more question / one last question / another question
        quick question / quick one / a quick question / a quick one / just a quick one / just a quick question / random question / silly question / stupid question / dumb question / daft question / genuine question / serious question / weird question / odd question / here's a question / here's one
        the thing is / thing is / the trouble is / trouble is / the problem is / problem is / here's the thing / the point is / my point is / the fact is / fact is / truth is / the truth is / for argument's sake / suppose for argument's sake
        as a matter of fact / in any case / at any rate / either way / first of all / first off / for starters / for a start / in that case / that being said / that said / having said that / on that note / on another note / on a different note / moving on / next up / changing the subject / going back a bit
        a ver / por cierto / a proposito / por curiosidad / una pregunta / otra cosa / una cosa / una cosita / la verdad / para ser sincero / para ser sincera / antes de que se me olvide / ya que estamos
        au fait / a propos / par curiosite / une question / petite question / autre chose / une derniere chose / pour etre honnete / entre nous / tant que j'y pense / pendant que j'y suis / avant que j'oublie
        ubrigens / apropos / kurze frage / eine frage / eine frage noch / noch eine frage / noch was / noch etwas / ehrlich gesagt / nur so aus neugier / aus neugier / bevor ich's vergesse / bevor ich es vergesse / wo wir gerade dabei sind
        """)

    /// Behind what is said.
    static let closing = Phrases(
        """
        if you don't mind / if you wouldn't mind / if that's okay / if that's ok / if that's alright / if that's all right / if that's fine / if that's possible / if it's possible / if possible / if you can / if you could / if you would / if you like / if you please / if it's not too much trouble / if you've got a second / if you've got a minute / if you have a second / if you have a minute / if you have a moment / if you have time
        when you can / when you're ready / when you're free / when you get a sec / when you get a second / when you get a moment / when you get a minute / when you get a chance / when you have a sec / when you have a second / when you have a moment / when you have a minute / when you have time / when you've got a sec / when you've got a minute / as soon as you can / whenever you're ready / whenever you can
        real quick / really quick / really quickly / very quickly / very briefly / in a nutshell / in short / in brief / in a word / in one word / in a sentence / in one sentence / in plain english / in simple terms / in general
        for me / for us / at all / by any chance / by the way / out of curiosity / out of interest / to be honest / to be fair / just curious / just wondering / i'm just curious / i'm just wondering / i was just wondering / just out of interest / just out of curiosity
        no rush / no hurry / no pressure / no worries if not / take your time / in your own time / cheers / cheers mate / thanks a lot / thanks a million / thanks so much / thanks in advance / many thanks / thank you so much / thank you very much / much appreciated / much obliged / i'd love to know / i'd like to know / i'd be curious to know / i'd be interested to know
        si puedes / si no te importa / cuando puedas / cuando tengas un momento / sin prisa / de una vez por todas
        si possible / si tu peux / si vous pouvez / si ca te derange pas / si ca ne te derange pas / quand tu peux / quand vous pouvez / sans urgence / en gros / en bref
        wenn du kannst / wenn sie konnen / wenn moglich / wenn's geht / wenn es geht / bei gelegenheit / wenn du zeit hast / keine eile / in kurz / ganz kurz
        """)

    /// Sounds of thinking, which mean nothing between two words.
    package static let fillers: WordSet = ["um", "uh", "er", "erm", "uhm"]
}

extension Clauses {
    /// Takes out what says nothing about whom the words are for. Nothing goes that would leave less than two words.
    ///
    /// - Parameter isName: whether a roster's name begins with the word.
    package mutating func dropAsides(isName: (WordKey) -> Bool) {
        guard tokens.count > 2 else { return }
        dropStutters(isName: isName)
        dropFillers(isName: isName)
        guard !isBackchannel else { return }
        dropOpenings(isName: isName)
        dropClosings()
    }

    private mutating func drop(_ words: Range<Int>) {
        let before = tokens[words.lowerBound].before
        tokens.removeSubrange(words)
        isName.removeSubrange(words)
        if words.lowerBound < tokens.count {
            tokens[words.lowerBound].before = max(tokens[words.lowerBound].before, before)
        }
    }

    /// "What what do you think", "can i can i ask": a word of grammar, or two, begun again. "No no" and "very very" mean it.
    private mutating func dropStutters(isName: (WordKey) -> Bool) {
        for length in [2, 1] {
            var index = 0
            while index + 2 * length <= tokens.count {
                let first = index..<(index + length)
                let isRepeated = first.allSatisfy {
                    tokens[$0].key == tokens[$0 + length].key && tokens[$0 + length].before == .none
                        && isStumbledOver($0) && !isName(tokens[$0].key)
                }
                if isRepeated { drop((index + length)..<(index + 2 * length)) } else { index += 1 }
            }
        }
    }

    private func isStumbledOver(_ index: Int) -> Bool {
        has(
            index,
            [
                .determiner, .preposition, .auxiliary, .first, .second, .third, .wh, .conjunction,
                .subordinator, .possessive,
            ])
            && (!has(index, [.filler, .discourse, .backchannel, .number, .repair, .softener, .adverb, .base])
                || has(index, .conjunction))
    }

    /// "Put uh the kettle on". Beside a name a filler tells that the sentence begins anew.
    private mutating func dropFillers(isName: (WordKey) -> Bool) {
        var index = 1
        while index + 1 < tokens.count {
            let isBare =
                Aside.fillers.contains(tokens[index].key) && tokens[index].before == .none
                && [index - 1, index + 1].allSatisfy {
                    tokens[$0].entry != nil && !isName(tokens[$0].key) && !has($0, [.repair, .filler])
                }
            guard isBare, tokens[index + 1].before < .stop else {
                index += 1
                continue
            }
            tokens[index + 1].before = .none
            drop(index..<(index + 1))
        }
    }

    private mutating func dropOpenings(isName: (WordKey) -> Bool) {
        var start = 0
        while start < tokens.count, start < 4 {
            if let end = Aside.opening.end(at: start, in: self), end + 2 <= tokens.count,
                isBreak(before: end) || !isContinued(from: start, at: end, isName: isName)
            {
                drop(start..<end)
            } else if let end = acknowledgementEnd(at: start, isName: isName) {
                drop(start..<end)
            } else if has(start, .opening), !isName(tokens[start].key) {
                start += 1
            } else {
                return
            }
        }
    }

    /// "Quick question about the bill", "you know what I mean", "one thing I forgot": the phrase has its complement.
    private func isContinued(from start: Int, at end: Int, isName: (WordKey) -> Bool) -> Bool {
        return has(end, [.preposition, .subordinator]) && !has(end, .discourse)
            || has(end, .pronoun) && end - start < 3
    }

    /// "I see.", "good to know", "that's helpful" before something else. What goes on with the subject or thanks somebody stays.
    private func acknowledgementEnd(at start: Int, isName: (WordKey) -> Bool) -> Int? {
        guard start == 0, !has(0, .yesNo), FollowUp.phrases.end(at: 0, in: self) == nil else { return nil }
        if let end = (1..<tokens.count).first(where: { isSentenceBreak(before: $0) }),
            end + 2 <= tokens.count,
            isSignals(until: end)
        {
            return end
        }
        guard !has(0, .greeting),
            let end = [Signals.phrases.end(at: 0, in: self), judgementEnd(at: 0)].compactMap({ $0 }).max(),
            end > 1, end + 3 <= tokens.count
        else { return nil }
        if isBreak(before: end) { return end }
        // "There was a hard frost": the noun is to come.
        if has(end - 1, .adjective) || tokens[end - 1].parts == .adjective, has(end - 2, .determiner) {
            return nil
        }
        if isName(tokens[end].key) || tokens[end].entry == nil { return end }
        return opening(at: end) == .strong || has(end, .greeting) ? end : nil
    }

    private mutating func dropClosings() {
        for _ in 0..<2 {
            let start = (max(2, tokens.count - 8)..<max(2, tokens.count)).first {
                Aside.closing.end(at: $0, in: self) == tokens.count
            }
            guard let start else { return }
            tokens.removeSubrange(start...)
            isName.removeSubrange(start...)
        }
    }
}
