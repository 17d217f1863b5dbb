// How much sound a room holds: what callers have just said, and what is on its way to them.

import Audio

extension Room {
    /// In bytes. For each caller 1.2 s of what they said, as much as 30 s while they speak, and what others have not heard
    /// of it yet; for the agent that speaks, and one that is about to, what waits and the last 5.2 s.
    public var heldSoundByteCount: Int {
        var count = (live?.playout.heldByteCount ?? 0) + (guess?.answer.playout.heldByteCount ?? 0)
        for caller in callers {
            count += caller.sound.heldByteCount + caller.voice.heldByteCount
            count += (caller.lostSound?.samples.count ?? 0) * MemoryLayout<Int16>.size
        }
        return count
    }
}
