import JSONValues
import Journal
import Rooms

/// An event as it was told, from memory or from the journal: what receivers and streams need to know of it, and its text.
struct ToldEvent: Sendable {
    /// Whom it concerns, as far as somebody's interest in the room hangs on it.
    enum Subject: Equatable, Sendable {
        /// `agent.status`; whether it says that the agent left a room that goes on.
        case agent(participantID: String, leftAlone: Bool)
        case participantLeft
        case roomClosed
        case other
    }

    let seq: Int
    let at: WallTime
    let type: String
    let subject: Subject
    /// Envelope and event as compact JSON.
    let utf8: [UInt8]
}

extension ToldEvent {
    init(_ entry: EventLog.Entry) {
        self.init(
            seq: entry.seq, at: entry.at, type: entry.event.type, subject: Subject(entry.event),
            utf8: entry.utf8)
    }

    /// - Returns: `nil` for a body that is no event; the journal holds none.
    init?(_ record: Record) {
        guard let json = try? JSON(parsing: record.body), let type = json["type"]?.stringValue else {
            return nil
        }
        self.init(
            seq: record.seq, at: WallTime(millisecondsSince1970: record.at), type: type,
            subject: Subject(type, json), utf8: record.body)
    }
}

extension ToldEvent.Subject {
    init(_ event: RoomEvent) {
        switch event {
        case .agentStatus(_, let participantID, .left, _, let reason):
            self = .agent(participantID: participantID, leftAlone: reason?.endsRoom == false)
        case .agentStatus(_, let participantID, _, _, _):
            self = .agent(participantID: participantID, leftAlone: false)
        case .participantLeft: self = .participantLeft
        case .roomClosed: self = .roomClosed
        case .roomOpened, .participantJoined, .participantMuted, .participantHeard, .floorChanged,
            .speechStarted, .speechStopped, .transcriptDelta, .transcriptFinal, .turnRequested, .turnGranted,
            .turnStarted, .turnEnded, .toolCalled, .toolReturned, .contextCondensed, .limitApproached,
            .limitReached, .recordingStarted, .recordingStopped, .error:
            self = .other
        }
    }

    /// As above, of an event that was written down.
    init(_ type: String, _ json: JSON) {
        switch type {
        case "agent.status":
            let hasLeft = json["status"] == .string(AgentStatus.left.rawValue)
            let reason = json["reason"]?.stringValue.flatMap(Reason.init)
            self = .agent(
                participantID: json["participant_id"]?.stringValue ?? "",
                leftAlone: hasLeft && reason?.endsRoom == false)
        case "participant.left": self = .participantLeft
        case "room.closed": self = .roomClosed
        case _: self = .other
        }
    }
}
