import Audio
import Realtime

/// What the client has appended and not yet committed, addressed by its place in all audio of the session.
///
/// Between utterances only the latest sound is kept: enough for the padding before the next onset.
struct InputAudio: Sendable {
    let format: AudioFormat
    private let wire: PCMFormat
    /// Time that earlier formats of the same session took.
    private let offset: Duration
    private var samples: [Int16] = []
    /// The place of `samples[0]`.
    private var start = 0
    /// Which stream of the detector this is.
    let generation: Int

    init(format: AudioFormat, offset: Duration = .zero, generation: Int = 0) {
        self.format = format
        wire = format.wire
        self.offset = offset
        self.generation = generation
    }

    var rate: Int { wire.rate.hertz }
    var count: Int { samples.count }
    var duration: Duration { wire.rate.duration(of: samples.count) }
    /// The moment after the last sample.
    var end: Duration { offset + wire.rate.duration(of: start + samples.count) }
    /// The moment of the first sample kept.
    var beginning: Duration { offset + wire.rate.duration(of: start) }

    /// - Returns: the samples; `nil` when the bytes end in the middle of one.
    mutating func append(_ bytes: [UInt8]) -> [Int16]? {
        var fresh: [Int16] = []
        guard bytes.withUnsafeBytes({ wire.decode($0, into: &fresh) }) else { return nil }
        samples += fresh
        return fresh
    }

    /// What lies between two moments, as far as it is still here.
    func clip(from: Duration, to: Duration) -> [Int16] {
        let first = min(max(place(of: from), 0), samples.count)
        return Array(samples[first..<max(first, min(place(of: to), samples.count))])
    }

    mutating func forget(before moment: Duration) {
        let count = min(max(place(of: moment), 0), samples.count)
        samples.removeFirst(count)
        start += count
    }

    private func place(of moment: Duration) -> Int {
        wire.rate.samples(in: max(.zero, moment - offset)) - start
    }
}

extension AudioFormat {
    /// Formats that no check lets in are read as the standard one.
    var wire: PCMFormat {
        switch self {
        case .pcm(let rate): .pcm16(SampleRate(hertz: rate))
        case .pcmu: .pcmu
        case .pcma: .pcma
        case .other: .pcm16(.hz24000)
        }
    }

    /// Bytes of the wire as samples; `nil` when they end in the middle of one.
    func decode(_ bytes: [UInt8]) -> [Int16]? {
        var samples: [Int16] = []
        return bytes.withUnsafeBytes { wire.decode($0, into: &samples) } ? samples : nil
    }

    func encode(_ samples: some Collection<Int16>) -> [UInt8] {
        let samples = Array(samples)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(wire.byteCount(of: samples.count))
        wire.encode(samples.span, into: &bytes)
        return bytes
    }
}
