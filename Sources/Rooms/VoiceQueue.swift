import Audio

/// A caller's voice on its way to the other callers: a short queue of samples at 24 kHz.
struct VoiceQueue: Sendable {
    private var samples: [Int16] = []
    private var start = 0

    /// Two frames more than the largest frame of the contract (200 ms); a sender that is faster than
    /// real time loses its oldest sound, not everybody's present.
    private static let capacity = 24_000 / 2
    /// Below this peak (-60 dBFS) there is nobody to be heard: a muted microphone, digital silence.
    private static let silence: Int16 = 32

    var count: Int { samples.count - start }
    var heldByteCount: Int { samples.capacity * MemoryLayout<Int16>.size }
    var hasFrame: Bool { count >= Room.frameSampleCount }

    mutating func append(_ more: UnsafeBufferPointer<Int16>) {
        if more.contains(where: { $0 > Self.silence || $0 < -Self.silence }) {
            samples.append(contentsOf: more)
            if count > Self.capacity { start = samples.count - Self.capacity }
        } else if count % Room.frameSampleCount > 0 {
            // The rest of a word still leaves: the silence after it fills up its frame.
            samples.append(contentsOf: more.prefix(missing))
        }
    }

    /// No more is coming: what does not fill a frame is filled up.
    mutating func close() {
        guard count % Room.frameSampleCount > 0 else { return }
        samples.append(contentsOf: repeatElement(0, count: missing))
    }

    mutating func removeAll() {
        samples.removeAll(keepingCapacity: true)
        start = 0
    }

    /// To the end of the last frame.
    private var missing: Int { Room.frameSampleCount - count % Room.frameSampleCount }

    /// Adds the next frame, if there is a whole one.
    func add(to mixer: inout Mixer) {
        guard hasFrame else { return }
        mixer.add(samples.span.extracting(start..<start + Room.frameSampleCount))
    }

    /// The mix as the owner of this voice hears it: without themselves.
    func mix(of mixer: Mixer, into frame: inout [Int16]) {
        mixer.mix(without: samples.span.extracting(start..<start + Room.frameSampleCount), into: &frame)
    }

    /// The next frame has been heard by everybody.
    mutating func advance() {
        guard hasFrame else { return }
        start += Room.frameSampleCount
        if start >= Self.capacity / 2 || start == samples.count {
            samples.removeFirst(start)
            start = 0
        }
    }
}
