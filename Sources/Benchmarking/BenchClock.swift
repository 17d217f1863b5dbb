/// Nanoseconds since the bench began: callers, models and the gauge share one clock, so a moment needs no translation.
struct BenchClock: Sendable {
    private let origin = ContinuousClock.now

    var now: UInt64 {
        let (seconds, attoseconds) = origin.duration(to: .now).components
        return UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
    }

    func since(_ moment: UInt64) -> Duration { .nanoseconds(Int64(now) - Int64(moment)) }
}
