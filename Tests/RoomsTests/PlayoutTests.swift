import Audio
import RoomTesting
import Rooms
import Testing

/// The ledger: what was really heard.
@Suite struct PlayoutTests {
    private let lead: Duration = .milliseconds(100)

    /// Random deliveries, frames, pauses and interruptions, against a player that plays to the sample.
    @Test(arguments: UInt64(0)..<50)
    func `what the ledger says was heard is what a player played`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var playout = Playout<Int>()
        var delivered: [Int16] = []
        var now = Duration.zero
        var heard: [Int16] = []
        var buffered: [Int16] = []

        func pass(_ milliseconds: Int) {
            now += .milliseconds(milliseconds)
            let played = min(buffered.count, milliseconds * 24)
            heard += buffered.prefix(played)
            buffered.removeFirst(played)
        }
        for _ in 0..<200 {
            switch Int.random(in: 0..<5, using: &random) {
            case 0:
                let part = delivered.count / 10_000
                let samples = (0..<Int.random(in: 1...3_000, using: &random)).map {
                    Int16((delivered.count + $0) % 30_000 + 1)
                }
                samples.withUnsafeBufferPointer { playout.append($0, of: part) }
                delivered += samples
            case 1, 2:
                while playout.unsent >= 480, playout.playsUntil - now < lead {
                    var frame = [Int16](repeating: 0, count: 480)
                    frame.withUnsafeMutableBufferPointer { playout.take(into: $0, at: now) }
                    buffered += frame
                }
            case 3: pass(Int.random(in: 1...60, using: &random))
            default:
                guard random.chance(20) else { break }
                #expect(playout.heard(at: now) == heard.count, "seed \(seed)")
                playout.rewind(to: heard.count, at: now)
                buffered = []
            }
            #expect(playout.heard(at: now) == heard.count, "seed \(seed)")
            #expect(heard == Array(delivered.prefix(heard.count)), "seed \(seed)")
            #expect(playout.sent == heard.count + buffered.count, "seed \(seed)")
            playout.trim(before: heard.count, margin: 480)
        }
        let parts = playout.parts(heard: heard.count)
        #expect(parts.map(\.received).reduce(0, +) == delivered.count)
        #expect(parts.map(\.heard).reduce(0, +) == heard.count)
    }

    @Test func `a last frame that is too short is filled up with silence`() {
        var playout = Playout<Int>()
        [Int16](repeating: 7, count: 100).withUnsafeBufferPointer { playout.append($0, of: 1) }
        var frame = [Int16](repeating: 1, count: 480)
        frame.withUnsafeMutableBufferPointer { playout.take(into: $0, at: .zero) }
        #expect(frame.prefix(100).allSatisfy { $0 == 7 })
        #expect(frame.dropFirst(100).allSatisfy { $0 == 0 })
        #expect(playout.sent == 100)
        #expect(!playout.isPlayedOut(at: .milliseconds(19)))
        #expect(playout.isPlayedOut(at: .milliseconds(20)))
    }

    @Test func `interleaved parts are counted each for itself`() {
        var playout = Playout<String>()
        for part in ["a", "b", "a", "b"] {
            [Int16](repeating: 7, count: 480).withUnsafeBufferPointer { playout.append($0, of: part) }
        }
        let parts = playout.parts(heard: 1_200)
        #expect(parts.map(\.part) == ["a", "b"])
        #expect(parts.map(\.heard) == [720, 480])
        #expect(parts.map(\.received) == [960, 960])
    }
}
