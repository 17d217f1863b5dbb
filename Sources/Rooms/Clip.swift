import FloorControl
import Realtime

/// How an agent's session takes in what callers say.
public enum AgentInput: String, Sendable, CaseIterable {
    /// As sound, whenever the agent is the one to answer: what was said and how.
    case audio
    /// As the ear's transcript. For a server that would only transcribe the sound a second time.
    case text
}

/// The sound of what a caller says in one go, until it is known who gets it. It becomes an item of one
/// session at most; everybody else is told the words.
struct Clip: Sendable {
    enum Place: Equatable, Sendable {
        /// Nowhere but in the caller's ``RecentSound``.
        case kept
        /// Goes to the likely agent while it is being said.
        case streaming(LinkID)
        /// The voice has stopped; all of it waits in that session's input buffer.
        case buffered(LinkID)
    }

    let utterance: Conversation.UtteranceID
    /// On the ear's clock.
    let start: Int
    private(set) var end: Int?
    var place = Place.kept

    init(of utterance: Conversation.UtteranceID, from start: Int) {
        self.utterance = utterance
        self.start = start
    }

    /// The session whose input buffer it fills.
    var link: LinkID? {
        switch place {
        case .kept: nil
        case .streaming(let link), .buffered(let link): link
        }
    }

    /// The voice has stopped.
    mutating func close(at end: Int) {
        guard self.end == nil else { return }
        self.end = end
        if case .streaming(let link) = place { place = .buffered(link) }
    }

    /// A commit of less than 100 ms is refused (Realtime reference §5).
    static let shortest = 2_400
}

/// A commit that the server has not acknowledged yet.
struct Commit: Sendable {
    let utterance: Conversation.UtteranceID
    let eventID: String
    /// The item is to be deleted as soon as its id is known.
    var isUnwanted = false
}
