/// Bytes kept from one read to the next, in memory of its own that stays where it is until the next change.
struct ByteStore: ~Copyable {
    private var memory: UnsafeMutableRawBufferPointer
    private(set) var count = 0

    /// What is kept when it is emptied, so that the next bytes cost no allocation.
    private static let keptByteCount = 64 << 10

    init() { memory = UnsafeMutableRawBufferPointer(start: nil, count: 0) }

    deinit { memory.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

    /// Grows as bytes come, not as they are announced.
    mutating func append(_ part: UnsafeRawBufferPointer) {
        guard !part.isEmpty else { return }
        if memory.count < count + part.count { grow(to: count + part.count) }
        UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: part)
        count += part.count
    }

    mutating func removeAll() {
        count = 0
        guard memory.count > Self.keptByteCount else { return }
        memory.deallocate()
        memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    }

    private mutating func grow(to needed: Int) {
        let larger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(needed, 2 * memory.count, 128), alignment: 16)
        larger.copyMemory(from: bytes)
        memory.deallocate()
        memory = larger
    }
}
