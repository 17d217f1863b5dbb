// Promises of the floor: how they enter the queue and which of them is kept next.

extension Floor {
    /// Promises a turn, behind those of its rank.
    ///
    /// - Returns: `nil` when it cannot be promised: the agent is not here or muted, waits to greet already, or the queue
    ///   is full. Who joins or is tried again finds a place in any case: an agent does so once at a time.
    @discardableResult
    mutating func enqueue(
        _ agent: Identity, _ reason: GrantReason, why: String, by holder: Identity? = nil,
        note: String? = nil, isRetry: Bool = false, of caller: Identity? = nil, at now: RoomTime
    ) -> TurnID? {
        guard isSeated(agent), !isMuted(agent) else { return nil }
        if caller != nil { makeRoomForNewWords() }
        guard !isFull || isRetry || reason == .greeting, isRetry || !isAboutToGreet(agent, reason) else {
            return nil
        }
        lastTurn += 1
        let turn = Turn(
            id: TurnID(lastTurn), agent: agent, reason: reason, why: why, handedOverBy: holder, note: note,
            isRetry: isRetry)
        let claim = Claim(turn: turn, expires: now.advanced(by: settings.claimTimeout), caller: caller)
        let index = queue.firstIndex { $0.rank > claim.rank } ?? queue.endIndex
        queue.insert(claim, at: index)
        return turn.id
    }

    /// Whoever has the floor keeps it.
    mutating func limitReached() -> [Action] {
        queue.removeAll { !$0.turn.isRetry }
        return []
    }

    private func isAboutToGreet(_ agent: Identity, _ reason: GrantReason) -> Bool {
        reason == .greeting && queue.contains { $0.turn.agent == agent && $0.turn.reason == .greeting }
    }

    /// A full queue forgets the oldest words for new ones. A caller's own older claims are gone already
    /// (``cutIn(by:)``), so this happens only where a crowd talks while nobody can answer.
    private mutating func makeRoomForNewWords() {
        guard isFull else { return }
        let said = queue.indices.filter { queue[$0].caller != nil }
        let oldest = said.min { queue[$0].turn.id.number < queue[$1].turn.id.number }
        if let oldest { queue.remove(at: oldest) }
    }

    mutating func promise(
        _ agent: Identity, _ reason: GrantReason, why: String, note: String?, at now: RoomTime
    ) -> [Action] {
        enqueue(agent, reason, why: why, note: note, at: now)
        return settle(at: now)
    }

    mutating func turnRequested(
        by holder: Identity, for agent: Identity, _ reason: String, at now: RoomTime
    ) -> [Action] {
        let why = "\(holder) handed over to \(agent): \(reason)"
        let answer: RequestAnswer
        let refusal = refusal(of: holder, for: agent)
        if refusal == nil { giveUpLesserPlace(of: agent) }
        if let refusal {
            answer = .refused(refusal)
        } else if let id = enqueue(agent, .request, why: why, by: holder, note: reason, at: now) {
            answer = .queued(id)
        } else {
            answer = .refused(.queueFull(settings.maxQueue))
        }
        return [.answerRequest(by: holder, for: agent, answer)] + settle(at: now)
    }

    private func refusal(of holder: Identity, for agent: Identity) -> RequestRefusal? {
        guard let turn, turn.agent == holder else { return .notHolder }
        guard isSeated(agent) else { return .notInRoom }
        if isMuted(agent) { return .muted }
        if agent == holder && selfRequestsInARow >= settings.maxSelfRequests { return .selfAgain }
        let requests = queue.count { $0.turn.reason == .request }
        let isLast = turnsInARow + requests >= settings.maxAgentTurns
        let waiting = queue.filter { $0.turn.agent == agent }
        if !waiting.isEmpty, agent == holder || isLast || isFull || !waiting.allSatisfy(\.yieldsToRequest) {
            return .alreadyQueued
        }
        return isLast ? .limit(settings.maxAgentTurns) : nil
    }

    /// Who waits for its place in a round, and is handed the floor, speaks next instead: once, not twice.
    private mutating func giveUpLesserPlace(of agent: Identity) {
        let place = queue.firstIndex { $0.turn.agent == agent && $0.yieldsToRequest }
        if let place { queue.remove(at: place) }
    }

    /// Passes over agents that are away; their promise waits until it expires.
    mutating func grantNext(at now: RoomTime) -> [Action] {
        guard let next = queue.firstIndex(where: { isAvailable($0.turn.agent) }) else { return [] }
        let turn = queue.remove(at: next).turn
        if !turn.isRetry {
            turnsInARow += 1
            selfRequestsInARow = turn.handedOverBy == turn.agent ? selfRequestsInARow + 1 : 0
        }
        lastHolder = turn.agent
        let clocks = Clocks(
            sound: now.advanced(by: settings.firstAudioTimeout),
            end: now.advanced(by: settings.maxTurnLength))
        stage = .granted(turn, clocks)
        return [.grant(turn)]
    }

    mutating func agentBecame(_ agent: Identity, _ available: Bool, at now: RoomTime) -> [Action] {
        guard let index = seats.firstIndex(where: { $0.agent == agent && $0.isAvailable != available })
        else { return [] }
        seats[index].isAvailable = available
        guard !available else { return settle(at: now) }
        for index in queue.indices where queue[index].turn.agent == agent {
            queue[index].expires = now.advanced(by: settings.claimTimeout)
        }
        return []
    }

    mutating func agentFailed(_ agent: Identity, at now: RoomTime) -> [Action] {
        seats.removeAll { $0.agent == agent }
        queue.removeAll { $0.turn.agent == agent }
        return settle(at: now)
    }

    mutating func agentLeft(_ agent: Identity, at now: RoomTime) -> [Action] {
        seats.removeAll { $0.agent == agent }
        return silence(agent) + settle(at: now)
    }

    mutating func agentMuted(_ agent: Identity, _ isMuted: Bool, at now: RoomTime) -> [Action] {
        if let seat = seats.firstIndex(where: { $0.agent == agent }) { seats[seat].isMuted = isMuted }
        return isMuted ? silence(agent) + settle(at: now) : []
    }

    /// Its turn ends and its promises are void.
    private mutating func silence(_ agent: Identity) -> [Action] {
        queue.removeAll { $0.turn.agent == agent }
        return turn?.agent == agent ? endTurn() : []
    }
}
