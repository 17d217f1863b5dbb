import FloorControl

/// What a floor shows, read once.
struct View {
    let turn: Turn?
    let isHeld: Bool
    let audibleAgent: Identity?
    let queue: [Claim]
    let latestTurn: TurnID
    let nextDeadline: RoomTime?

    init(_ floor: Floor) {
        turn = floor.turn
        isHeld = floor.isHeld
        audibleAgent = floor.audibleAgent
        queue = floor.queue
        latestTurn = floor.latestTurn
        nextDeadline = floor.nextDeadline
    }

    /// Whose first sample this event tells of; `nil` when it tells of none that is heard now.
    func agentToBeHeard(by event: Floor.Event) -> Identity? {
        guard let turn, case .audioStarted(turn.id) = event, !isHeld, audibleAgent == nil else { return nil }
        return turn.agent
    }
}
