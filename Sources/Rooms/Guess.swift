public import FloorControl
import Realtime

/// An answer that was asked for when the voice stopped, before the words were final: the response runs
/// behind the gate until they confirm whom it was meant for.
struct Guess: Sendable {
    let id: GuessID
    let utterance: Conversation.UtteranceID
    let link: LinkID
    let asked: RoomTime
    /// Collects what the session delivers as a turn does. Its turn is the one that a copy of the floor
    /// would grant; the floor itself knows of none yet.
    var answer: LiveTurn
    /// Function calls of it: nothing is done about them unless it is confirmed.
    var calls: [Item] = []

    var agent: Identity { answer.turn.agent }

    /// An item is complete. A function call waits; until then it is to be deleted like the rest.
    mutating func done(_ item: Item) {
        if item.functionCall != nil { calls.append(item) }
        if let id = item.id, item.isOurs { answer.withItem(id) { $0.isDone = true } }
    }
}

/// Counts from 1 within one room; `guess_…` as the tag of its response.
public struct GuessID: Hashable, Sendable, CustomStringConvertible {
    public let number: Int
    public var description: String { "\(Self.prefix)\(number)" }

    private static let prefix = "guess_"
    static func isTag(_ tag: String) -> Bool { tag.hasPrefix(prefix) }
}

/// Why a guess came to nothing.
public enum GuessFault: String, Sendable, CaseIterable {
    /// Somebody else was meant, or somebody else first.
    case otherAgent
    /// The words want no answer: stop, a backchannel, nothing intelligible.
    case noAnswer
    /// A voice, a typed message, a promise or a mute came in between.
    case overtaken
    /// The agent's session, the caller or their ear was lost.
    case lost
    /// The session did not deliver.
    case failed
}

/// What an operator may want to know, and no participant: for the log and the metrics.
public enum RoomNote: Equatable, Sendable {
    case guessMade(GuessID, agent: Identity)
    /// `saved`: how much earlier the answer was asked for.
    case guessConfirmed(GuessID, TurnID, agent: Identity, saved: Duration)
    case guessDiscarded(GuessID, agent: Identity, GuessFault)
    /// The first sound of a turn is there: now, or it was when the turn was granted, because the answer had been
    /// guessed.
    case soundArrived(TurnID, agent: Identity)
    /// Another session has taken the place of one that was about to end.
    case sessionRotated(LinkOwner)
    /// A server was given up, and another one is tried; the best one is 0.
    case movedDown(LinkOwner, server: Int)
    /// A summary of the oldest talk was asked for and did not come of it; another agent may be asked.
    case summaryFailed(agent: Identity, SummaryFault)
}
