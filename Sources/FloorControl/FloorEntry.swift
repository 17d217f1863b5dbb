/// One line of the record of a floor: what it was told and when, and what it decided.
///
/// A floor knows nothing else, so its record makes the same floor again (``FloorReplay``): in a test, or when
/// somebody asks weeks later why it was an agent's turn.
public enum FloorEntry: Equatable, Sendable {
    /// The first line: an empty floor with these limits. Who sits at the table is told to it like all the rest.
    case opened(FloorSettings)
    case told(Floor.Event, at: RoomTime, Floor.Decision)
}

extension Floor {
    /// All that can be seen of what the floor made of one event.
    public struct Decision: Equatable, Sendable {
        public var actions: [Action]
        /// The turns that are promised now, in the order in which they will be served.
        public var queue: [TurnID]
        /// When the floor wants to be asked again.
        public var nextDeadline: RoomTime?

        public init(actions: [Action] = [], queue: [TurnID] = [], nextDeadline: RoomTime? = nil) {
            self.actions = actions
            self.queue = queue
            self.nextDeadline = nextDeadline
        }
    }

    /// ``handle(_:at:)``, for whoever keeps a record.
    public mutating func decide(_ event: Event, at now: RoomTime) -> Decision {
        let actions = handle(event, at: now)
        return Decision(actions: actions, queue: queue.map(\.turn.id), nextDeadline: nextDeadline)
    }
}
