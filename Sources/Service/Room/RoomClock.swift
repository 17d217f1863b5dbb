import FloorControl
import Glibc

/// Time since a room opened, by the clock of `ContinuousClock`. That one counts in 128 bits, which a frame of sound that asks
/// four times is too short for.
struct RoomClock {
    private let opened = Self.nanoseconds

    var now: RoomTime { RoomTime(.nanoseconds(Self.nanoseconds - opened)) }

    private static var nanoseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
