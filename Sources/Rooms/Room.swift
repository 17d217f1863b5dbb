import Addressing
import Audio
public import FloorControl
import Personas
import Realtime

/// One room as a value: its floor, its conversation, its participants and their sessions.
///
/// The owner hands in one event at a time with ``handle(_:at:)``, carries out *every* returned action
/// in order, and calls again with ``Event/deadlinePassed`` at ``nextDeadline``. Sound takes a shorter
/// way (`Room+Sound.swift`), through the same state: an agent's audio passes only while its turn holds
/// the floor.
public struct Room: Sendable {
    public let name: String
    public let settings: Settings
    public internal(set) var conversation = Conversation()

    /// Told something in ``put(_:)`` alone, which writes it down: the record of a call leaves nothing out.
    private(set) var floor: Floor
    var agents: [AgentSeat] = []
    var callers: [CallerSeat] = []
    /// Whom words can be meant for; worked out anew when agents come or go.
    var roster = Roster([])
    var live: LiveTurn?
    /// An answer that waits behind the gate for the words that confirm it.
    var guess: Guess?
    var lastGuess = 0
    var condensing = Condensing()
    var ended: [EndedTurn] = []
    /// When the words ended that caused a turn, and which: its latency counts from there. The latest eight,
    /// however many words there are; a turn that had to wait longer counts from its grant.
    var causes: [(turn: TurnID, since: RoomTime, words: Conversation.UtteranceID)] = []
    /// When it was last seen whose words need not wait for others any more.
    var settledAt = RoomTime.zero
    /// Set once a limit of the call is reached.
    var ending: Ending?
    /// Limits that the world was told are near.
    var toldNear: [CallLimit] = []
    /// What was used, by whom.
    var ledger: Ledger
    var actions: [Action] = []
    var now = RoomTime.zero
    /// When nobody was here any more, and when the last caller went.
    var emptySince: RoomTime? = .zero
    var callersGoneSince: RoomTime?
    /// Set only while the gate closes: whose position says what was heard.
    var interrupter: Identity?
    /// Set only while the floor is asked about a `request_turn` call.
    var handOver: HandOver?
    /// The turn and the promises that the world was last told of.
    var toldFloor: (turn: TurnID?, queue: [TurnID]) = (nil, [])
    /// What the world was told last of why nobody can answer, and nobody has come since.
    var toldNobodyAnswers: (reason: String, at: RoomTime)?
    var isClosed = false
    var lastEventID = 0
    /// Of the connection that was opened last.
    var lastGeneration = 0
    var random: Jitter
    /// When players that began with the first frame will have played all that was sent to the lines.
    var linesPlayUntil = Duration.zero
    /// The owner was told to pump, and was not told yet that it may stop.
    var isPumping = false
    /// Buffers of one frame, kept so that no frame allocates.
    var agentFrame = [Int16](repeating: 0, count: Room.frameSampleCount)
    var fullMix: [Int16] = []
    var ownMix: [Int16] = []
    /// Has no memory before several callers speak.
    var mixer = Mixer(sampleCount: 0)

    public init(name: String, settings: Settings) {
        self.name = name
        self.settings = settings
        floor = Floor(settings: settings.floor)
        actions.append(.record(.opened(settings.floor)))
        random = Jitter(state: settings.seed)
        ledger = Ledger(prices: settings.prices)
    }

    public mutating func handle(_ event: Event, at time: RoomTime) -> [Action] {
        now = max(now, time)
        guard !isClosed else { return [] }
        switch event {
        case .agentJoined(let profile): agentJoined(profile)
        case .agentLeft(let agent, let reason): agentLeft(agent, reason: reason)
        case .callerJoined(let profile): callerJoined(profile)
        case .callerLeft(let caller, let reason): callerLeft(caller, reason: reason)
        case .callerMuted(let caller, let isMuted): mute(caller, isMuted)
        case .agentMuted(let agent, let isMuted): mute(agent: agent, isMuted)
        case .linkOpened(let link, let input, let server, let vendorServers):
            opened(link, input, server, vendorServers)
        case .linkReceived(let link, let event):
            for meant in server(of: link).read(event) { received(meant, on: link) }
        case .linkLost(let link, let loss): lost(link, loss)
        case .sessionExpires(let link, let end): expires(link, at: end)
        case .messageTyped(let caller, let text): messageTyped(by: caller, text)
        case .moderatorGave(let agent, let instructions):
            decide(.moderatorGave(agent, instructions: instructions))
        case .interruptRequested:
            discardGuess(.overtaken)
            decide(.interruptRequested)
        case .positionReported(let caller, let turn, let position): report(position, of: turn, by: caller)
        case .toolReturned(let link, let callID, let output, _): toolReturned(to: link, callID, output)
        case .toolsFound(let participant, let offers): toolsFound(participant, offers)
        case .deadlinePassed: deadlinePassed()
        case .closeRequested(let reason): close(reason: reason)
        }
        completeIfHeard()
        reviewGuess()
        dropUnwantedClips()
        keepLimits()
        rotate()
        condense()
        startPumpIfNeeded()
        return take()
    }

    /// When to call ``handle(_:at:)`` with ``Event/deadlinePassed`` if nothing else happens first.
    public var nextDeadline: RoomTime? { earliestDeadline(starving: starvesAt) }

    @inline(__always)
    private func earliestDeadline(starving: RoomTime?) -> RoomTime? {
        guard !isClosed else { return nil }
        var earliest = floor.nextDeadline
        func consider(_ time: RoomTime?) {
            if let time, earliest.map({ time < $0 }) ?? true { earliest = time }
        }
        for index in agents.indices {
            consider(agents[index].connection.deadline)
            consider(agents[index].stuckBy)
            consider(nextRotation(agents[index].succession, agents[index].term))
        }
        for index in callers.indices {
            consider(callers[index].ear.deadline)
            consider(nextRotation(callers[index].succession, callers[index].term))
            for speech in callers[index].speeches.indices {
                consider(callers[index].speeches[speech].deadline)
                consider(waitEnd(ofSpeech: speech, index))
            }
            consider(earCheck(index))
        }
        consider(fillerDue)
        consider(starving)
        consider(condensing.summary?.deadline)
        consider(closesAt)
        consider(limitDeadline)
        return earliest
    }

    /// The same for an owner with a clock, to whom a turn that starves is worth no alarm of its own: ``lookForStarvation()``.
    /// Worked out in place: a getter is handed a copy of the whole room by an owner that is a class.
    public mutating func lookAhead() -> RoomTime? { earliestDeadline(starving: lookForStarvation()) }

    private mutating func deadlinePassed() {
        decideOverdueSpeech()
        settleInOrder()
        reconnectDue()
        loseSilentEars()
        askSilentEars()
        sayOverdueFiller()
        noteStarvation()
        giveUpLateSummary()
        decideOverdueTurn()
        if let closesAt, closesAt <= now {
            close(reason: callers.isEmpty && agents.isEmpty ? .idle : .empty)
        }
    }
}

extension Room {
    mutating func emit(_ action: Action) {
        if case .append(let link, let samples) = action { countSent(samples.count, to: link) }
        actions.append(action)
    }
    mutating func publish(_ event: RoomEvent) { actions.append(.publish(event)) }

    /// Hands the actions over; without any nothing is allocated.
    mutating func take() -> [Action] {
        askIfWaiting()
        tellFloor()
        var taken: [Action] = []
        swap(&taken, &actions)
        return taken
    }

    /// Lets the floor decide and carries out what it says.
    mutating func decide(_ event: Floor.Event) {
        if let event = withoutPromise(event) { put(event) }
    }

    /// The same, even if it is a promise and the call is about to end.
    mutating func put(_ event: Floor.Event) {
        let decision = floor.decide(event, at: now)
        emit(.record(.told(event, at: now, decision)))
        for action in decision.actions {
            switch action {
            case .grant(let turn): if !isClosed { begin(turn) }
            case .hold(let turn): hold(turn)
            case .resume(let turn): resume(turn)
            case .end(let turn, let outcome): end(turn, outcome)
            case .answerRequest(let holder, let agent, let answer): self.answer(holder, agent, answer)
            }
        }
    }

    mutating func mintEventID() -> String {
        lastEventID += 1
        return "parley_\(lastEventID)"
    }

    // Asked with every frame: a closure would be handed a copy of each seat, and whatever is not inlined one of the whole
    // room, four kilobytes of it.

    @inline(__always)
    func agentIndex(_ agent: Identity) -> Int? {
        for index in agents.indices where agents[index].profile.identity == agent { return index }
        return nil
    }

    @inline(__always)
    func callerIndex(_ caller: Identity) -> Int? {
        for index in callers.indices where callers[index].profile.identity == caller { return index }
        return nil
    }

    /// The name people know a participant by.
    func displayName(of identity: Identity) -> String {
        agents.first { $0.identity == identity }?.profile.persona.name
            ?? callers.first { $0.identity == identity }?.profile.name ?? identity.description
    }
}

/// The shortest generator worth trusting (Steele, Lea & Flood, OOPSLA 2014). Seeded, so that a recorded
/// room can be run again.
struct Jitter: RandomNumberGenerator, Sendable {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
