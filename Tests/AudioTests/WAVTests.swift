import Audio
import TestMaterial
import Testing

@Suite struct WAVTests {
    @Test(arguments: [8_000, 22_050, 24_000, 44_100, 96_000])
    func `what was written reads back`(hertz: Int) throws {
        let rate = SampleRate(hertz: hertz)
        let samples: [Int16] = [0, 1, -1, 12_345, .max, .min]
        let wav = try WAVReader(WAVWriter.file(samples, rate: rate))
        #expect(wav.samples == samples && wav.rate == rate && wav.channelCount == 1)
        #expect(wav.duration == rate.duration(of: 6))
    }

    @Test func `a header written again fixes a recording of unknown length`() throws {
        var writer = WAVWriter(rate: .hz24000)
        let placeholder = writer.header
        var file = placeholder
        for frame in 0..<5 { file += writer.bytes(of: [Int16](repeating: Int16(frame), count: 480).span) }
        #expect(placeholder.count == WAVWriter.headerByteCount && writer.header.count == placeholder.count)
        file.replaceSubrange(0..<WAVWriter.headerByteCount, with: writer.header)
        #expect(try WAVReader(file).samples.count == 2_400)
    }

    @Test func `a recording longer than a WAV can say is not said to be short`() {
        let writer = WAVWriter(rate: .hz48000, channelCount: 2)
        let header = writer.header(sampleCount: 3_000_000_000)
        let dataByteCount = (0..<4).reduce(0) { $0 | Int(header[40 + $1]) << (8 * $1) }
        #expect(dataByteCount > 4_294_967_200 && dataByteCount.isMultiple(of: 4))
    }

    /// The same three samples, 0, half and minus half of full scale, in every encoding.
    @Test(
        arguments: [
            ("8 bit", 1, 8, [128, 192, 64]),
            ("16 bit", 1, 16, [0, 0, 0, 0x40, 0, 0xC0]),
            ("24 bit", 1, 24, [0, 0, 0, 0, 0, 0x40, 0, 0, 0xC0]),
            ("32 bit", 1, 32, [0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0xC0]),
            ("float", 3, 32, [0, 0, 0, 0, 0, 0, 0, 0x3F, 0, 0, 0, 0xBF]),
            (
                "double", 3, 64,
                [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xE0, 0x3F, 0, 0, 0, 0, 0, 0, 0xE0, 0xBF]
            ),
        ] as [(String, Int, Int, [UInt8])])
    func `every encoding is read, plain and extensible`(name: String, tag: Int, bits: Int, data: [UInt8])
        throws
    {
        for isExtensible in [false, true] {
            let file = wav(tag: tag, bits: bits, isExtensible: isExtensible, data: data)
            #expect(try WAVReader(file).samples == [0, 16_384, -16_384], "\(name)")
        }
    }

    @Test func `float beyond full scale is clipped, and no number is silence`() throws {
        let data = ([2, -2, .nan, .infinity, -.infinity] as [Float])
            .flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) } }
        #expect(try WAVReader(wav(tag: 3, bits: 32, data: data)).samples == [.max, .min, 0, .max, .min])
    }

    @Test func `G 711 in a WAV is read`() throws {
        #expect(try WAVReader(wav(tag: 7, bits: 8, data: [0x80, 0xFF])).samples == [32_124, 0])
        #expect(try WAVReader(wav(tag: 6, bits: 8, data: [0xAA, 0x2A])).samples == [32_256, -32_256])
    }

    @Test func `channels are averaged`() throws {
        let stereo = WAVWriter.file([100, 300, .max, .max, .min, .max], rate: .hz16000, channelCount: 2)
        #expect(try WAVReader(stereo).samples == [200, .max, 0])
        #expect(try WAVReader(stereo).channelCount == 2)
        let surround = WAVWriter.file([1, 2, 3, 4, 5, 6], rate: .hz48000, channelCount: 3)
        #expect(try WAVReader(surround).samples == [2, 5])
    }

    @Test func `chunks it does not know are skipped, odd ones with their padding`() throws {
        let file = wav(before: chunk("LIST", [1, 2, 3]) + chunk("fact", [0, 0, 0, 0]), data: [7, 0])
        #expect(try WAVReader(file + chunk("ID3 ", [1])).samples == [7])
    }

    @Test(arguments: [0xFFFF_FFFF, 0x7FFF_F000, 0x7FFF_FFFF])
    func `a WAV out of a pipe goes on until its end`(byteCount: Int) throws {
        #expect(try WAVReader(wav(data: [1, 0, 2, 0, 3], promising: byteCount)).samples == [1, 2])
    }

    @Test(
        arguments: [
            ([], "byte 0: the file is empty"),
            (
                Array("RIF".utf8),
                "byte 0: not a WAV file (it does not start with RIFF … WAVE); convert it, for example with sox"
            ),
            (
                Array("OggS....vorbis".utf8),
                "byte 0: not a WAV file (it does not start with RIFF … WAVE); convert it, for example with sox"
            ),
            (
                Array("RIFF\0\0\0\0AVI ".utf8),
                "byte 8: not a WAV file (it does not start with RIFF … WAVE); convert it, for example with sox"
            ),
            (
                Array("RIFF\0\0".utf8),
                "byte 4: the file is cut short: 'RIFF' should have 8 bytes, 2 are there"
            ),
            (Array("RIFF\0\0\0\0WAVE".utf8), "byte 12: the file ends without a 'fmt ' chunk"),
            (
                Array(wav(data: [1, 0, 2, 0]).dropLast(3)),
                "byte 36: the file is cut short: 'data' should have 4 bytes, 1 are there"
            ),
            (
                Array(wav(data: [1, 0]).prefix(30)),
                "byte 12: the file is cut short: 'fmt ' should have 16 bytes, 10 are there"
            ),
            (Array(wav(data: [1, 0]).prefix(36)), "byte 36: the file ends without a 'data' chunk"),
            (wav(data: []), "byte 36: the file holds no samples"),
            (wav(data: [1]), "byte 36: the file holds no samples"),
            (
                wav(tag: 85, bits: 16, data: [1, 0]),
                "byte 20: format 85 with 16 bits cannot be read; convert it to 16-bit PCM"
            ),
            (wav(channels: 0, data: [1, 0]), "byte 22: the file says it has no channels"),
            (wav(rate: 0, data: [1, 0]), "byte 24: the file says its sample rate is 0 Hz"),
            (
                container(chunk("data", [1, 0])),
                "byte 12: 'data' comes before 'fmt ', so its samples cannot be read"
            ),
            (
                container(chunk("fmt ", [1, 0])),
                "byte 12: the 'fmt ' chunk has 2 bytes, at least 16 are needed"
            ),
        ] as [([UInt8], String)])
    func `a file that cannot be read says what is wrong and where`(file: [UInt8], complaint: String) {
        #expect { try WAVReader(file) } throws: { "\($0)" == complaint }
    }

    @Test(arguments: UInt64(0)..<50)
    func `no damage to a file is fatal`(seed: UInt64) {
        var random = SplitMix64(state: seed)
        var file = wav(before: chunk("LIST", [1, 2, 3]), data: Array(repeating: 5, count: 40))
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            file[Int.random(in: 0..<file.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        let cut = Array(file.prefix(Int.random(in: 0...file.count, using: &random)))
        for damaged in [file, cut] {
            if let wav = try? WAVReader(damaged) {
                #expect(wav.samples.count <= damaged.count, "seed \(seed)")
            }
        }
    }
}
