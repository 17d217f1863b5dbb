/// How a lost session is tried again: with pauses that double, so many times per server.
public struct BackOff: Equatable, Sendable {
    /// The first pause. Default 0.5 s: most losses are over by then, and nobody has asked yet whether anyone
    /// is there.
    public var initial: Duration = .milliseconds(500)
    /// No pause is longer, but for the jitter. Default 30 s.
    public var longest: Duration = .seconds(30)
    /// Tries of one server before it is given up. Default 5: some 10 s.
    public var attempts = 5

    public init() {}

    /// `pause` counts from 1; `jitter` in 0…1 adds up to a quarter. It is drawn by the caller, so that the
    /// room stays deterministic.
    func delay(pause: Int, jitter: Double) -> Duration {
        var delay = initial
        var doublings = pause - 1
        while doublings > 0, delay < longest {
            delay *= 2
            doublings -= 1
        }
        return min(delay, longest) * (1 + 0.25 * jitter)
    }
}
