import Audio

/// What a caller hears, laid out in time as a player would: sound that comes early waits, sound that comes
/// after a pause leaves the pause in, and `playback.clear` drops what has not been played.
struct Recording {
    static let rate = SampleRate.hz24000

    private(set) var samples: [Int16] = []

    /// - Parameter time: since the line opened.
    mutating func received(_ frame: some Collection<Int16>, at time: Duration) {
        let now = Self.rate.samples(in: time)
        if now > samples.count { samples.append(contentsOf: repeatElement(0, count: now - samples.count)) }
        samples.append(contentsOf: frame)
    }

    mutating func cleared(at time: Duration) {
        let now = Self.rate.samples(in: time)
        if now < samples.count { samples.removeLast(samples.count - now) }
    }

    /// When the last sample will have been played.
    var end: Duration { Self.rate.duration(of: samples.count) }

    /// Two channels, left this one and right the other, as long as the longer of them.
    func interleaved(with other: [Int16]) -> [Int16] {
        (0..<max(samples.count, other.count)).flatMap { index in
            [index < samples.count ? samples[index] : 0, index < other.count ? other[index] : 0]
        }
    }
}
