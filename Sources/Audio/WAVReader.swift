/// A WAV file as mono 16-bit samples, whatever it was before.
///
/// Understands PCM of 8, 16, 24 and 32 bits, float of 32 and 64, and G.711, each plain or as
/// `WAVE_FORMAT_EXTENSIBLE`, with any rate and number of channels. Channels are averaged. Chunks other than
/// `fmt ` and `data` are skipped.
public struct WAVReader: Equatable, Sendable {
    public let rate: SampleRate
    /// Channels of the file, before they were averaged.
    public let channelCount: Int
    public let samples: [Int16]

    /// - Parameter file: all bytes of the file.
    /// - Throws: ``WAVError``, with the byte that is wrong.
    public init(_ file: [UInt8]) throws(WAVError) {
        var bytes = WAVBytes(file)
        try bytes.readContainer()
        var format: WAVFormat?
        while let chunk = try bytes.nextChunk() {
            switch chunk.id {
            case "fmt ": format = try WAVFormat(bytes, chunk)
            case "data":
                guard let format else { throw WAVError(chunk.start, .dataBeforeFormat) }
                samples = format.decode(file[chunk.body])
                guard !samples.isEmpty else { throw WAVError(chunk.start, .noSamples) }
                rate = format.rate
                channelCount = format.channelCount
                return
            default: continue
            }
        }
        throw WAVError(file.count, format == nil ? .missingChunk("fmt ") : .missingChunk("data"))
    }

    public var duration: Duration { rate.duration(of: samples.count) }
}

/// A file that is no WAV, or not one we can play: what is wrong, and at which byte.
public struct WAVError: Error, Equatable, CustomStringConvertible {
    public enum Reason: Equatable, Sendable {
        case empty
        /// Neither `RIFF` nor `WAVE` where they must be.
        case notWAV
        /// A chunk says it has `promised` bytes, and only `present` are left.
        case truncated(chunk: String, promised: Int, present: Int)
        case dataBeforeFormat
        case missingChunk(String)
        case shortFormat(byteCount: Int)
        case noChannels
        case noRate
        /// A codec, or a sample size of a codec, that is not read. `tag` is the file's `wFormatTag`.
        case unsupported(tag: Int, bits: Int)
        case noSamples
    }

    /// Counted from 0.
    public let offset: Int
    public let reason: Reason

    init(_ offset: Int, _ reason: Reason) {
        self.offset = offset
        self.reason = reason
    }

    public var description: String { "byte \(offset): \(reason)" }
}

extension WAVError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "the file is empty"
        case .notWAV: "not a WAV file (it does not start with RIFF … WAVE); convert it, for example with sox"
        case .truncated(let chunk, let promised, let present):
            "the file is cut short: '\(chunk)' should have \(promised) bytes, \(present) are there"
        case .dataBeforeFormat: "'data' comes before 'fmt ', so its samples cannot be read"
        case .missingChunk(let id): "the file ends without a '\(id)' chunk"
        case .shortFormat(let count): "the 'fmt ' chunk has \(count) bytes, at least 16 are needed"
        case .noChannels: "the file says it has no channels"
        case .noRate: "the file says its sample rate is 0 Hz"
        case .unsupported(let tag, let bits):
            "format \(tag) with \(bits) bits cannot be read; convert it to 16-bit PCM"
        case .noSamples: "the file holds no samples"
        }
    }
}
