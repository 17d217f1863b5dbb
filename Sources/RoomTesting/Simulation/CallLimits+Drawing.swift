public import Rooms

extension CallLimits {
    /// So little that most simulated rooms reach it: turns, minutes or tokens, by the seed.
    public static func drawn(from seed: UInt64) -> CallLimits {
        var limits = CallLimits()
        let size = seed / 3
        switch seed % 3 {
        case 0: limits.turns = 1 + Int(size % 5)
        case 1: limits.length = .seconds(5 + size % 40)
        case _: limits.tokens = 20 + 40 * Int(size % 7)
        }
        return limits
    }
}
