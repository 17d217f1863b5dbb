import FloorControl

// A call that has used what it may is ended politely: who speaks finishes, an agent says goodbye in one sentence,
// and the room closes. From the moment a limit is reached nobody is promised a turn any more.
//
// A caller who speaks into the goodbye is right, as always: it is cut off, and the room closes when their words
// are over, or when the goodbye's time is.

extension Room {
    /// What is configured, and how far it is used up.
    public var limitStates: [LimitState] {
        CallLimit.allCases.compactMap { limit in
            most(of: limit).map { LimitState(limit: limit, used: used(of: limit), most: $0) }
        }
    }

    /// The limit that ends this call.
    public var reachedLimit: CallLimit? { ending?.state.limit }

    private func most(of limit: CallLimit) -> Double? {
        switch limit {
        case .turns: settings.limits.turns.map(Double.init)
        case .minutes: settings.limits.length.map { $0 / .seconds(60) }
        case .tokens: settings.limits.tokens.map(Double.init)
        case .money: settings.limits.money
        }
    }

    private func used(of limit: CallLimit) -> Double {
        switch limit {
        case .turns: Double(ledger.room.turns)
        case .minutes: now.sinceOpening / .seconds(60)
        case .tokens: Double(ledger.room.tokens)
        case .money: ledger.room.cost?.amount ?? 0
        }
    }

    /// After each event.
    mutating func keepLimits() {
        guard settings.limits != CallLimits(), !isClosed else { return }
        if ending == nil { lookAtLimits() }
        goOnEnding()
    }

    private mutating func lookAtLimits() {
        for state in limitStates {
            if state.isReached { return reached(state) }
            if state.isNear, !toldNear.contains(state.limit) {
                toldNear.append(state.limit)
                publish(.limitApproached(state))
            }
        }
    }

    private mutating func reached(_ state: LimitState) {
        publish(.limitReached(state))
        let longest = settings.floor.maxTurnLength + Ending.patience
        ending = .finishing(state, by: now.advanced(by: longest))
        discardGuess(.overtaken)
        put(.limitReached)
    }

    private mutating func goOnEnding() {
        guard let ending else { return }
        if ending.deadline <= now { return close(reason: .limit) }
        // A turn that failed before it was heard is tried once more, like any other.
        guard floor.turn == nil, floor.queue.isEmpty else { return }
        switch ending {
        case .finishing(let state, _): if !hearsAnyVoice { sayGoodbye(because: state) }
        case .goodbye: if !hearsAnyVoice { close(reason: .limit) }
        }
    }

    /// A caller is heard to the end of their sentence.
    private var hearsAnyVoice: Bool { callers.contains { !$0.speeches.isEmpty } }

    private mutating func sayGoodbye(because state: LimitState) {
        guard let agent = speaker else { return close(reason: .limit) }
        ending = .goodbye(
            state, TurnID(latestTurn.number + 1), by: now.advanced(by: Ending.goodbyeTimeout))
        put(.moderatorGave(agent, instructions: Self.farewell(state)))
        if floor.turn == nil && floor.queue.isEmpty { close(reason: .limit) }
    }

    /// Who spoke last if they can, else who came first.
    private var speaker: Identity? {
        let able = agents.filter { $0.connection.isReady && !$0.isMuted }.map(\.identity)
        return ended.last { able.contains($0.agent) }?.agent ?? able.first
    }

    private static func farewell(_ state: LimitState) -> String {
        "This call ends now because \(reason(state)). Say so and say goodbye, in one short sentence, in the language of the conversation. Ask nothing and call no tool."
    }

    /// Half a sentence for people and models.
    static func reason(_ state: LimitState) -> String {
        switch state.limit {
        case .turns: "it has had the \(Int(state.most)) turns it may have"
        case .minutes: "it has lasted as long as it may"
        case .tokens, .money: "it has used up what it may cost"
        }
    }

    /// Whether this turn is the last one.
    func isGoodbye(_ turn: TurnID) -> Bool {
        if case .goodbye(_, let goodbye, _) = ending { turn == goodbye } else { false }
    }

    /// What the floor is told while the call ends: nobody is promised anything.
    func withoutPromise(_ event: Floor.Event) -> Floor.Event? {
        guard ending != nil else { return event }
        switch event {
        // Words still end a turn, and lead to none.
        case .understood(let caller, let meaning, let awaitsMore) where meaning != .backchannel:
            return .understood(caller, meaning == .stop ? .stop : .nobody, awaitsMore: awaitsMore)
        case .moderatorGave, .greetingWanted: return nil
        case .agentJoined, .agentLeft, .agentBecame, .agentFailed, .agentMuted, .callerLeft, .speechStarted,
            .speechStopped, .wordsBecameDecisive, .understood, .turnRequested, .interruptRequested,
            .audioStarted, .turnWaits, .turnCompleted, .turnFailed, .limitReached,
            .deadlinePassed:
            return event
        }
    }

    /// When something must happen if no event comes first.
    @inline(__always)
    var limitDeadline: RoomTime? {
        if let ending { return ending.deadline }
        guard let length = settings.limits.length else { return nil }
        // A hair late, so that rounding cannot make it early.
        let notice = RoomTime(length * CallLimits.noticeShare + .milliseconds(1))
        return toldNear.contains(.minutes) || notice <= now ? RoomTime(length) : notice
    }
}
