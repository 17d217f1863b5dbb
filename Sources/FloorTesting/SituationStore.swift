/// Every situation that was reached, as bytes, in the order in which it was reached, and by what from which: some
/// 60 bytes each.
struct SituationStore {
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    private(set) var origins: [Origin] = []
    /// Places of situations by their hash, probed one after the other; `empty` where there is none.
    private var table: [UInt32]
    private static let empty = UInt32.max

    struct Origin {
        let parent: UInt32
        let move: UInt8
    }

    init() { table = [UInt32](repeating: Self.empty, count: 1 << 12) }

    var count: Int { origins.count }

    func read(_ index: Int, into target: inout [UInt8]) {
        target.removeAll(keepingCapacity: true)
        target.append(contentsOf: bytes[starts[index]..<starts[index + 1]])
    }

    /// - Returns: Whether it was not there yet.
    @discardableResult
    mutating func insert(_ new: [UInt8], from parent: Int, by move: Int) -> Bool {
        if count * 2 >= table.count { grow() }
        var slot = Self.hash(new[...]) & (table.count - 1)
        while table[slot] != Self.empty {
            let index = Int(table[slot])
            if equals(index, new) { return false }
            slot = (slot + 1) & (table.count - 1)
        }
        table[slot] = UInt32(count)
        bytes.append(contentsOf: new)
        starts.append(bytes.count)
        origins.append(Origin(parent: UInt32(parent), move: UInt8(move)))
        return true
    }

    private func equals(_ index: Int, _ other: [UInt8]) -> Bool {
        let range = starts[index]..<starts[index + 1]
        guard range.count == other.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            other.withUnsafeBufferPointer { other in
                for place in other.indices where bytes[range.lowerBound + place] != other[place] {
                    return false
                }
                return true
            }
        }
    }

    private mutating func grow() {
        table = [UInt32](repeating: Self.empty, count: table.count * 2)
        for index in origins.indices {
            var slot = Self.hash(bytes[starts[index]..<starts[index + 1]]) & (table.count - 1)
            while table[slot] != Self.empty { slot = (slot + 1) & (table.count - 1) }
            table[slot] = UInt32(index)
        }
    }

    /// FNV-1a (Fowler, Noll & Vo), stirred at the end because only low bits are used.
    private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF_FFFF_FFFF)
        }
    }
}
