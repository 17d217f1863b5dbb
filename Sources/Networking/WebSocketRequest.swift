import CLibwebsockets
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
    /// Where to connect, whatever the URL's name resolves to. Default: nil, which looks the name up.
    public var connectTo: ResolvedAddress?

    public init(
        url: String, headers: HTTPFields = [:], subprotocols: [String] = [],
        limits: WebSocketLimits = WebSocketLimits(maxMessageByteCount: 16 << 20, maxQueuedByteCount: 4 << 20),
        connectTimeout: Duration = .seconds(10), connectTo: ResolvedAddress? = nil
    ) {
        self.url = url
        self.headers = headers
        self.subprotocols = subprotocols
        self.limits = limits
        self.connectTimeout = connectTimeout
        self.connectTo = connectTo
    }
}

extension Reactor {
    /// Opens a WebSocket. Returns at once, and never calls back before it has returned; whatever goes wrong
    /// arrives by ``WebSocket/onClosed``, with code 1006 and a reason to show.
    public func connect(_ request: WebSocketRequest) -> WebSocket {
        preconditionCurrent()
        let socket = WebSocket(
            on: self, limits: request.limits, remoteAddress: "", state: .closed)
        do throws(NetworkingError) {
            let url = try NetworkingURL(request.url, plain: "ws", secure: "wss")
            // The socket holds the dial only until it is through.
            let failed = { (error: NetworkingError) in socket.refused(error.description, status: nil) }
            let dial: any DialUnderWay =
                url.isSecure
                ? Dial(
                    self, url, method: nil, subprotocols: request.subprotocols, owner: socket, failed: failed)
                : PlainDial(self, url, request, for: socket, failed: failed)
            socket.begin(dial, request)
        } catch {
            socket.state = .failing
            admit(socket)
            later { socket.refused(error.description, status: nil) }
        }
        return socket
    }
}

extension WebSocket {
    fileprivate func begin(_ dial: any DialUnderWay, _ request: WebSocketRequest) {
        state = .connecting(dial)
        handshakeHeaders = request.headers
        reactor.admit(self)
        let host = dial.url.host
        closeDeadline = reactor.schedule(after: request.connectTimeout) { [self] in
            dial.cancel()
            refused(
                NetworkingError.timedOut(host: host, after: request.connectTimeout).description, status: nil)
        }
        dial.begin(connectTo: request.connectTo)
    }

    func refused(_ reason: String, status: Int?) {
        finish(Closing(code: 1006, reason: reason, httpStatus: status, byPeer: status != nil))
    }

    func appendHeaders(_ wsi: OpaquePointer, _ place: UnsafeMutableRawPointer?, _ space: Int) -> Int32 {
        guard case .connecting(let dial as Dial) = state else { return -1 }
        dial.isThrough = true
        return append(handshakeHeaders, at: place, space: space)
    }

    func connectionFailed(_ wsi: OpaquePointer, _ reason: String) {
        guard case .connecting(let dial as Dial) = state else { return }
        let status = Int(lws_http_client_http_response(wsi))
        if dial.isThrough && status != 0 && status != 101 {
            refused("the handshake was refused with \(status)", status: status)
        } else {
            dial.connectionFailed(reason)
        }
    }

    func established(_ wsi: OpaquePointer) {
        switch state {
        case .connecting(let dial):
            open(dial, .library(wsi))
            onOpen?()
        case .failing, .closed:
            letGo(wsi)
        case .open, .closing:
            return
        }
    }

    /// The handshake through a wire of our own is done.
    func established(_ dial: PlainDial, _ connection: FramedConnection) {
        open(dial, .framed(connection))
        connection.begin(as: self) { $0.onOpen?() }
    }

    private func open(_ dial: any DialUnderWay, _ carrier: Carrier) {
        closeDeadline?.cancel()
        handshakeHeaders = [:]
        remoteAddress = dial.address?.host ?? ""
        state = .open(carrier)
        watchLiveness()
    }

    /// Given up while the handshake was under way. Its end made the library forget that the connection was to
    /// be killed, and it would forget again before this callback returns.
    private func letGo(_ wsi: OpaquePointer) {
        abandoned = wsi
        reactor.later { [self] in
            if let abandoned { parley_kill_soon(abandoned) }
        }
    }
}
