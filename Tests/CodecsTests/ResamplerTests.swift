import Audio
import Codecs
import Foundation
import TestMaterial
import Testing

/// Every rate a call, a Realtime session, a speech engine or a WAV file comes with.
private let rates = [8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000]
private let pairs = rates.flatMap { from in rates.map { (from, $0) } }

@Suite struct ResamplerTests {
    @Test(arguments: pairs)
    func `a tone keeps its pitch, its loudness and its length`(from: Int, to: Int) throws {
        let output = try Resampler.resample(tone(1_000, rate: from, seconds: 1), from: from, to: to)
        #expect(output.count == to)
        // Away from the edges, where the tone starts and stops at once.
        let middle = Array(output[to / 10..<to * 9 / 10])
        let whole = LevelMeter.dBFS(of: middle)
        #expect(abs(whole - -9.03) < 0.5, "level \(whole)")
        #expect(abs(level(of: 1_000, in: middle, rate: to) - whole) < 0.01, "something else is heard too")
    }

    @Test(arguments: [
        (24_000, 8_000, 5_000), (48_000, 8_000, 9_000), (48_000, 24_000, 13_500), (16_000, 8_000, 4_600),
    ])
    func `what the lower rate cannot carry is gone, not folded down`(from: Int, to: Int, hertz: Double) throws
    {
        let output = try Resampler.resample(tone(hertz, rate: from, seconds: 1), from: from, to: to)
        #expect(LevelMeter.dBFS(of: Array(output[to / 10..<to * 9 / 10])) < -60)
    }

    @Test(arguments: [(8_000, 24_000), (24_000, 8_000), (8_000, 48_000), (16_000, 8_000)])
    func `telephone speech up to 3400 Hz passes`(from: Int, to: Int) throws {
        for hertz in [300.0, 3_400] {
            let output = try Resampler.resample(tone(hertz, rate: from, seconds: 1), from: from, to: to)
            #expect(abs(level(of: hertz, in: Array(output[to / 10..<to * 9 / 10]), rate: to) - -9.03) < 0.5)
        }
    }

    @Test(arguments: [(8_000, 24_000), (24_000, 8_000), (48_000, 24_000), (24_000, 16_000), (44_100, 24_000)])
    func `the output starts where the input starts`(from: Int, to: Int) throws {
        var click = [Int16](repeating: 0, count: from / 10)
        for offset in -8...8 {
            click[from / 20 + offset] = Int16(16_000 * exp(-Double(offset * offset) / 18))
        }
        let output = try Resampler.resample(click, from: from, to: to)
        let peak = try #require(output.indices.max { output[$0] < output[$1] })
        #expect(abs(peak - to / 20) <= 1, "peak at \(peak)")
    }

    @Test(
        arguments: [
            (8_000, 24_000), (48_000, 24_000), (24_000, 8_000), (44_100, 16_000), (11_025, 24_000),
            (24_000, 24_000),
        ], UInt64(0)..<4)
    func `a stream in pieces gives the same samples as one piece`(pair: (Int, Int), seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        let noise = (0..<20_000).map { _ in Int16.random(in: -20_000...20_000, using: &random) }
        let resampler = try Resampler(from: pair.0, to: pair.1)
        var pieces: [Int16] = []
        var start = 0
        while start < noise.count {
            let end = min(noise.count, start + Int.random(in: 0...3_000, using: &random))
            resampler.process(Array(noise[start..<end]), into: &pieces)
            start = end
        }
        resampler.flush(into: &pieces)
        #expect(pieces == (try Resampler.resample(noise, from: pair.0, to: pair.1)), "seed \(seed)")
    }

    @Test(arguments: pairs)
    func `however short, a stream keeps its length`(from: Int, to: Int) throws {
        for count in [0, 1, 2, 7, 160, 441, 480] {
            let output = try Resampler.resample(Array(repeating: 1_000, count: count), from: from, to: to)
            #expect(output.count == (count * to + from - 1) / from, "\(count) samples")
        }
    }

    @Test func `after a flush a new stream begins`() throws {
        let resampler = try Resampler(from: 48_000, to: 24_000)
        let sound = tone(440, rate: 48_000, seconds: 0.1)
        var first: [Int16] = []
        var second: [Int16] = []
        resampler.process(sound, into: &first)
        resampler.flush(into: &first)
        resampler.process(sound, into: &second)
        resampler.flush(into: &second)
        #expect(first == second && !first.isEmpty)
    }

    @Test func `the filter holds back less than 10 ms between the rates of a call`() throws {
        for (from, to) in pairs where from >= 8_000 && to >= 8_000 {
            #expect(try Resampler(from: from, to: to).latency < .milliseconds(10))
        }
    }

    @Test(arguments: [0, -1, 999, 768_001, .max])
    func `a rate no sound has is refused`(rate: Int) {
        #expect(throws: ResamplerError.rate(rate)) { try Resampler(from: rate, to: 24_000) }
        #expect(throws: ResamplerError.rate(rate)) { try Resampler(from: 24_000, to: rate) }
    }
}
