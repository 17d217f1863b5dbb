/// A range of addresses in CIDR notation: `10.0.0.0/8`, `fd00::/8`; an address alone is a range of one.
public struct IPNetwork: Hashable, Sendable {
    private let address: IPAddress
    private let length: Int

    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(parts[0]) else { return nil }
        self.address = address
        let width =
            switch address {
            case .v4: 32
            case .v6: 128
            }
        guard parts.count == 2 else {
            length = width
            return
        }
        guard let length = Int(parts[1]), (0...width).contains(length) else { return nil }
        self.length = length
    }

    public func contains(_ other: IPAddress) -> Bool {
        switch (address, other) {
        case (.v4(let mine), .v4(let theirs)):
            return length == 0 || (mine ^ theirs) >> UInt32(32 - length) == 0
        case (.v6(let mine), .v6(let theirs)):
            return (0..<8).allSatisfy { group in
                let bits = min(16, max(0, length - 16 * group))
                return (mine[group] ^ theirs[group]) >> UInt16(16 - bits) == 0
            }
        case (.v4, .v6), (.v6, .v4): return false
        }
    }
}
