public import FloorControl

/// What no room may ever break, whatever its people, servers and lines do. Each is checked on every step, or
/// where it says so when the room has come to rest.
public enum Invariant: String, CaseIterable, Sendable {
    // The floor
    case oneTurn = "A turn is granted only when the one before has ended."
    case turnOrder = "A turn is granted, started and ended in this order, each at most once."
    case everyGrantEnds = "At rest, every turn that was granted has ended."
    case theMutedAreSilent = "A muted agent holds no turn."
    case claimsAreKept =
        "A promised turn leaves the queue by being granted, by a caller's words, by an interruption, for an earlier turn that its agent is handed, or because its agent is gone or muted."
    case neverMute = "The room does not stay silent while a claim waits that could be granted."
    case noDeadlock = "When everybody has fallen silent the room comes to rest."
    case limitsAreKept =
        "When a limit of the call is reached nothing but a goodbye follows, and the room closes in time."
    case recordReplays =
        "The floor's record, written down and read again, replays without a difference."
    case everybodyAnswers = "At rest, every agent that is there answers when it is asked."

    // Sound
    case onlyTheHolderIsHeard = "Only the agent that holds the floor is heard, and never two at once."
    case humansSilenceAgents =
        "While a caller speaks no agent is heard; what players hold of it is cleared in the same step."
    case nobodyHearsThemselves = "Nobody is sent their own voice."
    case noSampleIsLost =
        "A turn that nothing interrupts is heard as long as it is, no sample lost or doubled."

    // What was heard
    case heardWasSent =
        "No more counts as heard than was sent, nor, if players tell the truth, than was played."
    case wordsWereSpoken = "No word counts as heard whose sound did not leave the gate."
    case recordsAgree = "turn.ended, transcript.final and the conversation tell the same of what was said."
    case memoryIsTheConversation =
        "At rest, a session holds nothing but the conversation, in its order, its own speech cut to what was heard; before it answers, all of it."

    // The protocol
    case serversAreContent = "A Realtime server has nothing to complain about in what it is sent."
    case noDeadLinks =
        "Nothing is sent on a connection that is closed, lost or was never opened, and nobody has more than one and its successor."
    case onlyTheUnwantedIsCancelled = "A response is cancelled only when its turn is over."
    case theUnwantedIsCancelled = "A response whose turn is over is cancelled."
    case nothingLeaks = "A room that has closed has closed every connection."

    // Events and clocks
    case speechIsBalanced = "Per caller, speech starts and stops by turns; at rest it has stopped."
    case hearingIsTold = "Per caller, it is told once that they are not heard, and once that they are again."
    case statusesAgree = "Who holds the floor is thinking or speaking, and nobody else is."
    case deadlinesLieAhead = "When a deadline has been dealt with, the next one lies in the future."
    case closedIsClosed = "A room that has closed does nothing any more."
}

/// A broken promise.
public struct Violation: Equatable, Sendable, CustomStringConvertible {
    public let invariant: Invariant
    public let at: RoomTime
    public let detail: String

    public var description: String { "\(at): \(invariant.rawValue) But: \(detail)" }
}
