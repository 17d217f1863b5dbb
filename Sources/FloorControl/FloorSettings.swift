/// The floor's limits. Every one but the last can be set in the config file.
public struct FloorSettings: Equatable, Sendable {
    /// From grant to the first audio. Default 5 s: long enough for a slow model, short enough that a
    /// room with a dead session recovers before a human asks whether anyone is there.
    public var firstAudioTimeout: Duration = .seconds(5)
    /// Without audio in the middle of a turn. Default 8 s (contract): models pause to think, and
    /// callers give up on silence after about ten seconds.
    public var silenceTimeout: Duration = .seconds(8)
    /// From grant to the end of a turn, not counting the time a caller's voice holds it. Default 2 min:
    /// some 300 words, longer than anybody listens without a word of their own; more is a model in a loop,
    /// paid by the minute.
    public var maxTurnLength: Duration = .seconds(120)
    /// Agent turns in a row without a caller. Default 6: two rounds of three agents; more is a loop.
    public var maxAgentTurns = 6
    /// How many turns in a row an agent may request for itself. Default 1 (house): one more thought is
    /// welcome, a second one is a monologue. 0: none.
    public var maxSelfRequests = 1
    /// How long after `speech.stopped` intelligible words may still arrive. Default 1.5 s (contract).
    public var wordsTimeout: Duration = .milliseconds(1_500)
    /// How long a final transcript may lag behind a partial one that was already decisive, before the
    /// partial decides. Default 3 s: half again as long as the slowest transcript seen on the wire.
    public var finalTranscriptTimeout: Duration = .seconds(3)
    /// How long a promise to an agent that is away is kept. Default 10 s (contract: within 10 s the
    /// room is served again).
    public var claimTimeout: Duration = .seconds(10)
    /// How many promises may wait. Default 64: a round of the 32 agents a room may have, and one promise
    /// more for each; a longer queue is a client in a loop, and its end would be served after an hour.
    public var maxQueue = 64

    public init() {}
}
