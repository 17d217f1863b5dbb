import Audio
public import FloorControl
public import Realtime

// The frame path: sound does not travel through `handle`. An agent's audio passes only while its turn
// holds the floor; everybody hears the others, never themselves.

extension Room {
    /// 20 ms at 24 kHz.
    public static let frameSampleCount = 480
    public static let frameDuration: Duration = .milliseconds(20)

    /// What the owner does with a caller's frame.
    public enum Hearing: Equatable, Sendable {
        /// Append it to this ear's session, and report what was appended with ``fed(_:from:)``.
        case feed(LinkID)
        /// The ear is not ready, or the line is quiet: keep the sound for it, within bounds, and append it before what
        /// is appended next.
        case keep
        /// Muted: the ear gets silence instead, so that its voice detection sees the end of a word.
        case feedSilence(LinkID)
        /// The same, but it is not to be appended yet.
        case keepSilence
        case drop
    }

    /// Audio of a response, 24 kHz. Late audio of dead responses is dropped.
    /// - Returns: What must now be done; empty for nearly every frame.
    public mutating func receiveAudio(
        _ samples: UnsafeBufferPointer<Int16>, of item: ItemID, in response: ResponseID, on link: LinkID,
        at time: RoomTime
    ) -> [Action] {
        now = max(now, time)
        guard case .agent(let agent) = link.owner, isCurrent(link) else { return [] }
        countReceived(samples.count, from: agent)
        guard isOnFloor(response, of: agent) else {
            if isGuessed(response, of: agent) { guess?.answer.append(samples, of: item) }
            return []
        }
        let hadFrame = live?.hasFrame == true
        if live?.playout.received == 0, !samples.isEmpty, let turn = live?.turn { noteSound(of: turn) }
        live?.append(samples, of: item)
        live?.heardAt = now
        guard !hadFrame, live?.hasFrame == true, live?.isHeld == false else {
            return actions.isEmpty ? [] : take()
        }
        // Deltas that come as fast as they are played find nothing waiting: the floor is told once, not by each.
        if live?.toldWait != .nothing { noteWait() }
        startPumpIfNeeded()
        return actions.isEmpty ? [] : take()
    }

    mutating func noteSound(of turn: Turn) { emit(.note(.soundArrived(turn.id, agent: turn.agent))) }

    /// A caller's voice, 24 kHz. Passed on to the other callers by ``pump(at:deliver:)``.
    public mutating func hear(_ samples: UnsafeBufferPointer<Int16>, from caller: Identity) -> (
        Hearing, startPump: Bool
    ) {
        guard let index = callerIndex(caller) else { return (.drop, false) }
        guard !callers[index].isMuted else {
            return (hearMuted(index, samples.count), false)
        }
        var startPump = false
        if callers.count > 1 {
            callers[index].voice.append(samples)
            startPump = !isPumping && callers[index].voice.hasFrame
            isPumping = isPumping || startPump
        }
        guard callers[index].ear.isReady, let link = callers[index].earLink else { return (.keep, startPump) }
        let peak = samples.peak
        if callers[index].earWatch.hears(peak: peak), !isPumping {
            startPump = true
            isPumping = true
        }
        let isSpeaking = callers[index].isSpeaking
        let isKept = callers[index].quiet.keeps(samples.count, peak: peak, isSpeaking: isSpeaking)
        return (isKept ? .keep : .feed(link), startPump)
    }

    private mutating func hearMuted(_ index: Int, _ count: Int) -> Hearing {
        guard callers[index].ear.isReady, let link = callers[index].earLink else { return .drop }
        let isSpeaking = callers[index].isSpeaking
        return callers[index].quiet.keeps(count, peak: 0, isSpeaking: isSpeaking)
            ? .keepSilence : .feedSilence(link)
    }

    /// This sound was appended to the ear's session, whose clock it is.
    ///
    /// - Returns: The agent's session that hears it, too: append it there, now.
    public mutating func fed(_ samples: UnsafeBufferPointer<Int16>, from caller: Identity) -> LinkID? {
        guard let index = callerIndex(caller) else { return nil }
        ledger.earsSent(samples.count)
        guard let link = callers[index].earFed(samples) else { return nil }
        countSent(samples.count, to: link)
        return link
    }

    /// Sends what is due. Call it every 20 ms while `wantsMore`.
    ///
    /// - Parameters:
    ///   - record: Gets what an agent says in the next frame and when, since the room opened, a player begins to
    ///     play it; ``Action/takeBack(_:samples:)`` undoes what was not heard. Valid during the call.
    ///   - deliver: Gets a caller and the frame that they hear, valid during the call.
    public mutating func pump(
        at time: RoomTime,
        record: ((Identity, Duration, UnsafeBufferPointer<Int16>) -> Void)? = nil,
        deliver: (Identity, UnsafeBufferPointer<Int16>) -> Void
    ) -> (actions: [Action], wantsMore: Bool) {
        now = max(now, time)
        // At most a burst of the lead plus a late timer: never a flood.
        for _ in 0..<10 where !sendFrame(record, deliver) { break }
        askSilentEars()
        let wasSpeaking = live != nil
        completeIfHeard()
        if wasSpeaking && live == nil {
            keepLimits()
            rotate()
            condense()
        }
        let heard = heardSamples
        live?.playout.trim(before: heard)
        isPumping = wantsMore
        return (take(), isPumping)
    }

    /// Whether the next pump changes anything: a frame leaves, or a turn is heard to its end.
    @inline(__always)
    private var wantsMore: Bool {
        if live?.isHeld == false {
            if live?.hasFrame == true { return true }
            if live?.isAudible == true, live?.isGenerated == true || mustBeHeardFirst { return true }
        }
        return voiceCount > 0
    }

    /// Callers that others hear in the next frame.
    @inline(__always)
    private var voiceCount: Int {
        guard callers.count > 1 else { return 0 }
        var count = 0
        for index in callers.indices where callers[index].voice.hasFrame { count += 1 }
        return count
    }

    mutating func startPumpIfNeeded() {
        guard !isPumping, !isClosed, wantsMore else { return }
        isPumping = true
        emit(.startPump)
    }

    /// When a player will have nothing left to play of a turn that owes more.
    @inline(__always)
    var starvesAt: RoomTime? {
        guard live?.isAudible == true, live?.isHeld == false, live?.hasFrame == false,
            live?.isGenerated == false, live?.isStarved == false
        else { return nil }
        return (live?.playout.playsUntil).map(RoomTime.init)
    }

    /// When the floor should know of it at the latest: that starts a clock of seconds. The moment itself moves with every
    /// delta of a session that delivers in real time, and passes whenever one is a little late. 100 ms: nobody waits for
    /// less, and two or three deltas come in it.
    ///
    /// The one deadline that a frame of sound moves.
    public mutating func lookForStarvation() -> RoomTime? { starvesAt?.advanced(by: .milliseconds(100)) }

    mutating func noteStarvation() {
        guard let due = starvesAt, due <= now else { return }
        live?.isStarved = true
        noteWait()
    }

    /// Agents and callers share one line of time: whatever there is to be heard goes into the same frame,
    /// so that nobody's voice pushes another's back.
    ///
    /// - Returns: Whether there was a frame for anybody.
    private mutating func sendFrame(
        _ record: ((Identity, Duration, UnsafeBufferPointer<Int16>) -> Void)?,
        _ deliver: (Identity, UnsafeBufferPointer<Int16>) -> Void
    ) -> Bool {
        let start = max(linesPlayUntil, now.sinceOpening)
        guard start - now.sinceOpening < settings.lead else { return false }
        let voices = voiceCount
        let ready = min(live?.playout.unsent ?? 0, Self.frameSampleCount)
        let hasAgent = takeAgentFrame(playedFrom: start)
        if hasAgent, let record, let agent = live?.turn.agent {
            agentFrame.withUnsafeBufferPointer {
                record(agent, start, UnsafeBufferPointer(rebasing: $0[..<ready]))
            }
        }
        guard hasAgent || voices > 0 else { return false }
        linesPlayUntil = start + Self.frameDuration
        if voices > 0 {
            mix(hasAgent: hasAgent)
            for index in callers.indices { send(to: index, hasAgent: hasAgent, voices: voices, deliver) }
            fullMix.removeAll(keepingCapacity: true)
            for index in callers.indices { callers[index].voice.advance() }
        } else {
            agentFrame.withUnsafeBufferPointer {
                for index in callers.indices { deliver(callers[index].profile.identity, $0) }
            }
        }
        return true
    }

    private mutating func mix(hasAgent: Bool) {
        mixer.reset(sampleCount: Self.frameSampleCount)
        if hasAgent { mixer.add(agentFrame) }
        for index in callers.indices { callers[index].voice.add(to: &mixer) }
        mixer.mix(into: &fullMix)
    }

    /// Everybody gets the whole mix, but for those who speak: they get it without themselves.
    private mutating func send(
        to index: Int, hasAgent: Bool, voices: Int, _ deliver: (Identity, UnsafeBufferPointer<Int16>) -> Void
    ) {
        guard callers[index].voice.hasFrame else {
            fullMix.withUnsafeBufferPointer { deliver(callers[index].profile.identity, $0) }
            return
        }
        guard hasAgent || voices > 1 else { return }
        callers[index].voice.mix(of: mixer, into: &ownMix)
        ownMix.withUnsafeBufferPointer { deliver(callers[index].profile.identity, $0) }
        ownMix.removeAll(keepingCapacity: true)
    }

    private mutating func takeAgentFrame(playedFrom start: Duration) -> Bool {
        guard live?.isHeld == false, live?.hasFrame == true else { return false }
        var frame: [Int16] = []
        swap(&frame, &agentFrame)
        frame.withUnsafeMutableBufferPointer { live?.playout.take(into: $0, at: start) }
        swap(&frame, &agentFrame)
        live?.isStarved = false
        if live?.isAudible == false, let turn = live { becameAudible(turn) }
        return true
    }

    private mutating func becameAudible(_ turn: LiveTurn) {
        let agent = turn.turn.agent
        let utterance = conversation.open(
            agent, name: displayName(of: agent), .agent, turn: turn.turn.id, at: now)
        live?.utterance = utterance
        publish(.turnStarted(turn.turn.id, agent: agent, latency: turn.cause.duration(to: now)))
        // What was delivered before the session was lost is heard; lost it stays.
        if let index = agentIndex(agent), agents[index].connection.isReady { setStatus(.speaking, of: agent) }
        decide(.audioStarted(turn.turn.id))
        ledger.turnStarted()
        keepLimits()
    }
}

extension Room {
    /// Every caller drops what they have buffered, this much of it an agent's.
    mutating func clearLines(of agent: Identity, unheard: Int) {
        if unheard > 0 { emit(.takeBack(agent, samples: unheard)) }
        linesPlayUntil = now.sinceOpening
        emit(.clearPlayback)
    }

    /// What was heard of the turn that holds the floor, in samples: by the caller who cut in if their
    /// player says, else by whoever heard most, and never more than was sent.
    @inline(__always)
    var heardSamples: Int {
        guard let sent = live?.playout.sent, let paced = live?.playout.heard(at: now.sinceOpening) else {
            return 0
        }
        if live?.isHeld == true { return sent }
        if let interrupter, let index = callerIndex(interrupter), let reported = reported(by: index) {
            return reported
        }
        guard !callers.isEmpty else { return min(paced, sent) }
        var furthest = 0
        for index in callers.indices { furthest = max(furthest, reported(by: index) ?? paced) }
        return min(furthest, sent)
    }

    /// What a player reported, carried on to now.
    @inline(__always)
    private func reported(by index: Int) -> Int? {
        guard let position = callers[index].position, let turn = live?.turn.id, let sent = live?.playout.sent,
            position.turn == turn, position.at.duration(to: now) <= Self.reportLifetime
        else { return nil }
        let since = SampleRate.hz24000.samples(in: position.at.duration(to: now))
        return min(position.samples + since, sent)
    }

    /// A player that reports does so several times a second; one that has stopped is not asked any more.
    private static let reportLifetime: Duration = .seconds(1)

    /// Whether the last sample was heard. A player that lags is waited for, but not for long: its
    /// jitter buffer is shorter than a second.
    @inline(__always)
    func isPlayedOut(_ turn: LiveTurn) -> Bool {
        guard turn.playout.isPlayedOut(at: now.sinceOpening) else { return false }
        let patience = turn.playout.playsUntil + .seconds(1)
        return heardSamples >= turn.playout.sent || now.sinceOpening >= patience
    }
}
