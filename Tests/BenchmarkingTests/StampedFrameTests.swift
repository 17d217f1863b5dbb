import Realtime
import Testing

@testable import Benchmarking

struct StampedFrameTests {
    static let frames = [
        StampedFrame(maker: .caller, edge: .voiceBegins, id: 0, at: 0),
        StampedFrame(maker: .caller, edge: .voiceEnds, id: 4_999, at: 123_456_789_012),
        StampedFrame(maker: .model, id: .max, at: .max),
    ]

    private func samples(_ frame: StampedFrame, isVoiced: Bool) -> [Int16] {
        var samples = [Int16](repeating: 7, count: StampedFrame.sampleCount)
        samples.withUnsafeMutableBufferPointer { frame.write(into: $0, isVoiced: isVoiced) }
        return samples
    }

    @Test(arguments: frames, [true, false])
    func `a frame says what was stamped on it`(frame: StampedFrame, isVoiced: Bool) {
        #expect(samples(frame, isVoiced: isVoiced).withUnsafeBytes { StampedFrame($0) } == frame)
    }

    @Test func `silence stays silence with its stamp`() {
        #expect(samples(Self.frames[1], isVoiced: false).allSatisfy { abs($0) < 32 })
        #expect(samples(Self.frames[1], isVoiced: true).contains { abs($0) > 1_000 })
    }

    @Test func `sound that was changed on its way bears no stamp`() {
        var quieter = samples(Self.frames[1], isVoiced: true).map { $0 / 2 }
        #expect(quieter.withUnsafeBytes { StampedFrame($0) } == nil)
        quieter = []
        #expect(quieter.withUnsafeBytes { StampedFrame($0) } == nil)
    }

    @Test func `frames are found in what a session appends`() throws {
        let sound = Self.frames.flatMap { samples($0, isVoiced: true) }
        var text = [UInt8](repeating: 0, count: appendFrameByteCount(forAudio: sound.count * 2))
        _ = sound.withUnsafeBufferPointer { sound in
            text.withUnsafeMutableBytes { appendFrame(samples: sound, into: $0) }
        }
        var found: [StampedFrame] = []
        try text.withUnsafeBytes { text in
            let appended = try #require(AppendedSound(text))
            #expect(appended.frameCount == 3)
            appended.forEachFrame { found.append($0) }
        }
        #expect(found == Self.frames)
    }

    @Test(arguments: [
        #"{"type":"input_audio_buffer.commit"}"#, #"{"type":"input_audio_buffer.append","audio":"AAAA"}"#, "",
    ])
    func `another event is no appended frame`(text: String) {
        #expect(Array(text.utf8).withUnsafeBytes { AppendedSound($0) == nil })
    }
}
