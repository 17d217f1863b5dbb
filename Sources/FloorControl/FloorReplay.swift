/// Tells a floor once more what its record says it was told, and compares what it decides now.
///
/// Without a difference the record is whole, nobody has changed it, and the rules are still those by which the call was
/// led. After the first difference the two floors are different ones, so that more are bound to follow.
public struct FloorReplay: Sendable {
    /// What does not fit together.
    public enum Difference: Equatable, Sendable {
        /// The floor decides otherwise than it did.
        case decision(Floor.Event, at: RoomTime, expected: Floor.Decision, got: Floor.Decision)
        /// Time in a room never runs backwards.
        case timeRanBackwards(Floor.Event, at: RoomTime, after: RoomTime)
        /// The record does not begin with the floor's limits; nothing after it can be replayed.
        case notOpened
        /// A floor opens once.
        case openedAgain
    }

    private var floor: Floor?
    private var now = RoomTime.zero
    /// How many events the floor was told.
    public private(set) var count = 0

    public init() {}

    /// Call with each line, in the record's order.
    public mutating func replay(_ entry: FloorEntry) -> Difference? {
        switch entry {
        case .opened(let settings):
            guard floor == nil else { return .openedAgain }
            floor = Floor(settings: settings)
            return nil
        case .told(let event, let time, let expected): return tell(event, at: time, expected)
        }
    }

    private mutating func tell(
        _ event: Floor.Event, at time: RoomTime, _ expected: Floor.Decision
    ) -> Difference? {
        count += 1
        guard let got = floor?.decide(event, at: time) else { return .notOpened }
        guard time >= now else { return .timeRanBackwards(event, at: time, after: now) }
        now = time
        return got == expected ? nil : .decision(event, at: time, expected: expected, got: got)
    }
}
