import Testing
import WebSocketFrames

@Suite struct FrameWriterTests {
    private func header(_ opcode: Opcode, _ count: Int) -> [UInt8] {
        var space = [UInt8](repeating: 0xEE, count: 20)
        space.withUnsafeMutableBytes {
            FrameWriter.writeHeader(opcode, payloadByteCount: count, before: $0.baseAddress! + 15)
        }
        let size = FrameWriter.headerByteCount(payloadByteCount: count)
        #expect(space[15...].allSatisfy { $0 == 0xEE } && space[..<(15 - size)].allSatisfy { $0 == 0xEE })
        return Array(space[(15 - size)..<15])
    }

    @Test func `a length takes as few bytes as it needs, and nothing is masked`() {
        #expect(header(.text, 0) == [0x81, 0])
        #expect(header(.binary, 125) == [0x82, 125])
        #expect(header(.binary, 126) == [0x82, 126, 0, 126])
        #expect(header(.text, 65_535) == [0x81, 126, 0xFF, 0xFF])
        #expect(header(.binary, 65_536) == [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0])
        #expect(
            header(.close, 2) == [0x88, 2] && header(.ping, 4) == [0x89, 4] && header(.pong, 0) == [0x8A, 0])
    }

    @Test func `a close carries its code and as much of its reason as fits`() {
        #expect(FrameWriter.closePayload(code: 1000, reason: "") == [3, 0xE8])
        #expect(FrameWriter.closePayload(code: 1005, reason: "unsaid") == [])
        let long = FrameWriter.closePayload(code: 4999, reason: String(repeating: "é", count: 100))
        #expect(long == [0x13, 0x87] + String(repeating: "é", count: 61).utf8)
        #expect(FrameWriter.closePayload(code: 1000, reason: String(repeating: "x", count: 123)).count == 125)
    }
}
