import HTTPTypes

/// One client of an HTTP server, from its arrival to its end or its becoming a WebSocket.
///
/// Requests are told apart here (``RequestHead`` says why).
final class HTTPConnection {
    enum Phase {
        /// Between requests, or before the first.
        case idle
        case head(since: Moment)
        case body(RequestHead, RequestBody)
        /// The delegate has the request.
        case answering(HTTPExchange)
        case streaming(ResponseStream)
        /// An answer is complete and on its way; then the next request's turn comes.
        case flushing
        /// The last answer is on its way; then nothing more is read.
        case parting
        /// Everything is sent. What the client still says is thrown away, so that it can read our answer.
        case parted
        /// On its way to becoming a WebSocket.
        case upgrading(WebSocketLimits, (WebSocket) -> Void, HTTPRequest)
        case gone
    }

    let server: HTTPServer
    let remoteAddress: String
    /// Kept as long as the connection is there; `nil` without TLS.
    let identity: ServerIdentity?
    /// Of what its address may have open.
    private(set) var share: AddressShare?
    var wire: (any Wire)?
    var phase = Phase.idle
    var input = HTTPInput()
    var output = ByteOutput()
    /// Whether the request being answered lets the connection go on, and how its answer may look.
    var current = Current()
    var deadline: Deadline?
    /// Bytes that have left of the answer under way since its deadline was last put off.
    var progress = 0
    private var isAdvancing = false

    struct Current {
        var keepsAlive = false
        var isHTTP10 = false
        var isHead = false
    }

    init(of server: HTTPServer, remoteAddress: String, identity: ServerIdentity?, share: AddressShare?) {
        self.server = server
        self.remoteAddress = remoteAddress
        self.identity = identity
        self.share = share
    }

    var reactor: Reactor { server.reactor }
    var limits: HTTPServerLimits { server.limits }

    func begin(_ wire: any Wire) {
        self.wire = wire
        wire.owner = self
        reactor.admit(self)
        expect(within: limits.headTimeout) { $0.kill() }
    }

    /// Calls `then` unless something else is expected before.
    func expect(within delay: Duration, _ then: @escaping (HTTPConnection) -> Void) {
        deadline?.cancel()
        deadline = reactor.schedule(after: delay) { [weak self] in self.map(then) }
    }

    /// Closes without a word, on the loop's next turn.
    func kill() { wire?.kill() }

    /// Goes on with what has arrived, as far as it reaches.
    func advance() {
        guard !isAdvancing else { return }
        isAdvancing = true
        defer { isAdvancing = false }
        do throws(HTTPServerLimits.Refusal) {
            while try step() {}
        } catch {
            refuse(error)
        }
        pauseOrResume()
    }

    /// One step. False: more must arrive, or somebody else must act.
    private func step() throws(HTTPServerLimits.Refusal) -> Bool {
        switch phase {
        case .idle:
            guard !input.isEmpty else { return false }
            phase = .head(since: .now)
            current = Current()
            expect(within: limits.headTimeout) { $0.refuse(.tooSlow) }
        case .head(let since):
            guard
                let head = try RequestHead(
                    from: &input, limit: limits.maxHeadByteCount, fieldLimit: limits.maxFieldCount)
            else { return false }
            begin(head, since: since)
        case .body(let head, var body):
            phase = .idle  // the body is changed in place, not copied
            let isComplete: Bool
            do throws(HTTPServerLimits.Refusal) {
                isComplete = try body.read(from: &input)
            } catch {
                refuse(error, head.request)
                return true
            }
            phase = .body(head, body)
            guard isComplete else { return false }
            received(head, body.bytes)
        case .answering, .streaming, .flushing, .upgrading, .gone:
            return false
        case .parting, .parted:
            input.removeAll()
            return false
        }
        return true
    }

    private func begin(_ head: RequestHead, since: Moment) {
        current = Current(
            keepsAlive: head.keepsAlive, isHTTP10: head.isHTTP10, isHead: head.request.method == .head)
        do throws(HTTPServerLimits.Refusal) {
            phase = .body(head, try RequestBody(head.framing, limit: limits.maxBodyByteCount))
        } catch {
            return refuse(error, head.request)
        }
        expect(within: limits.requestTimeout - (Moment.now - since)) { $0.refuse(.tooSlow) }
        if head.expectsContinue && head.framing != .length(0) && input.isEmpty {
            output.append(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
            flush()
        }
    }

    private func received(_ head: RequestHead, _ body: [UInt8]) {
        deadline?.cancel()
        if let branch = server.delegate?.branch(for: head.request, body: body), branch.server !== server {
            return move(to: branch, with: head, body)
        }
        ask(head, body)
    }

    /// Has the request answered by whom this connection belongs to.
    func ask(_ head: RequestHead, _ body: [UInt8]) {
        if head.offersUpgrade { return upgradeOffered(head.request) }
        let exchange = HTTPExchange(
            request: head.request, body: body, remoteAddress: remoteAddress, connection: self)
        phase = .answering(exchange)
        guard let delegate = server.delegate else {
            current.keepsAlive = false
            return exchange.respond(HTTPResponse(status: .serviceUnavailable))
        }
        delegate.received(exchange)
    }

    /// A client that sends on while it waits is read a little ahead, to notice when it leaves, but not far.
    func pauseOrResume() {
        let shouldPause: Bool
        switch phase {
        case .idle, .head, .body, .parting, .parted, .gone: shouldPause = false
        case .answering, .streaming, .flushing: shouldPause = input.count > 32 << 10
        case .upgrading: shouldPause = true
        }
        wire?.setReading(!shouldPause)
    }
}

extension HTTPConnection: WireOwner {
    func received(_ bytes: UnsafeMutableRawBufferPointer) {
        input.append(UnsafeRawBufferPointer(bytes))
        advance()
    }

    func isWritable() { flush() }

    func gone() {
        let last = phase
        leave()
        switch last {
        case .answering(let exchange): exchange.abandoned()
        case .streaming(let stream): stream.closed()
        case .idle, .head, .body, .flushing, .parting, .parted, .upgrading, .gone: break
        }
    }

    /// Has no connection any more: it is gone, or another's.
    func leave() {
        phase = .gone
        wire = nil
        share = nil
        deadline?.cancel()
        reactor.dismiss(self)
    }
}
