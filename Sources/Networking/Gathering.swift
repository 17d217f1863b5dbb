/// Bytes that a wire has taken and the kernel has not: what one turn sends leaves with one call.
final class Gathering {
    private let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
    private var start = 0
    private var end = 0

    /// A second of a caller's sound is no more than three of these; what is larger leaves by itself.
    static let capacity = 16 << 10

    deinit { memory.deallocate() }

    var isEmpty: Bool { start == end }
    var count: Int { end - start }

    /// False: there is no room for all of it, and none of it was taken.
    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count <= memory.count - end else { return false }
        UnsafeMutableRawBufferPointer(rebasing: memory[end...]).copyMemory(from: bytes)
        end += bytes.count
        return true
    }

    /// What has not left.
    var waiting: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[start..<end]) }

    /// So many bytes have left.
    func drop(_ byteCount: Int) {
        start += byteCount
        precondition(start <= end, "more has left than was there")
        if isEmpty {
            start = 0
            end = 0
        }
    }
}

/// The wires that have gathered something in this turn, and what they gather it in.
struct Gatherings {
    private var wires: [PlainWire] = []
    private var head = 0
    private var spare: [Gathering] = []

    /// As many as a turn looks after; of hundreds of wires only some gather at the same time.
    private static let maxSpareCount = 64

    mutating func begin(for wire: PlainWire) -> Gathering {
        wires.append(wire)
        return spare.popLast() ?? Gathering()
    }

    /// It is empty.
    mutating func end(_ gathering: Gathering) {
        if spare.count < Self.maxSpareCount { spare.append(gathering) }
    }

    /// In the order in which they began: who was told first hears first.
    mutating func popFirst() -> PlainWire? {
        guard head < wires.count else {
            if head > 0 { wires.removeAll(keepingCapacity: true) }
            head = 0
            return nil
        }
        defer { head += 1 }
        return wires[head]
    }
}
