/// One event on its way to one participant's receiver.
struct CallbackMessage: Equatable, Sendable {
    /// `webhook-id`: the same on every attempt, also after a restart.
    let id: String
    let body: [UInt8]
    /// When it happened: from here on its 24 hours run.
    let since: WallTime
    let seq: Int
}

/// The callbacks of one participant: in order, one at a time, each until it is accepted. The queue itself is the
/// journal; this holds its head.
///
/// A value without socket or clock. Its owner carries out each ``Order`` and comes back with the result.
struct CallbackQueue {
    enum Order: Equatable {
        /// Bring the events after this number with ``found(_:)``.
        case look(after: Int)
        case post(CallbackMessage)
        /// Come back with ``woke()`` after this long.
        case wake(after: Duration)
        /// Nothing is due for now.
        case rest
        /// All was delivered, or the receiver wants no more.
        case settle
    }

    enum Reply: String, Equatable {
        case accepted
        /// 410: the receiver wants nothing about this participant any more.
        case gone
        /// Another status, no answer in time, or an address that is not allowed.
        case failed
    }

    private enum State {
        case resting
        /// Whether more was kept meanwhile.
        case looking(again: Bool)
        case posting(CallbackMessage, attempt: Int)
        case waiting(CallbackMessage, attempt: Int)
        case ended
    }

    static let lifetime: Duration = .seconds(24 * 3_600)
    static let longestPause = 60.0

    private var state: State = .resting
    private var story: CallbackStory
    private let metadata: [UInt8]
    /// Up to here everything was accepted, given up or not wanted.
    private(set) var place: Int
    /// Messages that were never accepted and are not tried any more, because they waited for too long.
    private(set) var givenUpCount = 0

    init(_ story: CallbackStory, metadata: [UInt8], place: Int) {
        self.story = story
        self.metadata = metadata
        self.place = place
    }

    var isLeaving: Bool { story.isLeaving }
    var isAtRest: Bool {
        switch state {
        case .resting, .ended: true
        case .looking, .posting, .waiting: false
        }
    }
    /// Since when the head waits to be accepted: the time of its event; `nil` when nothing is owed for now.
    var waitingSince: WallTime? {
        switch state {
        case .resting, .looking, .ended: nil
        case .posting(let message, _), .waiting(let message, _): message.since
        }
    }
    /// Attempts of the head that have failed.
    var failureCount: Int {
        switch state {
        case .resting, .looking, .ended: 0
        case .posting(_, let attempt): attempt - 1
        case .waiting(_, let attempt): attempt
        }
    }

    /// More is kept, or may be.
    mutating func wake() -> Order {
        switch state {
        case .resting:
            state = .looking(again: false)
            return .look(after: place)
        case .looking:
            state = .looking(again: true)
            return .rest
        case .posting, .waiting, .ended: return .rest
        }
    }

    /// - Parameter events: what comes after the place that was asked for, in order; empty when nothing does for now.
    mutating func found(_ events: [ToldEvent]) -> Order {
        guard case .looking(let again) = state else { return .rest }
        for event in events where event.seq > place {
            if story.take(event) == .wanted {
                let message = message(event)
                state = .posting(message, attempt: 1)
                return .post(message)
            }
            place = event.seq
            if story.isOver { return end() }
        }
        guard !events.isEmpty || again else {
            state = .resting
            return .rest
        }
        return look()
    }

    /// What became of the message that was to be posted.
    ///
    /// - Parameter jitter: 0 to 1; moves the next attempt by up to a fifth either way, so that many
    ///   participants do not knock at a recovering receiver at once.
    mutating func answered(_ reply: Reply, at now: WallTime, jitter: Double) -> Order {
        guard case .posting(let message, let attempt) = state else { return .rest }
        switch reply {
        case .gone: return end()
        case .accepted: return next(message)
        case .failed:
            let pause = Self.pause(after: attempt, jitter: jitter)
            guard now.since(message.since) + pause < Self.lifetime else {
                givenUpCount += 1
                return next(message)
            }
            state = .waiting(message, attempt: attempt)
            return .wake(after: pause)
        }
    }

    /// The pause after a failure is over.
    mutating func woke() -> Order {
        guard case .waiting(let message, let attempt) = state else { return .rest }
        state = .posting(message, attempt: attempt + 1)
        return .post(message)
    }

    private mutating func next(_ message: CallbackMessage) -> Order {
        place = message.seq
        return story.isOver ? end() : look()
    }

    private mutating func look() -> Order {
        state = .looking(again: false)
        return .look(after: place)
    }

    private mutating func end() -> Order {
        state = .ended
        return .settle
    }

    /// The event with what a callback adds to it, made without reading it again: both are compact JSON objects.
    private func message(_ event: ToldEvent) -> CallbackMessage {
        let participant =
            switch event.subject {
            // Says whom it is about already.
            case .agent: ""
            case .participantLeft, .roomClosed, .other: "\"participant_id\":\"\(story.participantID)\","
            }
        let more = ",\(participant)\"metadata\":"
        return CallbackMessage(
            id: "msg_\(story.participantID.dropFirst(3))_\(event.seq)",
            body: event.utf8.dropLast() + Array(more.utf8) + metadata + [UInt8(ascii: "}")],
            since: event.at, seq: event.seq)
    }

    /// 1, 2, 4 … s, at most 60 s, jitter included.
    static func pause(after attempt: Int, jitter: Double) -> Duration {
        let doubled = Double(1 << min(attempt - 1, 6))
        return .seconds(min(doubled * (0.8 + 0.4 * jitter), longestPause))
    }
}

extension WallTime {
    /// How long ago `earlier` was; nothing when the clock was set back meanwhile.
    func since(_ earlier: WallTime) -> Duration {
        .milliseconds(max(0, millisecondsSince1970 - earlier.millisecondsSince1970))
    }
}
