import Testing

@testable import Networking

@Suite struct ByteOutputTests {
    @Test func `what always has something waiting does not keep what has left`() {
        var output = ByteOutput()
        var expected: [UInt8] = []
        for round in 0..<2_000 {
            let part = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &+ round) }
            output.append(part)
            expected += part
            let sent = output.send { bytes in
                let count = round == 0 ? 0 : 1_000
                #expect(bytes[..<count].elementsEqual(expected[..<count]))
                expected.removeFirst(count)
                return count
            }
            #expect(sent != nil && output.count == 1_000)
            #expect(output.heldByteCount < 200_000, "round \(round)")
        }
    }

    @Test func `a connection that is broken keeps what waits, and takes nothing`() {
        var output = ByteOutput()
        output.append([1, 2, 3])
        #expect(output.send { _ in nil } == nil)
        #expect(output.send { _ in 2 } == 2)
        #expect(output.send { Array($0) == [3] ? 1 : nil } == 1)
        #expect(output.send { _ in nil } == 0)
    }
}
