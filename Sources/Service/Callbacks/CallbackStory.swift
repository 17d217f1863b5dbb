/// What of a room's events is one participant's to be told, and when that is over. A value: told the same events it
/// decides the same, before a restart and after it.
struct CallbackStory: Equatable {
    enum Verdict: Equatable {
        case notWanted
        case wanted
    }

    let participantID: String
    let events: EventFilter
    /// The participant has left a room that goes on.
    private(set) var isLeaving = false
    /// Nothing that comes later is its to be told.
    private(set) var isOver = false

    init(participantID: String, events: EventFilter, isLeaving: Bool = false) {
        self.participantID = participantID
        self.events = events
        self.isLeaving = isLeaving
    }

    /// Whoever leaves hears no more of the room, unless the room itself is closing.
    mutating func take(_ event: ToldEvent) -> Verdict {
        switch event.subject {
        case .agent(participantID, let leftAlone): isLeaving = isLeaving || leftAlone
        case .agent: return .notWanted
        case .participantLeft: isOver = isLeaving
        case .roomClosed: isOver = true
        case .other: break
        }
        return events.matches(event.type) ? .wanted : .notWanted
    }
}
