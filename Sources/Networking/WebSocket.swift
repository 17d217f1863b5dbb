import HTTPTypes
import WebSocketFrames

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
    /// The peer's numeric address; empty before a connection is made.
    public internal(set) var remoteAddress: String

    enum State {
        /// Name, connection, TLS or handshake are under way.
        case connecting(any DialUnderWay)
        /// There is nothing to connect to, as is about to be reported.
        case failing
        case open(Carrier)
        /// The end is decided and on its way to the peer.
        case closing(Carrier, Closing)
        case closed
    }

    let reactor: Reactor
    let limits: WebSocketLimits
    var state: State
    var backlog = Backlog()
    /// The size of the message the library may still hold part of.
    var lastWritten = 0
    var assembly: [UInt8] = []
    var liveness = Liveness()
    var closeDeadline: Deadline?
    /// Our close frame is on its way; nothing may follow it, and the peer's is awaited.
    var saidGoodbye = false
    /// The peer's close frame is here, or nothing it says can be believed (server side).
    var heardGoodbye = false
    /// A connection that was given up during its handshake and stands all the same, until it is destroyed.
    var abandoned: OpaquePointer?
    var handshakeHeaders: HTTPFields = [:]

    init(on reactor: Reactor, limits: WebSocketLimits, remoteAddress: String, state: State) {
        self.reactor = reactor
        self.limits = limits
        self.remoteAddress = remoteAddress
        self.state = state
    }

    /// How a WebSocket ended.
    public struct Closing: Sendable, Equatable {
        /// A close code of RFC 6455. 1005: the peer gave none. 1006: the connection went away without one.
        /// 1012 to 1014 sent by a server with TLS arrive as 1002: libwebsockets 4.1.6 takes them for errors.
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

    /// Sends what is queued, then closes with `code`; a peer that takes longer than 3 s about it is cut off.
    /// Harmless when closed or closing.
    ///
    /// - Parameters:
    ///   - code: 1000, 1001, 1002, 1003, 1007 to 1014, or 3000 to 4999.
    ///   - reason: cut to the 123 bytes that fit.
    public func close(code: Int, reason: String) {
        reactor.preconditionCurrent()
        precondition(CloseCode.maySend(code), "\(code) is no close code that may be sent")
        end(Closing(code: code, reason: reason, byPeer: false))
    }

    /// Drops the connection without a word.
    public func abort() {
        reactor.preconditionCurrent()
        cut(Closing(code: 1006, reason: "aborted", byPeer: false))
    }

    /// Stops reading, so that the peer's sends back up; undone by ``resumeReading()``.
    public func pauseReading() {
        reactor.preconditionCurrent()
        guard case .open(let carrier) = state else { return }
        liveness.isPaused = true
        carrier.setReading(false)
    }

    public func resumeReading() {
        reactor.preconditionCurrent()
        guard case .open(let carrier) = state else { return }
        liveness.isPaused = false
        liveness.lastHeard = .now
        carrier.setReading(true)
    }
}
