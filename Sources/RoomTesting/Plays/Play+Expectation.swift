public import FloorControl
public import Rooms

extension Play {
    /// What must come of it. Turns are told without a gap: one that begins or ends otherwise than the next line about
    /// it says, or that no line tells of, is a failure. An expectation of something to come waits for it.
    public enum Expectation: Equatable, Sendable {
        case granted(String, GrantReason)
        /// Given the floor, and heard to the end.
        case answers(String, GrantReason)
        case finishes(String, heard: Duration?)
        /// `heard` to a tenth of a second.
        case interrupted(String, heard: Duration?)
        case interruptedAfter(String, String)
        /// Before anything of it was heard.
        case calledOff(String)
        case fails(String)
        /// No turn is given for ten seconds.
        case nobodyAnswers
        case floorIsOpen
        /// Who is promised a turn, in order.
        case queue([String])
        /// What was published last of the floor: who holds it, and who is next.
        case shows(String?, [String])
        /// The reason published for the latest turn has this in it.
        case because(String)

        /// The players were told to stop in the moment the voice, or the button, was.
        case silenced(String)
        case resumes(String)
        /// So long after the voice has stopped, to 40 ms.
        case resumesAfter(String, Duration)
        case staysSilent(String, Duration)
        /// Since the play began.
        case neverHeard(String)
        case heardInOnePiece(String, Duration, of: String)
        /// From now.
        case heardWithin(String, Duration)

        /// Item by item, at the latest request for an answer.
        case knows(String, String)
        case knowsNothingOf(String, String)
        /// Beside the conversation: the latest answer's instructions.
        case isTold(String, String)
        /// The result of a call.
        case learns(String, String)
        /// The session was cut to what was heard, to the millisecond.
        case forgetsUnheard(String)
        case forgetsAnswer(String)
        case wasAsked(String, Int)
        /// Sessions that were opened for the agent since the play began.
        case hadSessions(String, Int)

        /// The answer was begun before the words were known, and that saved so much, to 40 ms.
        case guessedRight(String, Duration)
        case guessedWrong(String)
        /// Since the play began.
        case noGuess

        /// The next final transcript is, or one after it.
        case record(String)
        case reports(String)
        /// Now, or since the last direction.
        case status(String, AgentStatus)
        case roomCloses
    }
}
