import FloorControl

// How a room ends: when it stands empty, when its callers stay away, or when it is told to.

extension Room {
    /// When the room closes if nobody comes.
    var closesAt: RoomTime? {
        if let emptySince { return emptySince.advanced(by: settings.idleTimeout) }
        return callersGoneSince?.advanced(by: settings.emptyTimeout)
    }

    /// Call after participants came or went.
    mutating func noteOccupancy() {
        if callers.isEmpty && agents.isEmpty {
            emptySince = emptySince ?? now
        } else {
            emptySince = nil
        }
    }

    mutating func close(reason: String) {
        for agent in agents.map(\.identity) { agentLeft(agent, reason: reason) }
        let lines = callers.map(\.identity)
        for caller in lines { callerLeft(caller, reason: reason) }
        publish(.roomClosed(reason: reason))
        // The lines last: whoever listened hears that the room has closed.
        for caller in lines { emit(.closeLine(caller, reason: reason)) }
        emit(.close(reason: reason))
        isClosed = true
    }
}
