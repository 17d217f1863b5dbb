import Audio

/// A caller's voice as their ear was given it, at 24 kHz, found again by the ear's clock: what an agent
/// gets that is to answer words which had begun before anybody knew that they were for it.
struct RecentSound: Sendable {
    private var trail = SoundTrail()

    /// Where on the ear's clock the first sample stands that is kept.
    var start: Int { trail.start }

    /// The ear's clock: everything that it was ever given.
    var end: Int { trail.end }

    var isEmpty: Bool { start == end }

    var heldByteCount: Int { trail.heldByteCount }

    /// What is kept while nobody is known to speak. 1 s: an ear says that speech has begun a round trip
    /// and some 60 ms after it did, and means 300 ms of padding before that.
    private static let preRoll = 24_000
    /// What is kept of one utterance. 30 s: whoever speaks longer is understood from the transcript.
    private static let longest = 30 * 24_000

    /// - Parameter first: the earliest sample somebody may still ask for, if anybody speaks.
    mutating func append(_ more: UnsafeBufferPointer<Int16>, keeping first: Int?) {
        trail.append(more)
        trail.drop(before: max(end - Self.longest, min(first ?? .max, end - Self.preRoll)))
    }

    /// - Returns: `nil` when the beginning is not kept any more: sound with a hole in it would be understood
    ///   as something else.
    func samples(in range: Range<Int>) -> [Int16]? {
        guard range.lowerBound >= start, range.upperBound <= end else { return nil }
        return trail.samples(in: range)
    }
}
