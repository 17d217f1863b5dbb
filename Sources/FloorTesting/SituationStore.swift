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

    private subscript(index: Int) -> ArraySlice<UInt8> { bytes[starts[index]..<starts[index + 1]] }

    func read(_ index: Int, into target: inout [UInt8]) {
        target.removeAll(keepingCapacity: true)
        target.append(contentsOf: self[index])
    }

    func contains(_ other: ArraySlice<UInt8>) -> Bool { slot(of: other).isTaken }

    mutating func insert(all others: SituationStore) {
        for (index, origin) in others.origins.enumerated() {
            insert(others[index], from: Int(origin.parent), by: Int(origin.move))
        }
    }

    /// - Returns: Whether it was not there yet.
    @discardableResult
    mutating func insert(_ new: ArraySlice<UInt8>, from parent: Int, by move: Int) -> Bool {
        if count * 2 >= table.count { grow() }
        let (slot, isTaken) = slot(of: new)
        guard !isTaken else { return false }
        table[slot] = UInt32(count)
        bytes.append(contentsOf: new)
        starts.append(bytes.count)
        origins.append(Origin(parent: UInt32(parent), move: UInt8(move)))
        return true
    }

    /// Where it is, or where it would be.
    private func slot(of other: ArraySlice<UInt8>) -> (slot: Int, isTaken: Bool) {
        var slot = Self.hash(other) & (table.count - 1)
        while table[slot] != Self.empty {
            let index = Int(table[slot])
            if self[index] == other { return (slot, true) }
            slot = (slot + 1) & (table.count - 1)
        }
        return (slot, false)
    }

    private mutating func grow() {
        table = [UInt32](repeating: Self.empty, count: table.count * 2)
        for index in origins.indices {
            var slot = Self.hash(self[index]) & (table.count - 1)
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
