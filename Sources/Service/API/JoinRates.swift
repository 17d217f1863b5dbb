import HTTPTypes

/// How often something may happen: so many times a second in the long run, and what was saved up at once.
///
/// A value that is told the time. It fills by itself, up to its size; who finds it empty learns when to come back.
struct TokenBucket: Equatable {
    let perSecond: Double
    let size: Double
    private var tokens: Double
    private var countedAt: ContinuousClock.Instant

    /// - Parameter burst: so many seconds' worth may be saved up.
    init(perSecond: Int, burst: Int, at now: ContinuousClock.Instant) {
        self.perSecond = Double(perSecond)
        size = Double(perSecond * burst)
        tokens = size
        countedAt = now
    }

    /// Takes one. `nil`: it was there; otherwise how long until the next one is.
    mutating func take(at now: ContinuousClock.Instant) -> Duration? {
        let passed = max(.zero, now - countedAt) / .seconds(1)
        tokens = min(size, tokens + passed * perSecond)
        countedAt = max(countedAt, now)
        guard tokens >= 1 else {
            return .milliseconds(Int(((1 - tokens) / perSecond * 1_000).rounded(.up)))
        }
        tokens -= 1
        return nil
    }

    func isFull(at now: ContinuousClock.Instant) -> Bool {
        tokens + max(.zero, now - countedAt) / .seconds(1) * perSecond >= size
    }
}

/// One bucket of joins for each key, so that one client's loop takes nothing from the others.
struct JoinRates {
    /// A platform that opens its calls on the hour brings in ten seconds' worth at once.
    static let burst = 10
    private let perSecond: Int
    private var buckets: [String: TokenBucket] = [:]

    init(perSecond: Int) { self.perSecond = perSecond }

    /// - Parameter key: the name of the one the request was admitted by; the same for everybody where none is asked for.
    /// - Returns: `nil` when the join may go on, else when to come back.
    mutating func take(by key: String, at now: ContinuousClock.Instant) -> Duration? {
        if buckets[key] == nil {
            // A full bucket is like none: only keys in use are remembered.
            buckets = buckets.filter { !$1.isFull(at: now) }
            buckets[key] = TokenBucket(perSecond: perSecond, burst: Self.burst, at: now)
        }
        return buckets[key]?.take(at: now)
    }
}
