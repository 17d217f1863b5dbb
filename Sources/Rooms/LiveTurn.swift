import Audio
import FloorControl
import Realtime

/// The turn that holds the floor, as far as it has come: what its session delivered, what was heard
/// of it, and what it still waits for.
struct LiveTurn: Sendable {
    /// Where the turn's current response stands.
    enum Generation: Equatable, Sendable {
        /// The session is not free yet; the response is asked for as soon as it is.
        case waiting
        case running
        /// Nothing more will come by itself.
        case over
    }

    /// What one item says, as far as it was generated.
    struct Words: Sendable {
        let item: ItemID
        var text: String
    }

    let turn: Turn
    /// What caused it: the last voiced sample of the caller, or the grant.
    let cause: RoomTime
    var playout = Playout<ItemID>()
    var generation = Generation.waiting
    /// Responses that belong to this turn; whatever else arrives is not let through the gate.
    var responses: Set<ResponseID> = []
    var words: [Words] = []
    /// Tool calls whose results the model still waits for.
    var openCalls: Set<String> = []
    var calledTool = false
    /// A result is in the session that the model has not answered yet.
    var owesFollowUp = false
    /// Responses asked for; a model that calls tools for ever is stopped.
    var responseCount = 0
    /// A caller's voice closed the gate.
    var isHeld = false
    /// The session failed in the middle: what was delivered is still played.
    var failed = false
    /// The first sample has left.
    var utterance: Conversation.UtteranceID?
    var isStarved = false

    static let maxResponses = 8

    var isAudible: Bool { utterance != nil }

    /// The response is over, no tool is awaited and nothing more will be asked for.
    var isGenerated: Bool { generation == .over && openCalls.isEmpty && !owesFollowUp }

    mutating func addWords(_ delta: String, of item: ItemID) {
        if let index = words.lastIndex(where: { $0.item == item }) {
            words[index].text += delta
        } else {
            words.append(Words(item: item, text: delta))
        }
    }

    mutating func setWords(_ text: String, of item: ItemID) {
        if let index = words.lastIndex(where: { $0.item == item }) {
            words[index].text = text
        } else {
            words.append(Words(item: item, text: text))
        }
    }

    /// What was heard up to `heard` samples, as text. The protocol gives no alignment, so a part that
    /// was heard by half counts the words of its first half, rounded down: better a word forgotten than
    /// a word remembered that nobody heard.
    func text(heard: Int) -> String {
        let parts = playout.parts(heard: heard)
        return words.compactMap { words -> String? in
            guard let part = parts.first(where: { $0.part == words.item }), part.heard > 0 else { return nil }
            if part.heard >= part.received && isGenerated { return words.text }
            return Self.prefix(of: words.text, share: part.heard, of: part.received)
        }
        .filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func prefix(of text: String, share heard: Int, of received: Int) -> String {
        let words = text.split(separator: " ")
        return words.prefix(words.count * heard / max(1, received)).joined(separator: " ")
    }
}
