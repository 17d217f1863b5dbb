/// What stands in front of a payload (RFC 6455, section 5.2): 6 to 14 bytes of a client, 2 to 10 of a server.
struct FrameHeader {
    let opcode: Opcode
    /// The message ends with this frame.
    let isFinal: Bool
    let payloadByteCount: Int
    /// A client's.
    let mask: Mask?

    static let maxByteCount = 14

    enum Reading {
        /// More must come to tell.
        case incomplete
        case violation(FrameViolation)
        case whole(FrameHeader, byteCount: Int)
    }

    /// Reads a header from the first of these bytes, and complains as soon as they say enough.
    static func read(_ bytes: UnsafeRawBufferPointer, from peer: FramePeer) -> Reading {
        guard let first = bytes.first else { return .incomplete }
        let isFinal = first & 0x80 != 0
        guard first & 0x70 == 0 else { return .violation(.reservedBits) }
        guard let opcode = Opcode(rawValue: first & 0x0F) else {
            return .violation(.unknownOpcode(first & 0x0F))
        }
        guard isFinal || !opcode.isControl else { return .violation(.fragmentedControl) }
        guard bytes.count >= 2 else { return .incomplete }
        switch (peer, bytes[1] & 0x80 != 0) {
        case (.client, false): return .violation(.unmasked)
        case (.server, true): return .violation(.masked)
        case (.client, true), (.server, false): break
        }
        let short = Int(bytes[1] & 0x7F)
        guard short <= Opcode.maxControlByteCount || !opcode.isControl else {
            return .violation(.longControl)
        }
        guard short != 1 || opcode != .close else { return .violation(.shortClose) }
        let lengthByteCount = short < 126 ? 0 : short == 126 ? 2 : 8
        let start = 2 + lengthByteCount
        guard bytes.count >= start else { return .incomplete }
        guard let length = length(short, bytes[2..<start]) else { return .violation(.badLength) }
        let maskByteCount = peer == .client ? 4 : 0
        guard bytes.count >= start + maskByteCount else { return .incomplete }
        let mask = peer == .client ? Mask(bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)) : nil
        let header = FrameHeader(opcode: opcode, isFinal: isFinal, payloadByteCount: length, mask: mask)
        return .whole(header, byteCount: start + maskByteCount)
    }

    /// `nil`: it would fit into fewer bytes, or has its top bit set.
    private static func length(_ short: Int, _ extended: Slice<UnsafeRawBufferPointer>) -> Int? {
        guard !extended.isEmpty else { return short }
        let length = extended.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length >= (extended.count == 2 ? 126 : 1 << 16) else { return nil }
        return Int(exactly: length)
    }
}

/// Whose frames are read: a client masks them all, a server none (section 5.1).
public enum FramePeer: Sendable {
    case client
    case server
}

/// What a client combines its payload with (section 5.3).
struct Mask {
    /// Four bytes, twice, as they lie in memory.
    private let bytes: UInt64

    init(_ mask: UInt32) { bytes = UInt64(mask) << 32 | UInt64(mask) }

    /// Puts the mask on where the payload lies, or takes it off.
    ///
    /// - Parameter place: of the first of these bytes in the frame's payload.
    func apply(to payload: UnsafeMutableRawBufferPointer, at place: Int = 0) {
        // Turned so that it begins with the byte for `place`, whatever the machine's byte order.
        let shift = UInt64(place & 3) * 8
        let word = UInt64(littleEndian: bytes)
        let turned = (shift == 0 ? word : word >> shift | word << (64 - shift)).littleEndian
        guard let start = payload.baseAddress else { return }
        let four = SIMD4(repeating: turned)
        var index = 0
        while index + 32 <= payload.count {
            let masked = start.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
            start.storeBytes(of: masked ^ four, toByteOffset: index, as: SIMD4<UInt64>.self)
            index += 32
        }
        while index + 8 <= payload.count {
            let masked = start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            start.storeBytes(of: masked ^ turned, toByteOffset: index, as: UInt64.self)
            index += 8
        }
        let rest = turned.littleEndian
        while index < payload.count {
            payload[index] ^= UInt8(truncatingIfNeeded: rest >> UInt64((index & 7) * 8))
            index += 1
        }
    }
}
