// A floor as bytes: equal bytes, equal future. For those who look through every state a floor can be in.
//
// Left out is what no decision reads. Deadlines count from now, and turns by the order in which they were
// promised; of turns that were heard only the order of the latest of each agent counts. Counters stop at their limits, beyond
// which nothing changes. Of who handed over, only whether it was to itself. Texts are for people.

extension Floor {
    /// - Parameters:
    ///   - agents: Everybody who was ever here; an agent is written down as its place in this list.
    ///   - callers: The same, for callers.
    /// - Precondition: No deadline is further than 99 attoseconds away: the settings count in those.
    package func write(
        at now: RoomTime, agents: [Identity], callers: [Identity], into bytes: inout [UInt8]
    ) {
        let scribe = Scribe(now: now, agents: agents, callers: callers)
        scribe.write(stage, into: &bytes)
        bytes.append(UInt8(seats.count))
        for seat in seats {
            let rank = seat.lastHeard == 0 ? 0 : 1 + seats.count { (1..<seat.lastHeard) ~= $0.lastHeard }
            bytes.append(
                scribe.agent(seat.agent) | (seat.isAvailable ? 8 : 0) | (seat.isMuted ? 16 : 0)
                    | UInt8(rank) << 5)
        }
        for caller in callers {
            let voice = voices.first { $0.caller == caller }
            bytes.append(voice.map { ($0.isDecisive ? 2 : 1) | ($0.hasCutIn ? 4 : 0) } ?? 0)
            bytes.append(scribe.time(voice?.deadline))
        }
        bytes.append(UInt8(queue.count))
        for claim in queue {
            let age = queue.count { $0.turn.id.number < claim.turn.id.number }
            scribe.write(claim.turn, into: &bytes)
            bytes.append(scribe.caller(claim.caller) | UInt8(age) << 3)
            bytes.append(scribe.time(claim.expires))
        }
        bytes.append(lastHolder.map(scribe.agent) ?? 7)
        bytes.append(UInt8(min(turnsInARow, settings.maxAgentTurns)))
        bytes.append(UInt8(min(selfRequestsInARow, settings.maxSelfRequests)))
    }

    /// What ``write(at:agents:callers:into:)`` wrote, at the moment the room opened. The turn that holds the floor
    /// has number 1, promised ones count from 2.
    package init(
        reading bytes: [UInt8], from place: inout Int, settings: FloorSettings, agents: [Identity],
        callers: [Identity]
    ) {
        var reader = Reader(bytes: bytes, place: place, agents: agents)
        self.init(settings: settings)
        stage = reader.stage()
        seats.reserveCapacity(agents.count)
        for _ in 0..<reader.next() {
            let byte = reader.next()
            seats.append(
                Seat(
                    agent: agents[byte & 7], isAvailable: byte & 8 != 0, isMuted: byte & 16 != 0,
                    lastHeard: byte >> 5))
        }
        for caller in callers {
            let kind = reader.next()
            let deadline = reader.time()
            guard kind > 0 else { continue }
            voices.append(
                Voice(
                    caller: caller, hasCutIn: kind & 4 != 0, isDecisive: kind & 2 != 0, deadline: deadline))
        }
        for _ in 0..<reader.next() {
            let (agent, reason, flags) = reader.turn()
            let byte = reader.next()
            let turn = reader.turn(2 + byte >> 3, agent, reason, flags)
            let caller = byte & 7 == 7 ? nil : callers[byte & 7]
            queue.append(Claim(turn: turn, expires: reader.time() ?? .zero, caller: caller))
        }
        let last = reader.next()
        lastHolder = last == 7 ? nil : agents[last]
        turnsInARow = reader.next()
        selfRequestsInARow = reader.next()
        lastTurn = 1 + queue.count
        turnsHeard = seats.count
        place = reader.place
    }
}

private struct Scribe {
    let now: RoomTime
    let agents: [Identity]
    let callers: [Identity]

    func agent(_ agent: Identity) -> UInt8 { UInt8(agents.firstIndex(of: agent) ?? 6) }
    func caller(_ caller: Identity?) -> UInt8 { UInt8(callers.firstIndex { $0 == caller } ?? 7) }

    func time(_ time: RoomTime?) -> UInt8 {
        guard let time else { return 0 }
        return duration(now.duration(to: time))
    }

    func duration(_ duration: Duration) -> UInt8 { UInt8(100 + Int(duration.attoseconds)) }

    func write(_ stage: Floor.Stage, into bytes: inout [UInt8]) {
        switch stage {
        case .open: bytes.append(0)
        case .granted(let turn, let clocks):
            bytes.append(1)
            write(turn, into: &bytes)
            bytes += [time(clocks.sound), time(clocks.end)]
        case .speaking(let turn, let clocks):
            bytes.append(2)
            write(turn, into: &bytes)
            bytes += [time(clocks.sound), time(clocks.end)]
        case .held(let turn, let wasAudible, let left):
            bytes.append(wasAudible ? 4 : 3)
            write(turn, into: &bytes)
            bytes.append(duration(left))
        }
    }

    func write(_ turn: Turn, into bytes: inout [UInt8]) {
        let reason = GrantReason.allCases.firstIndex(of: turn.reason) ?? 0
        bytes.append(
            agent(turn.agent) | UInt8(reason) << 3 | (turn.isRetry ? 64 : 0)
                | (turn.handedOverBy == turn.agent ? 128 : 0))
    }
}

private struct Reader {
    let bytes: [UInt8]
    var place: Int
    let agents: [Identity]

    mutating func next() -> Int {
        defer { place += 1 }
        return Int(bytes[place])
    }

    mutating func duration() -> Duration {
        Duration(secondsComponent: 0, attosecondsComponent: Int64(next()) - 100)
    }

    mutating func time() -> RoomTime? {
        guard bytes[place] > 0 else {
            place += 1
            return nil
        }
        return RoomTime(duration())
    }

    mutating func turn() -> (Identity, GrantReason, Int) {
        let byte = next()
        return (agents[byte & 7], GrantReason.allCases[byte >> 3 & 7], byte)
    }

    func turn(_ number: Int, _ agent: Identity, _ reason: GrantReason, _ flags: Int) -> Turn {
        Turn(
            id: TurnID(number), agent: agent, reason: reason, why: "",
            handedOverBy: flags & 128 != 0 ? agent : nil, note: nil, isRetry: flags & 64 != 0)
    }

    mutating func stage() -> Floor.Stage {
        let kind = next()
        guard kind > 0 else { return .open }
        let (agent, reason, flags) = turn()
        let turn = turn(1, agent, reason, flags)
        if kind > 2 { return .held(turn, wasAudible: kind == 4, left: duration()) }
        let clocks = Floor.Clocks(sound: time(), end: time() ?? .zero)
        return kind == 1 ? .granted(turn, clocks) : .speaking(turn, clocks)
    }
}
