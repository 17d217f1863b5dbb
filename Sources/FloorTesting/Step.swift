import FloorControl

/// One event, what the floor made of it, and what a witness knew before and knows now.
struct Step {
    let cast: Cast
    let before: View
    let event: Floor.Event
    let actions: [Floor.Action]
    let after: View
    let knew: Witness
    let knows: Witness
    let now: RoomTime

    /// The first promise that was broken.
    func broken() -> Promise? {
        brokenByLateNews() ?? brokenByTurns() ?? brokenByVoices() ?? brokenByEnds() ?? brokenByPromises()
            ?? brokenByClaims()
            ?? brokenByAnswer() ?? brokenByQueue() ?? brokenByClocks()
    }

    var granted: Turn? {
        for case .grant(let turn) in actions { return turn }
        return nil
    }

    var ended: (turn: Turn, outcome: TurnOutcome)? {
        for case .end(let turn, let outcome) in actions { return (turn, outcome) }
        return nil
    }

    var isBackchannel: Bool {
        if case .understood(_, .backchannel, _) = event { true } else { false }
    }

    /// The same turn held the floor before and holds it now.
    var wentOn: Bool { before.turn != nil && after.turn?.id == before.turn?.id }
}

extension Step {
    private func brokenByTurns() -> Promise? {
        var holder = before.turn
        var isHeld = before.isHeld
        if case .turnCompleted(holder?.id) = event { (holder, isHeld) = (nil, false) }
        for action in actions {
            switch action {
            case .grant(let turn):
                guard holder == nil else { return .oneTurn }
                (holder, isHeld) = (turn, false)
            case .hold(let turn):
                guard holder == turn, !isHeld else { return .oneTurn }
                isHeld = true
            case .resume(let turn):
                guard holder == turn, isHeld else { return .oneTurn }
                isHeld = false
            case .end(let turn, _):
                guard holder == turn else { return .oneTurn }
                (holder, isHeld) = (nil, false)
            case .answerRequest: break
            }
        }
        guard after.turn == holder, after.isHeld == isHeld else { return .honest }
        return brokenByPresence()
    }

    private func brokenByPresence() -> Promise? {
        if let granted, !knows.canHoldFloor(granted.agent) { return .present }
        switch event {
        case .agentLeft(let agent), .agentMuted(let agent, true):
            return after.turn?.agent == agent ? .present : nil
        case .agentJoined, .agentBecame, .agentFailed, .agentMuted, .callerLeft, .speechStarted,
            .speechStopped, .wordsBecameDecisive, .understood, .turnRequested, .moderatorGave,
            .greetingWanted, .interruptRequested, .audioStarted, .turnWaits, .turnCompleted, .turnFailed,
            .limitReached, .deadlinePassed:
            return nil
        }
    }

    private func brokenByVoices() -> Promise? {
        let isSilent = after.turn == nil || after.isHeld
        if !isSilent {
            if knows.voices.contains(where: \.isTalking) { return .silence }
            if !knows.isQuiet { return .patience }
        }
        let isAudible = after.audibleAgent != nil
        if isAudible && after.audibleAgent != after.turn?.agent { return .audible }
        var shouldBeAudible = wentOn && before.audibleAgent != nil
        if case .audioStarted(after.turn?.id) = event, wentOn, !before.isHeld { shouldBeAudible = true }
        return isAudible == shouldBeAudible ? nil : .audible
    }
}

extension Witness.Voice {
    var isTalking: Bool { if case .talking = self { true } else { false } }
}
