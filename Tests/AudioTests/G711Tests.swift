import Audio
import Testing

@Suite struct G711Tests {
    @Test(
        arguments: [
            (0, 0xFF, 0xD5), (-1, 0x7F, 0x55), (8, 0xFE, 0xD5), (100, 0xF2, 0xD3), (-100, 0x73, 0x53),
            (1000, 0xCE, 0xFA),
            (-1000, 0x4E, 0x7A), (8031, 0xA0, 0x8A), (-8031, 0x20, 0x0A), (32767, 0x80, 0xAA),
            (-32768, 0x00, 0x2A),
        ] as [(Int16, UInt8, UInt8)])
    func `known samples have known codes`(sample: Int16, muLaw: UInt8, aLaw: UInt8) {
        #expect(G711.muLaw(sample) == muLaw)
        #expect(G711.aLaw(sample) == aLaw)
    }

    /// Checksums of what Python's `audioop` makes of every code and every sample. (Its µ-law cuts
    /// negative samples to 14 bits by floor, which moves them away from zero; hence only the others there.)
    @Test func `every code and sample agrees with an independent implementation`() {
        let codes = UInt8.min...UInt8.max
        #expect(checksum(bytes(codes.map { G711.sample(muLaw: $0) })) == 0xb91e_65d6_8481_a1a8)
        #expect(checksum(bytes(codes.map { G711.sample(aLaw: $0) })) == 0x693a_40ca_62a3_d2a5)
        #expect(checksum((0...Int16.max).map { G711.muLaw($0) }) == 0x1830_3138_f6ea_eb89)
        #expect(checksum((Int16.min...Int16.max).map { G711.aLaw($0) }) == 0xf030_666e_b780_cf25)
    }

    @Test func `both sides of zero are coded alike, and a level is coded as itself`() {
        for sample in 0...Int16.max {
            #expect(G711.muLaw(~sample) == G711.muLaw(sample) ^ 0x80)
            #expect(G711.aLaw(~sample) == G711.aLaw(sample) ^ 0x80)
        }
        for code in UInt8.min...UInt8.max {
            // µ-law has two codes for zero; the negative one is never sent.
            #expect(G711.muLaw(G711.sample(muLaw: code)) == (code == 0x7F ? 0xFF : code))
            #expect(G711.aLaw(G711.sample(aLaw: code)) == code)
        }
    }

    private func bytes(_ samples: [Int16]) -> [UInt8] {
        var bytes: [UInt8] = []
        PCMFormat.pcm16(.hz8000).encode(samples.span, into: &bytes)
        return bytes
    }

    /// FNV-1a.
    private func checksum(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
