import Glibc

/// The way to one peer: bytes, both ways, with TLS or without.
protocol Wire: AnyObject {
    /// Whoever gets what happens; changes when a connection goes over from HTTP to WebSocket. Kept as long as the
    /// connection is there.
    var owner: (any WireOwner)? { get set }
    /// Everything that was sent is the kernel's, or will be when the turn is over.
    var isClear: Bool { get }
    /// Bytes that were sent and that the peer's machine has not acknowledged.
    var queuedByteCount: Int { get }
    /// Whether ``queuedByteCount`` is more than that; the quick way to ask where it is not.
    func queues(moreThan byteCount: Int) -> Bool
    /// Sends what is taken now; the rest's time comes when the wire says that it takes more.
    ///
    /// - Returns: how many bytes were taken; `nil`: the connection is broken.
    func send(_ bytes: UnsafeRawBufferPointer) -> Int?
    /// The same for what may wait until the turn of whoever sends is over, and then leaves with all that was gathered
    /// until then: a packet and a call to the kernel for each message cost more than all else that is done about it.
    func gather(_ bytes: UnsafeRawBufferPointer) -> Int?
    /// What was gathered leaves now: somebody waits for it.
    func hurry()
    /// Asks for ``WireOwner/isWritable()``, soon and not before this call has returned.
    func callWhenWritable()
    /// Whether what the peer says is read; what was read already comes all the same.
    func setReading(_ isReading: Bool)
    /// Says that no more will come, and goes on reading. Everything must have been sent.
    func endOutput()
    /// Closes without a word, on the loop's next turn.
    func kill()
    /// Leaves its reactor and its owner, who hears nothing any more, for another reactor. `nil`: it is being closed.
    func depart(for reactor: Reactor) -> WireTransit?
}

/// A wire between two reactors.
enum WireTransit {
    /// Goes on by itself there.
    case socket(Int32)
    /// Stays where it is, and is used from there.
    case relayed(RelayedWire)

    /// It arrives, unless the reactor takes no sockets any more.
    func arrive(on reactor: Reactor) -> (any Wire)? {
        reactor.preconditionCurrent()
        switch self {
        case .socket(let socket):
            guard !reactor.isStopping else {
                Glibc.close(socket)
                return nil
            }
            return PlainWire(socket, on: reactor.loop.poller)
        case .relayed(let wire):
            guard !reactor.isStopping else {
                wire.kill()
                return nil
            }
            return wire
        }
    }
}

extension Wire {
    /// Nothing is gathered.
    func hurry() {}
}

/// Whoever is behind a wire.
protocol WireOwner: AnyObject {
    /// Somebody listens to it: it is looked after before those who can wait.
    var isUrgent: Bool { get }
    /// Bytes have come. They may be changed where they lie, and are valid during the call.
    func received(_ bytes: UnsafeMutableRawBufferPointer)
    /// The wire takes more, or ``Wire/callWhenWritable()`` asked for it.
    func isWritable()
    /// The connection is gone, however it ended. Comes once, last.
    func gone()
}

extension WireOwner {
    var isUrgent: Bool { false }
}

/// Bytes on their way to a peer.
struct ByteOutput {
    private var bytes: [UInt8] = []
    private var start = 0

    /// Bytes that wait.
    var count: Int { bytes.count - start }
    /// Bytes that they take with those before them that have left.
    var heldByteCount: Int { bytes.count }

    mutating func append(_ part: [UInt8]) {
        if start == bytes.count {
            bytes = part
            start = 0
        } else {
            bytes += part
        }
    }

    /// Gives away what `take` takes. `nil`: the connection is broken; otherwise how many bytes that were.
    mutating func send(_ take: (UnsafeRawBufferPointer) -> Int?) -> Int? {
        guard count > 0 else { return 0 }
        guard let sent = bytes.withUnsafeBytes({ take(UnsafeRawBufferPointer(rebasing: $0[start...])) })
        else {
            return nil
        }
        start += sent
        if start == bytes.count {
            self = ByteOutput()
        } else if start >= 64 << 10, start >= count {
            // Somebody who always has something waiting must not keep what has left.
            bytes.removeFirst(start)
            start = 0
        }
        return sent
    }
}
