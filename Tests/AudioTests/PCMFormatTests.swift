import Audio
import Testing

@Suite struct PCMFormatTests {
    @Test func `linear samples are little-endian`() {
        var bytes: [UInt8] = []
        PCMFormat.pcm16(.hz24000).encode(([1, -2, 0x1234, .min] as [Int16]).span, into: &bytes)
        #expect(bytes == [0x01, 0x00, 0xFE, 0xFF, 0x34, 0x12, 0x00, 0x80])
    }

    @Test func `bytes at an odd address decode too`() {
        let bytes: [UInt8] = [0xAA, 0x34, 0x12, 0xFE, 0xFF]
        var samples: [Int16] = [7]
        let decoded = bytes.withUnsafeBytes {
            PCMFormat.pcm16(.hz24000).decode(UnsafeRawBufferPointer(rebasing: $0[1...]), into: &samples)
        }
        #expect(decoded && samples == [7, 0x1234, -2])
    }

    @Test func `half a sample is refused whole`() {
        var samples: [Int16] = []
        let bytes: [UInt8] = [1, 2, 3]
        let decoded = bytes.withUnsafeBytes { PCMFormat.pcm16(.hz8000).decode($0, into: &samples) }
        #expect(!decoded && samples.isEmpty)
    }

    @Test(arguments: [PCMFormat.pcm16(.hz16000), .pcmu, .pcma])
    func `what was encoded decodes to the same or the nearest level`(format: PCMFormat) {
        let samples: [Int16] = (-100...100).map { Int16($0 * 300) }
        var bytes: [UInt8] = []
        format.encode(samples.span, into: &bytes)
        #expect(bytes.count == format.byteCount(of: samples.count))
        var back: [Int16] = []
        let decoded = bytes.withUnsafeBytes { format.decode($0, into: &back) }
        #expect(decoded && back.count == samples.count)
        for (sample, heard) in zip(samples, back) {
            #expect(
                abs(Int(sample) - Int(heard)) <= (format.bytesPerSample == 2 ? 0 : 8 + abs(Int(sample)) / 32))
        }
    }

    @Test func `bytes have a duration`() {
        #expect(PCMFormat.pcm16(.hz24000).duration(ofByteCount: 960) == .milliseconds(20))
        #expect(PCMFormat.pcmu.duration(ofByteCount: 160) == .milliseconds(20))
    }
}
