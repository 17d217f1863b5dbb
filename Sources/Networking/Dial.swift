import CLibwebsockets
import Glibc

/// Whoever gets a WebSocket through to a peer.
protocol DialUnderWay: AnyObject {
    var url: NetworkingURL { get }
    /// The one being tried.
    var address: ResolvedAddress? { get }
    func begin(connectTo address: ResolvedAddress?)
    /// Nothing is reported any more.
    func cancel()
}

/// Getting through to a peer with the library: its name is looked up off the loop, then its addresses are tried in turn.
final class Dial: DialUnderWay {
    let reactor: Reactor
    let url: NetworkingURL
    /// `nil`: a WebSocket.
    let method: String?
    let subprotocols: [String]
    /// Whoever gets the connection's events, this dial's failures among them.
    private unowned let owner: any ConnectionOwner
    private var failed: ((NetworkingError) -> Void)?
    private var addresses: [ResolvedAddress] = []
    private(set) var wsi: OpaquePointer?
    private(set) var address: ResolvedAddress?
    /// The connection stands, TLS included: another address would not do better.
    var isThrough = false
    private var isCancelled = false
    /// An address is being tried, and nothing has been heard of it.
    private var isTrying = false

    init(
        _ reactor: Reactor, _ url: NetworkingURL, method: String?, subprotocols: [String] = [],
        owner: any ConnectionOwner, failed: @escaping (NetworkingError) -> Void
    ) {
        self.reactor = reactor
        self.url = url
        self.method = method
        self.subprotocols = subprotocols
        self.owner = owner
        self.failed = failed
    }

    func begin(connectTo address: ResolvedAddress?) {
        if let address {
            addresses = [address]
            return reactor.later { [self] in connect() }
        }
        reactor.resolve(host: url.host, port: url.port) { [self] result in
            switch result {
            case .success(let found):
                addresses = found
                connect()
            case .failure(let error):
                fail(error)
            }
        }
    }

    private func connect() { reactor.loop.withLibrary(on: reactor) { [self] in tryNext() } }

    func cancel() {
        isCancelled = true
        failed = nil
        if let wsi { parley_kill_soon(wsi) }
    }

    /// The library could not connect, or the peer did not do TLS.
    func connectionFailed(_ reason: String) {
        wsi = nil
        isTrying = false
        guard !isCancelled else { return }
        if !isThrough && !addresses.isEmpty { return reactor.later { [self] in tryNext() } }
        fail(
            .cannotConnect(host: url.host, port: url.port, reason: reason.isEmpty ? "nobody answers" : reason)
        )
    }

    private func fail(_ error: NetworkingError) {
        let report = failed
        failed = nil
        report?(error)
    }

    private func tryNext() {
        guard !isCancelled else { return }
        guard !reactor.isStopping else { return fail(.stopped) }
        guard reactor.loop.context != nil else { return failWithoutLibrary() }
        let address = addresses.removeFirst()
        self.address = address
        isTrying = true
        let attachment = Attachment(owner, on: reactor.loop)
        let connection = connect(address, attachment)
        // The library may have reported a failure before it returned.
        if isTrying, connection != nil { wsi = connection }
        guard connection == nil else { return }
        // Some failures destroy the connection, with its attachment, and some do not.
        if !attachment.isReleased { attachment.discard() }
        if isTrying { connectionFailed("") }
    }

    private func failWithoutLibrary() {
        fail(.cannotConnect(host: url.host, port: url.port, reason: EventLoop.refusal))
    }

    /// The library has destroyed the connection. Whoever was told why before is not told again.
    func connectionGone() {
        guard wsi != nil else { return }
        connectionFailed("the connection went away")
    }

    private func connect(_ address: ResolvedAddress, _ attachment: Attachment) -> OpaquePointer? {
        var info = reactor.loop.connectInfo
        info.port = Int32(address.port)
        info.ssl_connection = Int32(LCCSCF_HTTP_NO_FOLLOW_REDIRECT.rawValue)
        if url.isSecure { info.ssl_connection |= Int32(LCCSCF_USE_SSL.rawValue) }
        info.opaque_user_data = attachment.retained()
        let texts = [
            address.host, url.target, url.hostHeader, ProtocolTable.plain, "http/1.1", method ?? "",
            subprotocols.joined(separator: ", "),
        ]
        return withCStrings(texts) { text in
            info.address = text[0]
            info.path = text[1]
            info.host = text[2]
            info.local_protocol_name = text[3]
            info.alpn = text[4]
            if method != nil { info.method = text[5] }
            if !subprotocols.isEmpty { info.protocol = text[6] }
            return lws_client_connect_via_info(&info)
        }
    }
}

private func withCStrings<Result>(_ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> Result) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies.map { UnsafePointer($0) })
}
