/// Talk to somebody in the room who is no agent: "Mom, I'm on a call."
enum SideTalk {
    package static let phrases = Phrases(
        """
        is this seat free / is that seat free / is this chair free / is that chair free / is this table free / is that table free / is that chair taken / is that seat taken / to take away please / take away please / get off my / we don't want any
        someone's at the door / somebody's at the door / there's someone at the door / there's somebody at the door / that's the doorbell / that's the door
        stop barking / stop biting / stop chewing / stop fighting / stop kicking / stop pushing / stop teasing / stop jumping / stop licking / stop scratching / stop crying / stop pulling / let go of the lead / let go of the leash / leave it on the doorstep / leave it by the door / leave it at the door / pop it on the side / put it on my desk / table for two / table for one / table for three / table for four
        i was talking to my / i'm talking to my / i wasn't talking to you / i was not talking to you / i'm not talking to you / not talking to you / i wasn't asking you / talking to someone else
        i was speaking to my / speaking to my / talking to the person / that wasn't for you / that was not for you / i was talking to someone / i'm on the phone / i'm on a call / bad dog / good dog / good boy / good girl / bad cat / on a call right now / not you guys
        good kitty / bad kitty / here boy / here girl / here kitty / sit boy / down boy / get off the couch / get off the table / get off the sofa / get off the bed / get down from there / dinner's ready / dinner is ready / come in / come on in / who's there / who is it / i'll be right there / i'll be right with you / be right there / be with you in a / i'm in a meeting / on the other line / i'll call you back / call you right back / over here please / keep the change / the bill please / the check please / can i get the check / to go please / for here or to go / is this seat taken / close the door behind you / don't touch that / put that down / put it down / leave your sister alone / leave your brother alone / brush your teeth / wash your hands / do your homework / go to bed / go to your room / stop hitting / was talking to the / wasn't talking to you
        esta libre esta silla / esta libre este asiento / esta ocupado este / esta ocupada esta / c'est libre / cette place est libre / cette chaise est libre / ist hier noch frei / ist der platz hier / ist der platz frei / ist der platz noch frei / ist dieser platz / herr ober / frau wirtin / garcon l'addition / la cuenta por favor / noch ein bier bitte / un cafe por favor / un cafe s'il vous plait
        estoy en una reunion / la cuenta por favor / ahora te llamo / pasa pasa / ven aqui / baja de ahi / te llamo luego / a cenar / lavate / a la mesa / a la cama
        je suis en reunion / l'addition s'il / je te rappelle / descends de la / entrez / a table / viens ici
        ich bin in einer besprechung / die rechnung bitte / zahlen bitte / ich ruf dich zuruck / komm rein / herein / platz / aus pfui / runter vom / essen ist fertig / komm her / zahne putzen
        no te hablo a ti / no hablo contigo / no te hablaba a ti / hablaba con mi / estoy en una llamada / no era para ti
        je ne te parle pas / je ne vous parle pas / je parlais a mon / je parlais a ma / je suis au telephone / ce n'etait pas pour toi
        ich rede nicht mit dir / ich meinte nicht dich / ich bin am telefon / ich telefoniere / ich habe nicht mit dir / das war nicht fur dich
        """)

    /// Names for those one loves, which nobody gives an agent.
    static let endearments: WordSet = [
        "honey", "hun", "sweetie", "sweetheart", "darling", "babe", "baby", "sweetpea", "poppet", "petal",
        "pumpkin", "munchkin",
        "cutie", "dearest", "kiddo", "sunshine", "angel", "treasure", "princess", "mommy", "mummy", "mum",
        "mom", "dad", "daddy",
        "carino", "amor", "cielo", "tesoro", "corazon", "cheri", "cherie", "puce", "chou", "loulou", "doudou",
        "schatz", "liebling", "schatzi", "mausi", "spatz", "engel", "liebes",
    ]
}

extension Clauses {
    /// A person outside the roster is addressed.
    package var isSideTalk: Bool {
        if saysSideTalk || isStrangerCalled || isToldChild { return true }
        return callsOutsider
    }

    /// The phrases stand at the head of a clause: "which song do we come in to" is no "come in".
    private var saysSideTalk: Bool {
        tokens.indices.contains { index in
            guard let end = SideTalk.phrases.end(at: index, in: self) else { return false }
            // One word is one only when it stands alone: "Platz!", not "der Platz ist frei".
            if end == index + 1, !isClauseStart(at: index) || !isBreak(before: end) { return false }
            // "When can we come in" asks for oneself.
            // "Do we have to come in", "the table for two years".
            if `is`(index - 1, "to") || `is`(index, "table") && !isBreak(before: end) && !has(end, .softener)
            {
                return false
            }
            return !has(index, .base) && (tokens[index].text.utf8.count > 1 || has(index - 1, .person))
                || isRequestStart(at: index)
                    && !(has(index - 1, [.first, .third]) && !has(index - 1, .object))
        }
    }

    /// A relative, a stranger or a person known only by name is called.
    package var callsOutsider: Bool {
        tokens.indices.contains {
            let isNamed = has($0, .title) || tokens[$0].parts.contains(.firstName) && !isName[$0]
            return (has($0, [.person, .givenName]) || isNamed && outsiderEnd(from: $0) > $0 + 1)
                && isAddressed($0)
        }
    }

    /// "Tommy, give …": a capitalised word nobody knows, a comma and a request.
    private var isStrangerCalled: Bool {
        isUnknownBidden
            || tokens.indices.contains { index in
                tokens[index].isCapitalized && tokens[index].entry == nil && isSentenceBreak(before: index)
                    && word(index + 1)?.before == .comma
                    && opening(at: index + 1) == .strong && isNameOfRequest(index)
                    && !tokens[index].text.hasSuffix("ly")
            }
    }

    /// "Scout, what does it cost": a word for a thing that stands in the singular and without an article is somebody's name.
    private func isNameOfRequest(_ index: Int) -> Bool {
        let text = tokens[index].text
        return !CommonWords.contain(text)
            || language == .english && !text.hasSuffix("s") && !has(index, [.view, .adverb, .noun])
    }

    /// "Kev shut that window": a word nobody knows, and what its bearer is bidden do.
    private var isUnknownBidden: Bool {
        var index = 0
        while has(index, [.greeting, .filler]) { index += 1 }
        let isGiven = has(index, .givenName)
        if isGiven { index += 1 }
        guard let word = word(index), word.entry == nil || isGiven && isName[index],
            word.tags.isEmpty || isGiven,
            isGiven || !isName[index], tokens.count >= index + 3, language == .english,
            !CommonWords.contain(word.text),
            word.text.utf8.count > 2, !word.text.hasSuffix("s"), !isBreak(before: index + 1)
        else { return false }
        let verb = index + 1
        // "Sanjay your lunch is here".
        if `is`(verb, "your", "dont") { return true }
        return has(verb, .base) && !has(verb, [.auxiliary, .adjective, .noun])
            && (has(verb + 1, [.determiner, .object]) || `is`(verb, "let") && has(verb + 1, .base)
                || `is`(verb + 1, "us", "down", "up", "off", "out"))
            && !isToldAsPast(after: verb)
    }

    private func isAddressed(_ index: Int) -> Bool {
        let follows = index > 0 && Stop.waiting.first(in: self)?.upperBound == index
        let isFirst = follows || isClauseStart(at: index) && isSentenceBreak(before: sentenceStart(of: index))
        if isFirst, follows || !hasDeterminer(index) {
            let end = outsiderEnd(from: index)
            // "Yes nurse I can", "hey mum", "mamá luego te llamo".
            if has(index, .person),
                has(index - 1, [.yesNo, .greeting]) || has(index + 1, .person)
                    || has(end, .adverb) && has(end + 1, [.object, .second])
            {
                return true
            }
            // "Kinder kommt essen": of several it would be told in the plural.
            if language == .german, `is`(index, "kinder", "jungs"), tokens[index + 1].text.hasSuffix("t") {
                return true
            }
            if isBreak(before: end) { return tokens.count > 1 || has(index, .person) }
            if has(index, .person), has(end, [.adverb, .negation]), !isPredicate(at: end) { return true }
            if isPredicate(at: end) || has(end, [.preposition, .conjunction]) { return false }
            return opening(at: end) > .unclear || Stop.firm.end(at: end, in: self) != nil
        }
        if has(index, .person), isEndearment(between: index) { return true }
        // "… yet, Auntie Jean?"
        let isTitle =
            has(index, .person) && (word(index + 1)?.isCapitalized ?? false) && !isBreak(before: index + 1)
        let last = isTitle ? index + 2 : index + 1
        let isLast = last == tokens.count || isSentenceBreak(before: last)
        guard isLast, !hasDeterminer(index) else { return false }
        return !has(index - 1, [.preposition, .conjunction, .base, .past, .third3, .auxiliary, .negation])
            && (has(index, .person) || has(index - 1, .softener) || `is`(index - 1, "thanks", "cheers"))
    }

    /// Where the words for somebody who is no agent end: "Kevin", "Mister Alvarez", "Leo darling", "Kevin mate".
    private func outsiderEnd(from index: Int) -> Int {
        var end = index + 1
        guard let next = word(end), !isName[end], next.before == .none else { return end }
        if has(end, .givenName) || has(index, .title) && next.tags.isEmpty && !CommonWords.contain(next.text)
        {
            end += 1
        }
        if let last = word(end), !isName[end], last.before == .none, !has(index, .person) || end > index + 1,
            last.has(.person) || SideTalk.endearments.contains(last.key)
        {
            end += 1
        }
        return end
    }

    /// "Put it down poppet we're late", "daddy's working darling ask your sister": a pet name between two clauses.
    private func isEndearment(between index: Int) -> Bool {
        guard SideTalk.endearments.contains(tokens[index].key), index > 1, !hasDeterminer(index),
            !has(index - 1, [.conjunction, .auxiliary, .adjective, .first, .wh])
        else { return false }
        return opening(at: index + 1) == .strong
            || has(index + 1, [.first, .third]) && has(index + 2, [.auxiliary, .base, .past, .third3])
    }

    private func hasDeterminer(_ index: Int) -> Bool {
        // "My grumpy uncle".
        let index =
            has(index - 1, .adjective)
            ? index - 1 : index
        return has(index - 1, [.determiner, .possessive, .preposition]) && !isBreak(before: index)
            && !`is`(index - 1, "no")
    }
}
