import Audio
import Codecs
import Foundation
import TestMaterial
import Testing

@Suite struct OpusTests {
    @Test(arguments: [300.0, 1_000, 3_000, 3_400])
    func `a tone comes through at its pitch and loudness`(hertz: Double) throws {
        let sound = tone(hertz, rate: 24_000, seconds: 1)
        let heard = try roundTrip(sound)
        #expect(heard.count == sound.count)
        let middle = Array(heard[4_800..<19_200])
        #expect(abs(level(of: hertz, in: middle, rate: 24_000) - -9.03) < 1)
        #expect(signalToNoise(of: hertz, in: middle, rate: 24_000) > 15)
    }

    @Test func `what goes in comes out later by the lookahead, and not a sample more`() throws {
        var click = [Int16](repeating: 0, count: 9_600)
        for offset in -20...20 {
            click[4_800 + offset] = Int16(16_000 * exp(-Double(offset * offset) / 100))
        }
        let heard = try roundTrip(click)
        let peak = try #require(heard.indices.max { heard[$0] < heard[$1] })
        let lookahead = try OpusEncoder().lookahead
        #expect(abs(peak - 4_800 - lookahead) <= 2, "peak at \(peak)")
        #expect(lookahead == 156, "6.5 ms at 24 kHz")
    }

    /// The first byte (RFC 6716 §3.1): configuration, channels, how many frames. No more than that is silence.
    @Test(
        arguments: [([0x00], 10), ([0x08], 20), ([0x10], 40), ([0x18], 60), ([0x1B, 2], 120)]
            as [([UInt8], Int)])
    func `a packet of nothing but its length is as long as it says`(bytes: [UInt8], milliseconds: Int) throws
    {
        var samples: [Int16] = []
        #expect(try decode(bytes, into: &samples))
        #expect(samples.count == milliseconds * 24)
    }

    private static let noPackets: [[UInt8]] = [
        [0x03],  // how many frames, is not said
        [0x03, 0],  // none
        [0x1B, 3, 0],  // three of 60 ms: more than 120 ms
        [0x01, 1, 2, 3],  // two of the same length, in an odd number of bytes
        [0x02, 252],  // the length of the first is cut off
        [0x02, 200, 1, 2],  // the first is longer than the packet
        [0xFB, 0xFF],  // padding and 63 frames, and nothing of them
    ]

    @Test(arguments: noPackets)
    func `what is no packet is told so, and the stream goes on`(bytes: [UInt8]) throws {
        let decoder = try OpusDecoder()
        var samples: [Int16] = []
        #expect(!bytes.withUnsafeBytes { decoder.decode($0, into: &samples) } && samples.isEmpty)
        #expect([8 as UInt8].withUnsafeBytes { decoder.decode($0, into: &samples) } && samples.count == 480)
    }

    @Test func `no bytes are no sound`() throws {
        var samples: [Int16] = []
        #expect(try decode([], into: &samples) && samples.isEmpty)
    }

    @Test func `speech keeps to its bitrate`() throws {
        let encoder = try OpusEncoder()
        var random = SplitMix64(state: 7)
        var byteCount = 0
        for _ in 0..<250 {
            let frame = (0..<480).map { _ in Int16.random(in: -8_000...8_000, using: &random) }
            byteCount += frame.withUnsafeBufferPointer { encoder.encode($0) { $0.count } }
        }
        #expect((16_000...36_000).contains(byteCount * 8 / 5), "\(byteCount * 8 / 5) bit/s")
    }

    @Test func `after a reset nothing of the old sound is heard`() throws {
        let encoder = try OpusEncoder()
        let decoder = try OpusDecoder()
        _ = try pass(tone(1_000, rate: 24_000, seconds: 0.2), encoder, decoder)
        encoder.reset()
        let silence = try pass([Int16](repeating: 0, count: 4_800), encoder, try OpusDecoder())
        #expect(silence.allSatisfy { abs(Int($0)) < 64 })
    }

    @Test func `a frame costs little of its 20 ms`() throws {
        let encoder = try OpusEncoder()
        let decoder = try OpusDecoder()
        let sound = tone(440, rate: 24_000, seconds: 4)
        let spent = try ContinuousClock().measure { _ = try pass(sound, encoder, decoder) }
        // A loaded machine takes many times as long as an idle one; 20 ms would be too late on any.
        #expect(spent / 200 < .milliseconds(20))
    }
}

private func decode(_ packet: [UInt8], into samples: inout [Int16]) throws -> Bool {
    let decoder = try OpusDecoder()
    return packet.withUnsafeBytes { decoder.decode($0, into: &samples) }
}

private func roundTrip(_ sound: [Int16]) throws -> [Int16] {
    try pass(sound, try OpusEncoder(), try OpusDecoder())
}

private func pass(_ sound: [Int16], _ encoder: OpusEncoder, _ decoder: OpusDecoder) throws -> [Int16] {
    var heard: [Int16] = []
    for start in stride(from: 0, to: sound.count, by: 480) {
        let isPacket = Array(sound[start..<start + 480]).withUnsafeBufferPointer {
            encoder.encode($0) { decoder.decode($0, into: &heard) }
        }
        try #require(isPacket)
    }
    return heard
}
