internal import COpus

/// Speech at 24 kHz as Opus packets (RFC 6716) of 20 ms, mono: one stream, one packet a frame.
///
/// An encoder remembers: what it makes of a frame depends on those before it, so every listener who may be sent
/// other frames than their neighbour needs one of their own. Belongs to one thread at a time.
public final class OpusEncoder {
    /// 20 ms at 24 kHz.
    public static let frameSampleCount = 480

    /// The most bandwidth a packet spends bits on; no more than what the listener's player can play.
    public enum Bandwidth: Sendable {
        /// Up to 4 kHz, 8 kHz, 12 kHz.
        case narrow, wide, superWide
    }

    /// 32 kbit/s: where listeners stop hearing a difference in speech at this bandwidth (RFC 6716 §2.1.1 puts
    /// the sweet spot of full-band speech at 28–40).
    private static let bitrate: opus_int32 = 32_000
    /// 5 of 0…10: 0.12 ms of one core for a frame of speech, twice as much as 0 and half of 8 (measured with
    /// libopus 1.3.1). Below it the search for the best excitation is shortened; above, the bitrate leaves little
    /// to be gained.
    private static let complexity: opus_int32 = 5
    /// RFC 6716 §3.2: no frame is longer than 1,275 bytes.
    private static let longestPacket = 1_276

    private let state: OpaquePointer
    private var packet = [UInt8](repeating: 0, count: OpusEncoder.longestPacket)
    /// Samples that a packet holds back of its frame and the next one brings: 6.5 ms.
    public let lookahead: Int

    /// - Throws: ``OpusError`` without memory for it.
    public init(bandwidth: Bandwidth = .superWide) throws(OpusError) {
        var code: Int32 = 0
        guard let state = opus_encoder_create(24_000, 1, OPUS_APPLICATION_VOIP, &code) else {
            throw OpusError(code)
        }
        self.state = state
        var lookahead: opus_int32 = 0
        let settings = [
            parley_opus_set_bitrate(state, Self.bitrate), parley_opus_set_complexity(state, Self.complexity),
            parley_opus_set_max_bandwidth(state, bandwidth.wire),
            parley_opus_get_lookahead(state, &lookahead),
        ]
        precondition(settings.allSatisfy { $0 == OPUS_OK }, "libopus refuses what RFC 6716 allows")
        self.lookahead = Int(lookahead)
    }

    deinit { opus_encoder_destroy(state) }

    /// The next 20 ms as a packet, valid during `send`.
    ///
    /// - Parameter frame: ``frameSampleCount`` samples.
    public func encode<Result>(
        _ frame: UnsafeBufferPointer<Int16>, _ send: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        guard let start = frame.baseAddress, frame.count == Self.frameSampleCount else {
            preconditionFailure("a frame of \(frame.count) samples")
        }
        let count = opus_encode(
            state, start, Int32(Self.frameSampleCount), &packet, opus_int32(packet.count))
        precondition(count > 0, "libopus: \(OpusError(count))")
        return packet.withUnsafeBytes { send(UnsafeRawBufferPointer(rebasing: $0[..<Int(count)])) }
    }

    /// What comes next is a new stream: nothing of what was encoded shows in it.
    public func reset() { _ = parley_opus_reset(state) }
}

extension OpusEncoder.Bandwidth {
    fileprivate var wire: opus_int32 {
        switch self {
        case .narrow: OPUS_BANDWIDTH_NARROWBAND
        case .wide: OPUS_BANDWIDTH_WIDEBAND
        case .superWide: OPUS_BANDWIDTH_SUPERWIDEBAND
        }
    }
}
