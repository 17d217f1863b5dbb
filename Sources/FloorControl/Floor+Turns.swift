// The life of the turn that holds the floor, and its clocks.

extension Floor {
    mutating func audioStarted(_ id: TurnID) -> [Action] {
        guard case .granted(let turn, let clocks) = stage, turn.id == id else { return [] }
        stage = .speaking(turn, Clocks(sound: nil, end: clocks.end))
        turnsHeard += 1
        if let index = seats.firstIndex(where: { $0.agent == turn.agent }) {
            seats[index].lastHeard = turnsHeard
        }
        return []
    }

    /// A clock that runs already runs on, however often it is said what it waits for. A held turn has
    /// none: it gets a fresh one when it resumes.
    mutating func turnWaits(_ id: TurnID, _ wait: Wait, at now: RoomTime) -> [Action] {
        func clocks(_ clocks: Clocks, fresh timeout: Duration) -> Clocks {
            let due = clocks.sound ?? now.advanced(by: timeout)
            return Clocks(sound: wait == .audio ? due : nil, end: clocks.end)
        }
        switch stage {
        case .granted(let turn, let running) where turn.id == id:
            stage = .granted(turn, clocks(running, fresh: settings.firstAudioTimeout))
        case .speaking(let turn, let running) where turn.id == id:
            stage = .speaking(turn, clocks(running, fresh: settings.silenceTimeout))
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

    /// Ends the turn that holds the floor, if any: what was not yet heard is never heard.
    mutating func endTurn() -> [Action] {
        defer { stage = .open }
        switch stage {
        case .open: return []
        case .granted(let turn, _), .held(let turn, wasAudible: false, _): return [.end(turn, .cancelled)]
        case .speaking(let turn, _), .held(let turn, wasAudible: true, _): return [.end(turn, .interrupted)]
        }
    }

    mutating func resume(
        _ turn: Turn, wasAudible: Bool, left: Duration, at now: RoomTime
    ) -> [Action] {
        let end = now.advanced(by: left)
        stage =
            wasAudible
            ? .speaking(turn, Clocks(sound: nil, end: end))
            : .granted(turn, Clocks(sound: now.advanced(by: settings.firstAudioTimeout), end: end))
        return [.resume(turn)]
    }

    mutating func deadlinePassed(at now: RoomTime) -> [Action] {
        let seats = seats
        queue.removeAll { claim in
            claim.expires <= now && !seats.contains { $0.agent == claim.turn.agent && $0.isAvailable }
        }
        for index in queue.indices where queue[index].expires <= now {
            queue[index].expires = now.advanced(by: settings.claimTimeout)
        }
        voices.removeAll { $0.deadline.map { $0 <= now } ?? false }
        return expireTurn(at: now) + settle(at: now)
    }

    private mutating func expireTurn(at now: RoomTime) -> [Action] {
        switch stage {
        case .granted(_, let clocks) where clocks.end <= now: return endTurn()
        case .speaking(_, let clocks) where clocks.end <= now: return endTurn()
        case .granted(let turn, let clocks) where clocks.next <= now:
            stage = .open
            retry(turn, at: now)
            return [.end(turn, .failed)]
        case .speaking(let turn, let clocks) where clocks.next <= now:
            stage = .open
            return [.end(turn, .failed)]
        case .open, .granted, .speaking, .held: return []
        }
    }

    private mutating func retry(_ turn: Turn, at now: RoomTime) {
        guard !turn.isRetry else { return }
        enqueue(
            turn.agent, turn.reason, why: turn.why, by: turn.handedOverBy, note: turn.note, isRetry: true,
            at: now)
    }
}
