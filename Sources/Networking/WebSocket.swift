/// One WebSocket, on either side of it. Belongs to its reactor's thread.
///
/// Closures are called from within the event loop. They may close, abort or send on any socket.
public final class WebSocket {
    /// The handshake is done. Not called on the server's side, where a socket is handed out open.
    public var onOpen: (() -> Void)?
    /// One whole text message, checked to be UTF-8; the bytes are valid during the call only.
    public var onText: ((UnsafeRawBufferPointer) -> Void)?
    /// One whole binary message; the bytes are valid during the call only.
    public var onBinary: ((UnsafeRawBufferPointer) -> Void)?
    /// The end. Called exactly once whatever happened, and never from within a call of ours to this socket.
    public var onClosed: ((Closing) -> Void)?

    init() {}

    /// How a WebSocket ended.
    public struct Closing: Sendable, Equatable {
        /// A close code of RFC 6455. 1006: the connection went away without one.
        public var code: Int
        /// The peer's words, or ours about what happened.
        public var reason: String
        /// The status of a refused handshake (client side).
        public var httpStatus: Int?
        /// Whether the peer began it.
        public var byPeer: Bool

        public init(code: Int, reason: String, httpStatus: Int? = nil, byPeer: Bool) {
            self.code = code
            self.reason = reason
            self.httpStatus = httpStatus
            self.byPeer = byPeer
        }
    }

    /// The peer's numeric address.
    public var remoteAddress: String { "" }

    /// Sends a text message. `false`: the bound is reached or the socket is closed; nothing was queued.
    @discardableResult public func send(text: some StringProtocol) -> Bool { false }

    /// Sends a text message of UTF-8 bytes.
    @discardableResult public func send(text: [UInt8]) -> Bool { false }

    /// Sends a binary message.
    @discardableResult public func send(binary: UnsafeRawBufferPointer) -> Bool { false }

    /// Sends a message written in place: `fill` gets `capacity` bytes and returns how many it wrote.
    @discardableResult
    public func send(capacity: Int, binary: Bool, _ fill: (UnsafeMutableRawBufferPointer) -> Int) -> Bool { false }

    /// Sends bytes prepared once for many sockets.
    @discardableResult public func send(_ frame: OutboundFrame) -> Bool { false }

    /// Bytes accepted and not yet acknowledged by the peer's machine: our queue and the kernel's.
    public var queuedByteCount: Int { 0 }

    /// Sends what is queued, then closes with `code`. Harmless when closed or closing.
    public func close(code: Int, reason: String) {}

    /// Drops the connection without a word.
    public func abort() {}

    /// Stops reading, so that the peer's sends back up; undone by ``resumeReading()``.
    public func pauseReading() {}
    public func resumeReading() {}
}

/// A message prepared once and sent to many sockets without being copied for each.
public struct OutboundFrame: Sendable {
    public init(binary: UnsafeRawBufferPointer) {}
    public init(text: some StringProtocol) {}
    /// Written in place: `fill` gets `capacity` bytes and returns how many it wrote.
    public init(capacity: Int, binary: Bool, _ fill: (UnsafeMutableRawBufferPointer) -> Int) {}
    public var byteCount: Int { 0 }
}
