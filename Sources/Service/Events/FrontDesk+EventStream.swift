import HTTPTypes
import Networking
import Rooms

// `GET /rooms/{room}/events`: server-sent events (WHATWG HTML §9.2).

extension FrontDesk {
    /// Begins with the next event, or after `Last-Event-ID`.
    func streamEvents(of room: String, _ call: Call) throws(Problem) -> Answer? {
        let log = try directory.room(room).events
        let head = Answer(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"])
        if call.request.method == .head { return head }
        let after = call.request.headerFields[.lastEventID].flatMap { Int($0) }
        EventStream(call.exchange.stream(head.head), reactor).follow(log, after: after)
        return nil
    }
}

/// One reader of a room's events. Kept alive by its subscription, until reader or room go.
private final class EventStream {
    /// Middleboxes forget a connection that is silent for a minute.
    private static let silence: Duration = .seconds(15)

    private let stream: ResponseStream
    private let reactor: Reactor
    private var subscription: EventSubscription?
    private var nextComment: Deadline?
    private var isOver = false

    init(_ stream: ResponseStream, _ reactor: Reactor) {
        self.stream = stream
        self.reactor = reactor
    }

    func follow(_ log: EventLog, after seq: Int?) {
        stream.onClosed = { self.stop() }
        stream.write(Array(": \(log.room)\n\n".utf8))
        commentLater()
        let subscription = log.subscribe(after: seq) { self.send($0) }
        // What is replayed may be more than the reader takes.
        if isOver { subscription.cancel() } else { self.subscription = subscription }
    }

    private func send(_ entry: EventLog.Entry) {
        guard !isOver else { return }
        guard stream.write(Array("id: \(entry.seq)\ndata: ".utf8) + entry.utf8 + Array("\n\n".utf8)) else {
            // A reader that has fallen behind comes back with `Last-Event-ID` and misses nothing.
            return end()
        }
        if case .roomClosed = entry.event { end() }
    }

    private func commentLater() {
        nextComment = reactor.schedule(after: Self.silence) { [weak self] in
            guard let self else { return }
            if stream.write(Array(":\n\n".utf8)) { commentLater() } else { end() }
        }
    }

    private func end() {
        stop()
        stream.end()
    }

    private func stop() {
        isOver = true
        nextComment?.cancel()
        subscription?.cancel()
        subscription = nil
        stream.onClosed = nil
    }
}
