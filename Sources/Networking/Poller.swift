import CLibwebsockets
import Glibc

/// Waits for sockets in the clear, by the kernel's own list: the library hands over its whole list at every turn, which
/// costs more than the work as soon as there are hundreds of sockets. The list itself is one descriptor: while the
/// library has connections it waits for a copy of that, too.
final class Poller: ConnectionOwner {
    let list: Int32
    private let bell: Int32
    private var wires: [PlainWire?] = []
    private var listeners: [Int32: HTTPListener] = [:]
    var gatherings = Gatherings()
    var moderation = Moderation()
    private var turnCount = 0
    private let ready: UnsafeMutableBufferPointer<parley_ready>
    /// What was read last.
    let space: UnsafeMutableRawBufferPointer

    /// Sockets looked after in one turn; the others come with the next one.
    private static let maxReadyCount = 64
    /// How long those are looked after in one turn that carry no sound. Default 2 ms: a storm of joins delays nobody's
    /// sound by more than a tenth of a frame.
    private static let patience: Duration = .milliseconds(2)

    init() throws(NetworkingError) {
        list = parley_poll_list()
        bell = parley_bell()
        ready = .allocate(capacity: Self.maxReadyCount)
        space = .allocate(byteCount: 64 << 10, alignment: 16)
        guard list >= 0, bell >= 0, parley_poll_add(list, bell, true, false) == 0 else {
            throw .cannotStart(reason: "no list of sockets: \(systemError())")
        }
    }

    deinit {
        if bell >= 0 { Glibc.close(bell) }
        if list >= 0 { Glibc.close(list) }
        ready.deallocate()
        space.deallocate()
    }

    func later(_ job: @escaping () -> Void) { Reactor.current?.later(job) }

    func add(_ wire: PlainWire, reading: Bool, writing: Bool) {
        let place = Int(wire.socket)
        while wires.count <= place { wires.append(nil) }
        wires[place] = wire
        wire.addedIn = turnCount
        parley_poll_add(list, wire.socket, reading, writing)
    }

    func change(_ wire: PlainWire, reading: Bool, writing: Bool) {
        parley_poll_change(list, wire.socket, reading, writing)
    }

    /// The socket lives on, but not here.
    func forget(_ wire: PlainWire) { parley_poll_forget(list, wire.socket) }

    /// The socket is about to be closed, which takes it off the list, or to be forgotten. False: it was before.
    func remove(_ wire: PlainWire) -> Bool {
        guard wires[Int(wire.socket)] === wire else { return false }
        wires[Int(wire.socket)] = nil
        return true
    }

    func add(_ listener: HTTPListener) -> Bool {
        listeners[listener.socket] = listener
        return parley_poll_add(list, listener.socket, true, false) == 0
    }

    func change(_ listener: HTTPListener, reading: Bool) {
        parley_poll_change(list, listener.socket, reading, false)
    }

    /// The socket is about to be closed, which takes it off the list.
    func remove(_ listener: HTTPListener) { listeners[listener.socket] = nil }

    /// Ends a wait. From any thread, as long as the loop is there.
    func ring() { parley_bell_ring(bell) }

    func happened(
        _ reason: lws_callback_reasons, _ wsi: OpaquePointer, _ bytes: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int32 {
        if reason == LWS_CALLBACK_RAW_RX_FILE { turn(atMost: 0) }
        return 0
    }

    /// Lets events gather where there are many, at most until `deadline`. Whoever rings waits for that window, too.
    func gather(until deadline: Moment?) {
        guard var end = moderation.nextTurn else { return }
        if let deadline { end = min(end, deadline) }
        let rest = (end - .now).nanoseconds
        guard rest > 0 else { return }
        var time = timespec(tv_sec: 0, tv_nsec: Int(rest))
        nanosleep(&time, nil)
    }

    /// Waits for something to happen, at most so many nanoseconds, and lets it happen; less than 0: as long as it takes.
    func turn(atMost wait: Int64) {
        let count = parley_poll_ready(list, ready.baseAddress, Int32(Self.maxReadyCount), wait)
        turnCount += 1
        moderation.turn(with: max(0, Int(count)), at: .now)
        guard count > 0 else { return }
        let ready = ready[..<Int(count)]
        var waitsLonger = false
        for event in ready {
            guard let wire = wire(of: event) else {
                waitsLonger = true
                continue
            }
            if wire.isUrgent { happened(event, to: wire) } else { waitsLonger = true }
        }
        if waitsLonger {
            flush()
            lookAfterTheRest(ready)
        }
        flush()
    }

    /// Those whose turn does not come are still ready in the next one, and before those who were served.
    private func lookAfterTheRest(_ ready: Slice<UnsafeMutableBufferPointer<parley_ready>>) {
        let end = Moment.now + Self.patience
        for event in ready {
            if let wire = wire(of: event) {
                if wire.isUrgent { continue }
                happened(event, to: wire)
            } else if event.socket == bell {
                parley_bell_silence(bell)
                continue
            } else {
                listeners[event.socket]?.happened()
            }
            if Moment.now > end { return }
        }
    }

    /// One that came before in this turn may have closed this one's socket, and opened another in its place, of which
    /// nothing was said.
    private func wire(of event: parley_ready) -> PlainWire? {
        let place = Int(event.socket)
        guard place < wires.count, let wire = wires[place], wire.addedIn != turnCount else { return nil }
        return wire
    }

    private func happened(_ event: parley_ready, to wire: PlainWire) {
        wire.happened(isReadable: event.is_readable, isWritable: event.is_writable, isOver: event.is_over)
        flushEach()
    }

    /// Lets leave what was gathered when a wire's or a deadline's turn is over. A busy loop does that once for all of them:
    /// their peers are woken by the first, and awake for the others.
    func flushEach() {
        if !moderation.isBusy { flush() }
    }

    /// Lets leave what was gathered, always before the loop waits.
    func flush() {
        while let wire = gatherings.popFirst() { wire.flush() }
    }

    /// The library waits for the list no more; we may.
    func gone() {}

    /// The loop has ended.
    func end() {
        for wire in wires { wire?.close() }
        for listener in Array(listeners.values) { listener.close() }
    }
}
