import Testing
import WebSocketFrames

/// What a client reads of a server, and what it writes.
@Suite struct ServerFramesTests {
    @Test(arguments: [1, 2, 3, 7, 1_000])
    func `a server's frames carry no mask, cut in any way`(piece: Int) {
        let bytes =
            ClientFrame.make(1, Array("hello".utf8), mask: nil)
            + ClientFrame.make(2, [UInt8](repeating: 7, count: 300), isFinal: false, mask: nil)
            + ClientFrame.make(9, [1, 2], mask: nil) + ClientFrame.make(0, [8], mask: nil)
            + ClientFrame.make(8, [0x03, 0xF4] + "soon".utf8, mask: nil)
        let told = read(bytes.pieces(of: piece), from: .server)
        #expect(
            told == [
                .text("hello"), .ping([1, 2]), .binary([UInt8](repeating: 7, count: 300) + [8]),
                .close(1012, "soon"),
            ])
    }

    @Test func `a server that masks is refused`() {
        #expect(read([ClientFrame.text("hello")[...]], from: .server) == [.violation(.masked)])
        #expect(FrameViolation.masked.code == 1002)
    }

    @Test(arguments: [0, 1, 3, 7, 8, 9, 125, 126, 127, 1_321, 65_535, 65_536, 70_001])
    func `what a client writes is read as it was`(count: Int) {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        for mask: UInt32 in [0, 1, 0xDEAD_BEEF] {
            var space = [UInt8](repeating: 0, count: FrameWriter.maxHeaderByteCount) + payload
            let frame = space.withUnsafeMutableBytes { space in
                let place = UnsafeMutableRawBufferPointer(
                    rebasing: space[FrameWriter.maxHeaderByteCount...])
                return Array(FrameWriter.writeMasked(.binary, place, mask: mask))
            }
            #expect(frame[1] & 0x80 != 0)
            #expect(frame.count == FrameWriter.headerByteCount(payloadByteCount: count) + 4 + count)
            if mask != 0 && count > 8 { #expect(!frame.suffix(count).elementsEqual(payload)) }
            #expect(read([frame[...]], from: .client) == [.binary(payload)])
        }
    }
}
