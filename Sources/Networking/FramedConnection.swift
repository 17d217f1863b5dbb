import WebSocketFrames

/// A connection that has become a WebSocket, to a client of our server or, without TLS, to a server: its frames are read
/// and written here, because the library's WebSocket role takes frames without a mask, mistakes close codes, drops
/// pings, cannot take over a connection with TLS, and looks at every byte one by one.
final class FramedConnection {
    private enum Phase {
        case talking(WebSocket)
        /// Everything is said. What the client still says is thrown away, so that it can read our last words.
        case parting
        case gone
    }

    private let reactor: Reactor
    private let wire: any Wire
    private let peer: FramePeer
    /// Kept as long as the connection is there; `nil` without TLS.
    private let identity: ServerIdentity?
    /// Of what its address may have open.
    private var share: AddressShare?
    private var phase = Phase.parting
    private var reader: FrameReader
    /// What has arrived while nobody reads.
    private var held: [UInt8]
    private var isPaused = false
    private var output: ByteOutput
    /// Bytes of pongs that went into `output` since it was last empty.
    private var pongByteCount = 0
    /// The answer to the last ping, when there is no room for one to each (RFC 6455, section 5.5.3).
    private var latestPong: [UInt8]?
    private var deadline: Deadline?

    /// What a client that pings and does not read may have waiting.
    private static let maxPongByteCount = 8 << 10

    /// - Parameters:
    ///   - unread: what the peer has said after its part of the handshake.
    ///   - output: what has not left of ours.
    init(
        on reactor: Reactor, _ wire: any Wire, to peer: FramePeer, identity: ServerIdentity? = nil,
        share: AddressShare? = nil, unread: [UInt8], output: ByteOutput = ByteOutput(),
        maxMessageByteCount: Int
    ) {
        self.reactor = reactor
        self.wire = wire
        self.peer = peer
        self.identity = identity
        self.share = share
        held = unread
        self.output = output
        reader = FrameReader(from: peer, maxMessageByteCount: maxMessageByteCount)
    }

    func begin(as socket: WebSocket, _ opened: (WebSocket) -> Void) {
        phase = .talking(socket)
        send()
        opened(socket)
        readHeld()
    }

    func kill() {
        switch phase {
        case .talking, .parting: wire.kill()
        case .gone: return
        }
    }
}

// From the peer.

extension FramedConnection: WireOwner {
    var isUrgent: Bool { true }

    func gone() {
        let last = phase
        phase = .gone
        share = nil
        deadline?.cancel()
        if case .talking(let socket) = last { socket.connectionEnded() }
    }

    func received(_ bytes: UnsafeMutableRawBufferPointer) {
        guard case .talking(let socket) = phase else { return }
        socket.peerIsAlive()
        if isPaused || !held.isEmpty { held += bytes } else { read(bytes, for: socket) }
    }

    private var isTalking: Bool { if case .talking = phase { true } else { false } }

    /// Whoever hears of an event may close, pause or abort.
    private func read(_ bytes: UnsafeMutableRawBufferPointer, for socket: WebSocket) {
        var rest = bytes
        while !isPaused, isTalking, let event = reader.next(&rest) { socket.heard(event) }
        if isPaused { held += rest }
    }

    private func readHeld() {
        guard !isPaused else { return }
        var bytes: [UInt8] = []
        swap(&bytes, &held)
        if case .talking(let socket) = phase { bytes.withUnsafeMutableBytes { read($0, for: socket) } }
        wire.setReading(!isPaused)
    }

    func pauseReading() {
        isPaused = true
        wire.setReading(false)
    }

    func resumeReading() {
        isPaused = false
        if held.isEmpty { return wire.setReading(true) }
        reactor.later { [self] in
            if case .talking = phase { readHeld() }
        }
    }
}

// To the peer.

extension FramedConnection {
    /// Nothing waits to be sent.
    var isClear: Bool { output.count == 0 && latestPong == nil && wire.isClear }

    /// Bytes that the peer's machine has not acknowledged.
    var queuedByteCount: Int { output.count + wire.queuedByteCount }

    func queues(moreThan byteCount: Int) -> Bool { wire.queues(moreThan: byteCount - output.count) }

    func callWhenWritable() { wire.callWhenWritable() }

    func hurry() { wire.hurry() }

    /// Sends a message behind its header, which stands in front of it. False: the connection is broken.
    func send(_ message: Message) -> Bool {
        switch peer {
        case .client: send(message.frame)
        case .server: send(message.isBinary ? .binary : .text, message.payload)
        }
    }

    /// The same for one that nobody else sends, so that it is masked where it lies.
    func send(own message: Message) -> Bool {
        switch peer {
        case .client: send(message.frame)
        case .server: send(message.space.masked(message.opcode, message.byteCount, reactor.masks.next()))
        }
    }

    func send(_ opcode: Opcode, _ payload: UnsafeRawBufferPointer) -> Bool {
        reactor.withScratch(payload.count) { scratch in
            scratch.payload(payload.count).copyMemory(from: payload)
            switch peer {
            case .client: return send(scratch.frame(opcode, payload.count))
            case .server: return send(scratch.masked(opcode, payload.count, reactor.masks.next()))
            }
        }
    }

    private func send(_ frame: UnsafeRawBufferPointer) -> Bool {
        var sent = 0
        if output.count == 0 {
            guard let taken = wire.gather(frame) else { return false }
            sent = taken
        }
        if sent < frame.count { output.append(Array(frame[sent...])) }
        return true
    }

    /// Answers a ping: at once where there is room, before the messages that wait otherwise.
    func pong(_ payload: UnsafeRawBufferPointer) -> Bool {
        if output.count == 0 { pongByteCount = 0 }
        guard pongByteCount + payload.count <= Self.maxPongByteCount, latestPong == nil else {
            latestPong = Array(payload)
            return true
        }
        let isAnswered = send(.pong, payload)
        if output.count > 0 {
            pongByteCount += FrameWriter.maxHeaderByteCount + payload.count
        }
        return isAnswered
    }

    /// Sends what waits here. False: the connection is broken.
    @discardableResult
    private func send() -> Bool {
        guard output.send(wire.send) != nil else {
            broken()
            return false
        }
        guard output.count == 0, wire.isClear, let pong = latestPong else { return true }
        latestPong = nil
        guard pong.withUnsafeBytes({ send(.pong, $0) }) else {
            broken()
            return false
        }
        return true
    }

    private func broken() {
        if case .talking(let socket) = phase { socket.isBroken() } else { kill() }
    }

    func isWritable() {
        guard send() else { return }
        if isClear, case .talking(let socket) = phase { socket.flush() }
    }

    /// Ends our half, and lets the peer finish: closing at once would reset the connection, and a client that is
    /// still sending would lose our last words. Everything must have been sent.
    func part() {
        phase = .parting
        held = []
        wire.setReading(true)
        wire.endOutput()
        deadline = reactor.schedule(after: .seconds(2)) { [weak self] in self?.kill() }
    }
}
