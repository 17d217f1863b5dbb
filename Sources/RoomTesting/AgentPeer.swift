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
    private var hasStuttered = false

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

extension AgentPeer {
    func receive(_ message: ClientMessage) {
        guard !isSilent, !isClosed else { return }
        sent.append(message)
        for violation in message.violations { complain(violation.message) }
        switch understood(message) {
        case .sessionUpdate(let update):
            configuration.apply(update)
            tell(.sessionUpdated(Session(id: "\(link)", configuration: configuration)))
        case .itemCreate(let item, let previous): create(item, after: previous, message)
        case .itemTruncate(let item, _, let end): truncate(item, end, message)
        case .itemDelete(let item): delete(item, message)
        case .responseCreate(let parameters): respond(parameters, message)
        case .responseCancel(let response): cancel(response, message)
        case .inputAudioCommit: commit(message)
        case .inputAudioClear:
            input = []
            tell(.inputAudioCleared)
        case .inputAudioAppend, .itemRetrieve, .outputAudioClear, .unknown:
            complain("unexpected \(message.event)")
        }
    }

    private func create(_ item: Item, after previous: PreviousItem, _ message: ClientMessage) {
        let id = item.id ?? stage.mintItem()
        if items.contains(where: { $0.id == id }) { complain("item \(id) was created twice") }
        var place = items.endIndex
        switch previous {
        case .end: break
        case .root: place = 0
        case .item(let id):
            guard let index = items.firstIndex(where: { $0.id == id }) else {
                refuse("invalid_value", "previous item \(id) does not exist", message)
                complain("previous item \(id) does not exist")
                return
            }
            place = index + 1
        }
        guard let content = content(of: item) else {
            complain("unexpected item \(item)")
            return
        }
        items.insert(Entry(id: id, content: content), at: place)
        tell(.itemAdded(item, after: nil))
        tell(.itemDone(item, after: nil))
    }

    private func content(of item: Item) -> Entry.Content? {
        switch item.body {
        case .message(.user, _, _) where item.id?.description.hasPrefix("result_") == true:
            return .earlierResult(item.text ?? "")
        case .message(.system, _, _): return .note(item.text ?? "")
        case .message(.user, _, _): return .user(item.text ?? "")
        case .message(.assistant, _, _):
            guard let id = item.id?.description, id.hasPrefix("said_") else {
                return .assistant(item.text ?? "")
            }
            return .spokenBefore(tag: String(id.dropFirst(5)), item.text ?? "")
        case .functionCallOutput(let call, let output):
            if !calls.contains(call) { complain("output of unknown call \(call)") }
            if outputs[call] != nil { complain("second output of call \(call)") }
            outputs[call] = output
            return .result(call, output)
        case .functionCall, .reference, .other: return nil
        }
    }

    private func truncate(_ id: ItemID, _ end: Duration, _ message: ClientMessage) {
        guard server.correction == .truncate else { return complain("this server truncates nothing") }
        guard let index = items.firstIndex(where: { $0.id == id }) else {
            complain("truncated item \(id) does not exist")
            refuse("item_truncate_invalid_item_id", "no item \(id)", message)
            return
        }
        guard case .speech(let tag, let generated, _) = items[index].content, generated > 0 else {
            complain("truncated item \(id) has no sound")
            refuse("unsupported_content_type", "no sound", message)
            return
        }
        // The wire counts in whole milliseconds, rounded down.
        if end >= .milliseconds(generated / 24 + 1) || end < .milliseconds(1) {
            complain("item \(id) of \(generated) samples truncated to \(end)")
        }
        items[index].content = .speech(tag: tag, generated: generated, cut: end)
        tell(.itemTruncated(id, contentIndex: 0, audioEnd: end))
    }

    private func delete(_ id: ItemID, _ message: ClientMessage) {
        guard server.deletesItems else { return complain("this server deletes nothing") }
        guard items.contains(where: { $0.id == id }) else {
            if !hasStuttered { complain("deleted item \(id) does not exist") }
            refuse("item_delete_invalid_item_id", "no item \(id)", message)
            return
        }
        items.removeAll { $0.id == id }
        for index in commits.indices where commits[index].item == id { commits[index].isDeleted = true }
        tell(.itemDeleted(id))
    }

    private func respond(_ parameters: ResponseParameters, _ message: ClientMessage) {
        guard run == nil, summaryRun == nil else {
            complain("response.create while a response is active")
            refuse("conversation_already_has_active_response", "busy", message)
            return
        }
        guard parameters.metadata[Response.purposeKey] == nil else { return sumUp(parameters, message) }
        for index in commits.indices where commits[index].tag == nil {
            commits[index].tag = parameters.metadata[Response.tagKey] ?? ""
        }
        requests.append(Request(at: stage.now, parameters: parameters, context: items.map(\.content)))
        // Nobody could know yet that it lacks what was just refused.
        if !refusedCommit { stage.check(self, parameters) }
        refusedCommit = false
        let script = stage.nextScript(of: agent)
        if script.fault == .isBusy {
            beBusy(message)
            return
        }
        if script.fault == .refuses {
            refuse("invalid_value", "no", message)
            return
        }
        run = ResponseRun(self, script, parameters)
        run?.begin()
    }

    private func beBusy(_ message: ClientMessage) {
        let other = stage.mintResponse()
        tell(.responseCreated(Response(id: other, status: .inProgress)))
        refuse("conversation_already_has_active_response", "busy", message)
        stage.plan(after: .milliseconds(300)) { [self] _ in
            tell(.responseDone(Response(id: other, status: .cancelled(.clientCancelled))))
        }
    }

    private func sumUp(_ parameters: ResponseParameters, _ message: ClientMessage) {
        summaries.append(Request(at: stage.now, parameters: parameters, context: items.map(\.content)))
        stage.checkSummary(self, parameters)
        let script = stage.nextSummary(of: agent)
        if script == .refuses { return refuse("invalid_value", "no", message) }
        summaryRun = SummaryRun(self, script, parameters)
        summaryRun?.begin()
    }

    private func cancel(_ response: ResponseID?, _ message: ClientMessage) {
        if let summaryRun, summaryRun.id == response { return summaryRun.cancel() }
        guard let run, response == nil || run.id == response else {
            refuse("response_cancel_not_active", "no active response", message)
            return
        }
        run.cancel()
    }

    func refuse(_ code: String, _ text: String, _ message: ClientMessage) {
        tell(
            .error(
                ErrorDetail(
                    type: "invalid_request_error", code: code, message: text, eventID: message.eventID)))
    }
}
