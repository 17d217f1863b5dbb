import Glibc
import Testing

@testable import Networking

/// One turn of the kernel's list: who is looked after, in which order, for how long.
@Suite struct PollerTests {
    @Test func `who carries sound is looked after before who came first`() throws {
        let list = try List()
        let asks = try list.open(isUrgent: false)
        let sounds = try list.open(isUrgent: true)
        asks.say(1)
        sounds.say(2)
        list.poller.turn(atMost: 0)
        #expect(list.heard == [2, 1])
    }

    @Test func `those who can wait are given a part of a turn, and all of them are served in the end`() throws
    {
        let list = try List()
        list.onEach = { usleep(3_000) }
        let peers = try (0..<3).map { _ in try list.open(isUrgent: false) }
        for (index, peer) in peers.enumerated() { peer.say(UInt8(index)) }
        for turn in 1...3 {
            list.poller.turn(atMost: 0)
            #expect(list.heard.count == turn)
        }
        #expect(list.heard == [0, 1, 2])
    }

    @Test func `what was gathered leaves in the order in which it began, what hurries at once`() throws {
        let list = try List()
        let first = try list.open(isUrgent: true)
        let second = try list.open(isUrgent: true)
        first.gather(1)
        second.gather(2)
        second.wire.hurry()
        #expect(first.receive() == nil && second.receive() == [2])
        second.gather(3)
        #expect(list.poller.gatherings.popFirst() === first.wire)
        #expect(list.poller.gatherings.popFirst() === second.wire)
    }

    @Test func `what a busy turn gathers leaves at its end, what another gathers behind each wire`() throws {
        let list = try List()
        let first = try list.open(isUrgent: true)
        let second = try list.open(isUrgent: true)
        var left: [[UInt8]?] = []
        list.onEach = {
            left.append(first.receive())
            first.gather(7)
        }
        func turn() {
            first.say(1)
            second.say(2)
            list.poller.turn(atMost: 0)
            left.append(first.receive())
        }
        turn()
        #expect(left == [nil, [7], [7]])
        left = []
        // So many, and so late, that no delay of this test's makes them few.
        list.poller.moderation.turn(with: 1_000_000, at: .now + .milliseconds(100))
        list.poller.moderation.turn(with: 1_000_000, at: .now + .milliseconds(200))
        turn()
        #expect(left == [nil, nil, [7, 7]])
    }

    @Test func `a busy loop waits for its window between two turns, and not beyond a deadline`() throws {
        let list = try List()
        let start = Moment.now
        list.poller.gather(until: nil)
        for tick in 0...160 { list.poller.moderation.turn(with: 9, at: start + .milliseconds(tick - 160)) }
        list.poller.gather(until: start + .microseconds(200))
        #expect(Moment.now - start >= .microseconds(200))
        list.poller.gather(until: nil)
        #expect(Moment.now - start >= Moderation.shortest)
    }

    @Test func `what is said of a socket does not reach another that took its place`() throws {
        // Tests beside this one open sockets, too, and may get there first.
        var ends: Int?
        for _ in 0..<100 where ends == nil { ends = try replace() }
        #expect(ends == 1)
    }

    /// A socket is closed and replaced after the kernel has said that it is over.
    ///
    /// - Returns: how many ends were told; `nil`: the new one has another number.
    private func replace() throws -> Int? {
        let list = try List()
        let first = try list.open(isUrgent: true)
        let second = try list.open(isUrgent: true)
        var newcomer: Peer?
        list.onEach = {
            second.wire.close()
            newcomer = try? list.open(isUrgent: true, isConnecting: true)
        }
        first.say(1)
        second.hangUp()
        list.poller.turn(atMost: 0)
        return newcomer?.wire.socket == second.wire.socket ? list.gone.count : nil
    }

    @Test func `whoever rings ends a wait, once`() throws {
        let list = try List()
        list.poller.ring()
        let start = Moment.now
        list.poller.turn(atMost: 60_000_000_000)
        #expect(Moment.now - start < .seconds(30))
        let again = Moment.now
        list.poller.turn(atMost: 2_000_000)
        #expect(Moment.now - again >= .milliseconds(2))
    }
}

/// A poller with wires on it, and what they were told.
private final class List {
    let poller: Poller
    var heard: [UInt8] = []
    var gone: [Int32] = []
    var onEach: () -> Void = {}
    private var peers: [Peer] = []

    init() throws { poller = try Poller() }

    deinit {
        for peer in peers {
            peer.wire.owner = nil
            peer.wire.close()
            peer.hangUp()
        }
    }

    func open(isUrgent: Bool, isConnecting: Bool = false) throws -> Peer {
        let peer = try Peer(of: self, isUrgent: isUrgent, isConnecting: isConnecting)
        peers.append(peer)
        return peer
    }
}

/// A wire of the list's, and its other end.
private final class Peer: WireOwner {
    let wire: PlainWire
    let isUrgent: Bool
    private unowned let list: List
    private var end: Int32

    init(of list: List, isUrgent: Bool, isConnecting: Bool) throws {
        var ends: [Int32] = [0, 0]
        let type = Int32(SOCK_SEQPACKET.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        try #require(socketpair(AF_UNIX, type, 0, &ends) == 0)
        self.list = list
        self.isUrgent = isUrgent
        end = ends[1]
        wire = PlainWire(ends[0], on: list.poller, isConnecting: isConnecting)
        wire.owner = self
    }

    func say(_ byte: UInt8) {
        var byte = byte
        _ = send(end, &byte, 1, 0)
    }

    func hangUp() {
        if end >= 0 { close(end) }
        end = -1
    }

    func gather(_ byte: UInt8) { _ = [byte].withUnsafeBytes { wire.gather($0) } }

    func receive() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = recv(end, &bytes, bytes.count, 0)
        return count < 0 ? nil : Array(bytes[..<count])
    }

    func received(_ bytes: UnsafeMutableRawBufferPointer) {
        list.heard += bytes
        list.onEach()
    }

    func isWritable() {}
    func gone() { list.gone.append(wire.socket) }
}
