import WebSocketFrames

/// A message encoded once and sent to many sockets, of any reactor.
public struct OutboundFrame: @unchecked Sendable {
    let message: Message

    public init(binary bytes: UnsafeRawBufferPointer) {
        self.init(capacity: bytes.count, binary: true) { space in
            space.copyMemory(from: bytes)
            return bytes.count
        }
    }

    public init(text: some StringProtocol) {
        let bytes = Array(text.utf8)
        self.init(capacity: bytes.count, binary: false) { space in
            space.copyBytes(from: bytes)
            return bytes.count
        }
    }

    /// Written in place: `fill` gets `capacity` bytes and returns how many it wrote.
    public init(capacity: Int, binary: Bool, _ fill: (UnsafeMutableRawBufferPointer) -> Int) {
        let space = Scratch(byteCount: capacity)
        let count = fill(space.payload(capacity))
        precondition((0...capacity).contains(count), "more was written than there is room for")
        message = Message(in: space, byteCount: count, isBinary: binary)
    }

    public var byteCount: Int { message.byteCount }
}

/// One outgoing message, ready to be written. Not changed once made.
struct Message {
    let space: Scratch
    let byteCount: Int
    let isBinary: Bool
    /// The payload behind a server's header.
    let frame: UnsafeRawBufferPointer

    init(in space: Scratch, byteCount: Int, isBinary: Bool) {
        self.space = space
        self.byteCount = byteCount
        self.isBinary = isBinary
        frame = space.frame(isBinary ? .binary : .text, byteCount)
    }

    var opcode: Opcode { isBinary ? .binary : .text }
    var payload: UnsafeRawBufferPointer { UnsafeRawBufferPointer(space.payload(byteCount)) }
}
