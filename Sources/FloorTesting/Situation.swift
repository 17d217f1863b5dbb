import FloorControl

/// A floor and what its witness knows, at one moment; as bytes, one for all that differ in names only.
struct Situation {
    var floor: Floor
    var witness: Witness

    init(_ cast: Cast) {
        floor = Floor(settings: cast.settings)
        witness = Witness(cast)
    }
}

/// Who is called what: the names in a situation, in the order in which bytes count them.
///
/// A floor asks of names only whether they are equal, and the alphabet means everybody alike. So it is the same
/// for all futures who is who: agents count from their seats, callers in either order, whichever bytes are less.
struct Names {
    let agents: [Identity]
    let callers: [Identity]

    init(agents: [Identity], callers: [Identity]) {
        self.agents = agents
        self.callers = callers
    }

    /// The seated in their order, then who is gone but still speaks or is remembered, then the others.
    init(of situation: Situation, _ cast: Cast) {
        let seats = situation.witness.seats
        if seats.count == cast.agents.count
            && seats.indices.allSatisfy({ seats[$0].agent == cast.agents[$0] })
        {
            self.init(agents: cast.agents, callers: cast.callers)
            return
        }
        var agents = seats.map(\.agent)
        if agents.count < cast.agents.count {
            for agent in [situation.floor.turn?.agent, situation.floor.lastHolder] + cast.agents {
                if let agent, !agents.contains(agent) { agents.append(agent) }
            }
        }
        self.init(agents: agents, callers: cast.callers)
    }

    var swapped: Names { Names(agents: agents, callers: callers.reversed()) }
}

/// The bytes of a situation, and those that were not chosen: kept, so that writing allocates nothing.
struct SituationBytes {
    var chosen: [UInt8] = []
    var other: [UInt8] = []
}

extension Situation {
    /// - Returns: Who is called what in these bytes.
    @discardableResult
    func write(at now: RoomTime, _ cast: Cast, into bytes: inout SituationBytes) -> Names {
        let names = Names(of: self, cast)
        write(at: now, names, cast, into: &bytes.chosen)
        guard cast.callers.count > 1, !callersAreAlike else { return names }
        write(at: now, names.swapped, cast, into: &bytes.other)
        guard bytes.other.lexicographicallyPrecedes(bytes.chosen) else { return names }
        swap(&bytes.chosen, &bytes.other)
        return names.swapped
    }

    /// Whether whatever one caller may do next, the other may do with the same result.
    var callersAreAlike: Bool { witness.isQuiet && floor.queue.allSatisfy { $0.caller == nil } }

    private func write(at now: RoomTime, _ names: Names, _ cast: Cast, into bytes: inout [UInt8]) {
        bytes.removeAll(keepingCapacity: true)
        floor.write(at: now, agents: names.agents, callers: names.callers, into: &bytes)
        bytes.append(UInt8(witness.seats.count))
        func place(_ agent: Identity) -> UInt8 { UInt8(names.agents.firstIndex(of: agent) ?? 7) }
        for seat in witness.seats {
            bytes.append(
                place(seat.agent) | (seat.isAvailable ? 8 : 0) | (seat.isMuted ? 16 : 0)
                    | UInt8(seat.recency) << 5)
        }
        for caller in names.callers {
            let index = cast.callers.firstIndex(of: caller) ?? 0
            let cutIn: UInt8 = witness.cutIn[index] ? 4 : 0
            switch witness.voices[index] {
            case .silent: bytes.append(0)
            case .talking(let decisive): bytes.append((decisive ? 2 : 1) | cutIn)
            case .awaited(let left, let decisive):
                bytes.append(UInt8(104 + 8 * left + (decisive ? 1 : 0)) | cutIn >> 1)
            }
        }
        bytes.append(witness.lastHolder.map(place) ?? 7)
        bytes.append(UInt8(witness.turnsInARow) | UInt8(witness.selfRequestsInARow) << 4)
        bytes.append(floor.turn == nil ? 0 : UInt8(witness.age))
    }

    /// What ``write(at:_:into:)`` wrote, with the cast's names in the order of the cast.
    init(reading bytes: [UInt8], _ cast: Cast) {
        var place = 0
        floor = Floor(
            reading: bytes, from: &place, settings: cast.settings, agents: cast.agents,
            callers: cast.callers)
        func next() -> Int {
            defer { place += 1 }
            return Int(bytes[place])
        }
        witness = Witness(cast)
        witness.seats.reserveCapacity(cast.agents.count)
        for _ in 0..<next() {
            let byte = next()
            witness.seats.append(
                Witness.Seat(
                    agent: cast.agents[byte & 7], isAvailable: byte & 8 != 0, isMuted: byte & 16 != 0,
                    recency: byte >> 5))
        }
        for index in witness.voices.indices {
            let byte = next()
            switch byte {
            case 0: break
            case ..<8:
                witness.voices[index] = .talking(decisive: byte & 2 != 0)
                witness.cutIn[index] = byte & 4 != 0
            default:
                witness.voices[index] = .awaited((byte - 104) >> 3, decisive: byte & 1 == 1)
                witness.cutIn[index] = byte & 2 != 0
            }
        }
        let last = next()
        witness.lastHolder = last == 7 ? nil : cast.agents[last]
        let counts = next()
        witness.turnsInARow = counts & 15
        witness.selfRequestsInARow = counts >> 4
        witness.age = next()
    }
}
