import FloorControl

// What is promised: exactly what the event asks for, no more and no less, and what is granted was promised.

extension Step {
    /// Promised in this step, in the order of promise; one may have been granted already.
    var fresh: [Turn] {
        guard after.latestTurn != before.latestTurn else { return [] }
        let turns = after.queue.map(\.turn) + (granted.map { [$0] } ?? [])
        return turns.filter { $0.id.number > before.latestTurn.number }
            .sorted { $0.id.number < $1.id.number }
    }

    func brokenByPromises() -> Promise? {
        if let granted, granted.id.number <= before.latestTurn.number,
            !before.queue.contains(where: { $0.turn == granted })
        {
            return .promised
        }
        let wanted = wanted
        let fresh = fresh
        if fresh.contains(where: \.isRetry) || wanted.contains(where: \.isRetry) {
            return fresh.map(Wish.init) == wanted ? nil : .retry
        }
        // Only a full queue promises less than was asked for.
        if before.queue.count + wanted.count > cast.settings.maxQueue {
            return fresh.allSatisfy { wanted.contains(Wish($0)) } ? nil : .promised
        }
        return fresh.map(Wish.init) == wanted ? nil : .promised
    }

    struct Wish: Equatable {
        let agent: Identity
        let reason: GrantReason
        var isRetry = false

        init(_ agent: Identity, _ reason: GrantReason) {
            self.agent = agent
            self.reason = reason
        }

        init(_ turn: Turn) {
            self.init(turn.agent, turn.reason)
            isRetry = turn.isRetry
        }
    }

    private var wanted: [Wish] {
        let wishes: [Wish] =
            switch event {
            case .moderatorGave(let agent, _): [Wish(agent, .moderator)]
            case .greetingWanted(let agent, _): isAboutToGreet(agent) ? [] : [Wish(agent, .greeting)]
            case .understood(_, let meaning, _): wanted(by: meaning)
            case .turnRequested(_, let agent, _): isQueued ? [Wish(agent, .request)] : []
            case .turnFailed(before.turn?.id, mayRetry: true): retry
            case .deadlinePassed: ended?.outcome == .failed && before.audibleAgent == nil ? retry : []
            case .agentJoined, .agentLeft, .agentBecame, .agentFailed, .agentMuted, .callerLeft,
                .speechStarted, .speechStopped, .wordsBecameDecisive, .interruptRequested, .audioStarted,
                .turnWaits, .turnCompleted, .turnFailed, .limitReached:
                []
            }
        return wishes.filter { knows.canBePromised($0.agent) }
    }

    private func wanted(by meaning: Floor.Meaning) -> [Wish] {
        switch meaning {
        case .address(let agents, _): agents.map { Wish($0, .address) }
        case .domain(let agent, _): [Wish(agent, .domain)]
        case .everyone: knew.round.map { Wish($0, .all) }
        case .stay: goesOnAddressing ? [] : knew.listener.map { [Wish($0, .floor)] } ?? []
        case .stop, .nobody, .backchannel: []
        }
    }

    /// Words without a name, while somebody who was named waits for the caller to end: still meant for them, unless they
    /// began before another caller named them, over an agent.
    var goesOnAddressing: Bool {
        guard case .understood(let caller, .stay, _) = event, before.turn == nil else { return false }
        let beganBefore = cast.callers.firstIndex(of: caller).map { knew.cutIn[$0] } ?? false
        return before.queue.contains {
            $0.turn.reason == .address && ($0.caller == caller || !beganBefore)
        }
    }

    private func isAboutToGreet(_ agent: Identity) -> Bool {
        before.queue.contains { $0.turn.agent == agent && $0.turn.reason == .greeting }
    }

    private var retry: [Wish] {
        guard let turn = before.turn, !turn.isRetry else { return [] }
        var wish = Wish(turn.agent, turn.reason)
        wish.isRetry = true
        return [wish]
    }

    private var isQueued: Bool {
        for case .answerRequest(_, _, .queued) in actions { return true }
        return false
    }
}
