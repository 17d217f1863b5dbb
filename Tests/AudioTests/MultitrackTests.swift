import Audio
import TestMaterial
import Testing

@Suite struct MultitrackTests {
    @Test func `voices stand where they were heard, and the mix is their sum`() throws {
        var tracks = Multitrack<String>()
        tracks.place([1, 2, 3], of: "ana", at: 2)
        tracks.place([10, 10, 10, 10], of: "bob", at: 3)
        let blockCut = tracks.cut(before: 10)
        let block = try #require(blockCut)
        #expect(block.start == 0 && block.count == 10 && block.end == 10)
        #expect(block.voices.map(\.voice) == ["ana", "bob"])
        #expect(block.voices.map(\.samples) == [[0, 0, 1, 2, 3], [0, 0, 0, 10, 10, 10, 10]])
        #expect(block.mix() == [0, 0, 1, 12, 13, 10, 10])
    }

    @Test func `what is cut off is final, and what comes too late is not heard`() throws {
        var tracks = Multitrack<String>()
        tracks.place([1, 2, 3, 4], of: "ana", at: 0)
        let cut1 = tracks.cut(before: 2)
        #expect(try #require(cut1).voices.map(\.samples) == [[1, 2]])
        let again = [tracks.cut(before: 2), tracks.cut(before: 1)]
        #expect(again.allSatisfy { $0 == nil })
        tracks.place([7, 8, 9], of: "bob", at: 0)
        tracks.place([5], of: "bob", at: 1)
        let blockCut = tracks.cut(before: 4)
        let block = try #require(blockCut)
        #expect(block.start == 2 && block.voices.map(\.samples) == [[3, 4], [9]])
        let restCut = tracks.cut(before: 100)
        let rest = try #require(restCut)
        #expect(rest.voices.isEmpty && rest.mix() == nil && rest.count == 96)
    }

    @Test func `what nobody heard is taken back, the latest first`() throws {
        var tracks = Multitrack<String>()
        tracks.place([1, 2, 3], of: "scout", at: 0)
        tracks.place([4, 5], of: "scout", at: 6)
        tracks.place([6], of: "scout", at: 8)
        tracks.takeBack(4, of: "scout")
        tracks.takeBack(1, of: "scout")
        let cut2 = tracks.cut(before: 10)
        #expect(try #require(cut2).voices.map(\.samples) == [[1, 0, 0, 0, 0, 0, 0, 0, 0]])
    }

    @Test func `what was heard after all is given back, the earliest first`() throws {
        var tracks = Multitrack<String>()
        tracks.place([1, 2, 3], of: "scout", at: 0)
        tracks.place([4, 5], of: "scout", at: 6)
        tracks.takeBack(4, of: "scout")
        tracks.giveBack(1, of: "scout")
        tracks.giveBack(2, of: "scout")
        let cut = tracks.cut(before: 10)
        #expect(try #require(cut).voices.map(\.samples) == [[1, 2, 3, 0, 0, 0, 4, 0]])
    }

    @Test func `what is final, or was said again, is not given back`() throws {
        var tracks = Multitrack<String>()
        tracks.place([1, 2, 3, 4], of: "scout", at: 0)
        tracks.takeBack(3, of: "scout")
        let first = tracks.cut(before: 2)
        #expect(try #require(first).voices.map(\.samples) == [[1, 0]])
        tracks.giveBack(2, of: "scout")
        tracks.takeBack(1, of: "scout")
        tracks.place([9], of: "scout", at: 5)
        tracks.giveBack(2, of: "scout")
        let rest = tracks.cut(before: 8)
        #expect(try #require(rest).voices.map(\.samples) == [[0, 0, 0, 9]])
        tracks.giveBack(1, of: "nobody")
    }

    @Test func `what is final is not taken back`() throws {
        var tracks = Multitrack<String>()
        tracks.place([1, 2, 3, 4], of: "scout", at: 0)
        let cut3 = tracks.cut(before: 3)
        #expect(try #require(cut3).voices.map(\.samples) == [[1, 2, 3]])
        tracks.takeBack(100, of: "scout")
        let cut4 = tracks.cut(before: 5)
        #expect(try #require(cut4).voices.map(\.samples) == [[0]])
        tracks.takeBack(1, of: "nobody")
    }

    @Test(arguments: UInt64(1)...20)
    func `however it is cut, the same is recorded`(seed: UInt64) {
        var random = SplitMix64(state: seed)
        var tracks = Multitrack<Int>()
        var expected = [[Int]](repeating: [Int](repeating: 0, count: 4_000), count: 3)
        var recorded = expected
        var placed = [[Int]](repeating: [], count: 3)
        var position = 0
        while position < 3_500 {
            position += Int.random(in: 0...60, using: &random)
            let voice = Int.random(in: 0..<3, using: &random)
            let sound = (0..<Int.random(in: 1...90, using: &random)).map { _ in
                Int16.random(in: 1...999, using: &random)
            }
            let start = max(position, (placed[voice].last ?? -1) + 1)
            sound.withUnsafeBufferPointer { tracks.place($0, of: voice, at: start) }
            for (offset, sample) in sound.enumerated() { expected[voice][start + offset] = Int(sample) }
            placed[voice] += start..<start + sound.count
            if Int.random(in: 0..<5, using: &random) == 0 {
                let count = Int.random(in: 0...200, using: &random)
                tracks.takeBack(count, of: voice)
                for place in placed[voice].suffix(count) where place >= tracks.start {
                    expected[voice][place] = 0
                }
                placed[voice].removeLast(min(count, placed[voice].count))
            }
            if Int.random(in: 0..<4, using: &random) == 0, let block = tracks.cut(before: position - 50) {
                take(block, into: &recorded)
            }
        }
        if let block = tracks.cut(before: 4_000) { take(block, into: &recorded) }
        #expect(recorded == expected, "seed \(seed)")
    }

    private func take(_ block: Multitrack<Int>.Block, into recorded: inout [[Int]]) {
        for (voice, samples) in block.voices {
            for (offset, sample) in samples.enumerated() {
                recorded[voice][block.start + offset] = Int(sample)
            }
        }
    }
}

@Suite struct ArrivalTests {
    private static let frame = 480

    /// Each frame comes so many milliseconds after it was spoken.
    private func starts(_ delays: [Int], of arrival: inout Arrival, from first: Int = 0) -> [Int] {
        delays.enumerated().map { index, delay in
            arrival.place(Self.frame, at: (first + index + 1) * Self.frame + 24 * delay)
        }
    }

    @Test func `frames that come a little late or early stand one after the other`() {
        var arrival = Arrival()
        let starts = starts([20, 45, 0, 60, 30, 5, 70, 20], of: &arrival)
        #expect(starts == (0..<8).map { 480 + $0 * 480 })
    }

    @Test func `a network that stands still moves nothing`() {
        var arrival = Arrival()
        // 600 ms in which nothing comes, and then everything.
        let delays = [0, 0, 0] + (0..<30).map { 600 - $0 * 20 } + Array(repeating: 0, count: 20)
        #expect(starts(delays, of: &arrival) == (0..<delays.count).map { $0 * 480 })
    }

    @Test func `who sends nothing for long was silent`() {
        var arrival = Arrival()
        _ = starts([0, 0, 0], of: &arrival)
        #expect(arrival.place(Self.frame, at: 72_000 + Self.frame) == 72_000)
    }

    @Test func `who sends nothing for a moment was silent, too, as is seen a second later`() {
        var arrival = Arrival()
        _ = starts([0, 0, 0], of: &arrival)
        let starts = (0..<100).map { arrival.place(Self.frame, at: 12_000 + ($0 + 1) * Self.frame) }
        #expect(starts[0] == 3 * 480 && starts[99] == 12_000 + 99 * 480)
        #expect(zip(starts, starts.dropFirst()).allSatisfy { $1 - $0 >= 480 })
    }

    @Test(arguments: [24_024, 23_976])
    func `a microphone whose clock is wrong does not run away`(rate: Int) {
        var arrival = Arrival()
        var worst = 0
        for frame in 1...50 * 600 {
            let now = frame * 480 * 24_000 / rate
            worst = max(worst, abs(arrival.place(Self.frame, at: now) + Self.frame - now))
        }
        #expect(worst < 24 * 130, "\(worst / 24) ms off")
    }

    @Test func `a frame is not older than the call`() {
        var arrival = Arrival()
        #expect(arrival.place(4_800, at: 100) == 0)
    }
}

extension Multitrack {
    fileprivate mutating func place(_ sound: [Int16], of voice: Voice, at position: Int) {
        sound.withUnsafeBufferPointer { place($0, of: voice, at: position) }
    }
}
