import Foundation

/// A sine at half of full scale: −9.03 dBFS.
func tone(_ hertz: Double, rate: Int, seconds: Double) -> [Int16] {
    (0..<Int(Double(rate) * seconds)).map {
        Int16((16_384 * sin(2 * .pi * hertz * Double($0) / Double(rate))).rounded())
    }
}

/// How loud the one frequency is in `samples`, in dBFS: a Fourier coefficient.
func level(of hertz: Double, in samples: [Int16], rate: Int) -> Double {
    var real = 0.0
    var imaginary = 0.0
    for (index, sample) in samples.enumerated() {
        let phase = 2 * .pi * hertz * Double(index) / Double(rate)
        real += Double(sample) * cos(phase)
        imaginary += Double(sample) * sin(phase)
    }
    let amplitude = 2 * (real * real + imaginary * imaginary).squareRoot() / Double(samples.count)
    return 20 * log10(amplitude / 2.0.squareRoot() / 32_768)
}

/// The shortest generator worth trusting (Steele, Lea & Flood, OOPSLA 2014). Seeded, so that a failing
/// test prints everything needed to repeat it.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// How much louder the one frequency is than everything else, in dB.
func signalToNoise(of hertz: Double, in samples: [Int16], rate: Int) -> Double {
    let all = samples.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(samples.count)
    let amplitude = pow(10, level(of: hertz, in: samples, rate: rate) / 20) * 32_768
    return 10 * log10(amplitude * amplitude / max(all - amplitude * amplitude, 1e-9))
}
