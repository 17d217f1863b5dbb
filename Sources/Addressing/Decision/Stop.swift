/// Being told to be silent, or to wait.
///
/// *Firm* words end the turn whatever follows in the same breath. *Waiting* words (`hold on`) only do when no
/// request follows: "hold on, what about Sunday?" is a question.
enum Stop {
    static let firm = Phrases(
        """
        stop / stop it / stop that / stop there / stop here / stop right there / stop talking / stop speaking / stop now / stop please
        be quiet / be silent / keep quiet / quiet / shut up / shut it / silence / enough / that's enough / that is enough / that's plenty / that's all / that's all i need / that's all thanks / okay that's it / shush / shh / sh
        hush / zip it / cut it out / hold that thought / hold it / hold it there / pause / pause there / pause for / not now / let me think / time out
        i need a moment / i need a minute / i need a second / i need to think / i need some quiet / give me a minute / give me a second / give me a moment / give me a sec / give us a minute / give us a second / give us a moment
        i've heard enough / no more talking / that will do / that'll do / stay quiet / stop stop / freeze / knock it off / mute / pipe down
        let me finish / let me say / let me interrupt / can i interrupt / may i interrupt / can i say something / hold your horses / i wasn't done / i wasn't finished / i'm not done / i'm not finished
        stop it there / cut it there / cut it / cut / hold up there / stop right now / leave it there / let's stop / let's pause / let's stop there / let me stop you / stop your
        no more / no more of that / that's it / enough already / enough of that / enough of this / i've understood / i have understood / i've got it / i get it already / give it a rest / wrap it up / quit it / quit talking / cease / halt / you can stop / you can stop now / stop reading / stop explaining / stop listing / stop counting / hold your tongue / shut your mouth / be still / let me speak / let me talk / let me answer / let me get a word in / can i get a word in / i'm talking / i'm speaking / i was talking / i was speaking / time's up / mute yourself / silence please / no stop / stop stop stop
        ya es suficiente / ya esta bien / es suficiente / suficiente / para de hablar / dejalo / no mas / ya te entendi / ya lo entendi / déjame hablar / déjame terminar / cállate ya
        c'est bon / c'est assez / j'ai compris / ca ira / laisse moi parler / laisse moi finir / laissez moi parler / arrete ca / stoppe / plus un mot
        still sein / ruhig sein / leise sein / den mund halten / danke das reicht / das genugt / es genugt / reicht jetzt / ich hab's verstanden / lass mich ausreden / lass mich reden / kein wort mehr / hor mal auf / jetzt reicht's / lassen sie mich ausreden / genug jetzt
        para / parate / para ya / basta / basta ya / silencio / callate / callense / callaos / calla / alto / detente / deja de hablar
        dejen de hablar / ya basta / dejame pensar / no sigas / cierra la boca / pare / paren / pausa / cállese
        arrete / arretez / arrete toi / arrete de parler / arretez de parler / stop / tais toi / taisez vous / silence / chut / ca suffit / assez
        laisse moi reflechir / laisse moi une minute / laisse moi une seconde / tais-toi / ferme la / la ferme / pas maintenant
        stopp / halt / halt stopp / sei still / sei ruhig / seid still / seid ruhig / ruhe / ruhe bitte / schluss / hor auf / hort auf / das reicht / es reicht
        halt den mund / lass mich nachdenken / genug / aufhoren / schweig / psst / nicht jetzt / sei leise / seid leise / hor auf zu reden / hor auf zu sprechen
        """)

    static let waiting = Phrases(
        """
        wait / wait wait / wait a minute / wait a second / wait a moment / wait a sec / wait up / hold on / hang on / hold up / just a second / just a moment
        just a minute / just a sec / one second / one moment / one sec / one minute / a moment / a second please / hold please / slow down
        hold on a second / hold on a minute / hold on a moment / hold on a sec / hang on a second / hang on a minute / hang on a moment / hang on a sec
        espera / esperate / esperese / espere / esperen / espera un momento / espera un segundo / un momento / un segundo / un momentito / momentito / aguarda / un minuto
        attends / attendez / attends une seconde / attends une minute / une seconde / une minute / un instant / un moment / minute
        moment / moment mal / warte / warte mal / wartet / warten sie / einen moment / eine sekunde / sekunde / augenblick / kurz warten / einen augenblick / halt mal
        """)

    /// What may follow a word of stopping without being its object.
    static let trailing = Phrases(
        """
        for a second / for a minute / for a moment / for a sec / for a bit / a second / a minute / a moment / a sec / one second / one sec / one minute / please
        would you / will you / can you / could you / now / right now / there / right there / already / everyone / everybody / all of you / both of you / you two
        you all / guys / talking / speaking / it / that / all / for now / okay / thanks / thank you / stop / no / wait / just / you / please stop / at once / i said
        there for a second / for me
        un segundo / un momento / un minuto / por favor / ya / todos / ahora / porfa / de hablar / una momentito
        une seconde / une minute / un instant / un moment / s'il te plait / s'il vous plait / tous / maintenant / de parler / tout le monde
        bitte / mal / kurz / einen moment / eine sekunde / jetzt / alle / sofort / eine minute / mal kurz / ihr alle / zu reden / doch
        """)
}

extension Clauses {
    enum StopSense: Equatable {
        /// Nothing of the kind, or as part of something else: "how do I stop the leak".
        case no
        case stop
        /// Asked to wait, and then for something: the words from here on count.
        case request(from: Int)
    }

    func stopSense() -> StopSense {
        if endsInCommand { return .stop }
        for index in tokens.indices where !isName[index] {
            let firm = Stop.firm.end(at: index, in: self)
            guard let end = [firm, Stop.waiting.end(at: index, in: self)].compactMap({ $0 }).max() else {
                continue
            }
            guard isRequestStart(at: index) && !isOwnPlan(at: index) || followsName(index) else { continue }
            let rest = afterTrailing(end)
            if has(index - 1, .conjunction), `is`(index - 1, "or", "o", "ou", "oder") { continue }
            if qualifiesNoun(end - 1, before: rest) { continue }
            if rest >= tokens.count { return .stop }
            switch sense(ofRest: rest, isFirm: firm != nil && firm == end, from: index) {
            case .no: continue
            case let sense: return sense
            }
        }
        return .no
    }

    /// "No more spoilers stop": a bare command behind a statement, not "the next bus stop".
    private var endsInCommand: Bool {
        let last = tokens.count - 1
        guard last > 1, `is`(last, "stop", "stopp", "basta", "arrete"),
            has(0, [.repair, .negation, .backchannel]),
            !has(0, .auxiliary)
        else { return false }
        return !has(
            last - 1,
            [.determiner, .adjective, .number, .preposition, .auxiliary, .negation, .base, .pronoun])
            && !`is`(last - 1, "bus", "tram", "train", "metro", "pit", "truck", "full", "rest", "to")
    }

    /// "I need a second pair", "no more sugar": the words go on to a noun.
    private func qualifiesNoun(_ last: Int, before rest: Int) -> Bool {
        // "I'm talking to my husband" tells whom.
        if `is`(last, "talking", "speaking"), has(rest, .preposition), !isBreak(before: rest) { return true }
        return isFollowedByNoun(last, before: rest)
    }

    private func isFollowedByNoun(_ last: Int, before rest: Int) -> Bool {
        rest == last + 1 && rest < tokens.count && !isBreak(before: rest) && !isName[rest]
            && `is`(last, "second", "minute", "more", "all", "enough", "quiet", "mas", "suficiente")
            && (tokens[rest].tags.isEmpty || has(rest, [.noun, .adjective, .determiner]))
            && !has(rest, [.pronoun, .softener, .discourse, .wh])
    }

    /// "We'd cut it", "I should stop here": the speaker is the one who would.
    private func isOwnPlan(at index: Int) -> Bool {
        has(index - 1, .modal) && has(index - 2, .first) && !isBreak(before: index)
    }

    /// "Scout stop", "Scout Scout stop".
    private func followsName(_ index: Int) -> Bool {
        var start = index
        while start > 0, isName[start - 1] { start -= 1 }
        return start < index && isClauseStart(at: start)
    }

    /// "Stop Atlas Nova go on": what follows the name that is silenced is a clause of its own.
    mutating func separateCommand(before name: Range<Int>) {
        // "Cash shut up Emeka go": who was silenced stands before, who is to go on after.
        if let command = (max(0, name.lowerBound - 4)..<name.lowerBound).first(where: {
            Stop.firm.end(at: $0, in: self) == name.lowerBound && followsName($0)
        }), command > 0, opening(at: name.upperBound) == .strong || has(name.upperBound, .taking) {
            tokens[name.lowerBound].before = max(tokens[name.lowerBound].before, .comma)
            return
        }
        let start = name.lowerBound - 1
        guard start >= 0, name.upperBound < tokens.count,
            Stop.firm.end(at: start, in: self) == name.lowerBound,
            isRequestStart(at: start)
        else { return }
        tokens[name.upperBound].before = max(tokens[name.upperBound].before, .comma)
    }

    private func afterTrailing(_ index: Int) -> Int {
        var index = index
        while index < tokens.count {
            if let end = Stop.trailing.end(at: index, in: self) {
                index = end
            } else if has(index, [.filler, .softener]) || isName[index] && isBreak(before: index + 1) {
                index += 1
            } else if let end = Stop.firm.end(at: index, in: self) ?? Stop.waiting.end(at: index, in: self) {
                index = end
            } else {
                break
            }
        }
        return index
    }

    private func sense(ofRest rest: Int, isFirm: Bool, from start: Int) -> StopSense {
        if isFirm {
            if isBreak(before: rest) { return isName[rest] ? .request(from: rest) : .stop }
            // "stop the leak", "stop taking it": the verb has an object.
            let hasObject = rest == start + 1
            if hasObject {
                return isName[rest] ? .request(from: rest) : has(rest, [.first, .wh]) ? .stop : .no
            }
            return .stop
        }
        if `is`(start, "wait", "espera", "attends", "warte"), !isBreak(before: rest),
            has(rest, [.preposition])
        {
            return .no
        }
        if isName[rest] || hasQuestionMark { return .request(from: rest) }
        return opening(at: rest) == .strong ? .request(from: rest) : .stop
    }
}
