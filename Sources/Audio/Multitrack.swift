/// The voices of a call on one line of time, in samples since it began: what is needed to record it.
///
/// A window on it. Sound comes late, and some of it is taken back because nobody heard it; what has been cut off
/// with ``cut(before:)`` is final.
public struct Multitrack<Voice: Hashable & Sendable>: Sendable {
    /// What stands before it is final.
    public private(set) var start = 0
    /// In the order they were first heard.
    private var tracks: [Track] = []

    fileprivate struct Track: Sendable {
        let voice: Voice
        /// From ``Multitrack/start`` on; silence after the last one.
        var samples: [Int16] = []
        /// What was placed and is not final, in the order it was.
        var runs: [Range<Int>] = []
        /// What was taken back since then, the latest first.
        var taken: [(position: Int, samples: [Int16])] = []
    }

    public init() {}

    /// Whether nothing is heard from ``start`` on.
    public var isEmpty: Bool { tracks.allSatisfy(\.samples.isEmpty) }

    /// Puts sound at `position`, over what this voice had there. What would be before ``start`` comes too late.
    public mutating func place(_ sound: UnsafeBufferPointer<Int16>, of voice: Voice, at position: Int) {
        let late = max(0, start - position)
        guard late < sound.count else { return }
        let first = position + late - start
        let end = first + sound.count - late
        withTrack(of: voice) { track, start in
            if track.samples.count < end {
                track.samples.append(contentsOf: repeatElement(0, count: end - track.samples.count))
            }
            for index in first..<end { track.samples[index] = sound[late + index - first] }
            track.note(start + first..<start + end)
            track.taken = []
        }
    }

    /// Makes silence of the last `count` samples that were placed of a voice, as far as they are not final.
    public mutating func takeBack(_ count: Int, of voice: Voice) {
        withTrack(of: voice) { track, start in
            var left = count
            while left > 0, let run = track.runs.popLast() {
                let kept = max(run.lowerBound, run.upperBound - left)
                left -= run.upperBound - kept
                track.silence(kept..<run.upperBound, from: start)
                if kept > run.lowerBound { track.runs.append(run.lowerBound..<kept) }
            }
        }
    }

    /// Undoes the latest ``takeBack(_:of:)`` for the first `count` samples, as far as nothing was placed since and they
    /// are not final.
    public mutating func giveBack(_ count: Int, of voice: Voice) {
        withTrack(of: voice) { track, start in
            var left = count
            while left > 0, let (position, samples) = track.taken.popLast() {
                let given = min(left, samples.count)
                left -= given
                track.restore(samples[..<given], at: position, from: start)
                if given < samples.count {
                    track.taken.append((position + given, Array(samples[given...])))
                }
            }
        }
    }

    /// Cuts off what stands before `end`.
    ///
    /// - Returns: `nil` when all that has been cut off already.
    public mutating func cut(before end: Int) -> Block? {
        guard end > start else { return nil }
        let count = end - start
        var voices: [(voice: Voice, samples: [Int16])] = []
        for index in tracks.indices where !tracks[index].samples.isEmpty {
            voices.append((tracks[index].voice, tracks[index].cut(count, before: end)))
        }
        defer { start = end }
        return Block(start: start, count: count, voices: voices)
    }

    private mutating func withTrack(of voice: Voice, _ change: (inout Track, _ start: Int) -> Void) {
        if let index = tracks.firstIndex(where: { $0.voice == voice }) {
            change(&tracks[index], start)
        } else {
            tracks.append(Track(voice: voice))
            change(&tracks[tracks.count - 1], start)
        }
    }

    /// A stretch that is final.
    public struct Block: Sendable {
        public let start: Int
        /// In samples.
        public let count: Int
        /// Those who have sound in it, from its start on; silence up to `count`.
        public let voices: [(voice: Voice, samples: [Int16])]

        public var end: Int { start + count }

        /// All voices at once; `nil` when there is none.
        public func mix() -> [Int16]? {
            guard let longest = voices.map(\.samples.count).max() else { return nil }
            var mixer = Mixer(sampleCount: longest)
            for voice in voices { mixer.add(voice.samples) }
            return mixer.samples
        }
    }
}

extension Multitrack.Track {
    /// Makes silence of a run, and remembers what was there. `start` is the position of the first sample.
    fileprivate mutating func silence(_ run: Range<Int>, from start: Int) {
        let places = run.lowerBound - start..<run.upperBound - start
        taken.append((run.lowerBound, Array(samples[places])))
        for place in places { samples[place] = 0 }
    }

    /// Puts back what was there; what is final by now comes too late.
    fileprivate mutating func restore(_ sound: ArraySlice<Int16>, at position: Int, from start: Int) {
        let late = max(0, start - position)
        guard late < sound.count else { return }
        let run = position + late..<position + sound.count
        samples.replaceSubrange(
            run.lowerBound - start..<run.upperBound - start, with: sound.dropFirst(late))
        note(run)
    }

    fileprivate mutating func note(_ run: Range<Int>) {
        if let last = runs.last, last.upperBound == run.lowerBound {
            runs[runs.count - 1] = last.lowerBound..<run.upperBound
        } else {
            runs.append(run)
        }
    }

    fileprivate mutating func cut(_ count: Int, before end: Int) -> [Int16] {
        let final = Array(samples.prefix(count))
        samples.removeFirst(final.count)
        runs.removeAll { $0.upperBound <= end }
        runs = runs.map { $0.clamped(to: end..<Int.max) }
        return final
    }
}
