/// What one WebSocket may cost us.
public struct WebSocketLimits: Equatable, Sendable {
    /// Bytes of one incoming message, all fragments together; more closes with 1009.
    public var maxMessageByteCount: Int
    /// Bytes waiting to be sent, the kernel's share included; a send beyond it is refused.
    public var maxQueuedByteCount: Int
    /// Silence after which a ping goes out. Default: 20 s, below the minute after which middleboxes forget.
    public var pingInterval: Duration
    /// Silence after which the peer counts as dead: neither pong nor data. Default: 30 s.
    public var pongTimeout: Duration

    /// Defaults: 1 MiB in, 1 MiB out, ping after 20 s, dead after 30 s.
    public init(
        maxMessageByteCount: Int = 1 << 20, maxQueuedByteCount: Int = 1 << 20,
        pingInterval: Duration = .seconds(20), pongTimeout: Duration = .seconds(30)
    ) {
        self.maxMessageByteCount = maxMessageByteCount
        self.maxQueuedByteCount = maxQueuedByteCount
        self.pingInterval = pingInterval
        self.pongTimeout = pongTimeout
    }
}
