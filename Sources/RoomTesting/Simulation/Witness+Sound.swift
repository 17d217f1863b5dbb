import Audio
import FloorControl
import Rooms

// What players are sent, and what they play of it.

extension Witness {
    /// A caller is sent a frame.
    func hears(_ frame: UnsafeBufferPointer<Int16>, _ caller: Identity, at time: RoomTime, on stage: Stage) {
        now = time
        let index = stage.microphones[caller]?.index ?? 0
        let own = index < 3 ? Int16(4_096 << index) : 2_048
        var all: Int16 = 0
        for sample in frame { all |= sample }
        if all & own != 0 { broke(.nobodyHearsThemselves, "\(caller)") }
        guard all & 0x7FF != 0 else {
            listeners[caller]?.play(0, at: now)
            return
        }
        let reading = Self.read(frame)
        lastLife = now
        if !speaking.isEmpty { broke(.humansSilenceAgents, "a frame for \(caller) while \(speaking) speak") }
        let holder = turn.flatMap { stage.agents.firstIndex(of: $0.agent) }
        if reading.agent != holder {
            broke(
                .onlyTheHolderIsHeard,
                "a frame of \(reading.agent as Any) while \(turn?.agent as Any) holds the floor")
        }
        listeners[caller]?.play(reading.count, at: now)
    }

    /// Whose samples a frame holds, and how many; `agent` is nil for a mixture.
    private static func read(_ frame: UnsafeBufferPointer<Int16>) -> (agent: Int?, count: Int) {
        let first = frame[0] & 0x7FF
        let agent = first >> 8
        var count = 0
        for sample in frame {
            let low = sample & 0x7FF
            guard low != 0 else { break }
            if low >> 8 != agent { return (nil, frame.count) }
            count += 1
        }
        return (Int(agent) - 1, count)
    }

    /// One caller's player: plays in real time what it is sent.
    struct Listener {
        /// Of the present turn, in samples.
        private(set) var sent = 0
        private var played = 0
        private var end = RoomTime.zero
        private var pending: [(start: RoomTime, count: Int)] = []

        mutating func beginTurn(at now: RoomTime) {
            sent = 0
            played = 0
            pending = []
        }

        mutating func play(_ count: Int, at now: RoomTime) {
            let start = max(end, now)
            end = start.advanced(by: Room.frameDuration)
            settle(at: now)
            guard count > 0 else { return }
            pending.append((start, count))
            sent += count
        }

        mutating func clear(at now: RoomTime) {
            played = played(at: now)
            pending = []
            end = min(end, now)
        }

        private mutating func settle(at now: RoomTime) {
            while let first = pending.first, first.start.advanced(by: Room.frameDuration) <= now {
                played += first.count
                pending.removeFirst()
            }
        }

        func played(at now: RoomTime) -> Int {
            pending.reduce(played) {
                $0 + min($1.count, SampleRate.hz24000.samples(in: $1.start.duration(to: now)))
            }
        }

        /// Whether there is an agent's sound that was not played yet.
        func holds(after now: RoomTime) -> Bool {
            pending.contains { $0.start.advanced(by: Room.frameDuration) > now }
        }
    }
}
