import FloorControl
import HTTPTypes
import JSONValues
import Journal
import Logging
import Networking
import Rooms

/// Carries one participant's callbacks to its receiver. Lives on its room's reactor, and costs the
/// room nothing, however slow or dead the receiver is: what is to be told waits in the journal.
final class CallbackCourier {
    /// What couriers share.
    struct Surroundings {
        let settings: Settings.Callbacks
        let journal: any JournalStore
        let office: CallbackOffice
        let reactor: Reactor
        let metrics: ServiceMetrics
    }

    /// Events looked at in one go.
    private static let portion = 64

    private let url: CallbackURL
    private let participantID: String
    private let around: Surroundings
    private let logger = Logger(label: "parley.callbacks")
    private var settings: Settings.Callbacks { around.settings }
    private var reactor: Reactor { around.reactor }
    private var metrics: ServiceMetrics { around.metrics }
    private var reader: EventReader
    private var queue: CallbackQueue
    private var subscription: KeptSubscription?
    private var ticket: Int?
    private var nextLossToTell = 1
    private var countedLosses = 0
    /// When the head is tried again.
    private var nextAttempt: ContinuousClock.Instant?
    private(set) var isDone = false
    /// Called once, when nothing is owed any more.
    var onDone: (() -> Void)?

    /// - Parameters:
    ///   - owed: as it stands in the journal.
    ///   - live: the room, while it is open.
    init(
        _ owed: OwedCallbacks, _ url: CallbackURL, _ events: EventFilter, live: EventReader.Live?,
        _ around: Surroundings
    ) {
        self.url = url
        participantID = owed.participant
        self.around = around
        reader = EventReader(
            room: owed.room, epoch: owed.epoch, live: live, journal: around.journal, reactor: around.reactor)
        let story = CallbackStory(
            participantID: owed.participant, events: events, isLeaving: owed.isLeaving)
        queue = CallbackQueue(story, metadata: owed.metadata, place: owed.place)
    }

    /// Begins with what is owed already, and goes on as more is kept.
    func start() {
        subscription = reader.live?.recorder.follow { [weak self] in self?.look() }
        look()
    }

    /// Whether nothing more will be delivered before `deadline`: all is, or the receiver is dead.
    func isAtRest(until deadline: ContinuousClock.Instant) -> Bool {
        isDone || queue.isAtRest || (nextAttempt.map { $0 > deadline } ?? false)
    }

    /// Since when the receiver has not accepted the next thing it is owed; `nil` when there is none for now.
    var waitingSince: WallTime? { queue.waitingSince }

    private func look() {
        // A closed room is read from the journal: its memory goes, however long its receivers are dead.
        if reader.live?.recorder.isOver == true {
            reader.live = nil
            subscription?.cancel()
            subscription = nil
        }
        carryOut(queue.wake())
    }

    private func look(after seq: Int) {
        reader.events(after: seq, limit: Self.portion) { [weak self] events in
            guard let self else { return }
            guard let events else {
                // The journal is ill; it says so itself.
                reactor.schedule(after: .seconds(1)) { [weak self] in self?.look(after: seq) }
                return
            }
            carryOut(queue.found(events))
        }
    }
}

// MARK: - One delivery

extension CallbackCourier {
    /// From the request to the answer's head.
    private static let deadline: Duration = .seconds(10)

    private func carryOut(_ order: CallbackQueue.Order) {
        switch order {
        case .look(let seq): look(after: seq)
        case .post(let message): enter(with: message)
        case .wake(let pause):
            nextAttempt = .now + pause
            reactor.schedule(after: pause) { [weak self] in
                guard let self else { return }
                nextAttempt = nil
                carryOut(queue.woke())
            }
        case .rest:
            // A closed room has said all it will ever say.
            if reader.live == nil, queue.isAtRest { settle() }
        case .settle: settle()
        }
    }

    private func settle() {
        guard !isDone else { return }
        isDone = true
        subscription?.cancel()
        subscription = nil
        around.journal.settle(participantID) { _ in }
        let report = onDone
        onDone = nil
        report?()
    }

    /// Waits for a connection's turn.
    private func enter(with message: CallbackMessage) {
        let lane: DeliverySlots.Lane = queue.failureCount == 0 ? .prompt : .suspect
        ticket = around.office.ask("\(url.host):\(url.port)", lane) { [weak self] in self?.post(message) }
    }

    private func answered(_ reply: CallbackQueue.Reply) {
        if let ticket { around.office.done(ticket) }
        ticket = nil
        metrics.count("parley_callbacks_total", ("outcome", reply.rawValue))
        if reply == .accepted, let since = queue.waitingSince {
            metrics.observe("parley_callback_age_seconds", WallTime.now.since(since))
        }
        let before = queue.place
        let order = queue.answered(reply, at: .now, jitter: Double.random(in: 0...1))
        noteLosses()
        // If this is lost, the message goes out a second time, with the same id.
        if queue.place != before, order != .settle {
            around.journal.advance(participantID, to: queue.place, isLeaving: queue.isLeaving) { _ in }
        }
        carryOut(order)
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
        switch url.host {
        case .address(let address):
            guard isAllowed([address]) else { return answered(.failed) }
            // The address as it was judged, not its spelling in the URL read a second time.
            send(message, to: ResolvedAddress(numeric: address.description, port: url.port))
        case .name(let name):
            reactor.resolve(host: name, port: url.port) { [weak self] result in
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
        switch settings.destinations.verdict(on: url, resolvedTo: addresses) {
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
            method: .post, url: url.text, headers: headers(for: message), body: message.body,
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
