import FloorControl

// What was promised: kept until it is granted, or void for a reason; and asked for by `request_turn`.

extension Step {
    func brokenByClaims() -> Promise? {
        for claim in before.queue {
            let isKept =
                isGranted(claim)
                || after.queue.contains { $0.turn.id == claim.turn.id && $0.turn == claim.turn }
            switch fate(of: claim) {
            case .kept: if !isKept { return isBackchannel ? .backchannel : .claimKept }
            case .void: if isKept { return .claimVoid }
            case .dispensable: break
            }
        }
        return nil
    }

    private func isGranted(_ claim: Claim) -> Bool { granted.map { $0 == claim.turn } ?? false }

    private enum Fate {
        case kept, void
        /// A full queue may forget it for newer words.
        case dispensable
    }

    private func fate(of claim: Claim) -> Fate {
        switch event {
        case .agentLeft(claim.turn.agent), .agentFailed(claim.turn.agent),
            .agentMuted(claim.turn.agent, true):
            .void
        case .interruptRequested: claim.endsWithTalk ? .void : .kept
        case .wordsBecameDecisive(let caller): claim.endsWithTalk && isHeard(caller) ? .void : .kept
        case .understood(let caller, let meaning, _): fate(of: claim, after: meaning, of: caller)
        case .limitReached: claim.turn.isRetry ? .kept : .void
        case .turnRequested(_, claim.turn.agent, _): givesWay(claim) ? .void : .kept
        case .deadlinePassed:
            claim.expires <= now && knows.seat(of: claim.turn.agent)?.isAvailable == false ? .void : .kept
        case .agentJoined, .agentLeft, .agentBecame, .agentFailed, .agentMuted, .callerLeft, .speechStarted,
            .speechStopped, .turnRequested, .moderatorGave, .greetingWanted, .audioStarted, .turnWaits,
            .turnCompleted, .turnFailed:
            .kept
        }
    }

    /// To the turn that its agent was just handed: of several that could, the first.
    private func givesWay(_ claim: Claim) -> Bool {
        guard case .answerRequest(_, let agent, .queued)? = actions.first else { return false }
        let first = before.queue.first { $0.turn.agent == agent && $0.turn.isLessThanRequest }
        return first?.turn.id == claim.turn.id
    }

    private func fate(of claim: Claim, after meaning: Floor.Meaning, of caller: Identity) -> Fate {
        guard claim.endsWithTalk, meaning != .backchannel, !goesOnAddressing else { return .kept }
        // Callers who spoke at the same time, while nobody held the floor, are answered one after the other.
        let isAnothers = claim.caller != nil && claim.caller != caller
        guard isAnothers, before.turn == nil, meaning != .stop else { return .void }
        return before.queue.count + meaning.wishes > cast.settings.maxQueue ? .dispensable : .kept
    }
}

extension Claim {
    /// Written out once more, so that the floor's own opinion is not what it is judged by.
    fileprivate var endsWithTalk: Bool {
        switch turn.reason {
        case .moderator, .greeting: false
        case .address, .request, .all, .domain, .floor: true
        }
    }
}

extension Turn {
    /// In the order of the house.
    private var place: Int {
        if isRetry { return 0 }
        return switch reason {
        case .moderator: 1
        case .address: 2
        case .request, .greeting: 3
        case .all: 4
        case .domain: 5
        case .floor: 6
        }
    }

    fileprivate var isLessThanRequest: Bool { place > 3 }

    fileprivate func goes(before other: Turn) -> Bool {
        (place, id.number) < (other.place, other.id.number)
    }
}

extension Floor.Meaning {
    /// How many promises it asks for, at most.
    fileprivate var wishes: Int {
        switch self {
        case .address(let agents, _): agents.count
        case .everyone: 3
        case .domain, .stay: 1
        case .stop, .nobody, .backchannel: 0
        }
    }
}

extension Step {
    func brokenByAnswer() -> Promise? {
        guard case .turnRequested(let holder, let agent, _) = event else {
            for case .answerRequest in actions { return .answer }
            return nil
        }
        guard case .answerRequest(holder, agent, let answer)? = actions.first else { return .answer }
        let objections = objections(to: agent, by: holder)
        switch answer {
        case .queued(let turn): return objections.isEmpty && fresh.map(\.id) == [turn] ? nil : .answer
        case .refused(let refusal): return objections.contains(refusal) ? nil : .answer
        }
    }

    private func objections(to agent: Identity, by holder: Identity) -> [Floor.RequestRefusal] {
        let settings = cast.settings
        var objections: [Floor.RequestRefusal] = []
        if before.turn?.agent != holder { objections.append(.notHolder) }
        if knew.seat(of: agent) == nil { objections.append(.notInRoom) }
        if knew.seat(of: agent)?.isMuted == true { objections.append(.muted) }
        if agent == holder && knew.selfRequestsInARow >= settings.maxSelfRequests {
            objections.append(.selfAgain)
        }
        let requests = before.queue.count { $0.turn.reason == .request }
        if knew.turnsInARow + requests >= settings.maxAgentTurns {
            objections.append(.limit(settings.maxAgentTurns))
        }
        if before.queue.count >= settings.maxQueue { objections.append(.queueFull(settings.maxQueue)) }
        // Who waits for a lesser place moves up, unless anything else is against it.
        let waiting = before.queue.filter { $0.turn.agent == agent }
        if !waiting.isEmpty,
            agent == holder || !objections.isEmpty || !waiting.allSatisfy(\.turn.isLessThanRequest)
        {
            objections.append(.alreadyQueued)
        }
        return objections
    }

    func brokenByQueue() -> Promise? {
        let queue = after.queue
        for (claim, next) in zip(queue, queue.dropFirst()) where !claim.turn.goes(before: next.turn) {
            return .inOrder
        }
        if let granted {
            for other in queue where knows.canHoldFloor(other.turn.agent) && !granted.goes(before: other.turn)
            {
                return .inOrder
            }
        }
        // Retries and greetings find a place in a full queue: one of each for every agent.
        let bound = cast.settings.maxQueue + 2 * cast.agents.count
        let isDefined = queue.allSatisfy { claim in
            knows.canBePromised(claim.turn.agent) && claim.turn.id != after.turn?.id
                && claim.turn.id.number <= after.latestTurn.number
                && claim.expires <= now.advanced(by: cast.settings.claimTimeout)
        }
        guard isDefined, queue.count <= bound else { return .defined }
        guard knows.isQuiet else { return nil }
        if after.isHeld { return .neverIdle }
        return after.turn == nil && queue.contains { knows.canHoldFloor($0.turn.agent) } ? .neverIdle : nil
    }
}
