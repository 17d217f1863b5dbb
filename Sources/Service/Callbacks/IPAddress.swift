/// An IP address as a number, so that every spelling of one address is the same value.
public enum IPAddress: Hashable, Sendable {
    case v4(UInt32)
    /// Eight groups of 16 bits, in the order they are written.
    case v6(SIMD8<UInt16>)
}

extension IPAddress {
    /// Reads what a resolver, a browser or `inet_aton` would take for an address: dotted decimal,
    /// octal (`0251.0376…`), hexadecimal (`0xA9FEA9FE`), fewer than four parts (`10.1`), IPv6 with or
    /// without an IPv4 tail. `nil` for anything else, also for IPv6 with a zone.
    public init?(_ text: some StringProtocol) {
        if let v4 = Self.parseV4(text) {
            self = .v4(v4)
        } else if let v6 = Self.parseV6(text) {
            self = .v6(v6)
        } else {
            return nil
        }
    }

    /// One to four numbers; the last one fills all bytes that are left (`inet_aton`).
    private static func parseV4(_ text: some StringProtocol) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { number(String($0)) }
        guard (1...4).contains(parts.count), let last = parts[parts.count - 1] else { return nil }
        var address: UInt64 = 0
        for part in parts.dropLast() {
            guard let part, part < 256 else { return nil }
            address = address << 8 | part
        }
        let bits = UInt64(8 * (5 - parts.count))
        guard last < 1 << bits else { return nil }
        return UInt32(truncatingIfNeeded: address << bits | last)
    }

    private static func number(_ part: String) -> UInt64? {
        let lower = part.lowercased()
        guard lower.utf8.first.map({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) == true else {
            return nil
        }
        if lower.hasPrefix("0x") {
            let digits = lower.dropFirst(2)
            return digits.isEmpty
                ? 0 : digits.first == "+" || digits.first == "-" ? nil : UInt64(digits, radix: 16)
        }
        return UInt64(lower, radix: lower.utf8.count > 1 && lower.hasPrefix("0") ? 8 : 10)
    }

    private static func parseV6(_ text: some StringProtocol) -> SIMD8<UInt16>? {
        guard text.contains(":") else { return nil }
        let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        guard halves.count <= 2, let head = groups(halves[0], mayEndInV4: halves.count == 1),
            let tail = halves.count == 2 ? groups(halves[1], mayEndInV4: true) : []
        else { return nil }
        let missing = 8 - head.count - tail.count
        guard halves.count == 2 ? missing >= 1 : missing == 0 else { return nil }
        return SIMD8(head + Array(repeating: 0, count: missing) + tail)
    }

    private static func groups(_ text: some StringProtocol, mayEndInV4: Bool) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var result: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if mayEndInV4, index == parts.count - 1, part.contains(".") {
                let bytes = part.split(separator: ".", omittingEmptySubsequences: false)
                guard bytes.count == 4, let v4 = parseV4(part) else { return nil }
                result += [UInt16(truncatingIfNeeded: v4 >> 16), UInt16(truncatingIfNeeded: v4)]
            } else {
                guard (1...4).contains(part.utf8.count), part.first != "+", part.first != "-",
                    let group = UInt16(part, radix: 16)
                else { return nil }
                result.append(group)
            }
        }
        return result
    }
}

extension IPAddress: CustomStringConvertible {
    /// Dotted decimal, or eight groups without the `::` shorthand: for messages and sockets alike.
    public var description: String {
        switch self {
        case .v4(let number):
            (0..<4).map { String(number >> (24 - 8 * UInt32($0)) & 0xFF) }.joined(separator: ".")
        case .v6(let groups):
            (0..<8).map { String(groups[$0], radix: 16) }.joined(separator: ":")
        }
    }
}
