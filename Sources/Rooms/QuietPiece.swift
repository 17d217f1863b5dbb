/// While a line is quiet its ear is given pieces instead of frames: a message for each frame would be nearly all that a
/// room sends, and nobody waits for it. Whatever may be a voice goes at once, with the quiet that is still here before it,
/// so that the ear misses nothing and its clock, which counts samples, stays right.
///
/// Who speaks is the ear's decision alone. A voice too soft for this is heard in pieces until the ear tells of it: at most 60 ms
/// later.
struct QuietPiece: Sendable {
    /// The samples that are kept, 24 kHz.
    private var kept = 0
    /// What goes at once all the same: the samples that have yet to come since it was last loud.
    private var tail = 0

    /// 80 ms: four frames. Beyond that there is little to be saved.
    static let length = 1_920
    /// Half a second: quiet after a sound may be the end of a word that the ear is about to tell of, and OpenAI's voice
    /// detection looks for that much of it (`silence_duration_ms`, platform.openai.com/docs/guides/realtime-vad).
    static let tailLength = 12_000
    /// −40 dBFS: a voice into a microphone is above that in nearly every syllable, a quiet room is not.
    static let loud: UInt16 = 328

    /// - Parameters:
    ///   - count: how many samples have come; none: whatever is kept is asked for.
    ///   - peak: the largest magnitude among them.
    ///   - isSpeaking: the ear hears a voice that has not stopped.
    /// - Returns: whether they are to be kept for now.
    mutating func keeps(_ count: Int, peak: UInt16, isSpeaking: Bool) -> Bool {
        let isQuiet = peak <= Self.loud
        guard count > 0, isQuiet, tail == 0, !isSpeaking, kept + count < Self.length else {
            tail = isQuiet ? max(0, tail - count) : Self.tailLength
            kept = 0
            return false
        }
        kept += count
        return true
    }
}

extension UnsafeBufferPointer<Int16> {
    /// The largest magnitude; 0 of nothing.
    @inline(__always)
    var peak: UInt16 {
        // Two bounds, since every processor compares eight signed samples at once.
        var (lowest, highest): (Int16, Int16) = (0, 0)
        for sample in self {
            lowest = Swift.min(lowest, sample)
            highest = Swift.max(highest, sample)
        }
        return Swift.max(lowest.magnitude, highest.magnitude)
    }
}
