internal import CSpeexDSP

/// Changes the sample rate of one mono stream, piece by piece.
///
/// The filter's delay is taken out: the first sample that comes out belongs to the first that went in, and
/// after ``flush(into:)`` `n` samples have become ⌈n · to / from⌉. Until then up to ``latency`` of sound is
/// still inside. However the stream is cut into pieces, the same samples come out.
///
/// One stream each; belongs to one thread at a time.
public final class Resampler {
    public let inputRate, outputRate: Int
    /// `nil` when both rates are the same and samples pass untouched.
    private let state: OpaquePointer?
    private var scratch: [Int16]

    /// Rates that make sense for sound, in hertz.
    public static let rates = 1_000...768_000

    /// 5 of speex's 0…10, "desktop": its pass band goes to 0.92 of the lower Nyquist frequency, so narrow-band
    /// speech keeps its 300–3400 Hz, for half the work of 10.
    private static let quality: Int32 = 5

    /// - Throws: ``ResamplerError`` for a rate outside ``rates``, or without memory for the filter.
    public init(from inputRate: Int, to outputRate: Int) throws(ResamplerError) {
        for rate in [inputRate, outputRate] where !Self.rates.contains(rate) { throw .rate(rate) }
        self.inputRate = inputRate
        self.outputRate = outputRate
        scratch = Array(repeating: 0, count: 2_048)
        guard inputRate != outputRate else {
            state = nil
            return
        }
        var code: Int32 = 0
        state = speex_resampler_init(
            1, spx_uint32_t(inputRate), spx_uint32_t(outputRate), Self.quality, &code)
        guard let state else { throw .filter(String(cString: speex_resampler_strerror(code))) }
        speex_resampler_skip_zeros(state)
    }

    deinit {
        if let state { speex_resampler_destroy(state) }
    }

    /// The most sound the filter holds back before ``flush(into:)``.
    public var latency: Duration {
        guard let state else { return .zero }
        return .seconds(1) * Int(speex_resampler_get_input_latency(state)) / inputRate
    }

    /// Takes the stream's next samples and appends what is ready to `output`.
    public func process(_ input: UnsafeBufferPointer<Int16>, into output: inout [Int16]) {
        guard let state else { return output.append(contentsOf: input) }
        var rest = input[...]
        repeat {
            let piece = UnsafeBufferPointer(rebasing: rest)
            var consumed = spx_uint32_t(clamping: piece.count)
            var produced = spx_uint32_t(scratch.count)
            let code = speex_resampler_process_int(
                state, 0, piece.baseAddress, &consumed, &scratch, &produced)
            precondition(code == 0, "speex: \(String(cString: speex_resampler_strerror(code)))")
            output.append(contentsOf: scratch[..<Int(produced)])
            rest = rest.dropFirst(Int(consumed))
        } while !rest.isEmpty
    }

    public func process(_ input: [Int16], into output: inout [Int16]) {
        input.withUnsafeBufferPointer { process($0, into: &output) }
    }

    /// Ends the stream: appends what the filter still holds. What comes next is a new stream.
    public func flush(into output: inout [Int16]) {
        guard let state else { return }
        process(Array(repeating: 0, count: Int(speex_resampler_get_input_latency(state))), into: &output)
        speex_resampler_reset_mem(state)
        speex_resampler_skip_zeros(state)
    }

    /// A whole recording at once.
    public static func resample(
        _ samples: [Int16], from inputRate: Int, to outputRate: Int
    ) throws(ResamplerError) -> [Int16] {
        let resampler = try Resampler(from: inputRate, to: outputRate)
        var output: [Int16] = []
        output.reserveCapacity(samples.count * outputRate / inputRate + 1)
        resampler.process(samples, into: &output)
        resampler.flush(into: &output)
        return output
    }
}

public enum ResamplerError: Error, Equatable, CustomStringConvertible {
    /// A sample rate no sound has.
    case rate(Int)
    /// speexdsp could not make the filter; in its words.
    case filter(String)

    public var description: String {
        switch self {
        case .rate(let hertz):
            "a sample rate of \(hertz) Hz cannot be converted; use \(Resampler.rates.lowerBound) to \(Resampler.rates.upperBound) Hz"
        case .filter(let reason): "the resampling filter could not be made: \(reason)"
        }
    }
}
