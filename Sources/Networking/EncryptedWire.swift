import CLibwebsockets
import Glibc

/// The way to a client of a server with TLS, which the library does.
final class EncryptedWire: Wire {
    var owner: (any WireOwner)?
    private var wsi: OpaquePointer?
    /// What the library may still hold part of.
    private var lastWritten = 0
    private var isReading = true
    /// The library holds a part and reads nothing until it has left. It is not to be woken by what it will not read.
    private var isClogged = false

    /// What one TLS record carries at most.
    private static let partByteCount = 16 << 10

    /// - Returns: `nil` when the library cannot take the socket, which is closed then.
    init?(_ socket: Int32, _ identity: ServerIdentity, on loop: EventLoop) {
        let type = lws_adoption_type(rawValue: LWS_ADOPT_SOCKET.rawValue | LWS_ADOPT_ALLOW_SSL.rawValue)
        wsi = loop.adopt(socket, as: type, for: self, host: identity.host)
        if wsi == nil { return nil }
    }

    private var isHolding: Bool { wsi.map { lws_partial_buffered($0) != 0 } ?? false }

    var isClear: Bool { !isHolding }

    var queuedByteCount: Int {
        guard let wsi else { return 0 }
        return (isHolding ? lastWritten : 0) + Int(parley_unacknowledged(lws_get_socket_fd(wsi)))
    }

    func queues(moreThan byteCount: Int) -> Bool { queuedByteCount > byteCount }

    func send(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard let wsi else { return nil }
        var sent = 0
        while sent < bytes.count, !isHolding {
            lastWritten = min(bytes.count - sent, Self.partByteCount)
            let part = UnsafeMutableRawPointer(mutating: bytes.baseAddress.unsafelyUnwrapped + sent)
            let start = part.assumingMemoryBound(to: UInt8.self)
            guard lws_write(wsi, start, lastWritten, LWS_WRITE_HTTP) >= 0 else { return nil }
            sent += lastWritten
        }
        noteClogging()
        if sent < bytes.count || isHolding { callWhenWritable() }
        return sent
    }

    func gather(_ bytes: UnsafeRawBufferPointer) -> Int? { send(bytes) }

    private func noteClogging() {
        guard isClogged != isHolding else { return }
        isClogged.toggle()
        applyReading()
    }

    func callWhenWritable() {
        if let wsi { lws_callback_on_writable(wsi) }
    }

    func setReading(_ isReading: Bool) {
        guard isReading != self.isReading else { return }
        self.isReading = isReading
        applyReading()
    }

    private func applyReading() {
        if let wsi { lws_rx_flow_control(wsi, isReading && !isClogged ? 1 : 0) }
    }

    func endOutput() {
        guard let wsi else { return }
        parley_tls_goodbye(wsi)
        shutdown(lws_get_socket_fd(wsi), Int32(SHUT_WR))
    }

    func kill() {
        if let wsi { parley_kill_soon(wsi) }
    }

    /// The library gives no connection with TLS away.
    func depart(for reactor: Reactor) -> WireTransit? {
        guard wsi != nil, let here = Reactor.current else { return nil }
        return .relayed(RelayedWire(self, from: here, to: reactor))
    }
}

extension EncryptedWire: ConnectionOwner {
    func happened(
        _ reason: lws_callback_reasons, _ wsi: OpaquePointer, _ bytes: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int32 {
        switch reason {
        case LWS_CALLBACK_RAW_RX:
            owner?.received(UnsafeMutableRawBufferPointer(start: bytes, count: count))
        case LWS_CALLBACK_RAW_WRITEABLE:
            noteClogging()
            owner?.isWritable()
        default:
            break
        }
        return 0
    }

    func gone() {
        wsi = nil
        let last = owner
        owner = nil
        last?.gone()
    }
}
