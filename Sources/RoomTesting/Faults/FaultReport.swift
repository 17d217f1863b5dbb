public import FloorControl
public import Rooms

/// What a cell of the fault matrix came to, as the world could see it.
public struct FaultReport: Sendable {
    /// What became of the session or ear.
    public enum Connection: Equatable, Sendable {
        case kept
        /// There again, so long after the fault.
        case replaced(after: Duration)
        case failed
    }

    /// A turn that was going on when the fault struck, or began before anybody asked again.
    public struct Turn: Equatable, Sendable {
        public let agent: Identity
        public let outcome: TurnOutcome
        public let heard: Duration
    }

    public let cell: FaultCell
    /// How agents' sessions take in what callers say.
    public let hearing: AgentInput
    public let connection: Connection
    public let turns: [Turn]
    /// What was said of the agent that is not about its turns.
    public let statuses: [AgentStatus]
    /// The longest time after the fault in which somebody had been promised an answer and nobody was heard.
    public let longestSilence: Duration
    /// Questions without an answer, asked when the fault was over.
    public let unheard: Int
    /// Who answered in the end, and how soon after the words.
    public let answer: (agent: Identity, after: Duration)?
    /// Error events that the world was told.
    public let errors: [String]
    /// Calls of a session that still stands and was never given a result.
    public let unansweredCalls: [String]
    /// Frames that were no events.
    public let unreadFrames: Int
    /// Promises that were broken.
    public let violations: [String]
}
