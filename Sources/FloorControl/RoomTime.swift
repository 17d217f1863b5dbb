/// A moment in a room's life, counted from the moment the room opened.
///
/// The room never reads a clock: every input carries its `RoomTime`, so a test owns time outright
/// and a log line from production can be replayed as a test.
public struct RoomTime: InstantProtocol, Hashable, Sendable, CustomStringConvertible {
    public var sinceOpening: Duration

    public init(_ sinceOpening: Duration) { self.sinceOpening = sinceOpening }

    public static let zero = RoomTime(.zero)

    public func advanced(by duration: Duration) -> RoomTime { RoomTime(sinceOpening + duration) }
    public func duration(to other: RoomTime) -> Duration { other.sinceOpening - sinceOpening }
    public static func < (lhs: RoomTime, rhs: RoomTime) -> Bool { lhs.sinceOpening < rhs.sinceOpening }

    public var description: String { "\(sinceOpening)" }
}
