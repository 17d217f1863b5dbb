import Rooms

// What a room shows to whoever measures.

extension RoomHost {
    public func watched(by watch: RoomWatch) { self.watch = watch }

    public func reading() -> RoomReading {
        var reading = RoomReading()
        reading.usage = room.consumption
        reading.sessions = room.sessionCount
        reading.agents = room.agentIdentities.count
        reading.callers = room.callerIdentities.count
        reading.soundByteCount = room.heldSoundByteCount
        for line in lines.values { reading.soundByteCount += line.heldByteCount }
        return reading
    }
}
