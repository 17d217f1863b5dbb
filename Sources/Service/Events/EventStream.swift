import HTTPTypes
import JSONValues
import Networking

/// One reader of a room's events (server-sent events, WHATWG HTML §9.2): gets what is kept after its place and then
/// everything new, no faster than it reads. Kept alive by its deadlines and subscriptions, until reader or room go.
final class EventStream {
    /// Middleboxes forget a connection that is silent for a minute.
    private static let silence: Duration = .seconds(15)
    /// Bytes on their way to the reader; with more, the rest waits where it is kept.
    private static let enough = 256 << 10
    private static let look: Duration = .milliseconds(50)
    /// How long a reader may take nothing while there is something for it.
    private static let patience: Duration = .seconds(10)
    private static let portion = 64

    private let stream: ResponseStream
    private let reactor: Reactor
    private let reader: EventReader
    /// The number of the last event sent.
    private var place: Int
    /// After this one there is nothing more; `nil` while the room is open, or not yet wholly written down.
    private let end: Int?
    private var subscription: KeptSubscription?
    private var nextComment: Deadline?
    private var isReading = false
    /// Waiting for the reader, and since when it has taken nothing.
    private var stall: (since: ContinuousClock.Instant, left: Int)?
    private var isOver = false

    init(_ stream: ResponseStream, _ reader: EventReader, after place: Int, end: Int?) {
        self.stream = stream
        self.reader = reader
        self.place = place
        self.end = end
        reactor = reader.reactor
    }

    func begin() {
        stream.onClosed = { self.stop() }
        stream.write(Array(": \(reader.room)\n\n".utf8))
        commentLater()
        subscription = reader.live?.recorder.follow { self.advance() }
        advance()
    }

    private func advance() {
        guard !isOver, !isReading, stall == nil else { return }
        guard stream.queuedByteCount < Self.enough else { return waitForReader() }
        isReading = true
        reader.events(after: place, limit: Self.portion) { events in
            self.isReading = false
            self.send(events)
        }
    }

    private func send(_ events: [ToldEvent]?) {
        guard !isOver else { return }
        guard let events else {
            return finish(
                "storage_unavailable",
                "What happened before cannot be read now; come back with Last-Event-ID.")
        }
        for event in events {
            let text = Array("id: \(event.seq)\ndata: ".utf8) + event.utf8 + Array("\n\n".utf8)
            // Some of the bound stays free, for the last word.
            guard stream.queuedByteCount < Self.enough, stream.write(text) else { return waitForReader() }
            place = event.seq
            if isLast(event) { return finish() }
        }
        // None: the rest comes when it has happened, if the room is still there for that.
        if !events.isEmpty { advance() } else if end != nil { finish() }
    }

    private func isLast(_ event: ToldEvent) -> Bool {
        if let end { return event.seq >= end }
        guard let log = reader.live?.log else { return true }
        return log.isClosed && event.seq == log.lastSeq
    }

    private func waitForReader() {
        let left = stream.queuedByteCount
        let stall = self.stall.flatMap { $0.left <= left ? $0 : nil } ?? (.now, left)
        self.stall = stall
        guard .now - stall.since < Self.patience else {
            return finish(
                "too_slow",
                "This reader has taken nothing for \(Self.patience.components.seconds) s. "
                    + "Come back with Last-Event-ID; nothing is lost.")
        }
        reactor.schedule(after: Self.look) {
            guard !self.isOver else { return }
            if self.stream.queuedByteCount >= Self.enough { return self.waitForReader() }
            self.stall = nil
            self.advance()
        }
    }

    private func commentLater() {
        nextComment = reactor.schedule(after: Self.silence) { [weak self] in
            guard let self, !isOver else { return }
            // One that is behind gets bytes enough.
            if stall == nil { stream.write(Array(":\n\n".utf8)) }
            commentLater()
        }
    }

    /// Says why, without a number: whoever comes back goes on after the last event.
    private func finish(_ code: String, _ detail: String) {
        var json: JSON = ["at": .string(WallTime.now.description), "room": .string(reader.room)]
        for (key, value) in [("type", "error"), ("code", code), ("detail", detail)] {
            json[key] = .string(value)
        }
        stream.write(Array("data: ".utf8) + json.utf8 + Array("\n\n".utf8))
        finish()
    }

    private func finish() {
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
