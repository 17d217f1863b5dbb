import CLibwebsockets
import Glibc

/// The way to one client of a server. In the clear its bytes go to the kernel without a detour; the library does TLS.
final class ClientWire {
    let wsi: OpaquePointer
    private let isEncrypted: Bool
    /// What the library may still hold part of.
    private var lastWritten = 0
    private var isReading = true
    /// The library holds a part and reads nothing until it has left. It is not to be woken by what it will not read.
    private var isClogged = false

    /// What one TLS record carries at most.
    private static let partByteCount = 16 << 10

    init(_ wsi: OpaquePointer, isEncrypted: Bool) {
        self.wsi = wsi
        self.isEncrypted = isEncrypted
    }

    private var socket: Int32 { lws_get_socket_fd(wsi) }
    private var isHolding: Bool { isEncrypted && lws_partial_buffered(wsi) != 0 }

    /// Everything that was sent is the kernel's.
    var isClear: Bool { !isHolding }

    /// Bytes that were sent and that the client's machine has not acknowledged.
    var queuedByteCount: Int { (isHolding ? lastWritten : 0) + Int(parley_unacknowledged(socket)) }

    /// Sends what is taken now; the rest's time comes when the loop says that the connection is writable.
    ///
    /// - Returns: how many bytes were taken; `nil`: the connection is broken.
    func send(_ bytes: UnsafeRawBufferPointer) -> Int? {
        let sent = isEncrypted ? sendEncrypted(bytes) : sendPlain(bytes)
        if let sent, sent < bytes.count || isHolding { callWhenWritable() }
        return sent
    }

    private func sendPlain(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var sent = 0
        while sent < bytes.count {
            let taken = Glibc.send(
                socket, bytes.baseAddress.unsafelyUnwrapped + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            if taken < 0 && errno == EINTR { continue }
            if taken < 0 { return errno == EAGAIN ? sent : nil }
            sent += taken
        }
        return sent
    }

    private func sendEncrypted(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var sent = 0
        while sent < bytes.count, !isHolding {
            lastWritten = min(bytes.count - sent, Self.partByteCount)
            let part = UnsafeMutableRawPointer(mutating: bytes.baseAddress.unsafelyUnwrapped + sent)
            let start = part.assumingMemoryBound(to: UInt8.self)
            guard lws_write(wsi, start, lastWritten, LWS_WRITE_HTTP) >= 0 else { return nil }
            sent += lastWritten
        }
        noteClogging()
        return sent
    }

    /// The connection takes more.
    func isWritable() { noteClogging() }

    private func noteClogging() {
        guard isClogged != isHolding else { return }
        isClogged.toggle()
        applyReading()
    }

    func callWhenWritable() { lws_callback_on_writable(wsi) }

    /// Whether what the client says is read; what the library has read already comes all the same.
    func setReading(_ isReading: Bool) {
        guard isReading != self.isReading else { return }
        self.isReading = isReading
        applyReading()
    }

    private func applyReading() { lws_rx_flow_control(wsi, isReading && !isClogged ? 1 : 0) }

    /// Says that no more will come, and goes on reading. Everything must have been sent.
    func endOutput() {
        if isEncrypted { parley_tls_goodbye(wsi) }
        shutdown(socket, Int32(SHUT_WR))
    }

    /// Closes without a word, on the loop's next turn.
    func kill() { parley_kill_soon(wsi) }
}

/// Bytes on their way to a client.
struct ByteOutput {
    private var bytes: [UInt8] = []
    private var start = 0

    var count: Int { bytes.count - start }

    mutating func append(_ part: [UInt8]) {
        if start == bytes.count {
            bytes = part
            start = 0
        } else {
            bytes += part
        }
    }

    /// Gives away what is taken. `nil`: the connection is broken; otherwise how many bytes that were.
    mutating func send(through wire: ClientWire) -> Int? {
        guard count > 0 else { return 0 }
        let sent = bytes.withUnsafeBytes { wire.send(UnsafeRawBufferPointer(rebasing: $0[start...])) }
        guard let sent else { return nil }
        start += sent
        if start == bytes.count {
            bytes = []
            start = 0
        }
        return sent
    }
}
