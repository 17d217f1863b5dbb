import Foundation
import Realtime
import TestMaterial
import Testing

@Suite struct Base64Tests {
    /// RFC 4648 §10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func `the vectors of the standard hold both ways`(bytes: String, text: String) {
        #expect(Base64.encode(Array(bytes.utf8)) == text)
        #expect(Base64.decode(text) == Array(bytes.utf8))
    }

    @Test func `every character of the alphabet has its place`() {
        let text = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        #expect(Base64.decode(text).map(Base64.encode) == text)
        #expect(Base64.decode("+/+/") == [0xFB, 0xFF, 0xBF])
    }

    @Test(arguments: UInt64(0)..<200)
    func `bytes come back as they were, and as another implementation reads them`(seed: UInt64) {
        var random = SplitMix64(state: seed)
        let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
            UInt8.random(in: 0...255, using: &random)
        }
        let text = Base64.encode(bytes)
        #expect(text == Data(bytes).base64EncodedString(), "seed \(seed)")
        #expect(Base64.decode(text) == bytes, "seed \(seed)")
    }

    @Test(arguments: [
        "A", "AA", "AAA", "AAAAA", "A===", "====", "AA=A", "=AAA", "AAAA=", "AA==AAAA", "AAA\n", "AA A",
        "AA-_", "AAA\u{0}",
        "AAé", "***=", "AB==", "AAB=", "Zg=", "\"AAA",
    ])
    func `what is not base64 is refused`(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test(arguments: 0..<256)
    func `every foreign byte is refused in every place`(byte: Int) {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        guard !alphabet.utf8.contains(UInt8(byte)) else { return }
        for place in 0..<8 {
            var text = Array("AAAAAAAA".utf8)
            text[place] = UInt8(byte)
            let isPadding = byte == Int(UInt8(ascii: "=")) && place == 7
            #expect((text.withUnsafeBytes { Base64.decode($0) } == nil) == !isPadding, "\(byte) at \(place)")
        }
    }
}

@Suite struct SampleTests {
    @Test func `samples are little-endian`() {
        #expect(Base64.encode(samples: [1, -2, 0x1234]) == Base64.encode([1, 0, 0xFE, 0xFF, 0x34, 0x12]))
    }

    @Test(arguments: UInt64(0)..<100)
    func `samples come back however the stream is cut`(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        let sent = (0..<Int.random(in: 0...300, using: &random)).map { _ in
            Int16.random(in: .min ... .max, using: &random)
        }
        var bytes = try #require(Base64.decode(Base64.encode(samples: sent)))[...]
        var received: [Int16] = []
        var half: UInt8?
        var counted = 0
        while !bytes.isEmpty {
            let piece = bytes.prefix(Int.random(in: 0...50, using: &random))
            bytes = bytes.dropFirst(piece.count)
            counted += try #require(append(Base64.encode(Array(piece)), to: &received, half: &half))
        }
        #expect(received == sent && half == nil && counted == sent.count, "seed \(seed)")
    }

    @Test func `broken text changes nothing`() {
        var samples: [Int16] = [7]
        var half: UInt8? = 3
        #expect(append("AAA*", to: &samples, half: &half) == nil)
        #expect(samples == [7] && half == 3)
    }

    @Test func `an append frame is the event, letter by letter`() throws {
        let samples: [Int16] = [0, 1, -1, 12_345]
        let count = appendFrameByteCount(forAudio: 8)
        var frame = [UInt8](repeating: 0xAA, count: count + 3)
        let written = samples.withUnsafeBufferPointer { samples in
            frame.withUnsafeMutableBytes { appendFrame(samples: samples, into: $0) }
        }
        let event = ClientMessage(.inputAudioAppend(base64: Base64.encode(samples: samples)))
        #expect(written == count && Array(frame.prefix(written)) == event.utf8)
        #expect(Array(frame.suffix(3)) == [0xAA, 0xAA, 0xAA])
        #expect(try frame.prefix(written).withUnsafeBytes { try ClientMessage(parsing: $0) } == event)
    }

    private func append(_ text: String, to samples: inout [Int16], half: inout UInt8?) -> Int? {
        Array(text.utf8).withUnsafeBytes { Base64.decodeSamples($0, appendingTo: &samples, half: &half) }
    }
}
