import Audio

/// The sound of one turn on its way to the callers, and the ledger of what was really heard of it.
///
/// A model produces audio several times faster than anyone can listen to it, so when a human barges
/// in most of what was received has not been played. What counts — for the model's memory and for the
/// transcript — is the part that was. All positions are samples at 24 kHz from the start of the turn,
/// never wall-clock time.
///
/// `Part` names what a sample belongs to: the conversation item that it speaks.
public struct Playout<Part: Hashable & Sendable>: Sendable {
    /// A run of samples of one part.
    private struct Segment: Sendable {
        let part: Part
        let start: Int
        var end: Int
    }

    /// In samples; everything that the session delivered.
    public var received: Int { trail.end }
    /// In samples; everything that left for the callers and was not taken back by ``rewind(to:at:)``.
    public private(set) var sent = 0
    private var segments: [Segment] = []
    /// What was surely heard is forgotten.
    private var trail = SoundTrail()
    /// When a player that began with the first frame will have played all that was sent.
    private var playedOut = Duration.zero

    public init() {}

    /// What its sound takes, in bytes.
    public var heldByteCount: Int { trail.heldByteCount }

    /// In samples; how far a player can have come since it was last taken up: what had left when it was rewound.
    private var hadLeft = 0
    /// In samples; where it went on when it was last taken up again. All before was heard, whatever a player says.
    public private(set) var takenUp = 0

    /// What has not left yet.
    public var unsent: Int { received - sent }

    public mutating func append(_ more: UnsafeBufferPointer<Int16>, of part: Part) {
        let start = received
        trail.append(more)
        let last = segments.count - 1
        if last >= 0, segments[last].part == part {
            segments[last].end += more.count
        } else {
            segments.append(Segment(part: part, start: start, end: received))
        }
    }

    /// Takes the next frame; a last one that is shorter than `frame` is filled up with silence.
    ///
    /// - Parameter now: When a player begins to play it, unless it still plays what came before.
    public mutating func take(into frame: UnsafeMutableBufferPointer<Int16>, at now: Duration) {
        let count = min(frame.count, unsent)
        trail.copy(from: sent, into: UnsafeMutableBufferPointer(rebasing: frame[..<count]))
        frame[count...].update(repeating: 0)
        sent += count
        playedOut = max(playedOut, now) + SampleRate.hz24000.duration(of: frame.count)
    }

    /// How far a player that starts at once and plays in real time has come.
    public func heard(at now: Duration) -> Int {
        guard playedOut > now else { return sent }
        return max(0, sent - SampleRate.hz24000.samples(in: playedOut - now))
    }

    /// Whether everything that was sent has been played.
    public func isPlayedOut(at now: Duration) -> Bool { playedOut <= now }

    /// When that will be.
    public var playsUntil: Duration { playedOut }

    /// The callers dropped what they had buffered: what was not heard will be sent again.
    public mutating func rewind(to heard: Int, at now: Duration) {
        hadLeft = max(hadLeft, sent)
        sent = min(max(heard, trail.start), sent)
        playedOut = now
    }

    /// What was rewound to is a guess until a player has said how far it came: back, or on to what had left.
    ///
    /// - Returns: How many samples more were heard than was thought; negative if fewer.
    public mutating func correct(to heard: Int, at now: Duration) -> Int {
        let thought = sent
        sent = min(max(heard, trail.start), max(hadLeft, sent))
        playedOut = now
        return sent - thought
    }

    /// It goes on where it was rewound to.
    public mutating func takeUp() {
        takenUp = sent
        hadLeft = sent
    }

    /// Forgets samples that nobody can ask for again: those more than `margin` before `heard`.
    public mutating func trim(before heard: Int, margin: Int = 5 * 24_000) {
        trail.drop(before: min(heard - margin, sent))
    }
}

extension Playout {
    /// Gives every part another name.
    public mutating func rename(_ name: (Part) -> Part) {
        segments = segments.map { Segment(part: name($0.part), start: $0.start, end: $0.end) }
    }

    /// The parts in the order they were first heard of, with what was received and heard of each.
    public func parts(heard: Int) -> [(part: Part, received: Int, heard: Int)] {
        var result: [(part: Part, received: Int, heard: Int)] = []
        for segment in segments {
            let length = segment.end - segment.start
            let audible = min(max(heard - segment.start, 0), length)
            if let index = result.firstIndex(where: { $0.part == segment.part }) {
                result[index].received += length
                result[index].heard += audible
            } else {
                result.append((segment.part, length, audible))
            }
        }
        return result
    }
}
