import CBase64

/// Moves over JSON text without keeping any of it. Refuses whatever is not JSON, and also what cannot be handed
/// out in place: escapes and text beyond ASCII.
struct JSONSkimmer {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    /// Deeper values are left to the parser that keeps its stack in hand.
    private static let maxDepth = 32

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return position == bytes.count
        }
    }

    /// Moves over `byte`, if it is the next one after white space.
    mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// A string's content, if it stands there letter by letter.
    mutating func string() -> UnsafeRawBufferPointer? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = position
        skipPlainWords()
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                return UnsafeRawBufferPointer(rebasing: bytes[start..<position - 1])
            }
            guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\\") else { return nil }
            position += 1
        }
        return nil
    }

    /// The same, or what stands for no string.
    mutating func stringOrNull() -> UnsafeRawBufferPointer?? {
        if let string = string() { return .some(string) }
        return skipWord("null") ? .some(nil) : nil
    }

    /// An object, each of whose members `read` moves over. `false`: the object or `read` is broken.
    mutating func object(_ read: (inout JSONSkimmer, _ key: UnsafeRawBufferPointer) -> Bool) -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        repeat {
            guard let key = string(), take(UInt8(ascii: ":")), read(&self, key) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    /// An array, each of whose elements `read` moves over.
    mutating func array(_ read: (inout JSONSkimmer) -> Bool) -> Bool {
        guard take(UInt8(ascii: "[")) else { return false }
        if take(UInt8(ascii: "]")) { return true }
        repeat {
            guard read(&self) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]"))
    }

    /// As many bytes at a time as the processor can, else eight, as long as none of them is a quote, a backslash, a control
    /// or beyond ASCII.
    private mutating func skipPlainWords() {
        if let start = bytes.baseAddress {
            position += parley_plain_prefix(start + position, bytes.count - position)
        }
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high = ones &* 0x80
        while position + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            let special = (quote &- ones) | (backslash &- ones) | (word &- (ones &* 0x20)) | word
            guard special & high == 0 else { return }
            position += 8
        }
    }

    /// An integer of at most 18 digits: indexes are small, and those that are not are the parser's.
    mutating func integer() -> Int? {
        skipSpace()
        let start = position
        guard skipNumber() else { return nil }
        let digits = bytes[start..<position]
        guard digits.count <= 18 else { return nil }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    mutating func skipValue() -> Bool { skipValue(depth: 0) }

    private mutating func skipValue(depth: Int) -> Bool {
        skipSpace()
        guard depth < Self.maxDepth, position < bytes.count else { return false }
        switch bytes[position] {
        case UInt8(ascii: "\""): return string() != nil
        case UInt8(ascii: "{"): return skipObject(depth: depth)
        case UInt8(ascii: "["): return skipArray(depth: depth)
        case UInt8(ascii: "t"): return skipWord("true")
        case UInt8(ascii: "f"): return skipWord("false")
        case UInt8(ascii: "n"): return skipWord("null")
        default: return skipNumber()
        }
    }

    /// Does not notice a name that is there twice.
    private mutating func skipObject(depth: Int) -> Bool {
        position += 1
        if take(UInt8(ascii: "}")) { return true }
        repeat {
            guard string() != nil, take(UInt8(ascii: ":")), skipValue(depth: depth + 1) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    private mutating func skipArray(depth: Int) -> Bool {
        position += 1
        if take(UInt8(ascii: "]")) { return true }
        repeat {
            guard skipValue(depth: depth + 1) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]"))
    }

    private mutating func skipWord(_ word: StaticString) -> Bool {
        guard bytes.count - position >= word.utf8CodeUnitCount else { return false }
        for index in 0..<word.utf8CodeUnitCount where bytes[position + index] != word.utf8Start[index] {
            return false
        }
        position += word.utf8CodeUnitCount
        return true
    }

    /// RFC 8259 §6: minus, integer without leading zeros, fraction, exponent.
    private mutating func skipNumber() -> Bool {
        skip(UInt8(ascii: "-"))
        if !skip(UInt8(ascii: "0")) { guard skipDigits() else { return false } }
        if skip(UInt8(ascii: ".")) { guard skipDigits() else { return false } }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            if !skip(UInt8(ascii: "+")) { skip(UInt8(ascii: "-")) }
            guard skipDigits() else { return false }
        }
        return true
    }

    private mutating func skipDigits() -> Bool {
        let start = position
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
            position += 1
        }
        return position > start
    }

    @discardableResult private mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }
}

extension UnsafeRawBufferPointer {
    func isText(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        let other = UnsafeRawBufferPointer(start: text.utf8Start, count: count)
        var place = 0
        while place + 8 <= count {
            guard word(at: place) == other.word(at: place) else { return false }
            place += 8
        }
        while place < count {
            guard self[place] == other[place] else { return false }
            place += 1
        }
        return true
    }

    @inline(__always)
    private func word(at place: Int) -> UInt64 {
        loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
}

extension Optional {
    /// Takes what was read of a member. `false`: it was not read, or the member was there before.
    mutating func fill(_ value: Wrapped?) -> Bool {
        guard case .none = self, let value else { return false }
        self = value
        return true
    }
}
