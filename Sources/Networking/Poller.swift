import CLibwebsockets
import Glibc

/// Waits for sockets in the clear, by the kernel's own list: the library hands over its whole list at every turn, which
/// costs more than the work as soon as there are hundreds of sockets. The list itself is one descriptor, for which the
/// library waits.
final class Poller: ConnectionOwner {
    let list: Int32
    private var wires: [PlainWire?] = []
    var gatherings = Gatherings()
    private let ready: UnsafeMutableBufferPointer<parley_ready>
    /// What was read last.
    let space: UnsafeMutableRawBufferPointer

    /// Sockets looked after in one turn; the others come with the next one.
    private static let maxReadyCount = 64

    init() throws(NetworkingError) {
        list = parley_poll_list()
        ready = .allocate(capacity: Self.maxReadyCount)
        space = .allocate(byteCount: 64 << 10, alignment: 16)
        guard list >= 0 else { throw .cannotStart(reason: "no list of sockets: \(systemError())") }
    }

    deinit {
        ready.deallocate()
        space.deallocate()
    }

    func later(_ job: @escaping () -> Void) { Reactor.current?.later(job) }

    func add(_ wire: PlainWire, reading: Bool, writing: Bool) {
        let place = Int(wire.socket)
        while wires.count <= place { wires.append(nil) }
        wires[place] = wire
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

    func happened(
        _ reason: lws_callback_reasons, _ wsi: OpaquePointer, _ bytes: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int32 {
        guard reason == LWS_CALLBACK_RAW_RX_FILE else { return 0 }
        let count = parley_poll_ready(list, ready.baseAddress, Int32(Self.maxReadyCount))
        for index in 0..<max(0, Int(count)) {
            let event = ready[index]
            // One that came before in this turn may have closed this one's socket, and opened another in its place: that
            // is then told what it will find not to be so.
            guard let wire = wires[Int(event.socket)] else { continue }
            wire.happened(
                isReadable: event.is_readable, isWritable: event.is_writable, isOver: event.is_over)
            flush()
        }
        return 0
    }

    /// Lets leave what was gathered: when a wire's or a deadline's turn is over, and always before the loop waits.
    func flush() {
        while let wire = gatherings.popLast() { wire.flush() }
    }

    /// The loop has ended.
    func gone() {
        for wire in wires { wire?.close() }
    }
}
