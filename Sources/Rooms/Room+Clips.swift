import Audio
import FloorControl
import Realtime

// A caller's sound on its way to the agent that is to answer: streamed to the likely one while it is being
// said, moved when the words name another, committed to one session at most.

extension Room {
    /// Whether any agent gains from sound; if none does, none is kept.
    var anyoneHears: Bool { agents.contains { $0.input == .audio } }

    /// A voice begins: its sound goes to whom words without a name would go.
    mutating func beginClip(
        of caller: Identity, _ utterance: Conversation.UtteranceID, at audioStart: Duration
    ) {
        guard anyoneHears, let index = callerIndex(caller) else { return }
        dropClip(of: index)
        let sound = callers[index].sound
        let start = min(SampleRate.hz24000.samples(in: audioStart), sound.end)
        guard start >= sound.start else { return }
        callers[index].clip = Clip(of: utterance, from: start)
        stream(from: index, to: likelyTurn(after: "", of: caller, cutInto: nil)?.agent)
    }

    /// The words so far may be for another than they seemed to be, where there is another.
    mutating func redirectClip(of speech: CallerSeat.Speech, by caller: Identity) {
        guard let index = callerIndex(caller), let clip = callers[index].clip,
            clip.utterance == speech.utterance, clip.end == nil, clip.link == nil || agents.count > 1,
            let likely = likelyTurn(after: speech.text, of: caller, cutInto: speech.cutInto)
        else { return }
        stream(from: index, to: likely.agent)
    }

    private mutating func stream(from caller: Int, to agent: Identity?) {
        guard var clip = callers[caller].clip else { return }
        let link = agent.flatMap { inputLink(of: $0, for: caller) }
        guard link != clip.link else { return }
        if let old = clip.link { send(.inputAudioClear, on: old) }
        clip.place = .kept
        let sound = callers[caller].sound
        if let link, let samples = sound.samples(in: clip.start..<sound.end) {
            emit(.append(link, samples))
            clip.place = .streaming(link)
        }
        callers[caller].clip = clip
    }

    /// The session of an agent that hears, if its input buffer is free for this caller.
    private func inputLink(of agent: Identity, for caller: Int) -> LinkID? {
        guard let index = agentIndex(agent), agents[index].input == .audio,
            case .ready(let link, _, _) = agents[index].connection
        else { return nil }
        let isTaken = callers.indices.contains { $0 != caller && callers[$0].clip?.link == link }
        return isTaken ? nil : link
    }

    /// The voice has stopped.
    mutating func closeClip(of caller: Int, _ utterance: Conversation.UtteranceID) {
        guard callers[caller].clip?.utterance == utterance else { return }
        let end = callers[caller].sound.end
        callers[caller].clip?.close(at: end)
    }

    /// Makes the sound of this utterance the next item of an agent's session, which has been told all that
    /// was said before it.
    ///
    /// - Returns: How many samples that were; `nil` when it did not: the session gets the words.
    mutating func commit(_ utterance: Conversation.UtteranceID, to agent: Int, on link: LinkID) -> Int? {
        guard let caller = callers.firstIndex(where: { $0.clip?.utterance == utterance }),
            let clip = callers[caller].clip, let end = clip.end, end - clip.start >= Clip.shortest,
            agents[agent].projection.canHear(utterance),
            inputLink(of: agents[agent].identity, for: caller) == link
        else { return nil }
        if clip.place != .buffered(link) {
            guard let samples = callers[caller].sound.samples(in: clip.start..<end) else { return nil }
            if let other = clip.link { send(.inputAudioClear, on: other) }
            emit(.append(link, samples))
        }
        callers[caller].clip = nil
        let label = giveLabel(of: utterance, on: link)
        let eventID = send(.inputAudioCommit, on: link)
        agents[agent].commits.append(Commit(utterance: utterance, eventID: eventID))
        let load = Load.heard(end - clip.start) + (label == nil ? Load() : Load(items: 1, tokens: 2))
        agents[agent].projection.hear(utterance, label: label, load)
        return end - clip.start
    }

    /// With several people in the call a line of its own says who is heard next.
    private mutating func giveLabel(of utterance: Conversation.UtteranceID, on link: LinkID) -> ItemID? {
        guard callers.count > 1, let label = conversation[utterance]?.label else { return nil }
        let item = ItemID("speaker_\(utterance.number)")
        send(.itemCreate(.user(label, id: item)), on: link)
        return item
    }

    /// Nobody gets the sound any more: what of it fills a session's input buffer is cleared.
    mutating func dropClip(of caller: Int) {
        guard let clip = callers[caller].clip else { return }
        callers[caller].clip = nil
        if let link = clip.link, connection(of: link)?.isReady == true { send(.inputAudioClear, on: link) }
    }

    /// A clip is kept while its words are awaited, or the turn that answers them.
    mutating func dropUnwantedClips() {
        for index in callers.indices {
            guard let clip = callers[index].clip else { continue }
            if let link = clip.link, connection(of: link)?.isReady != true {
                callers[index].clip?.place = .kept
            }
            let isOpen = callers[index].speeches.contains { $0.utterance == clip.utterance }
            if !isOpen && !isAnswered(clip.utterance) { dropClip(of: index) }
        }
    }

    /// Whether a turn that answers this utterance is promised, or waits for its session to be free.
    private func isAnswered(_ utterance: Conversation.UtteranceID) -> Bool {
        if let live, live.question == utterance, live.responseCount == 0 { return true }
        guard let cause = causes.last(where: { $0.words == utterance }) else { return false }
        return floor.queue.contains { $0.turn.id == cause.turn }
    }
}

// What the server says about commits.

extension Room {
    mutating func committed(_ item: ItemID, _ agent: Identity) {
        guard let index = agentIndex(agent), let link = agents[index].connection.link,
            agents[index].lastCommitted != item, !agents[index].commits.isEmpty
        else { return }
        agents[index].lastCommitted = item
        let commit = agents[index].commits.removeFirst()
        if commit.isUnwanted {
            takeOut(item, on: link)
        } else {
            agents[index].projection.name(commit.utterance, item)
        }
    }

    /// The session is not to hold this utterance's sound any more: its items are deleted, or will be when the
    /// server has named them.
    mutating func takeBack(_ utterance: Conversation.UtteranceID, from agent: Int, on link: LinkID) {
        for item in agents[agent].projection.forget(utterance) { takeOut(item, on: link) }
        if let commit = agents[agent].commits.firstIndex(where: { $0.utterance == utterance }) {
            agents[agent].commits[commit].isUnwanted = true
        }
    }

    /// The session has not heard what it was to answer: it is told the words and asked again.
    ///
    /// - Returns: Whether the error was about a commit.
    mutating func commitRefused(_ error: ErrorDetail, _ agent: Identity) -> Bool {
        guard let index = agentIndex(agent), let link = agents[index].connection.link else { return false }
        let isEmpty = error.code == "input_audio_buffer_commit_empty"
        let refused = agents[index].commits.firstIndex { $0.eventID == error.eventID }
        guard let place = refused ?? (isEmpty && !agents[index].commits.isEmpty ? 0 : nil) else {
            return false
        }
        let commit = agents[index].commits.remove(at: place)
        guard !commit.isUnwanted else { return true }
        takeBack(commit.utterance, from: index, on: link)
        if guess?.utterance == commit.utterance {
            discardGuess(.failed)
        } else if let live, live.question == commit.utterance, live.link == link, !live.isAudible {
            decide(.turnFailed(live.turn.id, mayRetry: !live.calledTool))
        }
        return true
    }
}
