/// Writes frames, never fragmented: a server's are never masked, a client's always (RFC 6455, section 5.1).
public enum FrameWriter {
    /// What a header takes at most.
    public static let maxHeaderByteCount = 14

    public static func headerByteCount(payloadByteCount count: Int) -> Int {
        count < 126 ? 2 : count < 1 << 16 ? 4 : 10
    }

    /// Writes a header right in front of its payload, where there must be room for it, so that both leave in one write.
    public static func writeHeader(
        _ opcode: Opcode, payloadByteCount count: Int, before payload: UnsafeMutableRawPointer
    ) {
        let size = headerByteCount(payloadByteCount: count)
        let header = UnsafeMutableRawBufferPointer(start: payload - size, count: size)
        header[0] = 0x80 | opcode.rawValue
        switch size {
        case 2: header[1] = UInt8(count)
        case 4:
            header[1] = 126
            header.storeBytes(of: UInt16(count).bigEndian, toByteOffset: 2, as: UInt16.self)
        default:
            header[1] = 127
            header.storeBytes(of: UInt64(count).bigEndian, toByteOffset: 2, as: UInt64.self)
        }
    }

    /// Writes a client's header right in front of its payload, and masks that where it lies.
    ///
    /// - Parameter mask: another one each time, that nobody can guess.
    /// - Returns: the whole frame.
    public static func writeMasked(
        _ opcode: Opcode, _ payload: UnsafeMutableRawBufferPointer, mask: UInt32
    ) -> UnsafeRawBufferPointer {
        guard let start = payload.baseAddress else { preconditionFailure("there is no room for a header") }
        writeHeader(opcode, payloadByteCount: payload.count, before: start - 4)
        (start - 4).storeBytes(of: mask, as: UInt32.self)
        Mask(mask).apply(to: payload)
        let size = headerByteCount(payloadByteCount: payload.count)
        (start - 4 - size + 1).assumingMemoryBound(to: UInt8.self).pointee |= 0x80
        return UnsafeRawBufferPointer(start: start - 4 - size, count: size + 4 + payload.count)
    }

    /// What a close frame carries.
    ///
    /// - Parameters:
    ///   - code: 1005 stands for none, and none is written.
    ///   - reason: cut, between two characters, to the 123 bytes that fit.
    public static func closePayload(code: Int, reason: String) -> [UInt8] {
        guard code != 1005 else { return [] }
        var text = Array(reason.utf8.prefix(Opcode.maxControlByteCount - 2))
        while String(validating: text, as: UTF8.self) == nil { text.removeLast() }
        return [UInt8(truncatingIfNeeded: code >> 8), UInt8(truncatingIfNeeded: code)] + text
    }
}
