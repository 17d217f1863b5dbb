import Testing
import WebSocketFrames

@Suite struct FrameReaderTests {
    private static let conversation: [UInt8] =
        ClientFrame.text("") + ClientFrame.text("grün") + ClientFrame.make(2, Array(0..<200))
        + ClientFrame.make(9) + ClientFrame.text("one ", isFinal: false)
        + ClientFrame.make(9, Array(repeating: 7, count: 125)) + ClientFrame.more("", isFinal: false)
        + ClientFrame.more("two ", isFinal: false) + ClientFrame.make(10, [1, 2]) + ClientFrame.more("€")
        + ClientFrame.make(2, isFinal: false) + ClientFrame.make(0)
        + ClientFrame.close(4999, Array("später".utf8))
    private static let told: [Told] = [
        .text(""), .text("grün"), .binary(Array(0..<200)), .ping([]), .ping(Array(repeating: 7, count: 125)),
        .pong([1, 2]), .text("one two €"), .binary([]), .close(4999, "später"),
    ]

    @Test func `a conversation is the same however its bytes come`() {
        for size in 1...Self.conversation.count {
            #expect(read(Self.conversation.pieces(of: size)) == Self.told, "pieces of \(size)")
        }
    }

    @Test func `a conversation cut in two anywhere is the same`() {
        for cut in 0...Self.conversation.count {
            #expect(
                read([Self.conversation[..<cut], Self.conversation[cut...]]) == Self.told, "cut at \(cut)")
        }
    }

    @Test(arguments: [0, 1, 7, 8, 125, 126, 127, 65_535, 65_536, 70_001])
    func `every length is read, with every mask, whole and in pieces`(count: Int) {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for mask: [UInt8] in [[0, 0, 0, 0], [0xFF, 0, 0x55, 0xAA], [1, 2, 3, 4]] {
            let frame = ClientFrame.make(2, payload, mask: mask)
            for size in [1, 3, 5, 4_096, frame.count] where count < 1_000 || size > 1 {
                #expect(read(frame.pieces(of: size)) == [.binary(payload)], "\(mask) in pieces of \(size)")
            }
        }
    }

    @Test func `a message as long as allowed passes, whole or in fragments, and the next one too`() {
        let part = [UInt8](repeating: 1, count: 500)
        let fragments = ClientFrame.make(2, part, isFinal: false) + ClientFrame.make(0, part)
        #expect(
            read(ClientFrame.make(2, part + part) + fragments + fragments, limit: 1_000)
                == Array(repeating: .binary(part + part), count: 3))
    }

    @Test func `a message ends with its last fragment`() {
        let bytes = ClientFrame.make(2, isFinal: false) + ClientFrame.make(0) + ClientFrame.make(0)
        #expect(read(bytes) == [.binary([]), .violation(.continuationOfNothing)])
    }

    @Test func `nothing is read behind a close or a violation`() {
        #expect(read(ClientFrame.close(1000) + ClientFrame.text("more")) == [.close(1000, "")])
        #expect(read(ClientFrame.make(8) + ClientFrame.text("more")) == [.close(nil, "")])
        let bad = ClientFrame.make(3) + ClientFrame.text("more") + ClientFrame.close(1000)
        #expect(read(bad.pieces(of: 3)) == [.violation(.unknownOpcode(3))])
    }

    @Test(arguments: [
        1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999,
    ])
    func `a close code that may be sent arrives as it is`(code: Int) {
        #expect(read(ClientFrame.close(code)) == [.close(code, "")])
        #expect(read(ClientFrame.close(code, Array(repeating: 65, count: 123))).count == 1)
    }
}

/// RFC 6455, whatever a client must not do.
@Suite struct FrameViolationTests {
    struct Case: CustomStringConvertible, Sendable {
        let description: String
        let bytes: [UInt8]
        let violation: FrameViolation

        init(_ description: String, _ bytes: [UInt8], _ violation: FrameViolation) {
            self.description = description
            self.bytes = bytes
            self.violation = violation
        }
    }

    static let cases: [Case] =
        (1...7).map { Case("reserved bits \($0)", ClientFrame.make(1, [65], reserved: $0), .reservedBits) }
        + [3, 4, 5, 6, 7, 11, 12, 13, 14, 15].map {
            Case("opcode \($0)", ClientFrame.make($0, [65]), .unknownOpcode($0))
        }
        + [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535].map {
            Case("close code \($0)", ClientFrame.close($0), .closeCode($0))
        }
        + [1, 2, 8, 9, 10].map {
            Case("unmasked \($0)", ClientFrame.make($0, [3, 0xE8], mask: nil), .unmasked)
        }
        + [8, 9, 10].flatMap {
            [
                Case(
                    "\($0) in fragments", ClientFrame.make($0, [3, 0xE8], isFinal: false), .fragmentedControl),
                Case(
                    "\($0) of 126 bytes", ClientFrame.make($0, Array(repeating: 65, count: 126)), .longControl
                ),
                Case(
                    "\($0) of 65,536 bytes", ClientFrame.make($0, Array(repeating: 65, count: 65_536)),
                    .longControl),
            ]
        }
        + [
            Case("unmasked and empty", ClientFrame.make(1, mask: nil), .unmasked),
            Case("an unmasked fragment", ClientFrame.text("a", isFinal: false) + [0x80, 1, 65], .unmasked),
            Case("a continuation of nothing", ClientFrame.make(0, [65]), .continuationOfNothing),
            Case("one that goes on", ClientFrame.make(0, [65], isFinal: false), .continuationOfNothing),
            Case(
                "text in text", ClientFrame.text("a", isFinal: false) + ClientFrame.text("b"),
                .interruptedMessage),
            Case(
                "sound in text", ClientFrame.text("", isFinal: false) + ClientFrame.make(2),
                .interruptedMessage),
            Case(
                "text in sound", ClientFrame.make(2, isFinal: false) + ClientFrame.text("b"),
                .interruptedMessage),
            Case("125 in two bytes", [0x82, 0x80 | 126, 0, 125], .badLength),
            Case("0 in eight bytes", [0x82, 0x80 | 127] + [UInt8](repeating: 0, count: 8), .badLength),
            Case("65,535 in eight bytes", [0x82, 0x80 | 127, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], .badLength),
            Case("the top bit", [0x82, 0x80 | 127, 0x80, 0, 0, 0, 0, 1, 0, 0], .badLength),
            Case("a length of ones", [0x82, 0x80 | 127] + [UInt8](repeating: 0xFF, count: 8), .badLength),
            Case("a close of one byte", ClientFrame.make(8, [3]), .shortClose),
            Case("a reason that is no text", ClientFrame.close(1000, [0xC3, 0x28]), .notText),
            Case("a reason that is cut", ClientFrame.close(1000, [0xE2, 0x82]), .notText),
            Case("HTTP", Array("GET / HTTP/1.1\r\n\r\n".utf8), .reservedBits),
        ]

    @Test(arguments: cases)
    func `a violation is one however its bytes come, and harms nothing before it`(_ wrong: Case) {
        for bytes in [wrong.bytes, ClientFrame.text("ä") + ClientFrame.make(9) + wrong.bytes] {
            let before: [Told] = bytes.count == wrong.bytes.count ? [] : [.text("ä"), .ping([])]
            #expect(read(bytes) == before + [.violation(wrong.violation)])
            #expect(read(bytes.pieces(of: 1)) == before + [.violation(wrong.violation)])
        }
        let expected = wrong.violation == .notText ? 1007 : 1002
        #expect(wrong.violation.code == expected && wrong.violation.reason.utf8.count <= 123)
    }

    @Test(arguments: [1_001, 65_536, 1 << 20, 1 << 62])
    func `a message that is too long is refused by its announcement`(count: Int) {
        let length = (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * $0)) }
        let header: [UInt8] =
            count < 1 << 16 ? [0x82, 0xFE, UInt8(count >> 8), UInt8(count & 0xFF)] : [0x82, 0xFF] + length
        #expect(read(header + [1, 2, 3, 4], limit: 1_000) == [.violation(.tooLong(limit: 1_000))])
    }

    @Test func `fragments that are too long together are refused by the last one's announcement`() {
        let part = [UInt8](repeating: 65, count: 600)
        let bytes = ClientFrame.make(1, part, isFinal: false) + ClientFrame.make(0, part).prefix(8)
        #expect(read(bytes, limit: 1_000) == [.violation(.tooLong(limit: 1_000))])
        #expect(FrameViolation.tooLong(limit: 1_000).code == 1009)
    }
}
