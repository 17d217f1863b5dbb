import Foundation

/// A sine at half of full scale, 24 kHz.
func tone(_ hertz: Double, seconds: Double) -> [Int16] {
    (0..<Int(24_000 * seconds)).map {
        Int16((16_384 * sin(2 * .pi * hertz * Double($0) / 24_000)).rounded())
    }
}

/// How much louder the one frequency is than everything else, in dB; over whole periods.
func signalToNoise(of hertz: Double, in samples: [Int16], rate: Int = 24_000) -> Double {
    var real = 0.0
    var imaginary = 0.0
    var all = 0.0
    for (index, sample) in samples.enumerated() {
        let phase = 2 * .pi * hertz * Double(index) / Double(rate)
        real += Double(sample) * cos(phase)
        imaginary += Double(sample) * sin(phase)
        all += Double(sample) * Double(sample)
    }
    let count = Double(samples.count)
    let signal = 2 * (real * real + imaginary * imaginary) / (count * count)
    return 10 * log10(signal / max(all / count - signal, 1e-9))
}

extension [Int16] {
    func chunks(of size: Int) -> [[Int16]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
