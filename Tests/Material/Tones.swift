import Foundation

/// A sine at half of full scale: −9.03 dBFS.
package func tone(_ hertz: Double, rate: Int = 24_000, seconds: Double) -> [Int16] {
    (0..<Int(Double(rate) * seconds)).map {
        Int16((16_384 * sin(2 * .pi * hertz * Double($0) / Double(rate))).rounded())
    }
}

/// How loud the one frequency is in `samples`, in dBFS; over whole periods.
package func level(of hertz: Double, in samples: [Int16], rate: Int = 24_000) -> Double {
    10 * log10(power(of: hertz, in: samples, rate: rate)) - 20 * log10(32_768)
}

/// How much louder the one frequency is than everything else, in dB; over whole periods.
package func signalToNoise(of hertz: Double, in samples: [Int16], rate: Int = 24_000) -> Double {
    let all = samples.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(samples.count)
    let signal = power(of: hertz, in: samples, rate: rate)
    return 10 * log10(signal / max(all - signal, 1e-9))
}

/// The mean square of the one frequency's share: a Fourier coefficient.
private func power(of hertz: Double, in samples: [Int16], rate: Int) -> Double {
    var real = 0.0
    var imaginary = 0.0
    for (index, sample) in samples.enumerated() {
        let phase = 2 * .pi * hertz * Double(index) / Double(rate)
        real += Double(sample) * cos(phase)
        imaginary += Double(sample) * sin(phase)
    }
    let count = Double(samples.count)
    return 2 * (real * real + imaginary * imaginary) / (count * count)
}
