/// ITU-T G.711: one byte per sample, a logarithm in disguise. Both laws are sign, 3-bit segment and
/// 4-bit step; each segment's steps are twice as wide as those of the one below.
///
/// Negative samples are folded by one's complement, as the ITU's own software does (G.191): both sides of
/// zero are coded alike.
public enum G711 {
    public static func muLaw(_ sample: Int16) -> UInt8 {
        let folded = Int(sample < 0 ? ~sample : sample)
        // The bias puts the first step of each segment at a power of two; the clip keeps the sum in 15 bits.
        let magnitude = min(folded, 32_635) + 0x84
        let segment = Int.bitWidth - magnitude.leadingZeroBitCount - 8
        let step = (magnitude >> (segment + 3)) & 0x0F
        let code = UInt8(segment << 4 | step)
        return ~(sample < 0 ? code | 0x80 : code)
    }

    public static func aLaw(_ sample: Int16) -> UInt8 {
        let magnitude = Int(sample < 0 ? ~sample : sample)
        // The first two segments have steps of the same width: below 256 there is no logarithm.
        let segment = max(0, Int.bitWidth - magnitude.leadingZeroBitCount - 8)
        let step = (magnitude >> (segment == 0 ? 4 : segment + 3)) & 0x0F
        let code = UInt8(segment << 4 | step)
        return (sample < 0 ? code : code | 0x80) ^ 0x55
    }

    public static func sample(muLaw code: UInt8) -> Int16 { muLawSamples[Int(code)] }
    public static func sample(aLaw code: UInt8) -> Int16 { aLawSamples[Int(code)] }

    static func decodeMuLaw(_ codes: UnsafeRawBufferPointer, into samples: inout [Int16]) {
        let table = muLawSamples
        samples.append(contentsOf: codes.lazy.map { table[Int($0)] })
    }

    static func decodeALaw(_ codes: UnsafeRawBufferPointer, into samples: inout [Int16]) {
        let table = aLawSamples
        samples.append(contentsOf: codes.lazy.map { table[Int($0)] })
    }

    private static let muLawSamples: [Int16] = (UInt8.min...UInt8.max).map { code in
        let bits = Int(~code)
        let magnitude = (((bits & 0x0F) << 3) + 0x84) << ((bits & 0x70) >> 4) - 0x84
        return Int16(bits & 0x80 == 0 ? magnitude : -magnitude)
    }

    private static let aLawSamples: [Int16] = (UInt8.min...UInt8.max).map { code in
        let bits = Int(code ^ 0x55)
        let segment = (bits & 0x70) >> 4
        let middle = (bits & 0x0F) << 4 + 8
        let magnitude = segment == 0 ? middle : (middle + 0x100) << (segment - 1)
        return Int16(bits & 0x80 == 0 ? -magnitude : magnitude)
    }
}
