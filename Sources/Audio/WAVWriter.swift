/// A 16-bit PCM WAV file, written as it is recorded: header first, then samples, and when all is said the
/// header again, over the first, with the length it could not know.
///
///     var writer = WAVWriter(rate: .hz24000)
///     file.write(writer.header)
///     file.write(writer.bytes(of: frame.span))      // as often as there is sound
///     file.seek(to: 0); file.write(writer.header)
public struct WAVWriter: Sendable {
    public static let headerByteCount = 44

    public let rate: SampleRate
    public let channelCount: Int
    /// Samples of all channels together.
    public private(set) var sampleCount = 0

    /// - Parameter channelCount: samples come interleaved, one of each channel in turn.
    public init(rate: SampleRate, channelCount: Int = 1) {
        precondition((1...0xFFFF).contains(channelCount), "\(channelCount) channels")
        self.rate = rate
        self.channelCount = channelCount
    }

    /// What to write next, little-endian.
    public mutating func bytes(of samples: Span<Int16>) -> [UInt8] {
        var bytes: [UInt8] = []
        PCMFormat.pcm16(rate).encode(samples, into: &bytes)
        sampleCount += samples.count
        return bytes
    }

    /// The header of a file with the samples written so far.
    public var header: [UInt8] { header(sampleCount: sampleCount) }

    /// The header of a file with `sampleCount` samples of all channels together. A WAV cannot say that it
    /// is longer than 4 GiB (12 hours at 48 kHz): then it says it is exactly so long.
    public func header(sampleCount: Int) -> [UInt8] {
        let frameByteCount = 2 * channelCount
        let longest = (Int(UInt32.max) - 36) / frameByteCount * frameByteCount
        let dataByteCount = min(2 * sampleCount, longest)
        var header: [UInt8] = []
        func append(_ value: Int, byteCount: Int) {
            for index in 0..<byteCount { header.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
        }
        header += "RIFF".utf8
        append(36 + dataByteCount, byteCount: 4)
        header += "WAVEfmt ".utf8
        append(16, byteCount: 4)
        append(1, byteCount: 2)
        append(channelCount, byteCount: 2)
        append(rate.hertz, byteCount: 4)
        append(rate.hertz * frameByteCount, byteCount: 4)
        append(frameByteCount, byteCount: 2)
        append(16, byteCount: 2)
        header += "data".utf8
        append(dataByteCount, byteCount: 4)
        return header
    }

    /// A whole file at once.
    public static func file(_ samples: [Int16], rate: SampleRate, channelCount: Int = 1)
        -> [UInt8]
    {
        var writer = WAVWriter(rate: rate, channelCount: channelCount)
        let data = writer.bytes(of: samples.span)
        return writer.header + data
    }
}
