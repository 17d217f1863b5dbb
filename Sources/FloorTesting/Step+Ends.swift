import FloorControl

// How turns end: for a reason that the event gives, at once, and rightly named.

extension Step {
    /// What an event asks of the turn that held the floor before it.
    private enum Demand: Equatable {
        /// It goes on.
        case none
        /// It is cut off: interrupted if anything was heard, else cancelled.
        case cut
        case failed
        /// Nobody need be told.
        case completed
        /// A clock that ran out may end it, either way.
        case clock
    }

    func brokenByEnds() -> Promise? {
        guard let turn = before.turn else { return nil }
        let demand = isTooOldToGoOn ? .cut : demand(on: turn)
        if isBackchannel && demand == .none && (ended != nil || !wentOn) { return .backchannel }
        if demand == .none && !wentOn { return .reason }
        if demand != .none && demand != .clock && wentOn { return .cutOff }
        guard let ended else { return nil }
        let cut: TurnOutcome = before.audibleAgent == nil ? .cancelled : .interrupted
        switch demand {
        case .none, .completed: return .reason
        case .cut: return ended.outcome == cut ? nil : .reason
        case .failed: return ended.outcome == .failed ? nil : .reason
        case .clock: return ended.outcome == .failed || ended.outcome == cut ? nil : .reason
        }
    }

    private func demand(on turn: Turn) -> Demand {
        switch event {
        case .agentLeft(turn.agent), .agentMuted(turn.agent, true), .interruptRequested: .cut
        case .wordsBecameDecisive(let caller): isHeard(caller) ? .cut : .none
        case .understood(_, let meaning, _): meaning == .backchannel ? .none : .cut
        case .turnFailed(turn.id, _): .failed
        case .turnCompleted(turn.id): .completed
        case .deadlinePassed: isOverdue ? .clock : .none
        case .agentJoined, .agentLeft, .agentBecame, .agentFailed, .agentMuted, .callerLeft, .speechStarted,
            .speechStopped, .turnRequested, .moderatorGave, .greetingWanted, .audioStarted, .turnWaits,
            .turnCompleted, .turnFailed, .limitReached:
            .none
        }
    }

    /// Everybody fell silent, and the turn that was held would go on but for its time, which was up already.
    private var isTooOldToGoOn: Bool {
        before.isHeld && knows.isQuiet && knew.age >= cast.settings.maxTurnLength.ticks
            && before.turn.map { demand(on: $0) } == Demand.none
    }

    /// Whether the caller speaks, or their words are awaited.
    func isHeard(_ caller: Identity) -> Bool {
        cast.callers.firstIndex(of: caller).map { knew.voices[$0] != .silent } ?? false
    }

    var isOverdue: Bool { before.nextDeadline.map { $0 <= now } ?? false }
}
