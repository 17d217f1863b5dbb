import Networking

/// What all desks of a service have in common, each desk on a reactor of its own: the limits that hold for all of them
/// together, and what is remembered for whoever comes back to another one. Locks, held for no longer than it takes to
/// count; no frame of sound comes by.
public final class ServiceCommons: Sendable {
    let tokens: CallerTokens
    let recorder: Recorder
    let rooms: RoomCount
    let seats: SeatCount
    let joinRates: Guarded<JoinRates>
    /// Answers to an `Idempotency-Key`. Whoever waits there is called on the thread of whoever settles.
    let answers = Guarded(IdempotencyStore())
    let illness = JournalIllness()
    let deskCount: Int

    /// - Parameter deskCount: how many desks there are; they have the numbers from 0 on.
    public init(_ settings: Settings, deskCount: Int = 1) {
        tokens = CallerTokens(apiKey: settings.apiKey)
        recorder = Recorder(data: settings.data)
        rooms = RoomCount(capacity: settings.limits.maxRooms)
        seats = SeatCount(capacity: settings.limits.maxSessions, deskCount: deskCount)
        joinRates = Guarded(JoinRates(perSecond: settings.limits.maxJoinsPerSecond))
        self.deskCount = deskCount
    }

    /// A part of what is allowed to all desks, which no other desk can use up.
    func share(of amount: Int) -> Int { max(1, amount / deskCount) }
}

/// How many rooms are open.
final class RoomCount: Sendable {
    let capacity: Int
    private let counts = Guarded((open: 0, opened: 0))

    init(capacity: Int) { self.capacity = capacity }

    var isFull: Bool { counts.withLock { $0.open >= capacity } }

    /// - Returns: the new room's number, in the order of opening; `nil` when all are in use.
    func open() -> Int? {
        counts.withLock { counts in
            guard counts.open < capacity else { return nil }
            counts.open += 1
            counts.opened += 1
            return counts.opened
        }
    }

    func close() { counts.withLock { $0.open -= 1 } }
}

/// How many seats are taken in the rooms of each desk. Seats are counted where they are, so what others know of a desk
/// may be old; never too low, as whoever lets somebody in says so before.
final class SeatCount: Sendable {
    let capacity: Int
    private let counts: Guarded<[Int]>

    init(capacity: Int, deskCount: Int) {
        self.capacity = capacity
        counts = Guarded([Int](repeating: 0, count: deskCount))
    }

    /// Takes one more at a desk where so many are taken now. False: there is none left.
    func take(at desk: Int, taken: Int) -> Bool {
        counts.withLock { counts in
            counts[desk] = taken
            guard counts.reduce(0, +) < capacity else { return false }
            counts[desk] += 1
            return true
        }
    }

    /// So many are taken now, those included that were taken with ``take(at:taken:)`` and are in use.
    func show(_ taken: Int, at desk: Int) { counts.withLock { $0[desk] = taken } }
}

/// How many desks cannot write the journal. It is one journal: where one fails nobody new comes in anywhere.
final class JournalIllness: Sendable {
    private let count = Guarded(0)

    var isThere: Bool { count.withLock { $0 > 0 } }
    func begins() { count.withLock { $0 += 1 } }
    func ends() { count.withLock { $0 -= 1 } }
}
