/// Whether bytes are UTF-8, asked piece by piece; a character may be cut anywhere. Says no at the first byte that no
/// text could go on with (Unicode 16, table 3-7).
struct TextCheck {
    /// Bytes that the character under way still needs, and where the next of them may lie.
    private var missing = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF

    /// Between two characters.
    var isComplete: Bool { missing == 0 }

    mutating func accepts(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index < bytes.count {
            if missing == 0 {
                index = Self.skipASCII(bytes, from: index)
                guard index < bytes.count else { return true }
                guard begins(with: bytes[index]) else { return false }
            } else {
                guard lowest...highest ~= bytes[index] else { return false }
                missing -= 1
                (lowest, highest) = (0x80, 0xBF)
            }
            index += 1
        }
        return true
    }

    /// Quick over the ASCII that base64 is made of.
    private static func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        guard let first = bytes.baseAddress else { return start }
        let high = SIMD4<UInt64>(repeating: 0x8080_8080_8080_8080)
        var index = start
        while index + 32 <= bytes.count,
            first.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self) & high == .zero
        {
            index += 32
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    /// A character of several bytes: how many follow, and what the next may be so that it is the shortest way to write
    /// it, no surrogate, and not beyond U+10FFFF.
    private mutating func begins(with byte: UInt8) -> Bool {
        switch byte {
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, lowest) = (2, 0xA0)
        case 0xED: (missing, highest) = (2, 0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, lowest) = (3, 0x90)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, highest) = (3, 0x8F)
        default: return false
        }
        return true
    }
}
