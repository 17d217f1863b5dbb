import Audio
import RoomTesting
import Testing

/// Sound that grows at one end and is forgotten at the other.
@Suite struct SoundTrailTests {
    @Test(arguments: UInt64(0)..<40)
    func `what is kept is what was appended, wherever the pieces end`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var trail = SoundTrail()
        var all: [Int16] = []
        var asked = 0
        for _ in 0..<300 {
            let count = Int.random(in: 0...6_000, using: &random)
            let more = (0..<count).map { Int16((all.count + $0) % 30_011) }
            more.withUnsafeBufferPointer { trail.append($0) }
            all += more
            if random.chance(40) {
                asked = Int.random(in: asked...all.count, using: &random)
                trail.drop(before: asked)
            }
            #expect(trail.end == all.count, "seed \(seed)")
            #expect(trail.start <= asked, "seed \(seed)")
            #expect(asked - trail.start < SoundTrail.pieceSampleCount, "seed \(seed)")
            let from = Int.random(in: trail.start...trail.end, using: &random)
            let to = Int.random(in: from...trail.end, using: &random)
            #expect(trail.samples(in: from..<to) == Array(all[from..<to]), "seed \(seed)")
        }
    }

    @Test func `a copy of it is another one`() {
        var trail = SoundTrail()
        [Int16](repeating: 1, count: 100).withUnsafeBufferPointer { trail.append($0) }
        var copy = trail
        [Int16](repeating: 2, count: 100).withUnsafeBufferPointer { copy.append($0) }
        [Int16](repeating: 3, count: 9_000).withUnsafeBufferPointer { trail.append($0) }
        trail.drop(before: 5_000)
        #expect(copy.samples(in: 99..<101) == [1, 2])
        #expect(trail.start == 4_800 && trail.samples(in: 5_000..<5_001) == [3])
    }
}
