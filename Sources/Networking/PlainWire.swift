import CLibwebsockets
import Glibc

/// A socket in the clear, without the library in between.
final class PlainWire: Wire {
    var owner: (any WireOwner)?
    let socket: Int32
    private unowned let poller: Poller
    private var isReading: Bool
    private var awaitsWriting = false
    private var isKilled = false
    /// Bytes that may not be acknowledged: all that were sent since it was last asked, and what there were then.
    private var unacknowledged = 0

    /// - Parameter isConnecting: a connection is on its way; ``WireOwner/isWritable()`` says that it stands or failed.
    init(_ socket: Int32, on poller: Poller, isConnecting: Bool = false) {
        self.socket = socket
        self.poller = poller
        isReading = !isConnecting
        awaitsWriting = isConnecting
        poller.add(self, reading: isReading, writing: awaitsWriting)
    }

    var isClear: Bool { true }

    var queuedByteCount: Int {
        unacknowledged = isKilled ? 0 : Int(parley_unacknowledged(socket))
        return unacknowledged
    }

    /// The kernel is asked once for many messages: what was sent is an upper bound for what is still there.
    func queues(moreThan byteCount: Int) -> Bool {
        unacknowledged > byteCount && queuedByteCount > byteCount
    }

    func send(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard !isKilled else { return nil }
        var sent = 0
        while sent < bytes.count {
            let taken = Glibc.send(
                socket, bytes.baseAddress.unsafelyUnwrapped + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            if taken < 0 && errno == EINTR { continue }
            if taken < 0 && errno == EAGAIN { break }
            if taken < 0 { return nil }
            sent += taken
        }
        unacknowledged += sent
        if sent < bytes.count { callWhenWritable() }
        return sent
    }

    func callWhenWritable() { wait(forReading: isReading, writing: true) }
    func setReading(_ isReading: Bool) { wait(forReading: isReading, writing: awaitsWriting) }

    private func wait(forReading reading: Bool, writing: Bool) {
        guard !isKilled, reading != isReading || writing != awaitsWriting else { return }
        isReading = reading
        awaitsWriting = writing
        poller.change(self, reading: reading, writing: writing)
    }

    func endOutput() { shutdown(socket, Int32(SHUT_WR)) }

    func kill() {
        guard !isKilled else { return }
        wait(forReading: false, writing: false)
        isKilled = true
        poller.later { [self] in close() }
    }

    /// Closes now, and says so.
    func close() {
        isKilled = true
        guard poller.remove(self) else { return }
        Glibc.close(socket)
        let last = owner
        owner = nil
        last?.gone()
    }
}

// What the kernel says.

extension PlainWire {
    func happened(isReadable: Bool, isWritable: Bool, isOver: Bool) {
        if isWritable && awaitsWriting && !isKilled {
            wait(forReading: isReading, writing: false)
            owner?.isWritable()
        }
        guard !isKilled else { return }
        if isReading && (isReadable || isOver) {
            read()
        } else if isOver {
            close()
        }
    }

    private func read() {
        let count = recv(socket, poller.space.baseAddress, poller.space.count, 0)
        if count > 0 {
            owner?.received(UnsafeMutableRawBufferPointer(rebasing: poller.space[..<count]))
        } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
            close()
        }
    }
}
