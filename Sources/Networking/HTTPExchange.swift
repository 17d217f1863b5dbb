public import HTTPTypes

/// One request and its answer, due once. Belongs to its reactor's thread.
public final class HTTPExchange {
    /// The head as sent: path and query with their escapes, every header with its value, `Host` too.
    public let request: HTTPRequest
    public let body: [UInt8]
    /// The peer's numeric address.
    public let remoteAddress: String
    /// The client went away before it was answered. Not called once it has been, or a stream has begun.
    public var onAbandoned: (() -> Void)?
    private var connection: HTTPConnection?
    private let reactor: Reactor

    init(request: HTTPRequest, body: [UInt8], remoteAddress: String, connection: HTTPConnection) {
        self.request = request
        self.body = body
        self.remoteAddress = remoteAddress
        self.connection = connection
        reactor = connection.reactor
    }

    /// Answers, now or later. `Content-Length` is set here. Harmless when the client has gone; answering
    /// twice is our mistake.
    public func respond(_ response: HTTPResponse, body: [UInt8] = []) {
        claim()?.respond(response, body: body)
    }

    /// Begins an answer that is written piece by piece; its head goes out at once.
    ///
    /// - Parameter byteCount: how long the body will be, where that is known; ``ResponseStream/end()`` when it is.
    ///   Default: unknown (server-sent events).
    public func stream(_ response: HTTPResponse, byteCount: Int? = nil) -> ResponseStream {
        claim()?.startStream(response, byteCount: byteCount) ?? ResponseStream(on: nil, framing: .none)
    }

    private var isAnswered = false

    private func claim() -> HTTPConnection? {
        reactor.preconditionCurrent()
        precondition(!isAnswered, "a request is answered once")
        isAnswered = true
        defer { connection = nil }
        onAbandoned = nil
        return connection
    }

    func abandoned() {
        connection = nil
        let report = onAbandoned
        onAbandoned = nil
        report?()
    }
}

/// The body of an answer, sent as it comes into being. Belongs to its reactor's thread.
public final class ResponseStream {
    enum Framing {
        case chunked
        case plain
        /// A body is not allowed here (an answer to HEAD); what is written goes nowhere.
        case none
    }

    /// The client went away, or the reactor stops. Not called after ``end()``.
    public var onClosed: (() -> Void)?
    private var connection: HTTPConnection?
    private let framing: Framing

    init(on connection: HTTPConnection?, framing: Framing) {
        self.connection = connection
        self.framing = framing
    }

    /// Sends `bytes`. `false`: the bound is reached or the client is gone; nothing was queued.
    @discardableResult
    public func write(_ bytes: [UInt8]) -> Bool {
        guard let connection else { return false }
        connection.reactor.preconditionCurrent()
        let bound = connection.limits.maxStreamQueuedByteCount
        guard connection.queuedByteCount + bytes.count <= bound else { return false }
        guard !bytes.isEmpty else { return true }
        switch framing {
        case .chunked:
            connection.output.append(
                Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8))
        case .plain:
            connection.output.append(bytes)
        case .none:
            return true
        }
        connection.flush()
        return true
    }

    /// Ends the body; the connection may serve another request.
    public func end() {
        guard let connection else { return }
        connection.reactor.preconditionCurrent()
        self.connection = nil
        onClosed = nil
        switch framing {
        case .chunked: connection.output.append(Array("0\r\n\r\n".utf8))
        case .plain, .none: break
        }
        connection.complete(closes: !connection.current.keepsAlive)
    }

    /// Breaks the connection off: the body cannot be ended as it was promised, or its reader has stopped.
    public func abort() {
        onClosed = nil
        connection?.kill()
        connection = nil
    }

    /// Bytes accepted and not yet acknowledged by the peer's machine: our queue and the kernel's.
    public var queuedByteCount: Int { connection?.queuedByteCount ?? 0 }

    func closed() {
        connection = nil
        let report = onClosed
        onClosed = nil
        report?()
    }

    /// Ends the body because the reactor stops.
    func cutShort() {
        let report = onClosed
        end()
        report?()
    }
}
