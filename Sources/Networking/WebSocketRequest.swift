public import HTTPTypes

/// A WebSocket to be opened by us.
public struct WebSocketRequest: Sendable {
    /// `ws://` or `wss://`, with any path and query; they are sent as they stand.
    public var url: String
    /// Headers added to the handshake, `Authorization` for example.
    public var headers: HTTPFields
    /// Subprotocols offered, best first. Default: none.
    public var subprotocols: [String]
    /// Default: messages up to 16 MiB in (a long audio delta), 4 MiB queued out.
    public var limits: WebSocketLimits
    /// From the call to the open socket: name, connection, TLS and handshake together. Default: 10 s.
    public var connectTimeout: Duration

    public init(
        url: String, headers: HTTPFields = [:], subprotocols: [String] = [],
        limits: WebSocketLimits = WebSocketLimits(maxMessageByteCount: 16 << 20, maxQueuedByteCount: 4 << 20),
        connectTimeout: Duration = .seconds(10)
    ) {
        self.url = url
        self.headers = headers
        self.subprotocols = subprotocols
        self.limits = limits
        self.connectTimeout = connectTimeout
    }
}

extension Reactor {
    /// Opens a WebSocket. Returns at once, and never calls back before it has returned; whatever goes wrong
    /// arrives by ``WebSocket/onClosed``.
    public func connect(_ request: WebSocketRequest) -> WebSocket { WebSocket() }
}
