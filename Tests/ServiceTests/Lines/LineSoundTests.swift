import Audio
import Codecs
import Foundation
import TestMaterial
import Testing

@testable import Service

/// Every format of the contract at every rate it has.
private let lines: [(LineFormat, Int)] =
    LineQuery.rates.map { (.pcm16, $0) } + LineQuery.rates.map { (.opus, $0) }
    + [(.pcmu, 8_000), (.pcma, 8_000)]

@Suite struct LineSoundTests {
    @Test(arguments: lines)
    func `a minute of the room is 3000 frames, and 3000 frames of a caller a minute`(
        format: LineFormat, rate: Int
    ) throws {
        let line = try LineSound(format, rate: rate)
        var frames: [[UInt8]] = []
        for frame in tone(440, seconds: 60).chunks(of: 480) { line.send(frame, to: &frames) }
        line.encodeRest { frames.append(Array($0)) }
        // An Opus packet more: what the last one has held back.
        #expect(frames.count == (format == .opus ? 3_001 : 3_000))
        if let size = frameSize(format, rate) { #expect(frames.allSatisfy { $0.count == size }) }
        var samples: [Int16] = []
        for frame in frames.prefix(3_000) { #expect(line.hear(frame, into: &samples)) }
        let inside = Resampler.rates.contains(rate) ? try Resampler(from: rate, to: 24_000).latency : .zero
        let missing = 60 * 24_000 - samples.count
        #expect(missing >= 0 && missing <= SampleRate.hz24000.samples(in: inside) + 1, "\(missing) samples")
    }

    /// A tone from the room to a player of this line, and from its microphone back into the room.
    @Test(arguments: [
        (LineFormat.pcm16, 24_000, 80.0), (.pcm16, 48_000, 65), (.pcm16, 16_000, 65), (.pcm16, 8_000, 65),
        (.pcmu, 8_000, 33), (.pcma, 8_000, 33), (.opus, 24_000, 15), (.opus, 16_000, 15), (.opus, 8_000, 15),
        (.opus, 48_000, 15),
    ])
    func `a tone there and back is still that tone`(format: LineFormat, rate: Int, least: Double) throws {
        let line = try LineSound(format, rate: rate)
        var samples: [Int16] = []
        for frame in tone(1_000, seconds: 2).chunks(of: 480) {
            var frames: [[UInt8]] = []
            line.send(frame, to: &frames)
            for frame in frames { #expect(line.hear(frame, into: &samples)) }
        }
        let ratio = signalToNoise(of: 1_000, in: Array(samples[12_000..<36_000]))
        print(
            "line \(format.rawValue) \(rate): a tone there and back, \(Int(ratio.rounded())) dB above the rest"
        )
        #expect(ratio >= least, "\(ratio) dB")
    }

    @Test(arguments: lines)
    func `nothing of the old sound is heard after a clear`(format: LineFormat, rate: Int) throws {
        let line = try LineSound(format, rate: rate)
        var frames: [[UInt8]] = []
        for frame in tone(1_000, seconds: 0.2).chunks(of: 480) { line.send(frame, to: &frames) }
        line.clear()
        frames = []
        line.encodeRest { frames.append(Array($0)) }
        #expect(frames.isEmpty, "there is nothing left to be ended")
        for frame in [Int16](repeating: 0, count: 9_600).chunks(of: 480) { line.send(frame, to: &frames) }
        var samples: [Int16] = []
        let player = try LineSound(format, rate: rate)
        for frame in frames { #expect(player.hear(frame, into: &samples)) }
        #expect(samples.allSatisfy { abs(Int($0)) <= 16 }, "peak \(samples.map { abs(Int($0)) }.max() ?? 0)")
    }

    @Test(arguments: [
        (LineFormat.pcm16, [UInt8](repeating: 0, count: 961)), (.opus, [3]), (.opus, [2, 252]),
    ])
    func `a frame that cannot be read says so and adds nothing`(format: LineFormat, bytes: [UInt8]) throws {
        let line = try LineSound(format, rate: 24_000)
        var samples: [Int16] = []
        #expect(!line.hear(bytes, into: &samples) && samples.isEmpty)
    }

    @Test(arguments: lines)
    func `an empty frame is no sound and no mistake`(format: LineFormat, rate: Int) throws {
        var samples: [Int16] = []
        #expect(try LineSound(format, rate: rate).hear([], into: &samples) && samples.isEmpty)
    }

    private func frameSize(_ format: LineFormat, _ rate: Int) -> Int? {
        switch format {
        case .pcm16: rate / 50 * 2
        case .pcmu, .pcma: rate / 50
        case .opus: nil
        }
    }
}

extension LineSound {
    fileprivate func send(_ frame: [Int16], to frames: inout [[UInt8]]) {
        var sent: [[UInt8]] = []
        frame.withUnsafeBufferPointer { encode($0) { sent.append(Array($0)) } }
        frames += sent
    }

    fileprivate func hear(_ bytes: [UInt8], into samples: inout [Int16]) -> Bool {
        bytes.withUnsafeBytes { decode($0, into: &samples) }
    }
}
