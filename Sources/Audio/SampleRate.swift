/// Samples per second, and the only place where sample counts become time and back.
///
/// Integer arithmetic throughout: a call of an hour loses no sample to rounding.
public struct SampleRate: Hashable, Sendable, CustomStringConvertible {
    public let hertz: Int

    /// - Parameter hertz: above zero.
    public init(hertz: Int) {
        precondition(hertz > 0, "a sample rate of \(hertz) Hz")
        self.hertz = hertz
    }

    /// Telephony, and everything G.711.
    public static let hz8000 = SampleRate(hertz: 8_000)
    /// What speech recognition and voice activity detection want.
    public static let hz16000 = SampleRate(hertz: 16_000)
    /// The Realtime protocol's `audio/pcm`.
    public static let hz24000 = SampleRate(hertz: 24_000)
    /// Opus, browsers.
    public static let hz48000 = SampleRate(hertz: 48_000)

    /// How many whole samples fit into `duration`; none into a negative one.
    public func samples(in duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        let ofFraction = Int128(attoseconds) * Int128(hertz) / Self.attosecondsPerSecond
        return Int(clamping: Int128(seconds) * Int128(hertz) + ofFraction)
    }

    /// How long `sampleCount` samples last. A count that is no whole number of attoseconds is rounded
    /// up, so that ``samples(in:)`` of the result is `sampleCount` again.
    public func duration(of sampleCount: Int) -> Duration {
        let attoseconds = Int128(sampleCount) * Self.attosecondsPerSecond
        let (whole, rest) = attoseconds.quotientAndRemainder(dividingBy: Int128(hertz))
        return Duration(attoseconds: rest > 0 ? whole + 1 : whole)
    }

    private static let attosecondsPerSecond: Int128 = 1_000_000_000_000_000_000

    public var description: String { "\(hertz) Hz" }
}
