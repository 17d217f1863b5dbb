/// "Mhm", "yeah, right", "makes sense": a listener's signals, which ask for nothing.
extension Clauses {
    /// Every word belongs to a signal.
    package var isBackchannel: Bool { !isWhoa && isSignals(until: tokens.count) }

    /// One `whoa` is wonder, two are reins.
    private var isWhoa: Bool { tokens.count > 1 && tokens.indices.allSatisfy { `is`($0, "whoa", "woah") } }

    func isSignals(until limit: Int) -> Bool {
        // "Ah, ya veo": a phrase may begin within another, so every way of cutting counts.
        var isReached = [Bool](repeating: false, count: limit + 1)
        isReached[0] = true
        for index in 0..<limit where isReached[index] {
            if isSighed(index, until: limit) { return true }
            for end in signalEnds(at: index, until: limit) { isReached[end] = true }
        }
        return isReached[limit]
    }

    private func signalEnds(at index: Int, until limit: Int) -> [Int] {
        var ends = [
            Signals.phrases.end(at: index, in: self), judgementEnd(at: index), insightEnd(at: index),
            presenceEnd(at: index),
        ].compactMap { $0 }
        let isWord =
            !isName[index] && isSignal(tokens[index])
            || index > 0 && index + 1 == limit && isEvaluation(index)
            || isGlue(index) && index + 1 < limit
        if isWord { ends.append(index + 1) }
        // "How beautiful", "that's so sad": a judgement, and no more.
        if let end = Signals.intensifiers.end(at: index, in: self), end < limit, isSignal(tokens[end]) {
            ends.append(end + 1)
        }
        return ends.filter { $0 <= limit }
    }

    /// "Ooh, fancy", "very tidy", "poor lamb": an exclamation made of qualities.
    private func isSighed(_ start: Int, until limit: Int) -> Bool {
        guard limit == tokens.count, limit - start <= 3 else { return false }
        // "Quiet!" alone is a demand.
        if limit == 1, Silence.qualities.contains(tokens[start].key) { return false }
        if `is`(
            start, "poor", "lucky", "clever", "silly", "good", "bless", "pobre", "pauvre", "arme", "armer",
            "armes"),
            limit - start == 2, !isName[start + 1], !has(start + 1, [.auxiliary, .preposition, .wh])
        {
            return true
        }
        return (start..<limit).allSatisfy {
            !isName[$0] && has($0, [.adjective, .adverb, .filler, .discourse])
                && !has($0, [.wh, .negation, .preposition, .sequence, .repair])
                && !`is`(
                    $0, "again", "next", "back", "now", "here", "there", "more", "louder", "slower", "faster",
                    "today", "tomorrow", "tonight", "yesterday", "when", "instead", "else")
        } && has(limit - 1, .adjective)
    }

    /// "That's much clearer", "it sounds like fun", "nice one", "poor you".
    func judgementEnd(at start: Int) -> Int? {
        var index = start
        if has(index, .third), Signals.copulas.contains(word(index + 1)?.key) {
            index += 2
            while has(index, [.adverb, .discourse]) && !isEvaluation(index)
                || Signals.degrees.contains(word(index)?.key)
            {
                index += 1
            }
            guard isEvaluation(index) else { return nil }
            return Signals.heads.contains(word(index + 1)?.key) ? index + 2 : index + 1
        }
        guard isEvaluation(index), Signals.heads.contains(word(index + 1)?.key),
            !isBreak(before: index + 1)
        else { return nil }
        return index + 2
    }

    private func isEvaluation(_ index: Int) -> Bool {
        guard let word = word(index), !isName[index] else { return false }
        return isSignal(word) || Signals.evaluations.contains(word.key)
            || word.text.utf8.count > 4 && word.text.hasSuffix("er") && word.entry == nil
    }

    /// "Now I get it", "I totally see that": hearing and agreeing, with no more than a pronoun for an object.
    private func insightEnd(at start: Int) -> Int? {
        guard `is`(start, "i") else { return nil }
        var index = start + 1
        while has(index, .adverb) || `is`(index, "do", "did", "can", "completely") { index += 1 }
        guard Signals.insights.contains(word(index)?.key) else { return nil }
        index += 1
        for object in [
            ["what", "you", "mean"], ["where", "you", "'re", "going"], ["that"], ["it"], ["this"], ["you"],
            ["so"],
        ]
        where index + object.count <= tokens.count
            && object.indices.allSatisfy({ tokens[index + $0].text == object[$0] })
        {
            index += object.count
            break
        }
        return index == tokens.count || isBreak(before: index) || isSignal(tokens[index])
            || has(index, .adverb)
            ? index : nil
    }

    /// "I'm still here", "ich bin noch dran", "je suis toujours là": one listens, and no more.
    private func presenceEnd(at start: Int) -> Int? {
        var index = has(start, .first) ? start + 1 : start
        guard `is`(index, "'m", "am", "bin", "suis", "sigo", "estoy", "hor", "hore") else { return nil }
        index += 1
        while has(index, [.adverb, .filler]) && !Signals.presence.contains(word(index)?.key)
            || `is`(index, "all")
        {
            index += 1
        }
        guard Signals.presence.contains(word(index)?.key), !isBreak(before: index) else { return nil }
        index += 1
        while has(index, .second) || `is`(index, "so", "far", "to", "along", "zu"), !isBreak(before: index) {
            index += 1
        }
        return index
    }

    private func isGlue(_ index: Int) -> Bool {
        `is`(index, "now", "well", "so", "oh", "ah", "then", "my")
            || `is`(index, "no") && `is`(index - 1, "yeah", "yep", "yes", "ja")
    }

    /// A signal in any language: listeners hum alike everywhere.
    func isSignal(_ token: Token) -> Bool {
        guard let entry = token.entry else { return Signals.isHum(token.text) || Signals.isDrawn(token.text) }
        if entry[.english].contains(.filler),
            !entry[.english].contains(.discourse) || token.text.utf8.count < 4
        {
            return true
        }
        return Language.allCases.contains {
            entry[$0].contains(.backchannel) || Signals.isHesitation(entry[$0])
        }
    }

    /// Signals so far, the last of them perhaps cut off: it may still become one.
    package var mayBecomeBackchannel: Bool {
        // The last phrase may be any number of words old.
        (0..<tokens.count).contains { start in
            isSignals(until: start)
                && (Signals.phrases.mayBegin(tokens[start...]) || isCutSignal(from: start))
        }
    }

    private func isCutSignal(from start: Int) -> Bool {
        start == tokens.count - 1 && Signals.words.contains { $0.hasPrefix(tokens[start].text) }
    }
}

enum Signals {
    static let phrases = Phrases(
        """
        got you / ok got you / no way seriously / seriously / are you serious / you serious / for real / honestly / i never / i had no idea / i'd no idea / i never knew / i never knew that / i wasn't aware / i wasn't aware of that / that's news to me / news to me / that's a lot / that is a lot / what a lot / how lovely for you / good for you / good for him / good for her / good for them / lucky you / lucky me / poor you / rather you than me / better you than me / i can imagine / i can believe it / i can believe that / i can tell / so i see / so i hear / so i heard / so i gather / so they say / i gather / i gathered / there we are / there we go / ah there we are / there it is / that explains it / that explains a lot / that would explain it / that makes two of us / you and me both / i don't blame you / can't argue with that / no argument there / you've got a point / you have a point / point taken / duly noted / well done / well played / well put / nicely put / well said / bless / bless him / bless her / bless them / bless you / poor thing / poor things / poor love / poor man / poor woman / what a day / what a life / what a story / what a mess / what a lovely thought / fair dos / fair play / each to their own / so far so good / loud and clear / gotcha / all ears / keep it coming / do go on / go on then / please go on / please continue / please do / by all means /
        no me digas / no sabia eso / no lo sabia / no tenia ni idea / no tenia idea / ya me imagino / me imagino / te creo / bien hecho / pobrecito / pobrecita / que suerte la tuya
        je savais pas / je ne savais pas / je n'en savais rien / aucune idee / j'imagine / je m'en doute / je m'en doutais / bien joue / bien dit / pauvre petit / le pauvre / la pauvre
        echt / ach echt / ach komm / echt ja / na dann ist ja gut / das wusste ich nicht / wusste ich nicht / wusste ich gar nicht / keine ahnung / kann ich mir vorstellen / das kann ich mir vorstellen / glaub ich gern / das glaub ich / gut gesagt / gut gemacht / der arme / die arme / du armer
        course / figures / well i never / no i know / no i see / no i get it / no of course / no absolutely / no totally / no exactly / no quite / no right / sounds good to me / sounds fine to me / sounds great to me / sounds fine / sounds great / sounds lovely / sounds right to me / looks good to me / fine with me / okay with me / good with me / well i'll be / well i'll be damned / fancy that / imagine that / just imagine / how about that / would you believe it / would you believe that / can you believe it / can you imagine / you're kidding / you're joking / you must be joking / you must be kidding / you're having me on / you're pulling my leg / get away / get out of here / get outta here / give over / go on then / go on you / is it really / was it really / did it really / did you really / does it really / were you really / are you really / have you really / has it really / do you really / ain't that the truth / isn't that something / isn't that the truth / ain't it just / too right / dead right / spot on / bang on / right you are / righto / rightio / right oh / righty ho / okey dokey / okey doke / okie dokie / okie doke / aye aye / yes sir / yessir / yes ma'am / yes boss / yes chef / yes captain / yes miss / yes please do / sure thing / sure did / sure does / sure is / for real / no joke / big time / you know it / i know right / right right / same difference / six of one / all good / no worries / no problem / no bother / fair play / fair do's / fair dinkum / good for you / good on you / good on ya / good stuff / good lad / good girl / good man / well done / well played / nice going / bless you / bless him / bless her / bless them / bless your heart / bless / lord have mercy / mercy me / goodness gracious / great scott / strewth / blow me / blow me down / stone the crows / i'll say / i should say so / i should think so / i dare say / i daresay / i imagine so / i expect so / i reckon so / i reckon / i believe so / i believe you / i believe it / i hope so / i hope not / i'd imagine / i see what you mean / i see your point / i take your point / i know what you mean / i know the feeling / i know that feeling / i feel you / i feel that / i follow / with you so far / with you / following you / listening / go for it / keep it coming / don't stop / please continue / do go on / please go on / continue please / and then / then what / so i see / so i hear / so i gather / so it seems / so they say / makes a change / that tracks / that checks out / that adds up / that's a thought / that's a point / that's a relief / that's life / that's the one / that's the way / that's the ticket / that's us told / there we go / there we are / there you are / there it is / here you go / you and me both / join the club / story of my life / don't i know it / tell me more about it / wouldn't that be nice / what a surprise / what a shame / what a relief / what a laugh / what a mess / what a nightmare / what a story / what a day / what a thing / what a life / each to their own / takes all sorts / small world / time flies / to be fair / in fairness / true enough / true that / too true / how funny / how odd / how strange / how weird / how lovely / how sweet / how sad / how awful / how cool / how exciting / how clever / how kind / say what / no doubt about it / without a doubt / hundred percent / one hundred percent / a hundred percent / ten four / roger that / copy that / loud and clear / message received / as you say / as you wish / right then / well then / ok then / okay then / fine then / alright then / all right then / never / surely not / perish the thought / heaven forbid / god forbid / touch wood / knock on wood
        i didn't know that / you don't say / amen to that / amen / tell me about it / i bet / i hear that / fair point / you bet / that figures / no doubt / same / i'll bet / wouldn't you know
        i see / got it / i got it / makes sense / that makes sense / makes total sense / makes perfect sense / makes complete sense / totally makes sense / i know / go on / keep going / i get it / i get that / of course
        for sure / no way / no kidding / sounds good / fair enough / uh huh / mm hmm / mm hm / that's right / that's true / that's great
        that's nice / that's good / that's interesting / that's fair / that's cool / that's awesome / you're right / is that so
        oh my god / oh my gosh / good point / i agree / me too / same here / carry on / i hear you / right on / how interesting
        oh no / oh no no / oh my / my goodness / oh my goodness / my god / my gosh / my word / my lord / good heavens / good grief / good lord / good gracious / holy cow / holy moly / holy smokes / dear me / oh dear / oh boy / oh man / hear hear / well well / well well well / there you go / here we go / who knew / who would have thought / what do you know / is that right / do tell / naturally / obviously / certainly / definitely / clearly / apparently / evidently / precisely / quite so / so true / very true / how true / how so true / no wonder / go figure / makes sense to me / fine by me / works for me / sounds right / sounds about right / if you say so / as i thought / just as i thought / i thought so / i thought as much / like i thought / not bad / not bad at all / couldn't agree more / i couldn't agree more / that explains it / that explains a lot / now we're talking / that's the spirit / say no more / point taken / noted / understood
        que maravilla / que locura / que horror / que alegria / que sorpresa / que barbaridad / que suerte / que lastima / vaya vaya / dios mio / madre mia / no me lo puedo creer / que pena / que rico / que risa / que fuerte / ni idea / menos mal / con razon / ahora entiendo / ahora si / te sigo / te escucho / sigue sigue / desde luego / exactamente / efectivamente / correcto / tal cual / ya lo creo / ojala
        quelle surprise / quelle horreur / quelle merveille / quelle idee / mon dieu / c'est fou / c'est dingue / sans blague / quelle chance / quelle histoire / tant mieux / tant pis / je te suis / je t'ecoute / je vous ecoute / je vous suis / effectivement / evidemment / exact / absolument / carrement / ah oui / mais oui / ah je vois / oh la la / pas possible / c'est note / entendu / tiens tiens / ben oui / ben voila
        ach so ist das / so ist das / mein gott / du meine gute / ach du meine gute / na so was / na sowas / sag bloss / echt jetzt / kein wunder / stimmt schon / das glaube ich / glaub ich / jetzt verstehe ich / allerdings / naturlich / freilich / selbstverstandlich / eben / tatsachlich / aha okay / na dann / auch gut / gut zu wissen / nicht schlecht / jawohl / wunderbar
        thank you / thanks / oh really / all right / good to know / i understand / understood / that's fine / go ahead / good idea
        what a pity / how nice / i think so / i guess / i guess so / i suppose / very nice / very good / awesome / amazing / lovely
        claro que si / ya veo / lo se / de acuerdo / por supuesto / que bien / tiene sentido / muy bien / si si / eso es / te entiendo
        sigue / siga / continua / sigue contando / sigue por favor / anda / anda ya / anda mira / mira tu / mira que bien / vaya / vaya por dios / ah mira / no veas / ya lo se / ya te digo / eso si / eso mismo / pues si / pues claro / pues nada / pues mira / claro que no / que curioso / que raro / que gracia / que fuerte / que bueno / que divertido / que chulo / que guay / no puede ser / de verdad / en serio / ah en serio / ah claro / ah ya / ah vale
        ya entiendo / entiendo / no me digas / que interesante / asi es / esta bien / es verdad
        c'est pas vrai / c'est pas possible / c'est pas croyable / c'est incroyable / j'y crois pas / je n'y crois pas / tu rigoles / vous rigolez / tu m'etonnes / ah tu m'etonnes / tu parles / vas y / vas y continue / continue / continuez / je t'en prie / ah ca / ca alors / tiens donc / dis donc / ah dis donc / ben dis donc / ah ben / ah ben oui / oui bien sur / mais bien sur / c'est sur / c'est certain / c'est normal / c'est logique / ca se comprend / je te crois / je vous crois / je veux bien / ah vraiment / vraiment / pour de vrai / serieux / serieusement / la vache / nickel / parfait / impeccable / chapeau / bravo / top / cool
        d'accord / je vois / je comprends / bien sur / tout a fait / c'est vrai / ca marche / c'est clair / je sais / tres bien
        c'est ca / ah bon / pas mal / en effet / ah d'accord / je suis d'accord / bien entendu / ca roule
        erzahl weiter / red weiter / sprich weiter / mach weiter / nur weiter / weiter / weiter so / ja bitte / ja genau / ja stimmt / ja eben / ja schon / ja sicher / ja naturlich / ganz genau / genau so / so so / soso / aha so / ach ja / ach nein / ach je / ach herrje / oh je / na ja / naja / na toll / na super / na also / na bitte / sieh an / sieh mal an / schau an / ja mei / freut mich / schon schon / verruckt / unglaublich / der hammer / hammer / krass / krass ey / echt wahr / wirklich wahr / ist nicht wahr / das gibt's ja nicht / gibt's ja nicht / nicht zu fassen / klingt gut / hort sich gut an / leuchtet ein / das leuchtet ein / nachvollziehbar / versteht sich / keine frage / keine ahnung / passt / passt schon / gern / gerne / super sache / gute idee / guter punkt / schade / wie schade / wie nett
        ach so / alles klar / ich verstehe / na klar / macht sinn / das macht sinn / ich weiss / sehr gut / das stimmt / ja klar
        ist gut / is gut / wie schon / in ordnung / ergibt sinn / schon klar / na gut / ach was / ach wirklich / wirklich
        """)

    static let copulas: WordSet = [
        "is", "'s", "was", "are", "'re", "were", "sounds", "looks", "seems", "feels", "ist", "war", "klingt",
        "es",
        "suena", "est",
    ]
    static let degrees: WordSet = [
        "so", "very", "really", "pretty", "quite", "rather", "too", "much", "a", "an", "the", "such", "all",
        "just",
        "like", "way", "kind", "sort", "of", "bit", "lot", "muy", "tres", "sehr", "ja", "echt",
    ]
    static let evaluations: WordSet = [
        "better", "worse", "clear", "helpful", "useful", "wise", "bad", "hard", "tough", "easy", "rough",
        "lucky",
        "poor", "handy", "smart", "kind", "sweet", "special", "rare", "huge", "big", "expensive", "cheap",
        "right",
        "correct", "wrong", "crazy", "pretty", "new", "news", "fun", "magic", "genius", "gold", "heaven",
        "love",
        "progress", "life", "logical", "reasonable", "understandable", "reassuring", "encouraging",
        "sensible",
        "besser", "schlimmer", "peor", "mejor", "mieux", "pire",
    ]
    static let heads: WordSet = [
        "one", "stuff", "thing", "things", "news", "idea", "point", "story", "deal", "fun", "work", "job",
        "call",
        "question", "shame", "pity", "relief", "thinking", "catch", "shot", "plan", "choice", "tip", "advice",
        "you",
        "me", "him", "her", "them", "us", "thought", "move", "start", "answer", "luck", "grief", "heavens",
        "lord",
        "god", "gracious", "goodness", "gosh", "cow", "moly", "smokes", "word", "days", "dear",
    ]
    /// What a listener does when all becomes clear.
    static let insights: WordSet = [
        "see", "know", "get", "understand", "agree", "bet", "hear", "love", "like", "imagine", "believe",
        "knew",
        "guess", "suppose", "figured", "thought", "remember", "follow", "got",
    ]

    /// Where a listener is, and what one does.
    static let presence: WordSet = [
        "here", "there", "listening", "following", "with", "ears", "dran", "da", "dabei", "zu", "la",
        "aqui", "ahi", "escuchando", "escuchandote",
    ]

    static let intensifiers = Phrases(
        """
        how / so / very / really / pretty / that's / that is / that's so / that's really / that's very / that's pretty / it's / it's so / what a / sounds
        that sounds / how very / that was / that was really / that was so / too / how absolutely / simply / just
        que / muy / que tan / es muy / c'est / c'est tres / c'est vraiment / tres / trop / quel / quelle / sehr / das ist / das ist ja / wie / echt / so
        """)

    /// Words that signals are made of, for a last word that was cut off.
    static let words: [String] = [
        "yeah", "yes", "yep", "okay", "right", "sure", "mhm", "huh", "hmm", "wow", "really", "great", "nice",
        "cool", "good",
        "exactly", "interesting", "alright", "true", "totally", "absolutely", "sense", "see", "course",
        "point", "gotcha", "fine",
        "understand", "perfect", "agree", "know", "claro", "vale", "bueno", "exacto", "entiendo", "ouais",
        "accord", "bien", "vrai",
        "voila", "exactement", "comprends", "vois", "genau", "stimmt", "klar", "richtig", "verstehe", "gut",
    ]

    /// `ähm`, `euh`: nothing but a pause that is filled. "Este" may also point at something.
    static func isHesitation(_ tags: Tags) -> Bool {
        tags.contains(.filler) && tags.isSubset(of: [.filler, .discourse])
    }

    /// `ohhh`, `yesss`, `sooo`: a signal whose last letter is drawn out.
    static func isDrawn(_ word: String) -> Bool {
        guard let last = word.utf8.last, word.utf8.count > 2, word.utf8.dropLast().last == last else {
            return false
        }
        var short = word
        while short.utf8.last == last, short.utf8.count > 1 { short.removeLast() }
        return ["", String(word.suffix(1))].contains {
            Lexicon.shared[short + $0]?[.english].intersection([.backchannel, .filler]).isEmpty == false
        }
    }

    /// `mmmm`, `hmmm`, `uhhh`: recognisers spell hums as they like.
    static func isHum(_ word: String) -> Bool {
        if ["haha", "hahaha", "hehe", "heh", "ha", "lol", "jaja", "jajaja"].contains(word) { return true }
        return word.utf8.allSatisfy { "mhua".utf8.contains($0) } && word.utf8.count <= 8
            && word.utf8.last != UInt8(ascii: "a")
    }
}
