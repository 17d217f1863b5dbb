import CLibwebsockets
import Glibc
public import HTTPTypes

/// Answers what a server receives. Called on the server's reactor.
public protocol HTTPServerDelegate: AnyObject {
    /// A request with its whole body. Answer now or later, once, through the exchange.
    func received(_ exchange: HTTPExchange)
    /// A request to become a WebSocket, before anything was answered.
    func upgradeRequested(_ request: HTTPRequest, from address: String) -> UpgradeDecision
    /// Where a request belongs, an upgrade too, before anything is done about it: its connection goes over to that
    /// branch, and is asked no more about this request. `nil`: it stays, as always by default.
    func branch(for request: HTTPRequest, body: [UInt8]) -> HTTPBranch?
}

extension HTTPServerDelegate {
    public func branch(for request: HTTPRequest, body: [UInt8]) -> HTTPBranch? { nil }
}

public enum UpgradeDecision {
    /// Becomes a WebSocket; the closure gets it open.
    case accept(limits: WebSocketLimits, (WebSocket) -> Void)
    /// Stays HTTP: this is the answer, and the connection closes.
    case refuse(HTTPResponse, body: [UInt8])
}

public struct HTTPServerLimits: Sendable {
    /// Why the server refuses a request before the delegate sees it.
    public enum Refusal: Error, Equatable, Sendable {
        /// 400: what arrived is not HTTP/1.1; the text says why.
        case malformed(String)
        /// 408: the head or the body took too long.
        case tooSlow
        /// 413: the body is longer than `limit` bytes.
        case bodyTooLarge(limit: Int)
        /// 431: the head is longer than `limit` bytes.
        case headTooLarge(limit: Int)
        /// 431: the head has more than `limit` headers.
        case tooManyFields(limit: Int)
        /// 429: the address has `limit` connections open.
        case tooManyConnections(limit: Int)
    }

    /// Bytes of a request's body. Default: 64 KiB.
    public var maxBodyByteCount = 64 << 10
    /// Bytes of a request's head. Default: 16 KiB.
    public var maxHeadByteCount = 16 << 10
    /// Headers of a request. Default: 100; browsers behind proxies send some thirty.
    public var maxFieldCount = 100
    /// From the first byte of a connection or request to the end of its head. Default: 10 s.
    public var headTimeout: Duration = .seconds(10)
    /// From the first byte of a request to the end of its body. Default: 30 s.
    public var requestTimeout: Duration = .seconds(30)
    /// How long a connection may stand idle between requests. Default: 60 s.
    public var idleTimeout: Duration = .seconds(60)
    /// Bytes of an answer that a client must take in ``requestTimeout``, or it is cut off. Default: 16 KiB, half a
    /// kilobyte a second.
    public var minProgressByteCount = 16 << 10
    /// Connections of one address at once, or of one IPv6 network of 64 bits; 0: any number, the default.
    public var maxConnectionsPerAddress = 0
    /// Whether that holds for this machine, too, where reverse proxies are. Default: no.
    public var limitsThisMachine = false
    /// Bytes the kernel may hold for one client, so that one that does not read is noticed soon. The kernel
    /// doubles it for its own needs. Default: 32 KiB, 0.7 s of the fastest audio we send.
    public var kernelSendByteCount = 32 << 10
    /// Bytes of one streamed response waiting to be sent. Default: 1 MiB.
    public var maxStreamQueuedByteCount = 1 << 20
    /// Makes the answer to a refused request, problem body included; the request is there when it is its body that is refused. Called
    /// where the server belongs. Default: the bare status.
    public var refusal: @Sendable (Refusal, HTTPRequest?) -> (HTTPResponse, body: [UInt8]) = { refusal, _ in
        (HTTPResponse(status: refusal.status), [])
    }

    public init() {}
}

extension HTTPServerLimits.Refusal {
    public var status: HTTPResponse.Status {
        switch self {
        case .malformed: .badRequest
        case .tooSlow: .requestTimeout
        case .bodyTooLarge: .contentTooLarge
        case .headTooLarge, .tooManyFields: .requestHeaderFieldsTooLarge
        case .tooManyConnections: .tooManyRequests
        }
    }
}

/// HTTP/1.1 and WebSockets on one port, with TLS or without.
public final class HTTPServer {
    /// The port listened on; the real one when 0 was asked for.
    public var port: Int { listener?.port ?? 0 }

    let reactor: Reactor
    let limits: HTTPServerLimits
    private(set) var delegate: (any HTTPServerDelegate)?
    private var listener: HTTPListener?
    private var identity: ServerIdentity?
    private let addresses: AddressCount
    /// Accepts nobody any more, and lets connections end with the answer under way.
    private(set) var isPassing = false

    /// Listens on `host`, an address or a name of this machine (its IPv4 address, where it has one). Looking a
    /// name up blocks. The delegate is kept until ``close()``.
    ///
    /// - Parameter tls: with it nothing but TLS is spoken.
    public static func listen(
        on reactor: Reactor, host: String, port: Int, limits: HTTPServerLimits = HTTPServerLimits(),
        tls: ServerCertificate? = nil, delegate: any HTTPServerDelegate
    ) throws(NetworkingError) -> HTTPServer {
        reactor.preconditionCurrent()
        guard !reactor.isStopping else { throw .stopped }
        let server = HTTPServer(reactor, limits, delegate)
        if let tls { server.identity = try ServerIdentity(tls, on: reactor) }
        let listener = try HTTPListener(on: reactor, host: host, port: port) {
            [unowned server] socket, address in
            server.admit(socket, address)
        }
        server.listener = listener
        try listener.begin()
        reactor.admit(server)
        return server
    }

    /// A server that listens nowhere and serves the connections that others hand over to it, for a service on several
    /// reactors. The delegate is kept until ``close()``.
    ///
    /// - Parameter limits: the listening server's.
    public static func annex(
        on reactor: Reactor, limits: HTTPServerLimits, delegate: any HTTPServerDelegate
    ) throws(NetworkingError) -> HTTPServer {
        reactor.preconditionCurrent()
        guard !reactor.isStopping else { throw .stopped }
        let server = HTTPServer(reactor, limits, delegate)
        reactor.admit(server)
        return server
    }

    /// This server, as others hand connections over to it. From any thread.
    public var branch: HTTPBranch { HTTPBranch(server: self) }

    private init(_ reactor: Reactor, _ limits: HTTPServerLimits, _ delegate: any HTTPServerDelegate) {
        self.reactor = reactor
        self.limits = limits
        self.delegate = delegate
        addresses = AddressCount(
            limit: limits.maxConnectionsPerAddress, includesThisMachine: limits.limitsThisMachine)
    }

    /// Accepts nobody any more. WebSockets live on and answers under way are finished; then connections close.
    /// A request that comes on one of them meanwhile is answered 503.
    public func close() {
        reactor.preconditionCurrent()
        isPassing = true
        delegate = nil
        listener?.close()
        reactor.dismiss(self)
    }

    /// Shows another certificate to those who come from now on. Connections that stand are not touched; a certificate
    /// that cannot be used changes nothing.
    public func use(_ certificate: ServerCertificate) throws(NetworkingError) {
        reactor.preconditionCurrent()
        identity = try ServerIdentity(certificate, on: reactor)
    }

    private func admit(_ socket: Int32, _ address: ResolvedAddress?) {
        setOption(socket, SOL_SOCKET, SO_SNDBUF, Int32(limits.kernelSendByteCount))
        switch addresses.admit(address) {
        case .admitted(let share): admit(socket, address?.host ?? "", share)
        case .refused: turnAway(socket)
        }
    }

    private func admit(_ socket: Int32, _ address: String, _ share: AddressShare?) {
        let connection = HTTPConnection(
            of: self, remoteAddress: address, identity: identity, share: share)
        guard let identity else {
            return connection.begin(PlainWire(socket, on: reactor.loop.poller))
        }
        if let wire = EncryptedWire(socket, identity, on: reactor.loop) { connection.begin(wire) }
    }

    /// One answer, if it goes out at once, and no more: whoever has too much open is not given a connection to be told.
    private func turnAway(_ socket: Int32) {
        if identity == nil {
            let (response, body) = limits.refusal(
                .tooManyConnections(limit: limits.maxConnectionsPerAddress), nil)
            let bytes = response.wireHead(.length(body.count), closes: true) + body
            _ = bytes.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            shutdown(socket, Int32(SHUT_WR))
        }
        Glibc.close(socket)
    }
}

extension HTTPServer: Resident {
    func reactorIsStopping() { close() }
    func reactorHasStopped() { close() }
}
