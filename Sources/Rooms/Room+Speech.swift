import Addressing
import Audio
import FloorControl
public import Realtime

// What the ears hear: speech starts and stops, words arrive, and their meaning moves the floor.

extension Room {
    mutating func earReceived(_ event: ServerEvent, _ caller: Identity) {
        switch event {
        case .speechStarted(let item, let audioStart): speechStarted(item, audioStart, caller)
        case .speechStopped(let item, let audioEnd): speechStopped(item, audioEnd, caller)
        // The voice has stopped, should the event that says so have gone astray.
        case .inputAudioCommitted(let item, _): speechStopped(item, nil, caller)
        case .transcriptionDelta(let item, _, let delta): heard(delta, item, caller)
        case .transcriptionUpdated(let item, _, let text): heardSoFar(text, item, caller)
        case .transcriptionCompleted(let item, _, let text, _): understood(text, item, caller)
        case .transcriptionFailed(let item, _, let error):
            // A murmur is nobody's fault; anything else would look as if nobody cared to answer.
            if error.code != "audio_unintelligible" { report(error, caller) }
            understood(nil, item, caller)
        // That it ends when its time is up is no error of anybody's: there is another one at once.
        case .error(let error): if error.code != "session_expired" { report(error, caller) }
        default: break
        }
    }

    private mutating func report(_ error: ErrorDetail, _ caller: Identity) {
        publish(
            .error(EventFault(code: error.code ?? "ear_error", detail: "Ear of \(caller): \(error.message)")))
    }

    /// Whether this voice, if it begins now, makes all callers drop what they have buffered, before anything else is
    /// told. Its owner need not wait for the rest of what it sets off.
    public func silences(_ item: ItemID, on link: LinkID) -> Bool {
        guard !isClosed, case .ear(let caller) = link.owner, isCurrent(link), let index = callerIndex(caller),
            callers[index].speeches.allSatisfy({ $0.hasStopped && $0.item != item }),
            live?.isAudible == true, live?.isHeld == false
        else { return false }
        return floor.audibleAgent != nil && !floor.isHeld && floor.turn?.id == live?.turn.id
    }

    private mutating func speechStarted(_ item: ItemID, _ audioStart: Duration, _ caller: Identity) {
        guard let index = callerIndex(caller), speechIndex(item, of: index) == nil,
            !takeUpSpeech(item, audioStart, caller)
        else { return }
        // An ear that hears a new voice has missed the end of the one before.
        if let unfinished = callers[index].speeches.firstIndex(where: { !$0.hasStopped }) {
            stop(unfinished, caller)
            settleInOrder()
        }
        let utterance = conversation.open(caller, name: attribution(of: caller), .caller, at: now)
        let settledWords = takeUnfound(audioStart, index)
        let speech = CallerSeat.Speech(
            item: item, utterance: utterance, onset: SampleRate.hz24000.samples(in: audioStart),
            cutInto: floor.audibleAgent, settledWords: settledWords,
            toldCount: settledWords.count, deadline: now.advanced(by: settings.longestBreath))
        callers[index].speeches.append(speech)
        // The gate first: nothing may come between a voice and silence.
        interrupter = caller
        decide(.speechStarted(caller))
        interrupter = nil
        publish(.speechStarted(caller))
        discardGuess(.overtaken)
        // Nobody is given a sound that has been answered by half.
        if settledWords.isEmpty { beginClip(of: caller, utterance, at: audioStart) }
    }

    private mutating func speechStopped(_ item: ItemID, _ audioEnd: Duration?, _ caller: Identity) {
        guard let index = callerIndex(caller), let place = speechIndex(item, of: index),
            !callers[index].speeches[place].hasStopped
        else { return }
        callers[index].noteTold(until: audioEnd.map(SampleRate.hz24000.samples(in:)))
        let clock = SampleRate.hz24000.duration(of: callers[index].sound.end)
        let lag = clock - (audioEnd ?? clock)
        let voiceless = settings.earSilence + max(.zero, min(lag, .seconds(5)))
        callers[index].speeches[place].voicedUntil = max(.zero, now.advanced(by: .zero - voiceless))
        stop(place, caller)
        let speech = callers[index].speeches[place]
        // Before the guess: words that need not wait for slower ones any more are what it answers after.
        settleInOrder()
        if speech.final == nil { makeGuess(about: speech, by: caller) }
    }

    mutating func stop(_ place: Int, _ caller: Identity) {
        guard let index = callerIndex(caller), !callers[index].speeches[place].hasStopped else { return }
        callers[index].speeches[place].stoppedAt = now
        closeClip(of: index, callers[index].speeches[place].utterance)
        callers[index].speeches[place].deadline = now.advanced(by: settings.floor.finalTranscriptTimeout)
        publish(.speechStopped(caller))
        decide(.speechStopped(caller))
    }

    /// An ear that tells all words each time may take some back. Those who follow the deltas are told what was
    /// added; what was taken back the final transcript sets right.
    private mutating func heardSoFar(_ text: String, _ item: ItemID, _ caller: Identity) {
        guard let index = callerIndex(caller), let place = speechIndex(item, of: index) else { return }
        let known = callers[index].speeches[place].text
        guard text != known else { return }
        guard !text.hasPrefix(known) else {
            return heard(String(text.dropFirst(known.count)), item, caller)
        }
        callers[index].speeches[place].text = ""
        callers[index].speeches[place].toldCount = text.count
        heard(text, item, caller)
    }

    private mutating func heard(_ delta: String, _ item: ItemID, _ caller: Identity) {
        guard let index = callerIndex(caller) else { return }
        guard let place = speechIndex(item, of: index) else { return }
        callers[index].speeches[place].text += delta
        if !callers[index].speeches[place].hasStopped {
            callers[index].earStreamsWords = true
            callers[index].speeches[place].deadline = now.advanced(by: settings.longestBreath)
        }
        let speech = callers[index].speeches[place]
        let news = speech.text.dropFirst(speech.toldCount)
        if !news.isEmpty {
            callers[index].speeches[place].toldCount = speech.text.count
            publish(.transcriptDelta(caller, turn: nil, text: String(news)))
        }
        judge(speech, place, caller)
        redirectClip(of: speech, by: caller)
    }

    private mutating func judge(_ speech: CallerSeat.Speech, _ place: Int, _ caller: Identity) {
        guard !speech.isDecisive, let holder = heldAgent, let index = callerIndex(caller),
            !isOvertaken(speech, of: callers[index]), !speech.news(in: speech.text).isEmpty
        else { return }
        let speaker = (speech.cutInto ?? holder).description
        switch roster.judge(partial: speech.text, speaking: speaker) {
        case .open: break
        case .decisive, .stop:
            callers[index].speeches[place].isDecisive = true
            decide(.wordsBecameDecisive(caller))
        }
    }

    /// A final transcript may come before the voice has stopped; it waits, for a held turn is never
    /// resumed before that. What failed counts as far as it had come.
    private mutating func understood(_ final: String?, _ item: ItemID, _ caller: Identity) {
        guard let index = callerIndex(caller), let place = speechIndex(item, of: index) else { return }
        callers[index].speeches[place].final = final ?? callers[index].speeches[place].text
        settleInOrder()
    }

    /// A caller's words are understood; what else the caller said may not be.
    private mutating func decide(_ meaning: Floor.Meaning, of caller: Identity) {
        let awaitsMore = callers.contains { seat in
            seat.identity == caller && seat.speeches.contains { isAwaited($0, of: seat) }
        }
        decide(.understood(caller, meaning, awaitsMore: awaitsMore))
    }

    /// The words are final: they enter the conversation and move the floor.
    mutating func settle(_ text: String, _ place: Int, _ caller: Identity) {
        guard let index = callerIndex(caller) else { return }
        let speech = callers[index].speeches.remove(at: place)
        let isOvertaken = isOvertaken(speech, of: callers[index])
        // Of an ear that is gone the clock says nothing.
        if speech.item != nil { callers[index].settledOnset = max(callers[index].settledOnset, speech.onset) }
        let words = text.spokenWords
        let news = speech.news(in: words)
        guard !news.isEmpty else {
            if guess?.utterance == speech.utterance { discardGuess(.noAnswer) }
            conversation.drop(speech.utterance)
            if speech.text.spokenWords.isEmpty {
                callers[index].lostSound?.settledWithoutWords(speech.utterance)
            }
            decide(.backchannel, of: caller)
            return
        }
        record(news, of: speech, caller)
        // Held or not: a hum whose words come when the turn has gone on without them does not cost it, either.
        decide(
            words, speech.utterance, of: caller, cutInto: speech.cutInto ?? floor.turn?.agent,
            since: speech.voicedUntil ?? now, isOvertaken: isOvertaken)
    }

    mutating func record(_ words: String, of speech: CallerSeat.Speech, _ caller: Identity) {
        let interrupted = speech.wasCutOff || !speech.hasStopped
        conversation.finish(speech.utterance, text: words, interrupted: interrupted)
        let began = conversation[speech.utterance]?.at ?? now
        let ended = max(began, speech.voicedUntil ?? speech.stoppedAt ?? now)
        publish(
            .transcriptFinal(
                caller, turn: nil, text: words, interrupted: interrupted, said: began...ended))
    }

    private mutating func decide(
        _ words: String, _ utterance: Conversation.UtteranceID, of caller: Identity, cutInto: Identity?,
        since end: RoomTime, isOvertaken: Bool = false
    ) {
        if causes.count == 8 { causes.removeFirst() }
        let next = TurnID(floor.latestTurn.number + 1)
        causes.append((next, end, utterance))
        let meaning = isOvertaken ? .backchannel : meaning(of: words, by: caller, cutInto: cutInto)
        if meaning != .backchannel { note(utterance, asLatestOf: caller) }
        decide(meaning, of: caller)
        // They led to no turn: the next one has another cause.
        if floor.latestTurn.number < next.number { causes.removeLast() }
        tellIfUnanswerable(meaning)
    }

    /// Words that were said before others which have moved the floor already. They are heard by everybody and answered
    /// by nobody: had they been understood in time, the others would have taken back what they led to.
    private func isOvertaken(_ speech: CallerSeat.Speech, of seat: CallerSeat) -> Bool {
        guard let latest = seat.latestDecision, let stop = speech.stoppedAt else { return false }
        return speech.utterance < latest.utterance && stop <= latest.begunAt
    }

    private mutating func note(_ utterance: Conversation.UtteranceID, asLatestOf caller: Identity) {
        guard let index = callerIndex(caller), let begunAt = conversation[utterance]?.at,
            callers[index].latestDecision.map({ $0.utterance < utterance }) ?? true
        else { return }
        callers[index].latestDecision = (utterance, begunAt)
    }

    /// The agent whose turn waits for words, audible or still thinking.
    var heldAgent: Identity? { floor.isHeld ? floor.turn?.agent : nil }

    /// No final transcript came in time: the partial one decides.
    mutating func decideOverdueSpeech() {
        for caller in callers.map(\.identity) {
            while let index = callerIndex(caller),
                let place = callers[index].speeches.firstIndex(where: { $0.deadline <= now })
            {
                let speech = callers[index].speeches[place]
                noteUnfound(speech, index)
                stop(place, caller)
                settle(speech.final ?? speech.text, place, caller)
            }
        }
    }

    mutating func messageTyped(by caller: Identity, _ text: String) {
        let words = text.trimmingSpace
        guard !words.isEmpty else { return }
        let utterance = conversation.open(caller, name: attribution(of: caller), .caller, at: now)
        conversation.finish(utterance, text: words)
        let moment = now
        publish(
            .transcriptFinal(
                caller, turn: nil, text: words, interrupted: false, said: moment...moment))
        discardGuess(.overtaken)
        decide(words, utterance, of: caller, cutInto: floor.turn?.agent, since: now)
    }

    private func speechIndex(_ item: ItemID, of caller: Int) -> Int? {
        callers[caller].speeches.firstIndex { $0.item == item }
    }
}
