import FloorControl

// Clocks: whatever waits has one, none stays when it has run out, none runs out early; and news that comes too
// late changes nothing.

extension Step {
    func brokenByLateNews() -> Promise? { isLateNews && !changedNothing ? .lateNews : nil }

    func brokenByClocks() -> Promise? {
        if let early = brokenByHaste() { return early }
        if case .deadlinePassed = event, let next = after.nextDeadline, next <= now { return .clock }
        // A clock that runs runs on, however often it is said what it waits for.
        if case .turnWaits(_, .audio) = event, let next = before.nextDeadline,
            after.nextDeadline.map({ $0 > next }) ?? true
        {
            return .clock
        }
        if after.turn != nil && !after.isHeld {
            let left = cast.settings.maxTurnLength - .ticks(knows.age)
            guard let next = after.nextDeadline, next <= now.advanced(by: left) else { return .length }
        }
        for limit in limits {
            guard let next = after.nextDeadline, next <= now.advanced(by: limit) else { return .clock }
        }
        return nil
    }

    /// By when the next clock must run out at the latest.
    private var limits: [Duration] {
        let settings = cast.settings
        var limits: [Duration] = []
        if !after.queue.isEmpty { limits.append(settings.claimTimeout) }
        for case .awaited(let left, _) in knows.voices { limits.append(.ticks(left)) }
        for action in actions {
            switch action {
            case .grant: limits.append(settings.firstAudioTimeout)
            case .resume where after.audibleAgent == nil: limits.append(settings.firstAudioTimeout)
            case .resume, .hold, .end, .answerRequest: break
            }
        }
        if case .turnWaits(after.turn?.id, .audio) = event, !after.isHeld {
            limits.append(
                after.audibleAgent == nil ? settings.firstAudioTimeout : settings.silenceTimeout)
        }
        return limits
    }

    /// A clock ended a turn before it can have run out.
    private func brokenByHaste() -> Promise? {
        guard case .deadlinePassed = event, let ended else { return nil }
        let settings = cast.settings
        let patience =
            ended.outcome != .failed
            ? settings.maxTurnLength
            : before.audibleAgent == nil ? settings.firstAudioTimeout : settings.silenceTimeout
        return knew.age < patience.ticks ? .reason : nil
    }

    private var isLateNews: Bool {
        switch event {
        case .audioStarted(let turn), .turnWaits(let turn, _), .turnCompleted(let turn),
            .turnFailed(let turn, _):
            turn != before.turn?.id
        case .agentJoined, .agentLeft, .agentBecame, .agentFailed, .agentMuted, .callerLeft, .speechStarted,
            .speechStopped, .wordsBecameDecisive, .understood, .turnRequested, .moderatorGave,
            .greetingWanted, .interruptRequested, .limitReached, .deadlinePassed:
            false
        }
    }

    private var changedNothing: Bool {
        actions.isEmpty && after.turn == before.turn && after.queue == before.queue
            && after.isHeld == before.isHeld && after.nextDeadline == before.nextDeadline
    }
}
