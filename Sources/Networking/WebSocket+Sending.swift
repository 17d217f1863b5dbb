import CLibwebsockets
import WebSocketFrames

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
        guard let carrier = writable(for: capacity) else { return false }
        guard backlog.isEmpty, carrier.isClear else {
            backlog.append(OutboundFrame(capacity: capacity, binary: binary, fill).message)
            carrier.callWhenWritable()
            return true
        }
        return reactor.withScratch(capacity) { scratch in
            let count = fill(scratch.payload(capacity))
            precondition((0...capacity).contains(count), "more was written than there is room for")
            // `fill` may have sent or closed on this very socket.
            guard case .open = state else { return false }
            guard backlog.isEmpty, carrier.isClear else {
                let copy = OutboundFrame(capacity: count, binary: binary) { space in
                    space.copyMemory(from: UnsafeRawBufferPointer(scratch.payload(count)))
                    return count
                }
                backlog.append(copy.message)
                return true
            }
            return write(own: Message(in: scratch, byteCount: count, isBinary: binary), through: carrier)
        }
    }

    /// Sends bytes prepared once for many sockets.
    @discardableResult
    public func send(_ frame: OutboundFrame) -> Bool {
        guard let carrier = writable(for: frame.byteCount) else { return false }
        guard backlog.isEmpty, carrier.isClear else {
            backlog.append(frame.message)
            carrier.callWhenWritable()
            return true
        }
        return writeShared(frame.message, through: carrier)
    }

    /// What was sent leaves now. Otherwise it leaves with whatever else is sent until the reactor's turn is over, which
    /// costs less.
    public func hurry() {
        reactor.preconditionCurrent()
        if case .open(let carrier) = state { carrier.hurry() }
    }

    /// Bytes accepted and not yet acknowledged by the peer's machine: our queue and the kernel's.
    public var queuedByteCount: Int {
        reactor.preconditionCurrent()
        switch state {
        case .open(let carrier), .closing(let carrier, _): return queued(carrier)
        case .connecting, .failing, .closed: return 0
        }
    }

    /// Whether ``queuedByteCount`` is more than that; the quick way to ask after every message.
    public func queues(moreThan byteCount: Int) -> Bool {
        reactor.preconditionCurrent()
        switch state {
        case .open(let carrier), .closing(let carrier, _): return queues(moreThan: byteCount, carrier)
        case .connecting, .failing, .closed: return byteCount < 0
        }
    }

    private func queues(moreThan byteCount: Int, _ carrier: Carrier) -> Bool {
        switch carrier {
        case .framed(let connection): connection.queues(moreThan: byteCount - backlog.byteCount)
        case .library: queued(carrier) > byteCount
        }
    }

    private func queued(_ carrier: Carrier) -> Int {
        switch carrier {
        case .framed(let connection):
            return backlog.byteCount + connection.queuedByteCount
        case .library(let wsi):
            let held = carrier.isClear ? 0 : lastWritten
            return backlog.byteCount + held + Int(parley_unacknowledged(lws_get_socket_fd(wsi)))
        }
    }

    /// What carries us, when we are open and the bound leaves room for `count` bytes.
    private func writable(for count: Int) -> Carrier? {
        reactor.preconditionCurrent()
        guard case .open(let carrier) = state, !queues(moreThan: limits.maxQueuedByteCount - count, carrier)
        else { return nil }
        return carrier
    }

    /// Writes a message that others, maybe on other threads, send from too. What a client sends is masked in place, so
    /// that is done to a copy.
    func writeShared(_ message: Message, through carrier: Carrier) -> Bool {
        switch carrier {
        case .framed(let connection):
            if connection.send(message) { return true }
            isBroken()
            return false
        case .library:
            return reactor.withScratch(message.byteCount) { scratch in
                scratch.payload(message.byteCount).copyMemory(from: message.payload)
                let copy = Message(in: scratch, byteCount: message.byteCount, isBinary: message.isBinary)
                return write(own: copy, through: carrier)
            }
        }
    }

    /// Hands over one message that nobody else sends; what the kernel does not take at once is kept behind the carrier.
    private func write(own message: Message, through carrier: Carrier) -> Bool {
        let isTaken =
            switch carrier {
            case .framed(let connection): connection.send(own: message)
            case .library(let wsi): write(message, to: wsi)
            }
        if !isTaken { isBroken() }
        return isTaken
    }

    private func write(_ message: Message, to wsi: OpaquePointer) -> Bool {
        lastWritten = message.byteCount
        let start = message.space.start.assumingMemoryBound(to: UInt8.self)
        let kind = message.isBinary ? LWS_WRITE_BINARY : LWS_WRITE_TEXT
        return lws_write(wsi, start, message.byteCount, kind) >= 0
    }
}
