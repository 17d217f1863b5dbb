import FloorControl

// What an agent says while a tool lets it wait: a few words of its own in the same turn, so the floor knows
// nothing of them.

extension Room {
    /// When the next filler is said unless an answer, a voice or the turn's end comes first. Not while the
    /// model still speaks, and not while a caller's voice holds the turn: it waits for both.
    @inline(__always)
    var fillerDue: RoomTime? {
        guard live?.generation == .over, let turn = live, !turn.isHeld, !mustBeHeardFirst
        else { return nil }
        return turn.openCalls.compactMap { $0.filler?.due }.min()
    }

    mutating func sayOverdueFiller() {
        if let fillerDue, fillerDue <= now { followUp() }
    }

    /// However many tools run at once, one of them speaks for all.
    ///
    /// - Returns: Whether a filler was due.
    mutating func sayDueFiller() -> Bool {
        guard let fillerDue, fillerDue <= now,
            let words = live?.openCalls.first(where: { $0.filler?.due == fillerDue })?.filler?.words
        else { return false }
        if let calls = live?.openCalls.indices {
            for call in calls { live?.openCalls[call].filler = nil }
        }
        live?.wordsToSay = words
        live?.generation = .waiting
        askForResponse()
        noteWait()
        return true
    }

    /// The answer came before the session was free to say that it takes long.
    mutating func dropNeedlessFiller() {
        guard let turn = live, turn.generation == .waiting, turn.wordsToSay != nil, turn.openCalls.isEmpty
        else { return }
        live?.wordsToSay = nil
    }
}
