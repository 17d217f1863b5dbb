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

    private(set) var turn: Turn
    /// What caused it: the last voiced sample of the caller, or the grant.
    let cause: RoomTime
    /// The utterance it answers, if it was a caller's.
    let question: Conversation.UtteranceID?
    /// Of the response that was asked for last.
    var tag: String
    var playout = Playout<ItemID>()
    var generation = Generation.waiting
    /// The session that answers; what it generated is in no other's memory.
    var link: LinkID?
    /// Responses of this turn that still run; whatever else arrives is not let through the gate.
    var responses: Set<ResponseID> = []
    /// How often callers were told words of it.
    var toldWords = 0
    /// What the model produced of it, in the order it was announced.
    var items: [SpokenItem] = []
    /// How many of `items`, from the first on, sessions before the present one spoke; of which item of the present
    /// one their words are, once it was told them.
    var earlierCount = 0
    var earlierToldAs: ItemID?
    /// Tool calls whose results the model still waits for, in the order they were made.
    var openCalls: [OpenCall] = []
    var calledTool = false
    /// The next response says exactly this.
    var wordsToSay: String?
    /// What the latest one was to say.
    var askedToSay: String?
    /// A result is in the session that the model has not answered yet.
    var owesFollowUp = false
    /// Responses asked for, fillers among them.
    var responseCount = 0
    /// What had been delivered when the latest one was asked for, in samples.
    var receivedBefore = 0
    /// Responses that answer tools' results; a model that calls on and on is asked to answer without tools.
    var followUpCount = 0
    /// The room has been told that there were too many.
    var isToldOfRounds = false
    /// A caller's voice closed the gate.
    var isHeld = false
    /// Whose voice closed the gate: their player says what was heard until then.
    var heldFor: Identity?
    /// When its session was last asked, or last delivered sound.
    var heardAt = RoomTime.zero
    /// What was delivered before is still played.
    private(set) var failure: Failure?
    /// Set once the first sample has left.
    var utterance: Conversation.UtteranceID?
    /// All that was delivered has been played, and more is owed.
    var isStarved = false
    /// What the floor was last told that it waits for; `nil` when the floor's clocks were set by something else since.
    var toldWait: Floor.Wait?
    /// What its responses have used; the sound is counted when it is over.
    var used = Consumption()

    init(_ turn: Turn, since cause: RoomTime, answering question: Conversation.UtteranceID?) {
        self.turn = turn
        self.cause = cause
        self.question = question
        tag = turn.id.description
    }

    /// What went wrong in the middle.
    enum Failure: Sendable {
        /// The session is there, and answers no more.
        case response
        /// The session is gone.
        case session
    }

    /// A call whose result the model waits for.
    struct OpenCall: Equatable, Sendable {
        let id: String
        /// The session that made it, and may be gone since.
        let link: LinkID
        /// What is said if it still runs when the filler is due.
        var filler: Filler?

        struct Filler: Equatable, Sendable {
            let words: String
            let due: RoomTime
        }
    }

    /// How often a model is asked to go on with its tools: the eighth round of calls is answered without them. Default 7: a search,
    /// a look and a booking take three; one that calls on and on keeps people waiting.
    static let maxFollowUps = 7
    /// A millisecond: what the wire counts in, and less than that is nothing.
    static let shortestHeard = 24

    @inline(__always)
    var isAudible: Bool { utterance != nil }

    /// Whether a frame could leave now. A rest that is shorter waits for more of the same response.
    @inline(__always)
    var hasFrame: Bool {
        playout.unsent >= Room.frameSampleCount || playout.unsent > 0 && generation == .over
    }

    /// The response is over and was not cut off.
    mutating func endGeneration() {
        generation = .over
        for index in items.indices { items[index].isDone = true }
    }

    /// The session delivers no more.
    mutating func fail(_ failure: Failure = .response) {
        generation = .over
        openCalls = []
        owesFollowUp = false
        self.failure = failure
    }

    /// The floor granted what was guessed.
    mutating func confirm(_ turn: Turn) { self.turn = turn }

    /// The response is over, no tool is awaited and nothing more will be asked for.
    @inline(__always)
    var isGenerated: Bool { generation == .over && openCalls.isEmpty && !owesFollowUp }

    /// Announces, or finds again, an item of this turn.
    mutating func withItem(_ id: ItemID, _ change: (inout SpokenItem) -> Void) {
        if let index = items.lastIndex(where: { $0.id == id }) {
            change(&items[index])
        } else {
            items.append(SpokenItem(id: id))
            change(&items[items.count - 1])
        }
    }

    /// Words of a response that is over, for an item that has not got all of its own.
    mutating func addLate(_ item: ItemID, _ change: (inout SpokenItem) -> Void) {
        guard let index = items.lastIndex(where: { $0.id == item && !$0.isTold }) else { return }
        change(&items[index])
    }

    /// Sound was delivered of which nobody knows what it says.
    var lacksWords: Bool { items.contains { $0.received > 0 && $0.text.isEmpty && !$0.isTold } }

    mutating func append(_ samples: UnsafeBufferPointer<Int16>, of item: ItemID) {
        playout.append(samples, of: item)
        let last = items.count - 1
        if last >= 0, items[last].id == item {
            items[last].received += samples.count
        } else {
            withItem(item) { $0.received += samples.count }
        }
    }

    /// What was heard up to `heard` samples, as text.
    func text(heard: Int) -> String {
        let parts = playout.parts(heard: heard)
        return items.compactMap { item in
            parts.first { $0.part == item.id }.map { item.text(heard: $0.heard) }
        }
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
}
