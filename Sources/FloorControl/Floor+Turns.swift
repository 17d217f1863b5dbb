// The life of the turn that holds the floor, and its clocks.

extension Floor {
    mutating func audioStarted(_ id: TurnID) -> [Action] {
        guard case .granted(let turn, _) = stage, turn.id == id else { return [] }
        stage = .speaking(turn, deadline: nil)
        return []
    }

    /// A clock that runs already runs on, however often it is said what it waits for. A held turn has
    /// none: it gets a fresh one when it resumes.
    mutating func turnWaits(_ id: TurnID, _ wait: Wait, at now: RoomTime) -> [Action] {
        switch stage {
        case .granted(let turn, let deadline) where turn.id == id:
            let fresh = now.advanced(by: settings.firstAudioTimeout)
            stage = .granted(turn, deadline: wait == .audio ? deadline ?? fresh : nil)
        case .speaking(let turn, let deadline) where turn.id == id:
            let fresh = now.advanced(by: settings.silenceTimeout)
            stage = .speaking(turn, deadline: wait == .audio ? deadline ?? fresh : nil)
        case .open, .granted, .speaking, .held: break
        }
        return []
    }

    mutating func turnCompleted(_ id: TurnID, at now: RoomTime) -> [Action] {
        guard turn?.id == id else { return [] }
        stage = .open
        return settle(at: now)
    }

    mutating func turnFailed(_ id: TurnID, mayRetry: Bool, at now: RoomTime) -> [Action] {
        guard let turn, turn.id == id else { return [] }
        stage = .open
        if mayRetry { retry(turn, at: now) }
        return [.end(turn, .failed)] + settle(at: now)
    }

    mutating func resume(_ turn: Turn, wasAudible: Bool, at now: RoomTime) -> [Action] {
        stage =
            wasAudible
            ? .speaking(turn, deadline: nil)
            : .granted(turn, deadline: now.advanced(by: settings.firstAudioTimeout))
        return [.resume(turn)]
    }

    mutating func deadlinePassed(at now: RoomTime) -> [Action] {
        queue.removeAll { claim in
            claim.expires <= now && !seats.contains { $0.agent == claim.turn.agent && $0.isAvailable }
        }
        for index in queue.indices where queue[index].expires <= now {
            let claim = queue[index]
            queue[index] = Claim(
                turn: claim.turn, expires: now.advanced(by: settings.claimTimeout), caller: claim.caller)
        }
        voices.removeAll { $0.deadline.map { $0 <= now } ?? false }
        return expireTurn(at: now) + settle(at: now)
    }

    private mutating func expireTurn(at now: RoomTime) -> [Action] {
        switch stage {
        case .granted(let turn, let deadline?) where deadline <= now:
            stage = .open
            retry(turn, at: now)
            return [.end(turn, .failed)]
        case .speaking(let turn, let deadline?) where deadline <= now:
            stage = .open
            return [.end(turn, .failed)]
        case .open, .granted, .speaking, .held: return []
        }
    }

    private mutating func retry(_ turn: Turn, at now: RoomTime) {
        guard !turn.isRetry, isSeated(turn.agent) else { return }
        enqueue(
            turn.agent, turn.reason, why: turn.why, by: turn.handedOverBy, note: turn.note, isRetry: true,
            at: now)
    }
}
