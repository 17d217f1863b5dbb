public import FloorControl

/// Who speaks and who is promised a turn.
public struct FloorView: Equatable, Sendable {
    /// A turn that waits for the floor.
    public struct Promise: Equatable, Sendable {
        public let agent: Identity
        public let reason: GrantReason
        public let turn: TurnID
        /// One sentence for people.
        public let why: String

        public init(agent: Identity, reason: GrantReason, turn: TurnID, why: String) {
            self.agent = agent
            self.reason = reason
            self.turn = turn
            self.why = why
        }
    }

    /// `nil`, as `turn` and `reason`, while the floor is open.
    public let holder: Identity?
    public let turn: TurnID?
    public let reason: GrantReason?
    /// In the order in which they will be served.
    public let queue: [Promise]

    public init(holder: Identity?, turn: TurnID?, reason: GrantReason?, queue: [Promise]) {
        self.holder = holder
        self.turn = turn
        self.reason = reason
        self.queue = queue
    }
}
