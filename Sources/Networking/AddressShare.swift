/// One connection's part of what its address may have open at once. Kept by whoever holds the connection, first as HTTP
/// and then perhaps as a WebSocket; the last one to let go gives it back, on whatever reactor that is.
final class AddressShare: Sendable {
    private let count: AddressCount
    private let key: ArraySlice<UInt8>

    fileprivate init(_ count: AddressCount, _ key: ArraySlice<UInt8>) {
        self.count = count
        self.key = key
    }

    deinit { count.giveBack(key) }
}

/// How many connections each address has.
final class AddressCount: Sendable {
    private let counts = Guarded<[ArraySlice<UInt8>: Int]>([:])
    private let limit: Int
    private let includesThisMachine: Bool

    /// - Parameter limit: 0: any number.
    init(limit: Int, includesThisMachine: Bool) {
        self.limit = limit
        self.includesThisMachine = includesThisMachine
    }

    enum Verdict {
        /// With what has to be kept while the connection lives; `nil` where nobody counts.
        case admitted(AddressShare?)
        case refused
    }

    func admit(_ address: ResolvedAddress?) -> Verdict {
        guard limit > 0, let address, includesThisMachine || !address.isThisMachine else {
            return .admitted(nil)
        }
        // Who has one IPv6 address has the other 2^64 of its network, too.
        let key = address.bytes.prefix(address.bytes.count == 4 ? 4 : 8)
        return counts.withLock { counts in
            guard counts[key, default: 0] < limit else { return .refused }
            counts[key, default: 0] += 1
            return .admitted(AddressShare(self, key))
        }
    }

    fileprivate func giveBack(_ key: ArraySlice<UInt8>) {
        counts.withLock { counts in
            let left = counts[key, default: 1] - 1
            counts[key] = left > 0 ? left : nil
        }
    }
}

extension ResolvedAddress {
    fileprivate var isThisMachine: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
    }
}
