import CLibwebsockets
import Glibc

/// One client's TLS, taken off at the door: what it says is passed on in the clear through a pair of sockets inside the
/// process, behind which everything is as it is without TLS, the handing over to the library's WebSocket role too,
/// which cannot take over a TLS connection. The price is one more copy and two system calls for each read, and only
/// for clients that come by TLS.
///
/// What waits here is bounded by not reading on, and counted, so that a client that does not read is noticed as soon
/// as without TLS.
final class TLSRelay {
    private let reactor: Reactor
    /// Kept as long as the client is there.
    private let identity: ServerIdentity
    /// Towards the client.
    private var outer: OpaquePointer?
    /// Towards the server; -1 when it is gone.
    private var inner: OpaquePointer?
    private var innerSocket: Int32 = -1
    private var toClient = HTTPOutput()
    private var toServer = HTTPOutput()
    /// What the library may still hold of the part it was given last.
    private var lastWritten = 0
    private var deadline: Deadline?
    /// The client has got through its handshake: before that the library must not be asked to write.
    private var isThrough = false
    private var isOuterPaused = false

    /// Bytes that may wait in either direction before reading stops.
    private static let bound = 32 << 10
    /// What one TLS record carries at most.
    private static let partByteCount = 16 << 10

    /// - Parameter kernelByteCount: what the kernel may hold in front of us.
    /// - Returns: the relay, and the server's end of it; `nil` when there are no more descriptors.
    static func begin(
        _ client: Int32, _ identity: ServerIdentity, on reactor: Reactor, kernelByteCount: Int
    ) -> (relay: TLSRelay, socket: Int32)? {
        guard let (server, mine) = socketPair() else {
            close(client)
            return nil
        }
        setOption(mine, SOL_SOCKET, SO_SNDBUF, Int32(kernelByteCount))
        let relay = TLSRelay(reactor, identity)
        guard relay.adopt(client, mine) else {
            close(server)
            return nil
        }
        return (relay, server)
    }

    private init(_ reactor: Reactor, _ identity: ServerIdentity) {
        self.reactor = reactor
        self.identity = identity
    }

    private func adopt(_ client: Int32, _ mine: Int32) -> Bool {
        inner = reactor.loop.adopt(mine, as: LWS_ADOPT_RAW_FILE_DESC, for: InnerEnd(self))
        guard inner != nil else {
            close(client)
            return false
        }
        innerSocket = mine
        let type = lws_adoption_type(rawValue: LWS_ADOPT_SOCKET.rawValue | LWS_ADOPT_ALLOW_SSL.rawValue)
        outer = reactor.loop.adopt(client, as: type, for: OuterEnd(self), host: identity.host)
        guard outer != nil else {
            if let inner { parley_kill_soon(inner) }
            return false
        }
        reactor.admit(self)
        return true
    }

    /// Bytes on their way to the client that its machine has not acknowledged.
    var queuedByteCount: Int {
        var count = toClient.count
        if innerSocket >= 0 { count += Int(parley_unread(innerSocket)) }
        if let outer {
            if lws_partial_buffered(outer) != 0 { count += lastWritten }
            count += Int(parley_unacknowledged(lws_get_socket_fd(outer)))
        }
        return count
    }

    private static func socketPair() -> (Int32, Int32)? {
        var pair: (Int32, Int32) = (-1, -1)
        let failure = withUnsafeMutableBytes(of: &pair) { space in
            socketpair(
                AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0,
                space.assumingMemoryBound(to: Int32.self).baseAddress)
        }
        return failure == 0 ? pair : nil
    }
}

// From the client to the server.

extension TLSRelay {
    fileprivate func clientSaid(_ bytes: UnsafeRawBufferPointer) {
        toServer.append(Array(bytes))
        passToServer()
        if !isThrough {
            isThrough = true
            passToClient()
        }
    }

    fileprivate func passToServer() {
        guard let inner else { return }
        guard toServer.send(to: innerSocket) != nil else { return parley_kill_soon(inner) }
        if toServer.count > 0 { lws_callback_on_writable(inner) }
        let shouldPause = toServer.count > Self.bound
        guard let outer, shouldPause != isOuterPaused else { return }
        isOuterPaused = shouldPause
        lws_rx_flow_control(outer, shouldPause ? 0 : 1)
    }

    fileprivate func clientGone() {
        outer = nil
        deadline?.cancel()
        reactor.dismiss(self)
        if let inner { parley_kill_soon(inner) }
    }
}

// From the server to the client.

extension TLSRelay {
    fileprivate func readServer() {
        guard let inner, innerSocket >= 0 else { return }
        while toClient.count < Self.bound {
            let count = takePart()
            if count < 0 && errno == EINTR { continue }
            if count < 0 && errno == EAGAIN { break }
            guard count > 0 else {
                // No more will come, whether it still listens or not.
                innerSocket = -1
                parley_kill_soon(inner)
                break
            }
        }
        passToClient()
        // After that: what has left may have made room again, and nobody else would say so.
        if innerSocket >= 0 { lws_rx_flow_control(inner, toClient.count < Self.bound ? 1 : 0) }
    }

    private func takePart() -> Int {
        reactor.withScratch(Self.partByteCount) { scratch in
            let space = scratch.payload(Self.partByteCount)
            let count = recv(innerSocket, space.baseAddress, space.count, 0)
            if count > 0 { toClient.append(Array(space[..<count])) }
            return count
        }
    }

    private func passToClient() {
        guard let outer, isThrough else { return }
        while toClient.count > 0, lws_partial_buffered(outer) == 0 {
            guard passPart(to: outer) else { return parley_kill_soon(outer) }
        }
        if isOwing(outer) { lws_callback_on_writable(outer) }
    }

    private func isOwing(_ outer: OpaquePointer) -> Bool {
        toClient.count > 0 || lws_partial_buffered(outer) != 0
    }

    /// The client takes more. Anything but 0 closes the connection, politely.
    fileprivate func clientIsWritable() -> Int32 {
        guard let outer else { return 0 }
        passToClient()
        guard !isOwing(outer) else { return 0 }
        guard inner == nil else {
            readServer()
            return 0
        }
        // The library says goodbye and waits for the client's; not for long.
        deadline?.cancel()
        deadline = reactor.schedule(after: .seconds(2)) { [weak self] in
            if let outer = self?.outer { parley_kill_soon(outer) }
        }
        return -1
    }

    private func passPart(to outer: OpaquePointer) -> Bool {
        let count = min(toClient.count, Self.partByteCount)
        lastWritten = count
        return reactor.withScratch(count) { scratch in
            scratch.payload(count).copyBytes(from: toClient.take(count))
            let start = scratch.start.assumingMemoryBound(to: UInt8.self)
            return lws_write(outer, start, count, LWS_WRITE_HTTP) >= 0
        }
    }

    fileprivate func serverGone() {
        inner = nil
        innerSocket = -1
        guard let outer else { return }
        guard isThrough else { return parley_kill_soon(outer) }
        lws_callback_on_writable(outer)
        // A client that does not take what is left is not waited for.
        deadline = reactor.schedule(after: .seconds(30)) { [weak self] in
            if let outer = self?.outer { parley_kill_soon(outer) }
        }
    }
}

extension TLSRelay: Resident {
    /// The server's end says when it is over.
    func reactorIsStopping() {}
    func reactorHasStopped() {}
}

/// The client's side of a relay.
private final class OuterEnd: ConnectionOwner {
    private let relay: TLSRelay
    init(_ relay: TLSRelay) { self.relay = relay }

    func happened(
        _ reason: lws_callback_reasons, _ wsi: OpaquePointer, _ bytes: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int32 {
        switch reason {
        case LWS_CALLBACK_RAW_RX: relay.clientSaid(UnsafeRawBufferPointer(start: bytes, count: count))
        case LWS_CALLBACK_RAW_WRITEABLE: return relay.clientIsWritable()
        default: break
        }
        return 0
    }

    func gone() { relay.clientGone() }
}

/// The server's side of a relay.
private final class InnerEnd: ConnectionOwner {
    private let relay: TLSRelay
    init(_ relay: TLSRelay) { self.relay = relay }

    func happened(
        _ reason: lws_callback_reasons, _ wsi: OpaquePointer, _ bytes: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int32 {
        switch reason {
        case LWS_CALLBACK_RAW_RX_FILE: relay.readServer()
        case LWS_CALLBACK_RAW_WRITEABLE_FILE: relay.passToServer()
        default: break
        }
        return 0
    }

    func gone() { relay.serverGone() }
}
