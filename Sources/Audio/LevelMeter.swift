/// How loud a stretch of sound is: its root mean square.
public struct LevelMeter: Sendable {
    private var energy: UInt64 = 0
    public private(set) var sampleCount = 0

    public init() {}

    public mutating func add(_ samples: Span<Int16>) {
        for index in samples.indices { energy += UInt64(Int64(samples[index]) * Int64(samples[index])) }
        sampleCount += samples.count
    }

    /// 0 for silence or no sound at all, up to 32768.
    public var rms: Double { sampleCount == 0 ? 0 : (Double(energy) / Double(sampleCount)).squareRoot() }

    /// Decibels relative to full scale, where a square wave of ±32768 is 0 dB and so a sine of full scale
    /// −3.01 dB; `-infinity` for silence.
    public var dBFS: Double { 20 * Self.log10(rms / 32_768) }

    public static func dBFS(of samples: [Int16]) -> Double {
        var meter = LevelMeter()
        meter.add(samples.span)
        return meter.dBFS
    }

    /// The standard library alone has no logarithm. Exponent and mantissa apart, the mantissa by the
    /// series of `artanh`, which within 1/√2…√2 is exact to 15 digits after ten terms.
    static func log10(_ x: Double) -> Double {
        guard x > 0 else { return -.infinity }
        let upper = x.significand > 2.0.squareRoot()
        let mantissa = upper ? x.significand / 2 : x.significand
        let s = (mantissa - 1) / (mantissa + 1)
        var term = 2 * s
        var naturalLog = 0.0
        for n in stride(from: 1.0, through: 19, by: 2) {
            naturalLog += term / n
            term *= s * s
        }
        let ln2 = 0.693_147_180_559_945_309
        let ln10 = 2.302_585_092_994_045_684
        return (naturalLog + Double(x.exponent + (upper ? 1 : 0)) * ln2) / ln10
    }
}
