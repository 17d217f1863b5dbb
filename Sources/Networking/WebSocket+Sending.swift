import CLibwebsockets

/// Messages that wait until the kernel takes more, oldest first.
struct Backlog {
    private var messages: [Message] = []
    private var head = 0
    private(set) var byteCount = 0

    var isEmpty: Bool { head == messages.count }

    mutating func append(_ message: Message) {
        messages.append(message)
        byteCount += message.byteCount
    }

    mutating func popFirst() -> Message? {
        guard head < messages.count else { return nil }
        let message = messages[head]
        head += 1
        byteCount -= message.byteCount
        if head == messages.count {
            messages.removeAll(keepingCapacity: messages.capacity <= 64)
            head = 0
        } else if head >= 64 && head * 2 >= messages.count {
            messages.removeFirst(head)
            head = 0
        }
        return message
    }

    mutating func removeAll() { self = Backlog() }
}

extension WebSocket {
    /// Sends a text message. `false`: the bound is reached or the socket is closed; nothing was queued.
    @discardableResult
    public func send(text: some StringProtocol) -> Bool {
        let count = text.utf8.count
        return send(capacity: count, binary: false) { space in
            space.copyBytes(from: text.utf8)
            return count
        }
    }

    /// Sends a text message of UTF-8 bytes.
    @discardableResult
    public func send(text: [UInt8]) -> Bool {
        send(capacity: text.count, binary: false) { space in
            space.copyBytes(from: text)
            return text.count
        }
    }

    /// Sends a binary message.
    @discardableResult
    public func send(binary: UnsafeRawBufferPointer) -> Bool {
        send(capacity: binary.count, binary: true) { space in
            space.copyMemory(from: binary)
            return binary.count
        }
    }

    /// Sends a message written in place: `fill` gets `capacity` bytes and returns how many it wrote.
    @discardableResult
    public func send(capacity: Int, binary: Bool, _ fill: (UnsafeMutableRawBufferPointer) -> Int) -> Bool {
        guard let wsi = writable(for: capacity) else { return false }
        guard isClear(wsi) else {
            backlog.append(OutboundFrame(capacity: capacity, binary: binary, fill).message)
            lws_callback_on_writable(wsi)
            return true
        }
        return reactor.withScratch(capacity) { scratch in
            let count = fill(scratch.payload(capacity))
            precondition((0...capacity).contains(count), "more was written than there is room for")
            // `fill` may have sent or closed on this very socket.
            guard case .open = state else { return false }
            if !isClear(wsi) {
                let copy = OutboundFrame(capacity: count, binary: binary) { space in
                    space.copyMemory(from: UnsafeRawBufferPointer(scratch.payload(count)))
                    return count
                }
                backlog.append(copy.message)
                return true
            }
            return write(Message(space: scratch, byteCount: count, isBinary: binary), to: wsi)
        }
    }

    /// Sends bytes prepared once for many sockets.
    @discardableResult
    public func send(_ frame: OutboundFrame) -> Bool {
        guard let wsi = writable(for: frame.byteCount) else { return false }
        guard isClear(wsi) else {
            backlog.append(frame.message)
            lws_callback_on_writable(wsi)
            return true
        }
        return writeShared(frame.message, to: wsi)
    }

    /// Bytes accepted and not yet acknowledged by the peer's machine: our queue and the kernel's.
    public var queuedByteCount: Int {
        reactor.preconditionCurrent()
        switch state {
        case .open(let wsi), .closing(let wsi, _): return queued(wsi)
        case .connecting, .failing, .upgrading, .closed: return 0
        }
    }

    private func queued(_ wsi: OpaquePointer) -> Int {
        let held = lws_partial_buffered(wsi) != 0 ? lastWritten : 0
        return backlog.byteCount + held
            + (relay?.queuedByteCount ?? Int(parley_unacknowledged(lws_get_socket_fd(wsi))))
    }

    /// The connection, when it is open and its bound leaves room for `count` bytes.
    private func writable(for count: Int) -> OpaquePointer? {
        reactor.preconditionCurrent()
        guard case .open(let wsi) = state, queued(wsi) + count <= limits.maxQueuedByteCount else {
            return nil
        }
        return wsi
    }

    /// Nothing of ours waits in front: the next message may go straight to the socket.
    private func isClear(_ wsi: OpaquePointer) -> Bool { backlog.isEmpty && lws_partial_buffered(wsi) == 0 }

    /// Writes a copy of a message: the library masks a client's payload in place, and writes a header in front
    /// of a server's, and neither may happen to memory that others, maybe on other threads, send from.
    private func writeShared(_ message: Message, to wsi: OpaquePointer) -> Bool {
        reactor.withScratch(message.byteCount) { scratch in
            scratch.payload(message.byteCount).copyMemory(
                from: UnsafeRawBufferPointer(message.space.payload(message.byteCount)))
            let copy = Message(space: scratch, byteCount: message.byteCount, isBinary: message.isBinary)
            return write(copy, to: wsi)
        }
    }

    /// Hands one message to the library, which keeps what the kernel does not take at once.
    private func write(_ message: Message, to wsi: OpaquePointer) -> Bool {
        let payload = message.space.payload(message.byteCount)
        let start = message.space.start.assumingMemoryBound(to: UInt8.self)
        lastWritten = payload.count
        let kind = message.isBinary ? LWS_WRITE_BINARY : LWS_WRITE_TEXT
        if lws_write(wsi, start, payload.count, kind) < 0 {
            cut(Closing(code: 1006, reason: "the connection is broken", byPeer: true))
            return false
        }
        return true
    }

    /// The kernel takes more. Anything but 0 closes the connection.
    func flush(_ wsi: OpaquePointer) -> Int32 {
        while lws_partial_buffered(wsi) == 0, let message = backlog.popFirst() {
            guard writeShared(message, to: wsi) else { return -1 }
        }
        guard backlog.isEmpty, lws_partial_buffered(wsi) == 0 else {
            lws_callback_on_writable(wsi)
            return 0
        }
        if liveness.owesPing {
            liveness.owesPing = false
            return ping(wsi)
        }
        if case .closing(_, let closing) = state, !closing.byPeer, !saidGoodbye {
            return sayGoodbye(closing, wsi)
        }
        return 0
    }

    /// A ping of a few bytes: the library does not report the answer to an empty one.
    private func ping(_ wsi: OpaquePointer) -> Int32 {
        reactor.withScratch(4) { scratch in
            scratch.payload(4).copyBytes(from: "ping".utf8)
            let start = scratch.start.assumingMemoryBound(to: UInt8.self)
            return lws_write(wsi, start, 4, LWS_WRITE_PING) < 0 ? -1 : 0
        }
    }

    /// Sends the close frame, and waits for the peer's (RFC 6455, section 7.1.1) as long as
    /// ``closing(_:_:)`` allows. The library's own way closes the connection behind the frame: its machine answers
    /// what the peer has sent meanwhile with a reset, and the frame is lost with it.
    private func sayGoodbye(_ closing: Closing, _ wsi: OpaquePointer) -> Int32 {
        saidGoodbye = true
        var payload = [UInt8(truncatingIfNeeded: closing.code >> 8), UInt8(truncatingIfNeeded: closing.code)]
        var reason = Array(closing.reason.utf8.prefix(123))
        while String(validating: reason, as: UTF8.self) == nil { reason.removeLast() }
        payload += reason
        return reactor.withScratch(payload.count) { scratch in
            scratch.payload(payload.count).copyBytes(from: payload)
            let start = scratch.start.assumingMemoryBound(to: UInt8.self)
            return parley_write_close(wsi, start, payload.count) < 0 ? -1 : 0
        }
    }
}
