import FloorControl
import RoomTesting
import Testing

@testable import Rooms

/// What a line sends while nobody speaks on it goes to its ear in pieces of 80 ms.
@Suite struct QuietPieceTests {
    /// 20 ms each: `.` silence, `o` a voice; what was kept is written `k`, what went `g`.
    @Test(arguments: [
        ("........", "kkkgkkkg"),
        ("..o", "kkg"),
        // 500 ms after a sound its end may be told of.
        ("o........................." + "....", "gggggggggggggggggggggggggg" + "kkkg"),
    ])
    func `of a quiet line every fourth frame goes, a voice and the quiet around it at once`(
        line: String, wanted: String
    ) {
        var quiet = QuietPiece()
        let found = line.map {
            quiet.keeps(480, peak: $0 == "o" ? 8_000 : 12, isSpeaking: false) ? "k" : "g"
        }
        #expect(found.joined() == wanted)
    }

    @Test func `nothing is kept while the ear hears a voice, however soft`() {
        var quiet = QuietPiece()
        let isKept = (0..<8).map { quiet.keeps(480, peak: 12, isSpeaking: $0 >= 2) }
        #expect(isKept == [true, true, false, false, false, false, false, false])
    }

    @Test func `a muted line is quiet, whatever is said on it`() {
        let stage = Stage(agents: [Cast.scout])
        stage.handle(.callerMuted("ana", true))
        let voice = Sound.caller(0, count: 480)
        let heard = (0..<8).map { _ in stage.hear(voice, from: "ana") == .keepSilence }
        #expect(heard == [true, true, true, false, true, true, true, false])
    }

    @Test(arguments: [(1_920, false), (1_919, true), (4_800, false), (0, false)])
    func `what is long enough goes as it comes`(count: Int, isKept: Bool) {
        var quiet = QuietPiece()
        #expect(quiet.keeps(count, peak: 0, isSpeaking: false) == isKept)
    }

    @Test func `what is asked for begins the next piece anew`() {
        var quiet = QuietPiece()
        let isKept = [480, 480, 0, 480, 480, 480, 480].map { quiet.keeps($0, peak: 0, isSpeaking: false) }
        #expect(isKept == [true, true, false, true, true, true, false])
    }

    @Test(
        arguments: [
            ([0, 0], 0), ([], 0), ([-329, 12], 329), ([328, -12], 328), ([.min, .max], 32_768),
        ] as [([Int16], UInt16)])
    func `the peak is the largest magnitude`(samples: [Int16], peak: UInt16) {
        samples.withUnsafeBufferPointer { #expect($0.peak == peak) }
    }

    @Test func `a voice softer than a quiet room is heard, and answered no later than its ear is told`() {
        let stage = Stage(agents: [Cast.scout])
        stage.run(for: .seconds(2))
        var kept = 0
        for _ in 0..<100 {
            if stage.hear(Array(repeating: 20, count: 480), from: "ana") == .keep { kept += 1 }
            stage.run(for: .milliseconds(20))
        }
        // Three of four, but for those that an event of the room has sent on.
        #expect((60...75).contains(kept))
        stage.say("ana", "Hey Scout, what do you think?")
        stage.finish()
        #expect(stage.grants == ["scout/address"])
    }
}
