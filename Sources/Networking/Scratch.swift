/// Memory for one outgoing payload, with the room in front of it that the library wants.
final class Scratch {
    private let memory: UnsafeMutableRawBufferPointer
    let capacity: Int

    init(byteCount: Int) {
        capacity = byteCount
        memory = .allocate(byteCount: EventLoop.headroom + byteCount, alignment: 16)
    }

    deinit { memory.deallocate() }

    /// Where the payload begins.
    var start: UnsafeMutableRawPointer { memory.baseAddress.unsafelyUnwrapped + EventLoop.headroom }

    /// The first `count` bytes of the payload.
    func payload(_ count: Int) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(rebasing: memory[EventLoop.headroom..<(EventLoop.headroom + count)])
    }
}

extension Reactor {
    /// Lends the reactor's own scratch, or a new one when that is lent already or too small.
    func withScratch<Result>(_ byteCount: Int, _ body: (Scratch) -> Result) -> Result {
        guard let own = scratch, own.capacity >= byteCount else { return body(Scratch(byteCount: byteCount)) }
        scratch = nil
        defer { scratch = own }
        return body(own)
    }
}
