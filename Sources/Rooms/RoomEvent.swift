public import FloorControl

/// What a room tells the world: the vocabulary of callbacks, server-sent events, callers' lines and
/// the audit log, word for word the table "Events" of the contract (`Protocol/events.schema.json`).
///
/// The envelope (`seq`, `at`, `room`) is added by whoever keeps the log.
public enum RoomEvent: Equatable, Sendable {
    case roomOpened(reason: Reason)
    /// `usage`: of the whole call; what a server says of a response that it was still busy with is lost.
    /// `limit`: the one that ended it, when that is the reason.
    indirect case roomClosed(
        reason: Reason, limit: CallLimit? = nil, usage: RoomConsumption = RoomConsumption())
    /// Comes once for each limit, and not when it is reached in the same step.
    case limitApproached(LimitState)
    /// The call ends: nobody is promised a turn any more.
    case limitReached(LimitState)
    /// `name`: as people know them.
    case participantJoined(Identity, ParticipantKind, name: String, reason: Reason)
    case participantLeft(Identity, ParticipantKind, reason: Reason)
    case participantMuted(Identity, Bool)
    /// Whether a caller's words reach the agents: their ear was lost, or is back.
    case participantHeard(Identity, Bool)
    case agentStatus(Identity, participantID: String, AgentStatus, EventFault?, reason: Reason?)
    case speechStarted(Identity)
    case speechStopped(Identity)
    case transcriptDelta(Identity, turn: TurnID?, text: String)
    /// `text` is what was heard, not what was generated. `said` is from the beginning of the voice to its end, the
    /// same moment for typed words.
    case transcriptFinal(
        Identity, turn: TurnID?, text: String, interrupted: Bool, said: ClosedRange<RoomTime>)
    /// Comes after the events that changed it.
    case floorChanged(FloorView)
    case turnRequested(from: Identity, to: Identity, reason: String)
    case turnGranted(TurnID, agent: Identity, GrantReason, why: String)
    case turnStarted(TurnID, agent: Identity, latency: Duration)
    indirect case turnEnded(
        TurnID, agent: Identity, TurnOutcome, heard: Duration, text: String,
        usage: Consumption = Consumption())
    case toolCalled(Identity, callID: String, name: String, arguments: String)
    case toolReturned(Identity, callID: String, name: String, ok: Bool, duration: Duration)
    /// The oldest utterances, so many, have left every session's memory; a summary of them or a note stands for
    /// them. Tokens are those of the session that was too full, the one of `agent` if there is any.
    case contextCondensed(Identity?, utterances: Int, CondensedBy, tokensBefore: Int, tokensAfter: Int)
    /// What is said and heard is kept from now on; whoever comes in later is told so on their line.
    case recordingStarted
    case recordingStopped(reason: RecordingEnd)
    case error(EventFault)
}

public enum ParticipantKind: String, Sendable { case caller, agent }

/// Why a recording has ended.
public enum RecordingEnd: String, Sendable, CaseIterable {
    /// With the room.
    case closed
    /// The disk was full, gone or too slow; what was written until then is there.
    case failed
    /// A file can be no longer.
    case limit
}

public enum AgentStatus: String, Sendable, CaseIterable {
    case joining, joined, thinking, speaking, listening, reconnecting, left, failed
}

/// `code` is stable and meant for programs, `detail` for people.
public struct EventFault: Error, Equatable, Sendable {
    public var code: String
    public var detail: String
    public init(code: String, detail: String) {
        self.code = code
        self.detail = detail
    }
}

extension RoomEvent {
    public var type: String {
        switch self {
        case .roomOpened: "room.opened"
        case .roomClosed: "room.closed"
        case .limitApproached: "limit.approached"
        case .limitReached: "limit.reached"
        case .participantJoined: "participant.joined"
        case .participantLeft: "participant.left"
        case .participantMuted: "participant.muted"
        case .participantHeard: "participant.heard"
        case .agentStatus: "agent.status"
        case .speechStarted: "speech.started"
        case .speechStopped: "speech.stopped"
        case .transcriptDelta: "transcript.delta"
        case .transcriptFinal: "transcript.final"
        case .floorChanged: "floor.changed"
        case .turnRequested: "turn.requested"
        case .turnGranted: "turn.granted"
        case .turnStarted: "turn.started"
        case .turnEnded: "turn.ended"
        case .toolCalled: "tool.called"
        case .toolReturned: "tool.returned"
        case .contextCondensed: "context.condensed"
        case .recordingStarted: "recording.started"
        case .recordingStopped: "recording.stopped"
        case .error: "error"
        }
    }
}
