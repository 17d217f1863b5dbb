import Networking
import Rooms

// When a voice pauses. A filter or an encoder holds a few milliseconds of it back until more comes; when nothing
// does, they leave by themselves.

extension RoomHost {
    /// How long nothing must have been sent before a pause is one. A caller's frames come 20 ms apart, give or take
    /// as much: ended after each of them, a voice would be a sequence of clicks. 60 ms of it are less than the lead
    /// that an agent's player has, so there the end comes in time.
    private static let pause: Duration = .milliseconds(60)

    /// Sound has left for the lines.
    func soundLeft() {
        soundLeftAt = now
        guard lines.values.contains(where: { $0.sound.owesRest }) else { return }
        if restCheck == nil { checkForRest(after: Self.pause) }
    }

    private func checkForRest(after delay: Duration) {
        restCheck = reactor.schedule(after: delay) { self.endSoundIfPaused() }
    }

    private func endSoundIfPaused() {
        restCheck = nil
        guard !isClosed else { return }
        let missing = Self.pause - soundLeftAt.duration(to: now)
        guard missing <= .zero else { return checkForRest(after: missing) }
        for line in lines.values { line.endOfSound() }
        watchUnread()
    }
}
