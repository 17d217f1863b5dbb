import Audio
import Testing

@Suite struct SampleRateTests {
    @Test(
        arguments: [
            (.hz8000, .milliseconds(20), 160), (.hz24000, .milliseconds(20), 480),
            (.hz48000, .seconds(3600), 172_800_000),
            (SampleRate(hertz: 44_100), .milliseconds(20), 882),
            (SampleRate(hertz: 44_100), .milliseconds(1), 44),
            (SampleRate(hertz: 11_025), .seconds(1), 11_025), (.hz24000, .zero, 0),
            (.hz24000, .milliseconds(-5), 0),
            (.hz24000, .microseconds(41), 0), (.hz24000, .microseconds(42), 1),
        ] as [(SampleRate, Duration, Int)])
    func `a duration holds so many whole samples`(rate: SampleRate, duration: Duration, count: Int) {
        #expect(rate.samples(in: duration) == count)
    }

    @Test func `a duration from a hostile peer does not overflow`() {
        #expect(SampleRate.hz48000.samples(in: .milliseconds(Int.max)) == Int(clamping: Int128(Int.max) * 48))
        #expect(SampleRate.hz48000.samples(in: .milliseconds(Int.min)) == 0)
        #expect(SampleRate.hz48000.samples(in: .seconds(Int64.max)) == Int.max)
    }

    @Test(arguments: [8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000])
    func `samples become time and the same samples again`(hertz: Int) {
        let rate = SampleRate(hertz: hertz)
        for count in Array(0..<2_000) + [hertz, 7 * hertz + 3, 86_400 * hertz + 1] {
            #expect(rate.samples(in: rate.duration(of: count)) == count)
        }
        #expect(rate.duration(of: 5 * hertz) == .seconds(5))
    }
}
