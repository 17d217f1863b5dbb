import FloorControl
import HTTPTypes
import JSONValues
import Logging
import Networking
import Rooms

/// Carries one participant's callbacks to its receiver. Lives on its room's reactor, and costs the
/// room nothing but the copy of an event, however slow or dead the receiver is.
final class CallbackCourier {
    private let callback: JoinRequest.Callback
    private let participantID: String
    private let metadata: JSON
    private let settings: Settings.Callbacks
    private let reactor: Reactor
    private let metrics: ServiceMetrics
    private let logger = Logger(label: "parley.callbacks")
    private var queue = CallbackQueue()
    private var subscription: EventSubscription?
    private var nextLossToTell = 1
    private var countedLosses = 0
    /// Called whenever there is nothing left to deliver.
    var onRest: (() -> Void)?

    init(
        _ callback: JoinRequest.Callback, participantID: String, metadata: JSON, settings: Settings.Callbacks,
        reactor: Reactor, metrics: ServiceMetrics
    ) {
        self.callback = callback
        self.participantID = participantID
        self.metadata = metadata
        self.settings = settings
        self.reactor = reactor
        self.metrics = metrics
    }

    var isAtRest: Bool { queue.isEmpty }
    /// Whether nothing more can come: the participant has left, and all about it was delivered.
    var isDone: Bool { subscription == nil && queue.isEmpty }

    /// - Parameter seq: as in ``EventLog/subscribe(after:_:)``.
    func follow(_ log: EventLog, after seq: Int?) {
        subscription = log.subscribe(after: seq) { [weak self] entry in self?.received(entry) }
    }

    /// The participant did not come in after all.
    func cancel() {
        subscription?.cancel()
        subscription = nil
    }

    private func received(_ entry: EventLog.Entry) {
        if isWanted(entry.event) {
            if let order = queue.add(message(entry)) { carryOut(order) }
            noteLosses()
        }
        if endsTheStory(entry.event) {
            cancel()
            if queue.isEmpty { onRest?() }
        }
    }

    private func isWanted(_ event: RoomEvent) -> Bool {
        if case .agentStatus(_, let subject, _, _, _) = event, subject != participantID { return false }
        return callback.events.matches(event)
    }

    /// A participant that leaves hears no more of the room, unless the room itself is closing.
    private var isLeaving = false
    private func endsTheStory(_ event: RoomEvent) -> Bool {
        switch event {
        case .agentStatus(_, participantID, .left, _, let reason):
            isLeaving = reason?.endsRoom == false
            return false
        case .participantLeft: return isLeaving
        case .roomClosed: return true
        case .roomOpened, .participantJoined, .participantMuted, .participantHeard, .agentStatus,
            .floorChanged, .speechStarted,
            .speechStopped, .transcriptDelta,
            .transcriptFinal, .turnRequested, .turnGranted, .turnStarted, .turnEnded, .toolCalled,
            .toolReturned, .contextCondensed, .limitApproached, .limitReached, .recordingStarted,
            .recordingStopped, .error:
            return false
        }
    }

    private func message(_ entry: EventLog.Entry) -> CallbackMessage {
        var json = EventLog.json(entry)
        json["participant_id"] = .string(participantID)
        json["metadata"] = metadata
        return CallbackMessage(
            id: "msg_\(participantID.dropFirst(3))_\(entry.seq)", body: json.utf8, since: .now)
    }
}

// MARK: - One delivery

extension CallbackCourier {
    /// From the request to the answer's head.
    private static let deadline: Duration = .seconds(10)

    private func carryOut(_ order: CallbackQueue.Order) {
        switch order {
        case .post(let message): post(message)
        case .wake(let pause):
            reactor.schedule(after: pause) { [weak self] in
                guard let self else { return }
                carryOut(queue.woke())
            }
        case .rest: onRest?()
        }
    }

    private func answered(_ reply: CallbackQueue.Reply) {
        metrics.count("parley_callbacks_total", ("outcome", reply.rawValue))
        if reply == .gone { cancel() }
        carryOut(queue.answered(reply, at: .now, jitter: Double.random(in: 0...1)))
        noteLosses()
    }

    /// An operator learns that a receiver missed something: at the first message, and then each time the number doubles.
    private func noteLosses() {
        metrics.count("parley_callbacks_given_up_total", by: queue.givenUpCount - countedLosses)
        countedLosses = queue.givenUpCount
        guard queue.givenUpCount >= nextLossToTell else { return }
        nextLossToTell = queue.givenUpCount * 2
        logger.error(
            "callbacks given up, never accepted",
            metadata: ["participant": "\(participantID)", "count": "\(queue.givenUpCount)"])
    }

    /// The name is looked up and judged again each time, and the connection goes to an address that was judged.
    private func post(_ message: CallbackMessage) {
        switch callback.url.host {
        case .address(let address):
            guard isAllowed([address]) else { return answered(.failed) }
            // The address as it was judged, not its spelling in the URL read a second time.
            send(message, to: ResolvedAddress(numeric: address.description, port: callback.url.port))
        case .name(let name):
            reactor.resolve(host: name, port: callback.url.port) { [weak self] result in
                self?.resolved(result, for: message)
            }
        }
    }

    private func resolved(_ result: Result<[ResolvedAddress], NetworkingError>, for message: CallbackMessage)
    {
        switch result {
        case .success(let addresses):
            let judged = addresses.compactMap { IPAddress($0.host) }
            guard let first = addresses.first, judged.count == addresses.count, isAllowed(judged) else {
                return answered(.failed)
            }
            send(message, to: first)
        case .failure(let error):
            logger.notice(
                "callback not delivered", metadata: ["participant": "\(participantID)", "error": "\(error)"])
            answered(.failed)
        }
    }

    private func isAllowed(_ addresses: [IPAddress]) -> Bool {
        switch settings.destinations.verdict(on: callback.url, resolvedTo: addresses) {
        case .allowed: return true
        case .refused(let why):
            logger.warning(
                "callback refused", metadata: ["participant": "\(participantID)", "url": "\(why)"])
            return false
        case .dependsOnAddresses: preconditionFailure("the addresses are given")
        }
    }

    private func send(_ message: CallbackMessage, to address: ResolvedAddress?) {
        var status: Int?
        let request = OutboundRequest(
            method: .post, url: callback.url.text, headers: headers(for: message), body: message.body,
            deadline: Self.deadline, connectTo: address)
        // The answer's body says nothing to us: it is read and dropped, and a status already there counts
        // even when the rest never comes.
        let note = { (head: HTTPResponse) in status = head.status.code }
        reactor.send(request, onHead: note, onBodyPart: Self.drop) { [weak self] result in
            self?.answered(status, result)
        }
    }

    private static func drop(_: UnsafeRawBufferPointer) {}

    private func answered(_ status: Int?, _ result: Result<InboundResponse, NetworkingError>) {
        switch status {
        case .some(200..<300): answered(.accepted)
        case 410: answered(.gone)
        case .some, nil:
            let answer =
                switch (status, result) {
                case (let status?, _): "status \(status)"
                case (nil, .failure(let error)): "\(error)"
                case (nil, .success(let response)): "status \(response.status)"
                }
            logger.notice(
                "callback not accepted", metadata: ["participant": "\(participantID)", "answer": "\(answer)"])
            answered(.failed)
        }
    }

    private func headers(for message: CallbackMessage) -> HTTPFields {
        var headers: HTTPFields = [.contentType: "application/json", .userAgent: "Parley"]
        headers[.webhookID] = message.id
        let timestamp = WallTime.now.secondsSince1970
        headers[.webhookTimestamp] = String(timestamp)
        headers[.webhookSignature] = settings.secret?.signature(
            id: message.id, timestamp: timestamp, body: message.body)
        return headers
    }
}
