public import FloorControl
import Rooms

// Servers that fall silent.

extension Stage {
    /// The caller's ear says nothing any more, and answers nothing.
    public func deafen(_ caller: Identity) { ear(hearing: caller)?.isSilent = true }

    /// The agent's present session says nothing any more, and answers nothing.
    public func silence(_ agent: Identity) { peer(agent)?.isSilent = true }

    /// How often a caller's present ear was configured or asked for a sign of life.
    public func earUpdates(of caller: Identity) -> Int { ear(hearing: caller)?.updateCount ?? 0 }

    /// Not one that waits to take its place.
    func ear(hearing caller: Identity) -> EarPeer? {
        ears.values.filter { $0.caller == caller && !$0.isClosed }
            .min { $0.link.generation < $1.link.generation }
    }
}
