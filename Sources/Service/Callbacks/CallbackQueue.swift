/// One event on its way to one participant's receiver.
public struct CallbackMessage: Equatable, Sendable {
    /// `webhook-id`: the same on every attempt.
    public let id: String
    public let body: [UInt8]
    /// From here on its 24 hours run.
    public let since: ContinuousClock.Instant

    public init(id: String, body: [UInt8], since: ContinuousClock.Instant) {
        self.id = id
        self.body = body
        self.since = since
    }
}

/// The callbacks of one participant: in order, one at a time, each until it is accepted.
///
/// A value without socket or clock. Its owner carries out each ``Order`` and comes back with the result.
struct CallbackQueue {
    enum Order: Equatable {
        case post(CallbackMessage)
        /// Come back with ``woke(at:)`` after this long.
        case wake(after: Duration)
        /// Nothing is due: all accepted, or the receiver wants no more.
        case rest
    }

    enum Reply: String, Equatable {
        case accepted
        /// 410: the receiver wants nothing about this participant any more.
        case gone
        /// Another status, no answer in time, or an address that is not allowed.
        case failed
    }

    private enum State {
        case resting
        case posting(attempt: Int)
        case waiting(attempt: Int)
        case ended
    }

    static let lifetime: Duration = .seconds(24 * 3_600)
    static let longestPause = 60.0
    /// Messages waiting for one receiver. Beyond it the oldest that is not under way is given up: a
    /// dead receiver must not fill the memory.
    static let capacity = 10_000

    private var state: State = .resting
    private var messages: [CallbackMessage] = []
    /// Messages that were never accepted and are not tried any more: too many waited, or one for too long.
    private(set) var givenUpCount = 0

    /// Whether anything is still to be delivered.
    var isEmpty: Bool { messages.isEmpty }

    mutating func add(_ message: CallbackMessage) -> Order? {
        switch state {
        case .ended: return nil
        case .resting:
            messages.append(message)
            state = .posting(attempt: 1)
            return .post(message)
        case .posting, .waiting:
            if messages.count == Self.capacity {
                messages.remove(at: 1)
                givenUpCount += 1
            }
            messages.append(message)
            return nil
        }
    }

    /// What became of the message that was to be posted.
    ///
    /// - Parameter jitter: 0 to 1; moves the next attempt by up to a fifth either way, so that many
    ///   participants do not knock at a recovering receiver at once.
    mutating func answered(_ reply: Reply, at now: ContinuousClock.Instant, jitter: Double) -> Order {
        guard case .posting(let attempt) = state, let message = messages.first else { return .rest }
        switch reply {
        case .gone:
            state = .ended
            messages = []
            return .rest
        case .accepted: return next()
        case .failed:
            let pause = Self.pause(after: attempt, jitter: jitter)
            guard message.since.duration(to: now) + pause < Self.lifetime else {
                givenUpCount += 1
                return next()
            }
            state = .waiting(attempt: attempt)
            return .wake(after: pause)
        }
    }

    mutating func woke() -> Order {
        guard case .waiting(let attempt) = state, let message = messages.first else { return .rest }
        state = .posting(attempt: attempt + 1)
        return .post(message)
    }

    private mutating func next() -> Order {
        messages.removeFirst()
        guard let message = messages.first else {
            state = .resting
            return .rest
        }
        state = .posting(attempt: 1)
        return .post(message)
    }

    /// 1, 2, 4 … s, at most 60 s, jitter included.
    static func pause(after attempt: Int, jitter: Double) -> Duration {
        let doubled = Double(1 << min(attempt - 1, 6))
        return .seconds(min(doubled * (0.8 + 0.4 * jitter), longestPause))
    }
}
