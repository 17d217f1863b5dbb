import JSONValues
import Testing

@testable import Service

@Suite struct EventStreamReaderTests {
    @Test(arguments: [1, 2, 3, 7, 1_000])
    func `events are read however their bytes arrive`(size: Int) {
        let text =
            ": hello\r\ndata: {\"a\":\r\ndata: 1}\r\n\r\nevent: x\nid: 5\ndata:two\n\n\n\rdata\r\revent: none\n\n: bye\n\ndata: lost"
        var reader = EventStreamReader()
        var events: [String] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            let part = Array(bytes[start..<min(start + size, bytes.count)])
            events += part.withUnsafeBytes { reader.read($0) }.map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(events == ["{\"a\":\n1}", "two", ""])
    }

    @Test func `an event without an end is given up`() {
        var reader = EventStreamReader()
        let part = [UInt8](repeating: 65, count: 1 << 18)
        for _ in 0..<8 { _ = part.withUnsafeBytes { reader.read($0) } }
        #expect(reader.isOverfull)
    }
}
