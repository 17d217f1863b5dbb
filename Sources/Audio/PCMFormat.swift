/// How mono samples stand in bytes on a wire. Inside Parley samples are always `Int16`.
public struct PCMFormat: Hashable, Sendable {
    public enum Encoding: Hashable, Sendable {
        /// 16-bit signed, little-endian.
        case linear16
        /// G.711 µ-law: `pcmu`, `audio/pcmu`.
        case muLaw
        /// G.711 A-law: `pcma`, `audio/pcma`.
        case aLaw
    }

    public var encoding: Encoding
    public var rate: SampleRate

    public init(_ encoding: Encoding, _ rate: SampleRate) {
        self.encoding = encoding
        self.rate = rate
    }

    public static func pcm16(_ rate: SampleRate) -> PCMFormat { PCMFormat(.linear16, rate) }
    public static let pcmu = PCMFormat(.muLaw, .hz8000)
    public static let pcma = PCMFormat(.aLaw, .hz8000)

    public var bytesPerSample: Int {
        switch encoding {
        case .linear16: 2
        case .muLaw, .aLaw: 1
        }
    }

    public func byteCount(of sampleCount: Int) -> Int { sampleCount * bytesPerSample }

    public func duration(ofByteCount byteCount: Int) -> Duration {
        rate.duration(of: byteCount / bytesPerSample)
    }

    /// Appends what `bytes` holds to `samples`.
    ///
    /// - Returns: `false`, and nothing was appended, when `bytes` ends in the middle of a sample.
    @discardableResult
    public func decode(_ bytes: UnsafeRawBufferPointer, into samples: inout [Int16]) -> Bool {
        guard bytes.count.isMultiple(of: bytesPerSample) else { return false }
        switch encoding {
        case .linear16:
            let start = samples.count
            samples.append(contentsOf: repeatElement(0, count: bytes.count / 2))
            samples.withUnsafeMutableBufferPointer { samples in
                let new = UnsafeMutableBufferPointer(rebasing: samples[start...])
                UnsafeMutableRawBufferPointer(new).copyMemory(from: bytes)
                // Nothing, where the machine has samples as the wire has.
                for index in new.indices { new[index] = Int16(littleEndian: new[index]) }
            }
        case .muLaw: G711.decodeMuLaw(bytes, into: &samples)
        case .aLaw: G711.decodeALaw(bytes, into: &samples)
        }
        return true
    }

    /// Appends `samples` to `bytes` as they stand on the wire.
    public func encode(_ samples: Span<Int16>, into bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + byteCount(of: samples.count))
        switch encoding {
        case .linear16:
            let start = bytes.count
            bytes.append(contentsOf: repeatElement(0, count: 2 * samples.count))
            bytes.withUnsafeMutableBytes { bytes in
                let new = UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
                samples.withUnsafeBytes { new.copyMemory(from: $0) }
                // As the wire has them where the machine has them otherwise.
                guard Int16(1).littleEndian != 1 else { return }
                for index in samples.indices {
                    new.storeBytes(of: samples[index].littleEndian, toByteOffset: 2 * index, as: Int16.self)
                }
            }
        case .muLaw: for index in samples.indices { bytes.append(G711.muLaw(samples[index])) }
        case .aLaw: for index in samples.indices { bytes.append(G711.aLaw(samples[index])) }
        }
    }

    /// Lends `samples` as they stand on the wire: where they lie, if the machine has them as the wire has, else in
    /// `space`, which is empty again afterwards.
    public func withEncoded(
        _ samples: Span<Int16>, in space: inout [UInt8], _ body: (UnsafeRawBufferPointer) -> Void
    ) {
        if case .linear16 = encoding, Int16(1).littleEndian == 1 { return samples.withUnsafeBytes(body) }
        encode(samples, into: &space)
        space.withUnsafeBytes(body)
        space.removeAll(keepingCapacity: true)
    }
}
