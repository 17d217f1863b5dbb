import Glibc
import Testing

@testable import Networking

/// Sockets that keep apart what was sent apart, so that it can be counted.
@Suite struct GatheringTests {
    @Test func `what one turn sends leaves together, when the turn is over`() throws {
        let pair = try Pair()
        #expect(pair.gather([1, 2]) == 2)
        #expect(pair.gather([3]) == 1)
        #expect(pair.receive() == nil)
        #expect(pair.wire.isClear)
        #expect(pair.wire.queuedByteCount == 3)
        #expect(pair.wire.queues(moreThan: 2) && !pair.wire.queues(moreThan: 3))
        pair.poller.flush()
        #expect(pair.receive() == [1, 2, 3])
        #expect(pair.receive() == nil)
        pair.poller.flush()
        #expect(pair.receive() == nil)
    }

    @Test func `what is sent at once comes behind what was gathered`() throws {
        let pair = try Pair()
        _ = pair.gather([1])
        #expect(([2, 3] as [UInt8]).withUnsafeBytes { pair.wire.send($0) } == 2)
        #expect(pair.receive() == [1])
        #expect(pair.receive() == [2, 3])
    }

    @Test func `what is too much for one turn leaves before it is over, in order`() throws {
        let pair = try Pair()
        let parts = (0..<5).map { [UInt8](repeating: $0, count: 7_000) }
        for part in parts { #expect(pair.gather(part) == 7_000) }
        #expect(pair.receive() == parts[0] + parts[1])
        #expect(pair.receive() == parts[2] + parts[3])
        #expect(pair.receive() == nil)
        #expect(pair.gather([UInt8](repeating: 9, count: 30_000)) == 30_000)
        #expect(pair.receive() == parts[4])
        #expect(pair.receive()?.count == 30_000)
    }

    @Test func `what is larger than a turn may gather leaves by itself`() throws {
        let pair = try Pair()
        #expect(pair.gather([UInt8](repeating: 1, count: 20_000)) == 20_000)
        #expect(pair.receive()?.count == 20_000)
    }

    @Test func `a peer that does not read is waited for, and misses nothing`() throws {
        let pair = try Pair()
        var expected: [[UInt8]] = []
        while pair.wire.isClear {
            expected.append([UInt8](repeating: UInt8(expected.count % 251), count: 4_000))
            #expect(pair.gather(expected[expected.count - 1]) == 4_000)
            pair.poller.flush()
            try #require(expected.count < 10_000)
        }
        #expect(pair.gather([7]) == 0)
        #expect(([7] as [UInt8]).withUnsafeBytes { pair.wire.send($0) } == 0)
        pair.wire.endOutput()
        for part in expected.dropLast() { #expect(pair.receive() == part) }
        #expect(pair.receive() == nil)
        pair.wire.happened(isReadable: false, isWritable: true, isOver: false)
        #expect(pair.wire.isClear)
        #expect(pair.receive() == expected.last)
        #expect(pair.receive() == [])
    }

    @Test func `of a stream the kernel takes parts, and each byte once`() throws {
        let pair = try Pair(SOCK_STREAM)
        var expected: [UInt8] = []
        var received: [UInt8] = []
        var stuckCount = 0
        func read() {
            received += pair.receive(atMost: 3_000) ?? []
            pair.wire.happened(isReadable: false, isWritable: true, isOver: false)
        }
        for round in 0..<300 {
            let part = [UInt8](repeating: UInt8(truncatingIfNeeded: round), count: 7_001)
            if pair.gather(part) == part.count { expected += part }
            pair.poller.flush()
            guard !pair.wire.isClear else { continue }
            stuckCount += 1
            read()
        }
        for _ in 0..<10_000 where received.count < expected.count { read() }
        #expect(stuckCount > 10)
        #expect(received == expected)
    }

    @Test func `our last words leave before a connection is cut`() throws {
        let pair = try Pair()
        _ = pair.gather([1, 2])
        pair.wire.kill()
        #expect(pair.receive() == [1, 2])
        #expect(pair.gather([3]) == nil)
        pair.poller.flush()
        #expect(pair.receive() == nil)
    }

    @Test func `a connection that breaks meanwhile is noticed when the turn is over`() throws {
        let pair = try Pair()
        _ = pair.gather([1])
        pair.hangUp()
        pair.poller.flush()
        #expect(pair.gather([2]) == nil)
    }
}

/// A wire, and its other end.
private final class Pair {
    let poller: Poller
    let wire: PlainWire
    private var peer: Int32

    /// - Parameter kind: which keeps apart what was sent apart, or does not.
    init(_ kind: __socket_type = SOCK_SEQPACKET) throws {
        poller = try Poller()
        var ends: [Int32] = [0, 0]
        let type = Int32(kind.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        try #require(socketpair(AF_UNIX, type, 0, &ends) == 0)
        if kind == SOCK_STREAM {
            // The kernel cuts what is sent in halves of this.
            var space: Int32 = 4 << 10
            setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &space, socklen_t(MemoryLayout<Int32>.size))
        }
        wire = PlainWire(ends[0], on: poller)
        peer = ends[1]
    }

    deinit {
        wire.close()
        hangUp()
        close(poller.list)
    }

    func hangUp() {
        if peer >= 0 { close(peer) }
        peer = -1
    }

    func gather(_ bytes: [UInt8]) -> Int? { bytes.withUnsafeBytes { wire.gather($0) } }

    /// What was sent with one call, of a stream what has arrived; empty: no more will come; `nil`: nothing has.
    func receive(atMost limit: Int = 64 << 10) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = recv(peer, &bytes, bytes.count, 0)
        return count < 0 ? nil : Array(bytes[..<count])
    }
}
