/// What a `fmt ` chunk says: how samples stand in `data`.
struct WAVFormat {
    enum Encoding {
        /// Unsigned, as only 8-bit WAV is.
        case unsigned8
        /// Signed little-endian integers of so many bytes; the upper 16 bits count.
        case signed(byteCount: Int)
        case float32, float64
        case muLaw, aLaw
    }

    let encoding: Encoding
    let channelCount: Int
    let rate: SampleRate

    init(_ file: WAVBytes, _ chunk: WAVBytes.Chunk) throws(WAVError) {
        let body = chunk.body.lowerBound
        guard chunk.body.count >= 16 else {
            throw WAVError(chunk.start, .shortFormat(byteCount: chunk.body.count))
        }
        let channelCount = file.int16(at: body + 2)
        let hertz = file.int32(at: body + 4)
        guard channelCount > 0 else { throw WAVError(body + 2, .noChannels) }
        guard hertz > 0 else { throw WAVError(body + 4, .noRate) }
        // WAVE_FORMAT_EXTENSIBLE keeps the real tag at the start of its sub-format GUID.
        let isExtensible = file.int16(at: body) == 0xFFFE && chunk.body.count >= 26
        let tag = file.int16(at: isExtensible ? body + 24 : body)
        // 20 bits stand left-justified in 3 bytes, 12 in 2: the container's size is what matters.
        let frameByteCount = file.int16(at: body + 12)
        let bits = file.int16(at: body + 14)
        guard frameByteCount.isMultiple(of: channelCount),
            let encoding = Encoding(tag: tag, byteCount: frameByteCount / channelCount), bits > 0
        else { throw WAVError(body, .unsupported(tag: tag, bits: bits)) }
        self.encoding = encoding
        self.channelCount = channelCount
        rate = SampleRate(hertz: hertz)
    }

    /// A last frame that is not whole is dropped.
    func decode(_ data: ArraySlice<UInt8>) -> [Int16] {
        data.withUnsafeBytes { bytes in
            let frameByteCount = encoding.byteCount * channelCount
            let frameCount = bytes.count / frameByteCount
            return [Int16](unsafeUninitializedCapacity: frameCount) { samples, count in
                for frame in 0..<frameCount {
                    var sum = 0
                    for channel in 0..<channelCount {
                        sum += encoding.sample(
                            bytes, at: frame * frameByteCount + channel * encoding.byteCount)
                    }
                    samples[frame] = Int16(sum / channelCount)
                }
                count = frameCount
            }
        }
    }
}

extension WAVFormat.Encoding {
    init?(tag: Int, byteCount: Int) {
        switch (tag, byteCount) {
        case (1, 1): self = .unsigned8
        case (1, 2...4): self = .signed(byteCount: byteCount)
        case (3, 4): self = .float32
        case (3, 8): self = .float64
        case (6, 1): self = .aLaw
        case (7, 1): self = .muLaw
        default: return nil
        }
    }

    var byteCount: Int {
        switch self {
        case .unsigned8, .muLaw, .aLaw: 1
        case .signed(let byteCount): byteCount
        case .float32: 4
        case .float64: 8
        }
    }

    /// One sample, in the range of `Int16`.
    func sample(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
        switch self {
        case .unsigned8: (Int(bytes[offset]) - 128) << 8
        case .signed(let byteCount):
            Int(Int16(truncatingIfNeeded: Self.bits(bytes, at: offset + byteCount - 2, 2)))
        case .float32:
            Self.quantised(
                Double(Float(bitPattern: UInt32(truncatingIfNeeded: Self.bits(bytes, at: offset, 4)))))
        case .float64: Self.quantised(Double(bitPattern: Self.bits(bytes, at: offset, 8)))
        case .muLaw: Int(G711.sample(muLaw: bytes[offset]))
        case .aLaw: Int(G711.sample(aLaw: bytes[offset]))
        }
    }

    /// `byteCount` bytes, little-endian.
    private static func bits(_ bytes: UnsafeRawBufferPointer, at offset: Int, _ byteCount: Int) -> UInt64 {
        (0..<byteCount).reduce(0) { $0 | UInt64(bytes[offset + $1]) << (8 * $1) }
    }

    /// ±1.0 is full scale; beyond it is clipped, and what is no number is silence.
    private static func quantised(_ value: Double) -> Int {
        value.isNaN ? 0 : Int(min(max((value * 32_768).rounded(), -32_768), 32_767))
    }
}
