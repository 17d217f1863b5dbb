public import HTTPTypes

/// One request and its answer, due once. Belongs to its reactor's thread.
public final class HTTPExchange {
    /// The head as sent: path and query with their escapes, every header with its value.
    public let request: HTTPRequest
    public let body: [UInt8]
    /// The peer's numeric address.
    public let remoteAddress: String
    /// The client went away before it had the whole answer. Not called after a stream has begun.
    public var onAbandoned: (() -> Void)?

    init(request: HTTPRequest, body: [UInt8], remoteAddress: String) {
        self.request = request
        self.body = body
        self.remoteAddress = remoteAddress
    }

    /// Answers, now or later. `Content-Length` is set here. Harmless when the client has gone.
    public func respond(_ response: HTTPResponse, body: [UInt8] = []) {}

    /// Begins an answer of unknown length (server-sent events); its head goes out at once.
    public func stream(_ response: HTTPResponse) -> ResponseStream { ResponseStream() }
}

/// The body of an answer, sent as it comes into being.
public final class ResponseStream {
    /// The client went away. Not called after ``end()``.
    public var onClosed: (() -> Void)?
    init() {}

    /// Sends `bytes`. `false`: the bound is reached or the client is gone; nothing was queued.
    @discardableResult public func write(_ bytes: [UInt8]) -> Bool { false }
    /// Ends the body; the connection may serve another request.
    public func end() {}
    /// Bytes accepted and not yet acknowledged by the peer's machine: our queue and the kernel's.
    public var queuedByteCount: Int { 0 }
}
