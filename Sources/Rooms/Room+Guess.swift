import Addressing
import FloorControl
import Realtime

// Speculation: the likely answer is asked for when the voice stops, and heard only if the final words mean
// that agent. Until then nothing of it leaves the room: no sound, no event, no tool call.

extension Room {
    /// The turn that would be granted at once, because of them, if these were all of a caller's words. The
    /// floor is a value, so a copy of it is asked: a guess can never know other rules than the floor does.
    func likelyTurn(after words: String, of caller: Identity, cutInto: Identity?) -> Turn? {
        guard ending == nil else { return nil }
        var floor = floor
        let words = words.spokenWords
        let meaning =
            words.isEmpty ? .stay(why: "") : meaning(of: words, by: caller, cutInto: cutInto ?? heldAgent)
        var actions = floor.handle(.speechStopped(caller), at: now)
        actions += floor.handle(.understood(caller, meaning), at: now)
        for case .grant(let turn) in actions
        where Self.isGuessable(turn) && turn.id.number > latestTurn.number {
            return turn
        }
        return nil
    }

    /// Turns that follow from words. The others come with instructions that nobody can guess.
    private static func isGuessable(_ turn: Turn) -> Bool {
        switch turn.reason {
        case .address, .domain, .floor, .all: !turn.isRetry
        case .request, .moderator, .greeting: false
        }
    }

    /// A voice has stopped and its words are not final yet: the likely agent begins to answer if its session
    /// is free and has heard them.
    mutating func makeGuess(about speech: CallerSeat.Speech, by caller: Identity) {
        guard guess == nil, floor.turn == nil, floor.queue.isEmpty, let index = callerIndex(caller),
            mayHaveWords(speech, callers[index]), let clip = callers[index].clip,
            clip.utterance == speech.utterance,
            case .buffered(let link) = clip.place,
            let turn = likelyTurn(after: speech.text, of: caller, cutInto: speech.cutInto),
            let agent = agentIndex(turn.agent), !yieldSummary(of: turn.agent),
            case .ready(link, let life, _) = agents[agent].connection, life.isIdle, !callsToolsItself(agent)
        else { return }
        tell(agent, on: link, before: speech.utterance)
        guard let sent = commit(speech.utterance, to: agent, on: link) else { return }
        tell(agent, on: link)
        lastGuess += 1
        let id = GuessID(number: lastGuess)
        var answer = LiveTurn(turn, since: speech.voicedUntil ?? now, answering: speech.utterance)
        answer.tag = id.description
        answer.used.sent = sent
        emit(.note(.guessMade(id, agent: turn.agent)))
        request(&answer, of: agent, on: link)
        guess = Guess(id: id, utterance: speech.utterance, link: link, asked: now, answer: answer)
    }

    /// From an ear that tells words while they are being said, none means that there most likely are none: a
    /// cough, a chair. An ear that only ever tells them afterwards leaves it open.
    private func mayHaveWords(_ speech: CallerSeat.Speech, _ seat: CallerSeat) -> Bool {
        !seat.earStreamsWords || !speech.text.spokenWords.isEmpty
    }

    /// The turn just granted, as far as it was guessed right; any other guess has come to nothing.
    mutating func confirmGuess(_ turn: Turn, answering question: Conversation.UtteranceID?) -> Guess? {
        guard var right = guess else { return nil }
        guard turn.agent == right.agent, question == right.utterance, Self.isGuessable(turn),
            connection(of: right.link)?.isReady == true
        else {
            discardGuess(.otherAgent)
            return nil
        }
        guess = nil
        right.answer.confirm(turn)
        emit(
            .note(
                .guessConfirmed(
                    right.id, turn.id, agent: turn.agent, saved: right.asked.duration(to: now))))
        return right
    }

    /// The session must not remember anything of it: neither what it said nor the sound it answered. The
    /// words are told to whoever answers as text.
    mutating func discardGuess(_ fault: GuessFault) {
        guard let wrong = guess else { return }
        guess = nil
        emit(.note(.guessDiscarded(wrong.id, agent: wrong.agent, fault)))
        guard let index = agentIndex(wrong.agent), case .ready(wrong.link, _, _) = agents[index].connection
        else { return }
        cancelResponse(of: wrong.answer)
        for item in wrong.answer.items { takeOut(item.id, on: wrong.link) }
        takeBack(wrong.utterance, from: index, on: wrong.link)
    }

    /// After each event: what a guess was made for may be gone.
    mutating func reviewGuess() {
        guard let guess else { return }
        let isAwaited = callers.contains { $0.speeches.contains { $0.utterance == guess.utterance } }
        if connection(of: guess.link)?.isReady != true {
            discardGuess(.lost)
        } else if !isAwaited {
            discardGuess(conversation[guess.utterance] == nil ? .lost : .noAnswer)
        } else if floor.turn != nil || !floor.queue.isEmpty || isMuted(guess.agent) {
            discardGuess(.overtaken)
        }
    }

    /// Whether the response belongs to the guess.
    @inline(__always)
    func isGuessed(_ response: ResponseID, of agent: Identity) -> Bool {
        guard let guess, guess.agent == agent else { return false }
        return guess.answer.responses.contains(response)
    }

    /// Changes whichever answer the response belongs to: the one on the floor or the one behind the gate.
    mutating func change(
        _ response: ResponseID, of agent: Identity, _ change: (inout LiveTurn) -> Void
    ) {
        if isOnFloor(response, of: agent) {
            live.modify(change)
        } else if isGuessed(response, of: agent) {
            guess.modify { change(&$0.answer) }
        }
    }
}

extension Optional {
    /// Changes the value in place, if there is one.
    mutating func modify(_ change: (inout Wrapped) -> Void) {
        guard var value = self else { return }
        self = nil  // keeps what it holds unshared
        change(&value)
        self = value
    }
}
