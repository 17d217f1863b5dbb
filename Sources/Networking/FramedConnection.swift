import CLibwebsockets
import WebSocketFrames

/// A client of our server whose connection has become a WebSocket: its frames are read and written here, because the
/// library's WebSocket role takes frames without a mask, mistakes close codes, drops pings, and cannot take over a
/// connection with TLS.
final class FramedConnection {
    private enum Phase {
        case talking(WebSocket)
        /// Everything is said. What the client still says is thrown away, so that it can read our last words.
        case parting
        case gone
    }

    private let reactor: Reactor
    private let wire: ClientWire
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
    ///   - unread: what the client has said after its handshake.
    ///   - output: the answer to it, the last words of HTTP.
    init(
        on reactor: Reactor, _ wire: ClientWire, identity: ServerIdentity?, share: AddressShare?,
        unread: [UInt8], output: ByteOutput, maxMessageByteCount: Int
    ) {
        self.reactor = reactor
        self.wire = wire
        self.identity = identity
        self.share = share
        held = unread
        self.output = output
        reader = FrameReader(maxMessageByteCount: maxMessageByteCount)
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

// From the client.

extension FramedConnection: ConnectionOwner {
    func happened(
        _ reason: lws_callback_reasons, _ wsi: OpaquePointer, _ bytes: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int32 {
        switch reason {
        case LWS_CALLBACK_RAW_RX: received(UnsafeMutableRawBufferPointer(start: bytes, count: count))
        case LWS_CALLBACK_RAW_WRITEABLE: isWritable()
        default: break
        }
        return 0
    }

    func gone() {
        let last = phase
        phase = .gone
        share = nil
        deadline?.cancel()
        if case .talking(let socket) = last { socket.connectionEnded() }
    }

    private func received(_ bytes: UnsafeMutableRawBufferPointer) {
        guard case .talking(let socket) = phase else { return }
        socket.peerIsAlive()
        if isPaused || !held.isEmpty { held += bytes } else { read(bytes) }
    }

    /// Whoever hears of an event may close, pause or abort.
    private func read(_ bytes: UnsafeMutableRawBufferPointer) {
        var rest = bytes
        while !isPaused, case .talking(let socket) = phase, let event = reader.next(&rest) {
            socket.heard(event)
        }
        if isPaused { held += rest }
    }

    private func readHeld() {
        guard !isPaused else { return }
        var bytes: [UInt8] = []
        swap(&bytes, &held)
        bytes.withUnsafeMutableBytes { read($0) }
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

// To the client.

extension FramedConnection {
    /// Nothing waits to be sent.
    var isClear: Bool { output.count == 0 && latestPong == nil && wire.isClear }

    /// Bytes that the client's machine has not acknowledged.
    var queuedByteCount: Int { output.count + wire.queuedByteCount }

    func callWhenWritable() { wire.callWhenWritable() }

    /// Sends a message behind its header, which stands in front of it. False: the connection is broken.
    func send(_ message: Message) -> Bool { send(message.frame) }

    func send(_ opcode: Opcode, _ payload: UnsafeRawBufferPointer) -> Bool {
        reactor.withScratch(payload.count) { scratch in
            scratch.payload(payload.count).copyMemory(from: payload)
            return send(scratch.frame(opcode, payload.count))
        }
    }

    private func send(_ frame: UnsafeRawBufferPointer) -> Bool {
        var sent = 0
        if output.count == 0 {
            guard let taken = wire.send(frame) else { return false }
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
            pongByteCount += FrameWriter.headerByteCount(payloadByteCount: payload.count) + payload.count
        }
        return isAnswered
    }

    /// Sends what waits here. False: the connection is broken.
    @discardableResult
    private func send() -> Bool {
        guard output.send(through: wire) != nil else {
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

    private func isWritable() {
        wire.isWritable()
        guard send() else { return }
        if isClear, case .talking(let socket) = phase { socket.flush() }
    }

    /// Ends our half, and lets the client finish: closing at once would reset the connection, and a client that is
    /// still sending would lose our last words. Everything must have been sent.
    func part() {
        phase = .parting
        held = []
        wire.setReading(true)
        wire.endOutput()
        deadline = reactor.schedule(after: .seconds(2)) { [weak self] in self?.kill() }
    }
}
