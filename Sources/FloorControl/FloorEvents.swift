extension Floor {
    /// What happened, as the floor needs to know it.
    public enum Event: Equatable, Sendable {
        case agentJoined(Identity)
        case agentLeft(Identity)
        /// Its session is ready, or is not. The floor passes over agents that are away.
        case agentBecame(Identity, available: Bool)
        /// Its session will not come back. Nothing is promised to it any more; a turn of which sound is
        /// still there goes on.
        case agentFailed(Identity)
        /// A muted agent holds no turn and is promised none; it goes on learning the conversation.
        case agentMuted(Identity, Bool)
        case callerLeft(Identity)

        /// The ear of a caller hears a voice.
        case speechStarted(Identity)
        case speechStopped(Identity)
        /// What was understood so far already cannot be a backchannel any more.
        case wordsBecameDecisive(Identity)
        /// What a caller meant, once the words are final; typed words arrive the same way. `awaitsMore`: the caller
        /// has said something else, whose words are still to come.
        case understood(Identity, Meaning, awaitsMore: Bool = false)

        /// The holder called `request_turn`.
        case turnRequested(by: Identity, for: Identity, reason: String)
        case moderatorGave(Identity, instructions: String?)
        case greetingWanted(Identity, words: String)
        case interruptRequested

        /// The first sample of the turn reached the callers.
        case audioStarted(TurnID)
        case turnWaits(TurnID, for: Wait)
        /// The last sample was heard.
        case turnCompleted(TurnID)
        /// The session did not deliver. `mayRetry` when nothing was heard and no tool was called.
        case turnFailed(TurnID, mayRetry: Bool)
        /// The call is to end: nobody who waits is served any more, but for a turn that is tried once more.
        case limitReached
        case deadlinePassed
    }

    /// What a turn waits for, and so which clock runs.
    public enum Wait: Equatable, Sendable {
        /// The agent's session owes sound: the clock runs.
        case audio
        /// A tool runs: the clock stands still.
        case tool
        /// Sound is there and being heard: nothing to wait for.
        case nothing
    }

    /// Whom a caller's words were meant for. `why` is one sentence.
    public enum Meaning: Equatable, Sendable {
        /// In speaking order.
        case address([Identity], why: String)
        case domain(Identity, why: String)
        case everyone(why: String)
        /// Whoever held the floor last goes on, or whoever is alone with the callers.
        case stay(why: String)
        /// Silence whoever speaks, and wait.
        case stop
        /// Meant for a human: nobody new answers.
        case nobody
        /// A backchannel, or nothing intelligible: as if nothing had been said.
        case backchannel
    }

    /// What must now be done, in order.
    public enum Action: Equatable, Sendable {
        /// Let the agent's session answer.
        case grant(Turn)
        /// Close the gate at once; the turn waits, its unheard samples kept.
        case hold(Turn)
        /// Go on at the first unheard sample.
        case resume(Turn)
        /// The turn is over before its end: cancel the response, correct the memories.
        case end(Turn, TurnOutcome)
        case answerRequest(by: Identity, for: Identity, RequestAnswer)
    }

    /// The result of a `request_turn` call that the model can act on.
    public enum RequestAnswer: Equatable, Sendable {
        /// Granted as soon as the current response has been heard.
        case queued(TurnID)
        case refused(RequestRefusal)
    }

    public enum RequestRefusal: Error, Equatable, Sendable {
        case notHolder
        case notInRoom
        case muted
        /// One's own turn, more often than ``FloorSettings/maxSelfRequests`` in a row.
        case selfAgain
        case alreadyQueued
        /// So many promises wait already.
        case queueFull(Int)
        /// So many agent turns in a row without a caller.
        case limit(Int)
    }
}
