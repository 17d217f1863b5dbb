import FloorControl

// How a room ends: when it stands empty, when its callers stay away, or when it is told to.

extension Room {
    /// When the room closes if nobody comes.
    @inline(__always)
    var closesAt: RoomTime? {
        let idle = emptySince?.advanced(by: settings.idleTimeout)
        let empty = callersGoneSince?.advanced(by: settings.emptyTimeout)
        guard let idle, let empty else { return idle ?? empty }
        return min(idle, empty)
    }

    /// Call after participants came or went.
    mutating func noteOccupancy() {
        if callers.isEmpty && agents.isEmpty {
            emptySince = emptySince ?? now
        } else {
            emptySince = nil
        }
    }

    mutating func close(reason: Reason) {
        // From here on nobody is given a turn any more.
        isClosed = true
        discardGuess(.overtaken)
        for agent in agents.map(\.identity) { agentLeft(agent, reason: reason) }
        let lines = callers.map(\.identity)
        for caller in lines { callerLeft(caller, reason: reason) }
        tellFloor()
        let limit = reason == .limit ? reachedLimit : nil
        publish(.roomClosed(reason: reason, limit: limit, usage: ledger.room))
        // The lines last: whoever listened hears that the room has closed.
        for caller in lines { emit(.closeLine(caller, reason: reason)) }
        emit(.close(reason: reason))
    }
}
