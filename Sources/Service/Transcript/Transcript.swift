public import FloorControl
public import Rooms

/// What was said in one call, in the order in which the voices began: gathered from the room's events, so that it is the
/// same while the call lasts and long after it.
///
/// Some 200 bytes an utterance; a day of talk is a few megabytes.
public struct Transcript: Equatable, Sendable {
    public struct Utterance: Equatable, Sendable {
        public let identity: Identity
        /// The name people know the speaker by.
        public let name: String
        public let turn: TurnID?
        /// What was heard of it.
        public let text: String
        public let interrupted: Bool
        /// From the beginning of the voice to its end, since the room opened.
        public let said: ClosedRange<RoomTime>
    }

    /// `nil` before the room has opened.
    public private(set) var openedAt: WallTime?
    public private(set) var utterances: [Utterance] = []
    /// Up to these moments words may be missing, because not everything could be kept.
    public private(set) var gaps: [RoomTime] = []
    /// Of everybody who was ever here.
    private var names: [Identity: String] = [:]

    public init() {}

    /// Call with each event, in order.
    public mutating func add(_ event: RoomEvent, at time: WallTime) {
        switch event {
        case .roomOpened: opened(at: time)
        case .participantJoined(let who, _, let name, _): met(who, called: name)
        case .transcriptFinal(let who, let turn, let text, let interrupted, let said):
            heard(text, of: who, in: turn, interrupted: interrupted, said: said)
        case .roomClosed, .participantLeft, .participantMuted, .participantHeard, .agentStatus,
            .speechStarted, .speechStopped, .transcriptDelta, .floorChanged, .turnRequested, .turnGranted,
            .turnStarted, .turnEnded, .toolCalled, .toolReturned, .contextCondensed, .limitApproached,
            .limitReached, .recordingStarted, .recordingStopped, .error:
            break
        }
    }

    mutating func opened(at time: WallTime) { openedAt = time }
    mutating func met(_ who: Identity, called name: String) { names[who] = name }

    mutating func lost(at time: WallTime) {
        let since = time.millisecondsSince1970 - (openedAt ?? time).millisecondsSince1970
        gaps.append(RoomTime(.milliseconds(max(0, since))))
    }

    mutating func heard(
        _ text: String, of who: Identity, in turn: TurnID?, interrupted: Bool, said: ClosedRange<RoomTime>
    ) {
        insert(
            Utterance(
                identity: who, name: names[who] ?? who.description, turn: turn, text: text,
                interrupted: interrupted, said: said))
    }

    /// Words are understood later than they are said: a caller's may be final after an answer has begun.
    private mutating func insert(_ utterance: Utterance) {
        let place = utterances.lastIndex { $0.said.lowerBound <= utterance.said.lowerBound }
        utterances.insert(utterance, at: place.map { $0 + 1 } ?? 0)
    }

    /// Everything there is to show, in order: utterances, and what may be missing between them.
    var parts: [Part] {
        var parts: [Part] = []
        var gaps = gaps[...]
        for utterance in utterances {
            while let gap = gaps.first, gap <= utterance.said.lowerBound {
                parts.append(.gap(gap))
                gaps.removeFirst()
            }
            parts.append(.utterance(utterance))
        }
        return parts + gaps.map(Part.gap)
    }

    enum Part {
        case utterance(Utterance)
        case gap(RoomTime)
    }

    /// When an utterance began.
    func moment(of utterance: Utterance) -> WallTime { moment(utterance.said.lowerBound) }

    func moment(_ time: RoomTime) -> WallTime {
        let since = Int(time.sinceOpening / .milliseconds(1))
        return WallTime(millisecondsSince1970: (openedAt?.millisecondsSince1970 ?? 0) + since)
    }
}
