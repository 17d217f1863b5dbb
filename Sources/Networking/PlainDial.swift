import CLibwebsockets
import Glibc

/// Getting a WebSocket through to a server without TLS: its name is looked up off the loop, its addresses are tried in
/// turn, and the first that takes the connection is asked for the handshake.
final class PlainDial: DialUnderWay {
    private enum Phase {
        case looking
        case connecting(PlainWire)
        /// So much of the answer is here.
        case shaking(PlainWire, [UInt8])
        case over
    }

    let url: NetworkingURL
    private(set) var address: ResolvedAddress?
    private let reactor: Reactor
    private let handshake: ClientHandshake
    private let maxMessageByteCount: Int
    private unowned let socket: WebSocket
    private let failed: (NetworkingError) -> Void
    private var addresses: [ResolvedAddress] = []
    private var phase = Phase.looking

    /// Of the server's answer; as much as the library takes of one.
    private static let maxAnswerByteCount = 16 << 10

    init(
        _ reactor: Reactor, _ url: NetworkingURL, _ request: WebSocketRequest, for socket: WebSocket,
        failed: @escaping (NetworkingError) -> Void
    ) {
        self.reactor = reactor
        self.url = url
        self.socket = socket
        self.failed = failed
        maxMessageByteCount = request.limits.maxMessageByteCount
        handshake = ClientHandshake(url, request.headers, subprotocols: request.subprotocols)
    }

    func begin(connectTo address: ResolvedAddress?) {
        if let address {
            addresses = [address]
            return reactor.later { [self] in tryNext(because: "") }
        }
        reactor.resolve(host: url.host, port: url.port) { [self] result in
            switch result {
            case .success(let found):
                addresses = found
                tryNext(because: "")
            case .failure(let error):
                fail(error)
            }
        }
    }

    func cancel() { end()?.kill() }

    /// - Returns: the wire, which is nobody's now.
    private func end() -> PlainWire? {
        defer { phase = .over }
        switch phase {
        case .looking, .over: return nil
        case .connecting(let wire), .shaking(let wire, _):
            wire.owner = nil
            return wire
        }
    }

    private func fail(_ error: NetworkingError) {
        if case .over = phase { return }
        end()?.kill()
        failed(error)
    }
}

// Connecting.

extension PlainDial {
    private func tryNext(because reason: String) {
        if case .over = phase { return }
        guard !reactor.isStopping else { return fail(.stopped) }
        guard !addresses.isEmpty else {
            return fail(.cannotConnect(host: url.host, port: url.port, reason: reason))
        }
        let address = addresses.removeFirst()
        self.address = address
        let family = address.bytes.count == 4 ? AF_INET : AF_INET6
        let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = Glibc.socket(family, type, 0)
        guard descriptor >= 0 else { return tryNext(because: systemError()) }
        setOption(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        guard address.withSocketAddress({ connect(descriptor, $0, $1) }) == 0 || errno == EINPROGRESS else {
            let reason = systemError()
            Glibc.close(descriptor)
            return tryNext(because: reason)
        }
        let wire = PlainWire(descriptor, on: reactor.loop.poller, isConnecting: true)
        wire.owner = self
        phase = .connecting(wire)
    }

    private func connected(_ wire: PlainWire) {
        var failure: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(wire.socket, SOL_SOCKET, SO_ERROR, &failure, &length)
        guard failure == 0 else {
            end()?.kill()
            phase = .looking
            return tryNext(because: systemError(failure))
        }
        phase = .shaking(wire, [])
        wire.setReading(true)
        // The kernel takes so little at once from a connection that has sent nothing yet.
        guard handshake.request.withUnsafeBytes({ wire.send($0) }) == handshake.request.count else {
            return fail(.cannotConnect(host: url.host, port: url.port, reason: "the connection is broken"))
        }
    }
}

// The handshake.

extension PlainDial: WireOwner {
    func isWritable() {
        if case .connecting(let wire) = phase { connected(wire) }
    }

    func received(_ bytes: UnsafeMutableRawBufferPointer) {
        guard case .shaking(let wire, var answer) = phase else { return }
        answer += bytes
        phase = .shaking(wire, answer)
        guard let end = answer.endOfHead else {
            if answer.count > Self.maxAnswerByteCount {
                fail(.malformedResponse(host: url.host, reason: "the answer to the handshake has no end"))
            }
            return
        }
        switch handshake.verdict(on: answer[..<end]) {
        case .accepted:
            phase = .over
            let connection = FramedConnection(
                on: reactor, wire, to: .server, unread: Array(answer[end...]),
                maxMessageByteCount: maxMessageByteCount)
            wire.owner = connection
            socket.established(self, connection)
        case .refused(let status):
            cancel()
            socket.refused("the handshake was refused with \(status)", status: status)
        case .malformed(let reason):
            fail(.malformedResponse(host: url.host, reason: reason))
        }
    }

    /// The server has closed.
    func gone() {
        switch phase {
        case .looking, .over: return
        case .connecting: tryNext(because: "the connection went away")
        case .shaking: fail(.closedEarly(host: url.host))
        }
    }
}
