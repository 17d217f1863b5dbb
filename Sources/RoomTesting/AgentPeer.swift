public import FloorControl
public import Realtime
public import Rooms

/// A Realtime server for one agent's session: strict about what it is sent, and scripted in what it
/// answers. Items created, deleted and cut are kept, so that a test can ask what the model would know.
public final class AgentPeer {
    /// What is in the session's conversation.
    public struct Entry: Equatable, Sendable {
        public let id: ItemID
        public var content: Content

        public enum Content: Equatable, Sendable {
            case user(String)
            /// What a caller said, as sound: which run of voice it was, counted from 1 in the stage.
            case sound(Int)
            /// Text put in by the client as the model's own.
            case assistant(String)
            /// What the model itself generated for the turn `tag`, in samples; `cut` after a truncation.
            case speech(tag: String, generated: Int, cut: Duration?)
            /// Words that a session before this one spoke in the turn `tag`, which goes on here.
            case spokenBefore(tag: String, String)
            case call(CallID)
            case result(CallID, String)
            /// What the client tells the session about itself, as a system message.
            case note(String)
            /// What a tool answered to a session before this one, told as text.
            case earlierResult(String)
        }
    }

    /// One `response.create`, and what the session held at that moment.
    public struct Request: Sendable {
        public let at: RoomTime
        public let parameters: ResponseParameters
        public let context: [Entry.Content]
    }

    public let link: LinkID
    /// What kind of server it plays.
    let server: ServerProfile
    /// Calls of the running response, where only its end tells of them.
    var unannounced: [Item] = []
    let index: Int
    unowned let stage: Stage
    public internal(set) var items: [Entry] = []
    public internal(set) var requests: [Request] = []
    /// Requests of summaries.
    public internal(set) var summaries: [Request] = []
    public internal(set) var sent: [ClientMessage] = []
    public internal(set) var configuration = SessionConfiguration()
    public internal(set) var outputs: [CallID: String] = [:]
    public internal(set) var calls: Set<CallID> = []
    /// The response, by its tag, that made a call.
    var callers: [CallID: String] = [:]
    var run: ResponseRun?
    var summaryRun: SummaryRun?
    /// What was appended and neither committed nor cleared; a sample is the number of its run of voice.
    var input: [Int16] = []
    /// All samples that it was ever sent.
    public internal(set) var appended = 0
    public internal(set) var commits: [Commitment] = []
    /// Since the last `response.create`.
    var refusedCommit = false
    var isSilent = false
    /// From now on everything takes so much longer.
    var lag: Duration = .zero
    public internal(set) var isClosed = false {
        didSet { if isClosed { closedAt = closedAt ?? stage.now } }
    }
    /// What the session held is gone since then.
    private(set) var closedAt: RoomTime?
    /// Nothing overtakes on one connection.
    private(set) var lastDelivery = RoomTime.zero
    /// Its delays are its own, so that what happens elsewhere does not change them.
    private var random: SeededGenerator
    /// One of its events was lost, and so the room cannot know what the session remembers.
    private(set) var isUnreliable = false
    /// One of its events came twice, and so may what the room answers.
    private(set) var hasStuttered = false

    init(link: LinkID, index: Int, stage: Stage) {
        self.link = link
        server = stage.server
        self.index = index
        self.stage = stage
        random = SeededGenerator(seed: stage.seed &* 1_000 &+ UInt64(index * 100 + link.generation))
    }

    public var agent: Identity {
        switch link.owner {
        case .agent(let agent), .ear(let agent): agent
        }
    }

    func tell(_ event: ServerEvent) {
        for event in inItsWords(event) { say(event) }
    }

    private func say(_ event: ServerEvent) {
        var copies = 1
        switch stage.mishap(of: agent, for: event) {
        case .lost:
            isUnreliable = true
            return
        case .doubled:
            copies = 2
            hasStuttered = true
        case .late(let delay): lastDelivery = max(lastDelivery, stage.now).advanced(by: .milliseconds(delay))
        case nil: break
        }
        for _ in 0..<copies { deliver { stage, link in stage.arrive(event, on: link) } }
    }

    func tell(_ samples: [Int16], of item: ItemID, in response: ResponseID) {
        deliver { stage, link in stage.arrive(samples, of: item, in: response, on: link) }
    }

    func breakOff(_ loss: LinkLoss) {
        deliver { stage, link in stage.handle(.linkLost(link, loss)) }
        isClosed = true
        run = nil
        summaryRun = nil
    }

    func expire(_ error: ErrorDetail) {
        guard !isClosed else { return }
        tell(.error(error))
        breakOff(.closed(code: 1001, reason: error.message))
    }

    private func deliver(_ what: @escaping (Stage, LinkID) -> Void) {
        guard !isSilent, !isClosed else { return }
        let latency = random.milliseconds(stage.latencies) + lag
        lastDelivery = max(lastDelivery, stage.now.advanced(by: latency))
        let link = link
        stage.plan(at: lastDelivery) { what($0, link) }
    }

    /// What tools answered to sessions before this one, as far as it was told.
    public var earlierResults: [String] {
        items.compactMap { if case .earlierResult(let text) = $0.content { text } else { nil } }
    }

    func complain(_ complaint: String) { stage.complain("\(link): \(complaint)") }
}
