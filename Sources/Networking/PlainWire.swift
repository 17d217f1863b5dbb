import CLibwebsockets
import Glibc

/// A socket in the clear, without the library in between.
final class PlainWire: Wire {
    var owner: (any WireOwner)? { didSet { isUrgent = owner?.isUrgent ?? false } }
    private(set) var isUrgent = false
    let socket: Int32
    /// The poller's turn in which it came.
    var addedIn = 0
    /// Each knows the other until this one is closed; the loop closes all of them at its end.
    private let poller: Poller
    private var isReading: Bool
    private var awaitsWriting = false
    private var isKilled = false
    /// Bytes that may not be acknowledged: all that were sent since it was last asked, and what there were then.
    private var unacknowledged = 0
    private var gathering: Gathering?
    /// The kernel has not taken all that was gathered.
    private var isStuck = false
    private var endsWhenSent = false

    /// - Parameter isConnecting: a connection is on its way; ``WireOwner/isWritable()`` says that it stands or failed.
    init(_ socket: Int32, on poller: Poller, isConnecting: Bool = false) {
        self.socket = socket
        self.poller = poller
        isReading = !isConnecting
        awaitsWriting = isConnecting
        poller.add(self, reading: isReading, writing: awaitsWriting)
    }

    var isClear: Bool { !isStuck }

    var queuedByteCount: Int {
        unacknowledged = isKilled ? 0 : Int(parley_unacknowledged(socket)) + (gathering?.count ?? 0)
        return unacknowledged
    }

    /// The kernel is asked once for many messages: what was sent is an upper bound for what is still there.
    func queues(moreThan byteCount: Int) -> Bool {
        unacknowledged > byteCount && queuedByteCount > byteCount
    }

    func send(_ bytes: UnsafeRawBufferPointer) -> Int? {
        flush()
        guard !isKilled else { return nil }
        guard !isStuck, let sent = hand(bytes) else { return isStuck ? 0 : nil }
        unacknowledged += sent
        if sent < bytes.count { callWhenWritable() }
        return sent
    }

    func gather(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard !isKilled else { return nil }
        guard !isStuck else { return 0 }
        if let gathering, !gathering.take(bytes) {
            flush()
            return gather(bytes)
        }
        if gathering == nil {
            guard bytes.count < Gathering.capacity / 2 else { return send(bytes) }
            let new = poller.gatherings.begin(for: self)
            gathering = new
            guard new.take(bytes) else { preconditionFailure("half of an empty space is there") }
        }
        unacknowledged += bytes.count
        return bytes.count
    }

    func hurry() { flush() }

    /// Hands the kernel what was gathered. A connection that turns out to be broken ends.
    func flush() {
        guard !isKilled, let gathering else { return }
        guard let taken = hand(gathering.waiting) else { return kill() }
        gathering.drop(taken)
        isStuck = !gathering.isEmpty
        if isStuck { return callWhenWritable() }
        self.gathering = nil
        poller.gatherings.end(gathering)
        if endsWhenSent { endOutput() }
    }

    /// - Returns: how many bytes the kernel has taken; `nil`: the connection is broken.
    private func hand(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var sent = 0
        while sent < bytes.count {
            let taken = Glibc.send(
                socket, bytes.baseAddress.unsafelyUnwrapped + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            if taken < 0 && errno == EINTR { continue }
            if taken < 0 && errno == EAGAIN { break }
            if taken < 0 { return nil }
            sent += taken
        }
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

    func endOutput() {
        endsWhenSent = true
        if gathering == nil { shutdown(socket, Int32(SHUT_WR)) } else { flush() }
    }

    func kill() {
        guard !isKilled else { return }
        dropGathered()
        wait(forReading: false, writing: false)
        isKilled = true
        poller.later { [self] in close() }
    }

    /// The kernel gets what it takes of our last words.
    private func dropGathered() {
        guard let last = gathering else { return }
        _ = hand(last.waiting)
        gathering = nil
        isStuck = false
    }

    func depart(for reactor: Reactor) -> WireTransit? {
        flush()
        guard !isKilled, gathering == nil, poller.remove(self) else { return nil }
        poller.forget(self)
        isKilled = true
        owner = nil
        return .socket(socket)
    }

    /// Closes now, and says so.
    func close() {
        dropGathered()
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
            flush()
            if !isStuck && !isKilled { owner?.isWritable() }
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
