import Audio
public import FloorControl

/// What plays at a caller's ear: starts at once, plays in real time, and obeys `playback.clear` to the
/// sample.
public struct Player: Sendable {
    private struct Frame {
        let at: RoomTime
        var samples: [Int16]
    }

    private var frames: [Frame] = []
    private var end = RoomTime.zero
    /// The largest amount of sound that was ever buffered.
    public private(set) var longestLead: Duration = .zero

    mutating func play(_ samples: some Collection<Int16>, at now: RoomTime) {
        let start = max(end, now)
        frames.append(Frame(at: start, samples: Array(samples)))
        end = start.advanced(by: SampleRate.hz24000.duration(of: samples.count))
        longestLead = max(longestLead, now.duration(to: end))
    }

    mutating func clear(at now: RoomTime) {
        while let last = frames.last, last.at >= now { frames.removeLast() }
        if let last = frames.last {
            let played = SampleRate.hz24000.samples(in: last.at.duration(to: now))
            if played < last.samples.count { frames[frames.count - 1].samples.removeSubrange(played...) }
        }
        end = min(end, now)
    }

    /// Every sample heard up to `now`, since `start`.
    public func heard(since start: RoomTime = .zero, until now: RoomTime) -> [Int16] {
        frames.flatMap { frame -> ArraySlice<Int16> in
            guard frame.at >= start, frame.at <= now else { return [] }
            return frame.samples.prefix(SampleRate.hz24000.samples(in: frame.at.duration(to: now)))
        }
    }

    /// From when to when an agent was, or will be, heard.
    var sounding: [(start: RoomTime, end: RoomTime)] {
        var intervals: [(start: RoomTime, end: RoomTime)] = []
        for frame in frames where frame.samples.contains(where: { $0 & 0xFFF != 0 }) {
            let end = frame.at.advanced(by: SampleRate.hz24000.duration(of: frame.samples.count))
            if let last = intervals.last, last.end >= frame.at {
                intervals[intervals.count - 1].end = end
            } else {
                intervals.append((frame.at, end))
            }
        }
        return intervals
    }

    /// When the last sample that is not silence was, or will be, heard.
    public var lastSound: RoomTime? {
        frames.last { $0.samples.contains { $0 != 0 } }
            .map { $0.at.advanced(by: SampleRate.hz24000.duration(of: $0.samples.count)) }
    }
}
