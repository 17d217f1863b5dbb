import Audio
import FloorControl
import Networking
import Rooms

// A line that stops sending in the middle of a word. Its ear, which counts time in samples, would hear the
// word for ever, and the voice would hold the floor: so the ear is given the silence that everybody else
// hears.

extension RoomHost {
    /// How long a line may send nothing before it counts as silent. A packet that TCP has lost takes a few
    /// hundred milliseconds to come again, and everything after it comes at once: silence put in its place
    /// would cut the word in two. A second is longer than that, and short for a floor that nobody uses.
    private static let longestGap: Duration = .seconds(1)

    /// Call when the ear begins to hear a voice; ends by itself when it hears none any more.
    func watchForGaps(in caller: Identity) {
        guard let line = lines[caller], line.gapCheck == nil else { return }
        // What was left out before is no gap.
        if line.sound.leavesOutSilence { line.heardUntil = now }
        watchForGap(in: line)
    }

    private func watchForGap(in line: CallerLine) {
        let due = max(now, line.heardUntil.advanced(by: Self.longestGap))
        line.gapCheck = reactor.schedule(after: now.duration(to: due)) { self.fillGap(in: line, due: due) }
    }

    /// The whole gap at once: the ear's silence window is shorter than it, so the word is over.
    private func fillGap(in line: CallerLine, due: RoomTime) {
        line.gapCheck = nil
        guard lines[line.identity] === line, room.hearsVoice(of: line.identity) else { return }
        guard line.heardUntil.duration(to: now) >= Self.longestGap else {
            return watchForGap(in: line)
        }
        // If this comes late, so does what the line has sent: it stands in the socket, and is read first.
        guard due.duration(to: now) < Self.longestGap / 4 else {
            line.gapCheck = reactor.schedule(after: Room.frameDuration) {
                self.fillGap(in: line, due: self.now)
            }
            return
        }
        let gap = line.heardUntil.duration(to: now)
        line.heardUntil = now
        hearSilence(gap, on: line)
        watchForGap(in: line)
    }

    private func hearSilence(_ duration: Duration, on line: CallerLine) {
        Self.withSilence(SampleRate.hz24000.samples(in: duration)) { hear($0, on: line) }
    }
}
