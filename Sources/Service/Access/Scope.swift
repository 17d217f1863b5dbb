/// What a key may be used for. None implies another: a platform that only brings agents in needs no more than `join`.
public enum Scope: String, CaseIterable, Sendable {
    /// Bringing agents and callers in, and taking agents out again.
    case join
    /// Looking: agents, rooms, events, metrics.
    case read
    /// Acting on a call of others: the floor, muting, removing, ending it.
    case moderate
}

extension Operation {
    /// The scope that a key needs for it; `nil`: any key will do.
    var scope: Scope? {
        switch self {
        case .join, .leave, .token, .line: .join
        case .agents, .agent, .rooms, .room, .eventStream, .transcript, .recordings, .recording, .metrics:
            .read
        case .endRoom, .removeParticipant, .muteParticipant, .giveTurn, .say, .interrupt: .moderate
        case .health, .readiness, .interfaceDescription, .lobbyPage, .roomPage, .pageFile: nil
        }
    }

    /// Whether it changes something: what a stranger's web page must not get done.
    var changesSomething: Bool {
        switch self {
        case .join, .leave, .endRoom, .removeParticipant, .muteParticipant, .giveTurn, .say, .interrupt,
            .token:
            true
        case .agents, .agent, .rooms, .room, .eventStream, .transcript, .recordings, .recording, .line,
            .health, .readiness, .metrics,
            .interfaceDescription, .lobbyPage, .roomPage, .pageFile:
            false
        }
    }
}
