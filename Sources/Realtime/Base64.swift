import CBase64

/// Base64 as the Realtime protocol carries sound in it (RFC 4648 §4: padded, no line breaks), over buffers that
/// the caller owns.
public enum Base64 {
    public static func encodedByteCount(of byteCount: Int) -> Int { (byteCount + 2) / 3 * 4 }

    /// Writes the text of `bytes` to the start of `text`, which must hold ``encodedByteCount(of:)``.
    ///
    /// - Returns: How much was written.
    @discardableResult
    public static func encode(_ bytes: UnsafeRawBufferPointer, into text: UnsafeMutableRawBufferPointer)
        -> Int
    {
        let count = encodedByteCount(of: bytes.count)
        precondition(text.count >= count, "room for \(text.count) of \(count) characters")
        guard let source = bytes.baseAddress, let target = text.baseAddress else { return 0 }
        let tail = encodeTriples(source, bytes.count, target)
        switch bytes.count - tail {
        case 1: encodeTail(UInt32(bytes[tail]) << 16, 2, target + count - 4)
        case 2: encodeTail(UInt32(bytes[tail]) << 16 | UInt32(bytes[tail + 1]) << 8, 3, target + count - 4)
        default: break
        }
        return count
    }

    /// Checks and decodes `text` to the start of `bytes`, which must hold three quarters of it.
    ///
    /// - Returns: How much was written; `nil` when the text is not base64: a foreign character, a length that is no
    ///   multiple of four, padding anywhere but at the end, or bits set that stand for nothing (RFC 4648 §3.5).
    ///   What `bytes` holds is then undefined.
    public static func decode(
        _ text: UnsafeRawBufferPointer, into bytes: UnsafeMutableRawBufferPointer
    ) -> Int? {
        guard text.count.isMultiple(of: 4) else { return nil }
        guard let source = text.baseAddress, text.count > 0 else { return 0 }
        let padding = text[text.count - 1] != pad ? 0 : text[text.count - 2] != pad ? 1 : 2
        let count = text.count / 4 * 3 - padding
        precondition(bytes.count >= count, "room for \(bytes.count) of \(count) bytes")
        guard let target = bytes.baseAddress else { return nil }
        let whole = text.count / 4 - (padding > 0 ? 1 : 0)
        guard decodeQuads(source, whole, target) else { return nil }
        if padding > 0 {
            guard decodeTail(source + whole * 4, padding, target + whole * 3) else { return nil }
        }
        return count
    }

    private static let pad = UInt8(ascii: "=")
}

// MARK: - The inner loops

extension Base64 {
    /// - Returns: The index of the first byte that is not part of a whole triple.
    private static func encodeTriples(
        _ source: UnsafeRawPointer, _ count: Int, _ target: UnsafeMutableRawPointer
    ) -> Int {
        let whole = parley_base64_encode(source, count, target)
        return pairs.withUnsafeBufferPointer { pairs in
            var read = whole
            var written = whole / 3 * 4
            while read + 3 <= count {
                let triple = read + 4 <= count ? firstTriple(source + read) : lastTriple(source + read)
                let quad = UInt32(pairs[triple >> 12]) | UInt32(pairs[triple & 0xFFF]) << 16
                target.storeBytes(of: quad.littleEndian, toByteOffset: written, as: UInt32.self)
                read += 3
                written += 4
            }
            return read
        }
    }

    /// Behind it there is another byte, which is read and left out.
    private static func firstTriple(_ source: UnsafeRawPointer) -> Int {
        Int(UInt32(bigEndian: source.loadUnaligned(as: UInt32.self)) >> 8)
    }

    private static func lastTriple(_ source: UnsafeRawPointer) -> Int {
        Int(source.load(as: UInt8.self)) << 16
            | Int(source.load(fromByteOffset: 1, as: UInt8.self)) << 8
            | Int(source.load(fromByteOffset: 2, as: UInt8.self))
    }

    private static func encodeTail(_ bits: UInt32, _ characters: Int, _ target: UnsafeMutableRawPointer) {
        for index in 0..<4 {
            let value = Int(bits >> (18 - 6 * UInt32(index))) & 0x3F
            target.storeBytes(
                of: index < characters ? alphabet[value] : pad, toByteOffset: index, as: UInt8.self)
        }
    }

    private static func decodeQuads(
        _ source: UnsafeRawPointer, _ quads: Int, _ target: UnsafeMutableRawPointer
    ) -> Bool {
        let whole = parley_base64_decode(source, quads * 4, target) / 4
        return places.withUnsafeBufferPointer { places in
            var foreign: UInt32 = 0
            for quad in whole..<quads {
                let bits =
                    places[Int(source.load(fromByteOffset: 4 * quad, as: UInt8.self))]
                    | places[256 + Int(source.load(fromByteOffset: 4 * quad + 1, as: UInt8.self))]
                    | places[512 + Int(source.load(fromByteOffset: 4 * quad + 2, as: UInt8.self))]
                    | places[768 + Int(source.load(fromByteOffset: 4 * quad + 3, as: UInt8.self))]
                foreign |= bits
                // The fourth byte is the next quad's first; behind the last one there is none.
                if quad + 1 < quads {
                    target.storeBytes(of: (bits << 8).bigEndian, toByteOffset: 3 * quad, as: UInt32.self)
                } else {
                    store(bits, target + 3 * quad)
                }
            }
            return foreign & foreignPlace == 0
        }
    }

    private static func store(_ bits: UInt32, _ target: UnsafeMutableRawPointer) {
        for index in 0..<3 {
            let byte = UInt8(truncatingIfNeeded: bits >> (16 - 8 * UInt32(index)))
            target.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
        }
    }

    /// Four characters of which `padding` are `=`.
    private static func decodeTail(
        _ source: UnsafeRawPointer, _ padding: Int, _ target: UnsafeMutableRawPointer
    ) -> Bool {
        var bits: UInt32 = 0
        for index in 0..<4 - padding {
            let value = values[Int(source.load(fromByteOffset: index, as: UInt8.self))]
            guard value & foreignBit == 0 else { return false }
            bits |= UInt32(value) << (18 - 6 * UInt32(index))
        }
        guard bits & (padding == 2 ? 0xFFFF : 0xFF) == 0 else { return false }
        for index in 0..<3 - padding {
            target.storeBytes(
                of: UInt8(truncatingIfNeeded: bits >> (16 - 8 * UInt32(index))), toByteOffset: index,
                as: UInt8.self)
        }
        return true
    }
}

// MARK: - Tables

extension Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Two characters for twelve bits, the first one in the low byte: half the look-ups of one for six.
    private static let pairs: [UInt16] = (0..<4096).map {
        UInt16(alphabet[$0 >> 6]) | UInt16(alphabet[$0 & 0x3F]) << 8
    }

    /// Six bits for a character; ``foreignBit`` marks what is none.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: foreignBit, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    private static let foreignBit: UInt8 = 0x80

    /// The same where they stand among the 24 of four characters, for each of the four; ``foreignPlace`` marks what is none.
    private static let places: [UInt32] = [18, 12, 6, 0].flatMap { (shift: UInt32) in
        values.map { $0 == foreignBit ? foreignPlace : UInt32($0) << shift }
    }

    private static let foreignPlace: UInt32 = 1 << 31
}
