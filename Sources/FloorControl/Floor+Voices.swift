// Callers' voices and words: what closes the gate, what ends a turn, what opens the next one.

extension Floor {
    mutating func speechStarted(_ caller: Identity, at now: RoomTime) -> [Action] {
        let hadCutIn = hasCutIn(caller)
        voices.removeAll { $0.caller == caller }
        voices.append(Voice(caller: caller, hasCutIn: hadCutIn || isRunning))
        switch stage {
        case .open, .held: return []
        case .granted(let turn, let clocks):
            stage = .held(turn, wasAudible: false, left: now.duration(to: clocks.end))
            return [.hold(turn)]
        case .speaking(let turn, let clocks):
            stage = .held(turn, wasAudible: true, left: now.duration(to: clocks.end))
            return [.hold(turn)]
        }
    }

    mutating func speechStopped(_ caller: Identity, at now: RoomTime) -> [Action] {
        guard let index = voices.firstIndex(where: { $0.caller == caller }) else { return [] }
        let patience = voices[index].isDecisive ? settings.finalTranscriptTimeout : settings.wordsTimeout
        voices[index].deadline = now.advanced(by: patience)
        return []
    }

    mutating func wordsBecameDecisive(_ caller: Identity) -> [Action] {
        guard let index = voices.firstIndex(where: { $0.caller == caller }) else { return [] }
        if let deadline = voices[index].deadline, !voices[index].isDecisive {
            let more = settings.finalTranscriptTimeout - settings.wordsTimeout
            voices[index].deadline = deadline.advanced(by: more)
        }
        voices[index].isDecisive = true
        return cutIn()
    }

    /// A voice that speaks again already (its `deadline` is not set) is another utterance: it stays.
    mutating func stopWaiting(for caller: Identity) {
        voices.removeAll { $0.caller == caller && $0.deadline != nil }
    }

    mutating func understood(_ caller: Identity, _ meaning: Meaning, at now: RoomTime) -> [Action] {
        if meaning == .backchannel { return settle(at: now) }
        turnsInARow = 0
        let ended = meaning == .stop ? cutIn() : cutIn(by: caller)
        claim(meaning, of: caller, at: now)
        return ended + settle(at: now)
    }

    /// Whether these words go on speaking to whoever was named a moment ago, by the same caller or by another one, and
    /// waits for them to end. Not if they began before, over an agent that then lost the floor: they are for that one.
    func goesOnAddressing(_ meaning: Meaning, _ caller: Identity) -> Bool {
        guard case .stay = meaning, stage.isOpen else { return false }
        let beganBefore = hasCutIn(caller)
        return queue.contains { $0.turn.reason == .address && ($0.caller == caller || !beganBefore) }
    }

    /// Such words add to what was asked: they promise nothing and void nothing.
    mutating func goOn(at now: RoomTime) -> [Action] {
        turnsInARow = 0
        return settle(at: now)
    }

    private func hasCutIn(_ caller: Identity) -> Bool {
        voices.contains { $0.caller == caller && $0.hasCutIn }
    }

    private var isRunning: Bool {
        switch stage {
        case .granted, .speaking: true
        case .open, .held: false
        }
    }

    mutating func callerLeft(_ caller: Identity, at now: RoomTime) -> [Action] {
        voices.removeAll { $0.caller == caller }
        return settle(at: now)
    }

    private mutating func claim(_ meaning: Meaning, of caller: Identity, at now: RoomTime) {
        switch meaning {
        case .address(let agents, let why):
            for agent in agents { enqueue(agent, .address, why: why, of: caller, at: now) }
        case .domain(let agent, let why): enqueue(agent, .domain, why: why, of: caller, at: now)
        case .everyone(let why):
            // Among those who never spoke, in the order in which they joined.
            let order = seats.enumerated().sorted {
                ($0.element.lastHeard, $0.offset) < ($1.element.lastHeard, $1.offset)
            }
            for (_, seat) in order { enqueue(seat.agent, .all, why: why, of: caller, at: now) }
        case .stay(let why):
            if let listener { enqueue(listener, .floor, why: why, of: caller, at: now) }
        case .stop, .nobody, .backchannel: break
        }
    }

    /// Whom words without a name are meant for: who spoke last if still here, else who joined first.
    private var listener: Identity? {
        if let lastHolder, isSeated(lastHolder), !isMuted(lastHolder) { return lastHolder }
        let listening = seats.filter { !$0.isMuted }
        return (listening.first { $0.isAvailable } ?? listening.first)?.agent
    }

    /// New words void what followed from older ones: the turn, and the promises of turns. But callers who
    /// spoke at the same time, while nobody held the floor, are answered one after the other.
    mutating func cutIn(by caller: Identity? = nil) -> [Action] {
        let spares = stage.isOpen && caller != nil
        queue.removeAll { !$0.outlivesTalk && !(spares && $0.caller != nil && $0.caller != caller) }
        return endTurn()
    }
}
