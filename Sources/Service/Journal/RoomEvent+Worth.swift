import Journal
import Rooms

// How much hangs on it that an event is kept.

extension RoomEvent {
    /// A landmark has to outlive a power failure at once; the rest follows within the next of these. What is passing
    /// goes first when the journal cannot be written for long.
    var worth: UnkeptRecords.Worth {
        switch self {
        case .roomOpened, .roomClosed, .participantJoined, .participantLeft: .landmark
        case .agentStatus(_, _, let status, _, _):
            switch status {
            case .joining, .joined, .left, .failed: .landmark
            case .thinking, .speaking, .listening, .reconnecting: .told
            }
        case .transcriptDelta, .speechStarted, .speechStopped, .participantHeard, .floorChanged: .passing
        case .participantMuted, .transcriptFinal, .turnRequested, .turnGranted, .turnStarted, .turnEnded,
            .toolCalled, .toolReturned, .contextCondensed, .limitApproached, .limitReached,
            .recordingStarted, .recordingStopped, .error:
            .told
        }
    }
}

extension EventFault {
    /// Of the marker that stands in the journal for what is not there.
    static let eventsLost = "events_lost"

    init(_ gap: UnkeptRecords.Gap) {
        let which =
            gap.count == 1
            ? "Event \(gap.to)" : "\(gap.count) of the events from \(gap.from) to \(gap.to)"
        self.init(
            code: Self.eventsLost,
            detail: "\(which) could not be kept: the journal could not be written for too long.")
    }
}
