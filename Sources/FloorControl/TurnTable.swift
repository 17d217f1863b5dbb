/// The turns of a call, as its floor's record tells of them: who was given the floor when, why, and what came of it.
public struct TurnTable: Sendable {
    public struct Row: Equatable, Sendable {
        public let turn: Turn
        public let grantedAt: RoomTime
        /// `nil` when nothing of it was heard.
        public fileprivate(set) var heardSince: RoomTime?
        /// How often a caller's voice held it.
        public fileprivate(set) var holds = 0
        /// `nil` while it holds the floor.
        public fileprivate(set) var ended: End?
    }

    public struct End: Equatable, Sendable {
        public let outcome: TurnOutcome
        public let at: RoomTime
    }

    /// In the order in which they were granted.
    public private(set) var rows: [Row] = []

    public init() {}

    public mutating func add(_ entry: FloorEntry) {
        guard case .told(let event, let now, let decision) = entry else { return }
        if case .turnCompleted(let turn) = event {
            change(turn) { $0.ended = End(outcome: .completed, at: now) }
        }
        if case .audioStarted(let turn) = event {
            change(turn) { $0.heardSince = $0.heardSince ?? now }
        }
        for action in decision.actions {
            switch action {
            case .grant(let turn): rows.append(Row(turn: turn, grantedAt: now))
            case .hold(let turn): change(turn.id) { $0.holds += 1 }
            case .end(let turn, let outcome): change(turn.id) { $0.ended = End(outcome: outcome, at: now) }
            case .resume, .answerRequest: break
            }
        }
    }

    /// Only the last one can hold the floor. News of any other comes late.
    private mutating func change(_ turn: TurnID, _ change: (inout Row) -> Void) {
        guard let last = rows.indices.last, rows[last].turn.id == turn, rows[last].ended == nil else {
            return
        }
        change(&rows[last])
    }
}
