import Audio
import Foundation
import Testing

@Suite struct LevelMeterTests {
    @Test func `a sine of full scale is 3 dB below a square`() {
        let sine = (0..<24_000).map { Int16((32_767 * sin(2 * .pi * 1_000 * Double($0) / 24_000)).rounded()) }
        #expect(abs(LevelMeter.dBFS(of: sine) - -3.0106) < 0.001)
        #expect(LevelMeter.dBFS(of: [.min, .min]) == 0)
    }

    @Test func `silence has no level`() {
        #expect(LevelMeter.dBFS(of: [0, 0, 0]) == -.infinity)
        #expect(LevelMeter.dBFS(of: []) == -.infinity)
    }

    @Test(arguments: [1, 2, 3, 10, 100, 1_000, 23_170, 23_171, 32_767] as [Int16])
    func `the logarithm agrees with the C library's`(amplitude: Int16) {
        #expect(abs(LevelMeter.dBFS(of: [amplitude]) - 20 * log10(Double(amplitude) / 32_768)) < 1e-12)
    }

    @Test func `pieces add up`() {
        var meter = LevelMeter()
        meter.add(([3, 3] as [Int16]).span)
        meter.add(([-5, 5] as [Int16]).span)
        #expect(meter.rms == 17.0.squareRoot() && meter.sampleCount == 4)
    }
}
