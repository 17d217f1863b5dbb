/// What somebody said in one go, and the situation it was said in.
public struct Utterance: Sendable, Equatable {
    /// A transcript: with punctuation and capitals, or lower case without either.
    public var text: String
    public var speaker: Speaker
    /// The agent that holds, or held last, the floor.
    public var floor: String?
    /// The agent whose speech this utterance cuts into.
    public var speaking: String?

    public init(text: String, speaker: Speaker = .caller, floor: String? = nil, speaking: String? = nil) {
        self.text = text
        self.speaker = speaker
        self.floor = floor
        self.speaking = speaking
    }
}

/// Who says an utterance.
public enum Speaker: Sendable, Equatable {
    /// A human in the room.
    case caller
    /// One of the roster, by id.
    case agent(String)
}
