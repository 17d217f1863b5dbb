// Promises of the floor: how they enter the queue and which of them is kept next.

extension Floor {
    @discardableResult
    mutating func enqueue(
        _ agent: Identity, _ reason: GrantReason, why: String, by holder: Identity? = nil,
        note: String? = nil, isRetry: Bool = false, of caller: Identity? = nil, at now: RoomTime
    ) -> TurnID {
        lastTurn += 1
        let turn = Turn(
            id: TurnID(lastTurn), agent: agent, reason: reason, why: why, handedOverBy: holder, note: note,
            isRetry: isRetry)
        let claim = Claim(turn: turn, expires: now.advanced(by: settings.claimTimeout), caller: caller)
        let index = queue.firstIndex { $0.rank > claim.rank } ?? queue.endIndex
        queue.insert(claim, at: index)
        return turn.id
    }

    mutating func promise(
        _ agent: Identity, _ reason: GrantReason, why: String, note: String?, at now: RoomTime
    ) -> [Action] {
        guard isSeated(agent) else { return [] }
        enqueue(agent, reason, why: why, note: note, at: now)
        return settle(at: now)
    }

    mutating func turnRequested(
        by holder: Identity, for agent: Identity, _ reason: String, at now: RoomTime
    ) -> [Action] {
        let answer: RequestAnswer
        if let refusal = refusal(of: holder, for: agent) {
            answer = .refused(refusal)
        } else {
            let why = "\(holder) handed over to \(agent): \(reason)"
            answer = .queued(enqueue(agent, .request, why: why, by: holder, note: reason, at: now))
        }
        return [.answerRequest(by: holder, for: agent, answer)] + settle(at: now)
    }

    private func refusal(of holder: Identity, for agent: Identity) -> RequestRefusal? {
        guard let turn, turn.agent == holder else { return .notHolder }
        guard isSeated(agent) else { return .notInRoom }
        if agent == holder && turn.handedOverBy == holder { return .selfAgain }
        if queue.contains(where: { $0.turn.agent == agent }) { return .alreadyQueued }
        let requests = queue.count { $0.turn.reason == .request }
        if turnsInARow + requests >= settings.maxAgentTurns { return .limit(settings.maxAgentTurns) }
        return nil
    }

    /// Passes over agents that are away; their promise waits until it expires.
    mutating func grantNext(at now: RoomTime) -> [Action] {
        let next = queue.firstIndex { claim in
            seats.contains { $0.agent == claim.turn.agent && $0.isAvailable }
        }
        guard let next else { return [] }
        let turn = queue.remove(at: next).turn
        grants += 1
        if !turn.isRetry { turnsInARow += 1 }
        lastHolder = turn.agent
        if let seat = seats.firstIndex(where: { $0.agent == turn.agent }) { seats[seat].lastGrant = grants }
        stage = .granted(turn, deadline: now.advanced(by: settings.firstAudioTimeout))
        return [.grant(turn)]
    }

    mutating func agentBecame(_ agent: Identity, _ available: Bool, at now: RoomTime) -> [Action] {
        guard let index = seats.firstIndex(where: { $0.agent == agent }) else { return [] }
        seats[index].isAvailable = available
        return available ? settle(at: now) : []
    }

    mutating func agentFailed(_ agent: Identity, at now: RoomTime) -> [Action] {
        seats.removeAll { $0.agent == agent }
        queue.removeAll { $0.turn.agent == agent }
        return settle(at: now)
    }

    mutating func agentLeft(_ agent: Identity, at now: RoomTime) -> [Action] {
        seats.removeAll { $0.agent == agent }
        queue.removeAll { $0.turn.agent == agent }
        let ended = turn?.agent == agent ? endTurn() : []
        return ended + settle(at: now)
    }
}
