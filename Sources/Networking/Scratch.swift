import WebSocketFrames

/// Memory for one outgoing payload, with the room in front of it that the library wants, and a frame's header needs.
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

    /// The first `count` bytes of the payload behind a server's header, which is written here.
    func frame(_ opcode: Opcode, _ count: Int) -> UnsafeRawBufferPointer {
        FrameWriter.writeHeader(opcode, payloadByteCount: count, before: start)
        let header = FrameWriter.headerByteCount(payloadByteCount: count)
        return UnsafeRawBufferPointer(start: start - header, count: header + count)
    }

    /// The same behind a client's header, and masked where it lies.
    func masked(_ opcode: Opcode, _ count: Int, _ mask: UInt32) -> UnsafeRawBufferPointer {
        FrameWriter.writeMasked(opcode, payload(count), mask: mask)
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
