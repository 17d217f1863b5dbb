internal import COpus

/// One stream of Opus packets as speech at 24 kHz, mono, whatever rate, bandwidth and channels it was made with.
///
/// Belongs to one thread at a time.
public final class OpusDecoder {
    /// The longest packet, 120 ms (RFC 6716 §3.2.5), at 24 kHz.
    public static let longestPacket = 2_880

    private let state: OpaquePointer
    private var scratch = [Int16](repeating: 0, count: OpusDecoder.longestPacket)

    /// - Throws: ``OpusError`` without memory for it.
    public init() throws(OpusError) {
        var code: Int32 = 0
        guard let state = opus_decoder_create(24_000, 1, &code) else { throw OpusError(code) }
        self.state = state
    }

    deinit { opus_decoder_destroy(state) }

    /// Appends what a packet holds: 2.5 to 120 ms. One of a byte or two, which says that there is nothing to be
    /// heard (DTX), is as long as it says; none at all is no time.
    ///
    /// - Returns: `false`, and nothing was appended, when it is no Opus packet.
    public func decode(_ packet: UnsafeRawBufferPointer, into samples: inout [Int16]) -> Bool {
        guard let start = packet.baseAddress, packet.count > 0 else { return true }
        let count = opus_decode(
            state, start.assumingMemoryBound(to: UInt8.self), opus_int32(packet.count), &scratch,
            Int32(scratch.count), 0)
        guard count > 0 else { return false }
        samples.append(contentsOf: scratch[..<Int(count)])
        return true
    }
}

/// What libopus says when it cannot.
public struct OpusError: Error, Equatable, CustomStringConvertible {
    /// `OPUS_ALLOC_FAIL` and its like.
    public let code: Int32

    init(_ code: Int32) { self.code = code }

    public var description: String { String(cString: opus_strerror(code)) }
}
