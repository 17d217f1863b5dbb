import Audio
import FloorControl
import Networking

// A line that stops sending in the middle of a word. Its ear, which counts time in samples, would hear the
// word for ever, and the voice would hold the floor: so the ear is given the silence that everybody else
// hears.

extension RoomHost {
    /// Half as long again as the largest frame that a line may send (200 ms): what comes later than that is
    /// not on its way. A pause of this length ends no word by itself, so a line that only stutters is still
    /// understood.
    private static let longestGap: Duration = .milliseconds(300)
    /// The most silence at once, for an ear that said late that it hears a voice.
    private static let longestSilence: Duration = .seconds(1)

    /// Call when the ear hears a voice; ends by itself when it hears none any more.
    func watchForGap(in caller: Identity) {
        guard let line = lines[caller], line.gapCheck == nil else { return }
        line.gapCheck = reactor.schedule(after: Self.longestGap) { self.fillGap(in: line) }
    }

    private func fillGap(in line: CallerLine) {
        line.gapCheck = nil
        guard lines[line.identity] === line, room.hearsVoice(of: line.identity) else { return }
        let gap = line.heardUntil.duration(to: now)
        if gap >= Self.longestGap {
            line.heardUntil = now
            let count = SampleRate.hz24000.samples(in: min(gap, Self.longestSilence))
            let silence = [Int16](repeating: 0, count: count)
            silence.withUnsafeBufferPointer { hear($0, on: line) }
        }
        watchForGap(in: line.identity)
    }
}
