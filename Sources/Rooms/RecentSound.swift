/// A caller's voice as their ear was given it, at 24 kHz, found again by the ear's clock: what an agent
/// gets that is to answer words which had begun before anybody knew that they were for it.
struct RecentSound: Sendable {
    private var samples: [Int16] = []
    /// Where on the ear's clock the first of `samples` stands.
    private(set) var start = 0

    /// The ear's clock: everything that it was ever given.
    var end: Int { start + samples.count }

    var isEmpty: Bool { samples.isEmpty }

    /// What is kept while nobody is known to speak. 1 s: an ear says that speech has begun a round trip
    /// and some 60 ms after it did, and means 300 ms of padding before that.
    private static let preRoll = 24_000
    /// What is kept of one utterance. 30 s: whoever speaks longer is understood from the transcript.
    private static let longest = 30 * 24_000

    /// - Parameter first: the earliest sample somebody may still ask for, if anybody speaks.
    mutating func append(_ more: UnsafeBufferPointer<Int16>, keeping first: Int?) {
        samples.append(contentsOf: more)
        trim(to: max(end - Self.longest, min(first ?? .max, end - Self.preRoll)))
    }

    /// - Returns: `nil` when the beginning is not kept any more: sound with a hole in it would be understood
    ///   as something else.
    func samples(in range: Range<Int>) -> [Int16]? {
        guard range.lowerBound >= start, range.upperBound <= end else { return nil }
        return Array(samples[range.lowerBound - start..<range.upperBound - start])
    }

    private mutating func trim(to position: Int) {
        let surplus = position - start
        // In big steps: moving the rest down costs as much as it keeps.
        guard surplus >= Self.preRoll else { return }
        start = position
        if surplus > 4 * Self.preRoll {
            // A long speech is over: its memory is given back.
            samples = Array(samples[surplus...])
        } else {
            samples.removeFirst(surplus)
        }
    }
}
