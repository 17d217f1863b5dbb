/// A wire that stays on the reactor it came to, and is used from another: the library gives no connection with TLS
/// away. What goes over it takes one hop, in each direction and in order.
final class RelayedWire: Wire, @unchecked Sendable {
    // Belongs to the reactor where it is used.
    var owner: (any WireOwner)?
    private var awaitsRoom = false
    private let reactor: Reactor
    private let relay: WireRelay

    /// What may be on its way to the wire.
    fileprivate static let capacity = 256 << 10

    /// - Parameters:
    ///   - wire: becomes the relay's at once; called on its reactor.
    ///   - reactor: where it is used from now on.
    init(_ wire: any Wire, from home: Reactor, to reactor: Reactor) {
        self.reactor = reactor
        relay = WireRelay(wire, on: home)
        relay.user = self
        wire.owner = relay
    }

    var isClear: Bool { !awaitsRoom }

    var queuedByteCount: Int {
        relay.lookAgain()
        return relay.flow.withLock { $0.underWay + $0.queued }
    }

    func queues(moreThan byteCount: Int) -> Bool { queuedByteCount > byteCount }

    func send(_ bytes: UnsafeRawBufferPointer) -> Int? {
        let count = relay.flow.withLock { flow in
            let count = min(bytes.count, max(0, Self.capacity - flow.underWay))
            flow.underWay += count
            flow.wantsRoom = flow.wantsRoom || count < bytes.count
            return count
        }
        awaitsRoom = count < bytes.count
        guard count > 0 else { return 0 }
        let part = Array(bytes[..<count])
        relay.home.post { [relay] in relay.send(part) }
        return count
    }

    func gather(_ bytes: UnsafeRawBufferPointer) -> Int? { send(bytes) }

    func callWhenWritable() {
        // Somebody who waits for room is told when there is.
        guard !awaitsRoom else { return }
        reactor.later { [self] in if !awaitsRoom { owner?.isWritable() } }
    }

    func setReading(_ isReading: Bool) { relay.home.post { [relay] in relay.setReading(isReading) } }
    func endOutput() { relay.home.post { [relay] in relay.endOutput() } }
    func kill() { relay.home.post { [relay] in relay.kill() } }

    /// It is closed with the answer that it was handed over for.
    func depart(for reactor: Reactor) -> WireTransit? { nil }
}

// From the relay.

extension RelayedWire {
    fileprivate func arrived(_ bytes: [UInt8]) {
        relay.flow.withLock { $0.unheard -= bytes.count }
        var bytes = bytes
        bytes.withUnsafeMutableBytes { owner?.received($0) }
    }

    fileprivate func hasRoom() {
        awaitsRoom = false
        owner?.isWritable()
    }

    fileprivate func gone() {
        let last = owner
        owner = nil
        last?.gone()
    }

    fileprivate func post(_ job: @escaping @Sendable (RelayedWire) -> Void) {
        reactor.post { job(self) }
    }
}

/// The part of a relayed wire that stays on its reactor.
private final class WireRelay: @unchecked Sendable {
    /// What both sides have to know.
    struct Flow {
        /// Bytes that the wire has not taken.
        var underWay = 0
        /// Bytes of the wire's that the peer's machine had not acknowledged, when that was last asked.
        var queued = 0
        var isAsked = false
        var wantsRoom = false
        /// Bytes that were read and that nobody has been told of.
        var unheard = 0
    }

    let home: Reactor
    let flow = Guarded(Flow())
    // What follows belongs to the reactor at home.
    private let wire: any Wire
    private var output = ByteOutput()
    private var wantsReading = true
    private var isCongested = false
    private var endsOutput = false
    private var isGone = false
    /// Let go when the wire is gone.
    var user: RelayedWire?

    init(_ wire: any Wire, on home: Reactor) {
        self.wire = wire
        self.home = home
    }

    func send(_ bytes: [UInt8]) {
        guard !isGone else { return }
        output.append(bytes)
        flush()
    }

    private func flush() {
        guard let sent = output.send(wire.send) else { return kill() }
        note(sent)
        if endsOutput, output.count == 0, wire.isClear {
            endsOutput = false
            wire.endOutput()
        }
    }

    private func note(_ sent: Int = 0) {
        let queued = wire.queuedByteCount
        let hasRoom = flow.withLock { flow in
            flow.underWay -= sent
            flow.queued = queued
            flow.isAsked = false
            guard flow.wantsRoom, flow.underWay < RelayedWire.capacity / 2 else { return false }
            flow.wantsRoom = false
            return true
        }
        if hasRoom { user?.post { $0.hasRoom() } }
    }

    /// Asks how much the peer's machine has not acknowledged, for whoever asks next. From any thread.
    func lookAgain() {
        let isFirst = flow.withLock { flow in
            defer { flow.isAsked = true }
            return !flow.isAsked && flow.queued > 0
        }
        if isFirst { home.post { if !self.isGone { self.note() } } }
    }

    func setReading(_ isReading: Bool) {
        wantsReading = isReading
        applyReading()
    }

    private func applyReading() {
        if !isGone { wire.setReading(wantsReading && !isCongested) }
    }

    func endOutput() {
        guard !isGone else { return }
        endsOutput = true
        flush()
    }

    func kill() {
        if !isGone { wire.kill() }
    }
}

extension WireRelay: WireOwner {
    func received(_ bytes: UnsafeMutableRawBufferPointer) {
        let part = Array(bytes)
        let unheard = flow.withLock { flow in
            flow.unheard += part.count
            return flow.unheard
        }
        user?.post { $0.arrived(part) }
        if unheard > RelayedWire.capacity, !isCongested { rest() }
    }

    /// Whoever reads is slow: this machine's memory is not to be filled meanwhile.
    private func rest() {
        isCongested = true
        applyReading()
        home.schedule(after: .milliseconds(10)) { [self] in
            isCongested = false
            guard flow.withLock({ $0.unheard }) <= RelayedWire.capacity / 2 else { return rest() }
            applyReading()
        }
    }

    func isWritable() { flush() }

    func gone() {
        isGone = true
        let last = user
        user = nil
        last?.post { $0.gone() }
    }
}
