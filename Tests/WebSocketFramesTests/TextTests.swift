import TestMaterial
import Testing
import WebSocketFrames

/// Text is UTF-8, wherever it is cut.
@Suite struct TextTests {
    @Test func `every character passes, cut between fragments at every place`() {
        let text = "a\u{7F}\u{80}ß\u{7FF}\u{800}€\u{D7FF}\u{E000}\u{FFFD}\u{FFFF}\u{10000}😀\u{10FFFF}z"
        let bytes = Array(text.utf8)
        for cut in 0...bytes.count {
            let fragments =
                ClientFrame.make(1, Array(bytes[..<cut]), isFinal: false) + ClientFrame.make(9, [1])
                + ClientFrame.make(0, Array(bytes[cut...]))
            #expect(read(fragments) == [.ping([1]), .text(text)], "cut at \(cut)")
        }
        let single = bytes.enumerated().flatMap {
            ClientFrame.make($0 == 0 ? 1 : 0, [$1], isFinal: $0 == bytes.count - 1)
        }
        #expect(read(single) == [.text(text)])
    }

    private static let none: [[UInt8]] = [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3, 0x28], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
        [0xED, 0xBF, 0xBF], [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28], [0xF0, 0x8F, 0xBF, 0xBF],
        [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF],
        [0xF0, 0x9F, 0x98, 0x28],
    ]

    @Test(arguments: none)
    func `what is no text is refused at its first wrong byte, before the message has ended`(_ bytes: [UInt8])
    {
        for before in ["", "a", "abcdefgh", "12345678é", "long enough for two words"] {
            let payload = Array(before.utf8) + bytes
            #expect(read(ClientFrame.make(1, payload, isFinal: false)) == [.violation(.notText)])
            #expect(read(ClientFrame.make(1, payload).pieces(of: 1)) == [.violation(.notText)])
            // The frame has not ended either.
            let unfinished = ClientFrame.make(1, payload + [UInt8](repeating: 65, count: 90)).prefix(
                6 + payload.count)
            #expect(read(Array(unfinished)) == [.violation(.notText)])
        }
    }

    @Test(arguments: [[0xC3], [0xE2], [0xE2, 0x82], [0xF0, 0x9F, 0x98]] as [[UInt8]])
    func `a character that never ends is refused with its message`(_ bytes: [UInt8]) {
        #expect(read(ClientFrame.make(1, bytes)) == [.violation(.notText)])
        #expect(read(ClientFrame.make(1, bytes, isFinal: false)) == [])
        #expect(
            read(ClientFrame.make(1, bytes, isFinal: false) + ClientFrame.make(0)) == [.violation(.notText)])
    }

    @Test func `the check agrees with the standard library's on random bytes`() {
        let seed = UInt64.random(in: 0...(.max))
        print("seed \(seed)")
        var random = SplitMix64(state: seed)
        for _ in 0..<20_000 {
            let pool: [UInt8] = [
                0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0,
                0xF4,
            ]
            let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pool.randomElement(using: &random)!
            }
            let isText = String(validating: bytes, as: UTF8.self) != nil
            let told = read(ClientFrame.make(1, bytes).pieces(of: Int.random(in: 1...20, using: &random)))
            #expect((told != [.violation(.notText)]) == isText, "\(bytes)")
        }
    }
}
