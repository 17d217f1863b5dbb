extension Play {
    /// What somebody does, or what befalls them. Unless it says so, no time passes.
    public enum Direction: Equatable, Sendable {
        /// Said by a caller; time passes until the last word has left their mouth.
        case says(String, String, [Delivery])
        /// A noise of the caller's that nobody finds a word in.
        case coughs(String, [Delivery])
        case types(String, String)

        /// The agent's next response; several are used up in their order.
        case willSay(String, String, [Manner])
        /// The agent's responses when no other is left.
        case alwaysSays(String, String, [Manner])
        /// What a tool answers: how long it takes, what, and whether that is a result.
        case tool(String, Duration, String, ok: Bool)

        case wait(Duration)
        /// Until so much of the agent was heard since the last direction, by the caller or the first one on the line.
        case waitUntilHeard(Duration, String, by: String?)

        case joins(String)
        case leaves(String)
        case calls(String)
        case hangsUp(String)
        case mutes(String, Bool)
        case mutesAgent(String, Bool)
        /// The caller's line sends nothing any more, not even silence.
        case lineFallsSilent(String)
        /// The caller's player says how much of the present turn it has played.
        case hasPlayed(String, Duration)

        case moderatorGives(String, String?)
        case interrupt
        case close

        case sessionBreaks(String)
        case earBreaks(String)
        /// The next connection is refused with this status.
        case sessionRefused(String, Int)
        case earRefused(Int)
        /// New connections are taken, but nothing is said on them.
        case serversFallSilent(String)
        case serversSpeakAgain(String)
    }

    /// How a caller's words come out, and how their ear understands them.
    public enum Delivery: Equatable, Sendable {
        /// Default 0.9 s.
        case lasts(Duration)
        /// The play goes on while they talk.
        case talksOn
        /// The final transcript, when it differs.
        case understoodAs(String)
        /// So long after the voice has stopped. Default 0.12 s.
        case understoodAfter(Duration)
        case understoodEarly
        case neverUnderstood
        /// The ear gives up on the words so long after the voice has stopped.
        case unintelligible(Duration)
        /// There is nothing but the final transcript.
        case noPartials
    }

    /// How an agent's model answers.
    public enum Manner: Equatable, Sendable {
        /// Default 1.5 s.
        case lasts(Duration)
        /// From the response's beginning to its first sound. Default 0.08 s.
        case thinks(Duration)
        /// From being asked to the response's beginning. Default 0.01 s.
        case begins(Duration)
        /// Times real time. Default 10.
        case speed(Int)
        case pieces(Duration)
        /// Calls `request_turn` when it has spoken: the agent's name as the model writes it, and why.
        case asksFor(String, String)
        /// Calls a function when it has spoken, with arguments as JSON.
        case calls(String, String)
        case fault(Script.Fault)
    }
}
