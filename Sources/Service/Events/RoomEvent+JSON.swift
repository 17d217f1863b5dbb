import FloorControl
public import JSONValues
public import Rooms

extension RoomEvent {
    /// The event's own fields, in the order of the contract's table; the envelope goes around them.
    public var fields: JSON {
        switch self {
        case .roomOpened(let reason): return ["reason": .string(reason.rawValue)]
        case .roomClosed(let reason, let limit, let usage):
            return .members([
                ("reason", .string(reason.rawValue)), ("limit", limit.map { .string($0.rawValue) }),
                // What was used was known to the process that is gone.
                ("usage", reason == .crash ? Optional.none : usage.json),
            ])
        case .limitApproached(let state), .limitReached(let state): return state.json
        case .participantJoined(let who, let kind, let name, let reason):
            return [
                "identity": .name(who), "kind": .string(kind.rawValue), "name": .string(name),
                "reason": .string(reason.rawValue),
            ]
        case .participantLeft(let who, let kind, let reason):
            return [
                "identity": .name(who), "kind": .string(kind.rawValue), "reason": .string(reason.rawValue),
            ]
        case .participantMuted(let who, let isMuted):
            return ["identity": .name(who), "muted": .bool(isMuted)]
        case .participantHeard(let who, let isHeard):
            return ["identity": .name(who), "heard": .bool(isHeard)]
        case .floorChanged(let floor): return floor.json
        case .agentStatus(let agent, let participant, let status, let fault, let reason):
            var json: JSON = [
                "agent": .name(agent), "participant_id": .string(participant),
                "status": .string(status.rawValue),
            ]
            if let fault { json["error"] = fault.json }
            if let reason { json["reason"] = .string(reason.rawValue) }
            return json
        case .speechStarted(let who), .speechStopped(let who):
            return ["identity": .name(who)]
        case .transcriptDelta(let who, let turn, let text):
            return JSON.said(by: who, in: turn, text)
        case .transcriptFinal(let who, let turn, let text, let interrupted, let said):
            var json = JSON.said(by: who, in: turn, text)
            json["interrupted"] = .bool(interrupted)
            json["began_ms"] = .milliseconds(said.lowerBound.sinceOpening)
            json["ended_ms"] = .milliseconds(said.upperBound.sinceOpening)
            return json
        case .turnRequested, .turnGranted, .turnStarted, .turnEnded: return turnFields
        case .toolCalled(let agent, let call, let name, let arguments):
            return [
                "agent": .name(agent), "call_id": .string(call), "name": .string(name),
                "arguments": .string(arguments),
            ]
        case .toolReturned(let agent, let call, let name, let ok, let duration):
            return [
                "agent": .name(agent), "call_id": .string(call), "name": .string(name), "ok": .bool(ok),
                "duration_ms": .milliseconds(duration),
            ]
        case .contextCondensed(let agent, let count, let how, let before, let after):
            return .members([
                ("agent", agent.map(JSON.name)), ("utterances", .integer(count)),
                ("by", .string(how.word)), ("reason", how.fault.map { .string($0.rawValue) }),
                ("tokens_before", .integer(before)), ("tokens_after", .integer(after)),
            ])
        case .recordingStarted: return [:]
        case .recordingStopped(let reason): return ["reason": .string(reason.rawValue)]
        case .error(let fault): return fault.json
        }
    }

    private var turnFields: JSON {
        switch self {
        case .turnRequested(let from, let to, let reason):
            ["from": .name(from), "to": .name(to), "reason": .string(reason)]
        case .turnGranted(let turn, let agent, let reason, let why):
            [
                "turn": .string("\(turn)"), "agent": .name(agent), "reason": .string(reason.rawValue),
                "why": .string(why),
            ]
        case .turnStarted(let turn, let agent, let latency):
            ["turn": .string("\(turn)"), "agent": .name(agent), "latency_ms": .milliseconds(latency)]
        case .turnEnded(let turn, let agent, let outcome, let heard, let text, let usage):
            [
                "turn": .string("\(turn)"), "agent": .name(agent), "outcome": .string(outcome.rawValue),
                "heard_ms": .milliseconds(heard), "text": .string(text), "usage": usage.json,
            ]
        case .roomOpened, .roomClosed, .participantJoined, .participantLeft, .participantMuted,
            .participantHeard, .agentStatus,
            .floorChanged, .speechStarted, .speechStopped, .transcriptDelta, .transcriptFinal, .toolCalled,
            .toolReturned, .contextCondensed, .limitApproached, .limitReached, .recordingStarted,
            .recordingStopped, .error:
            [:]
        }
    }
}

extension CondensedBy {
    var word: String {
        switch self {
        case .summary: "summary"
        case .dropped: "dropped"
        }
    }

    fileprivate var fault: SummaryFault? {
        switch self {
        case .summary: nil
        case .dropped(let fault): fault
        }
    }
}

extension FloorView {
    /// An open floor has no holder, turn and reason.
    fileprivate var json: JSON {
        var json: JSON = [:]
        if let holder { json["holder"] = .name(holder) }
        if let turn { json["turn"] = .string("\(turn)") }
        if let reason { json["reason"] = .string(reason.rawValue) }
        json["queue"] = queueJSON
        return json
    }

    var queueJSON: JSON {
        .array(
            queue.map { promise in
                [
                    "agent": .name(promise.agent), "reason": .string(promise.reason.rawValue),
                    "turn": .string("\(promise.turn)"), "why": .string(promise.why),
                ]
            })
    }
}

extension EventFault {
    /// `{"code", "detail"}`.
    public var json: JSON { ["code": .string(code), "detail": .string(detail)] }
}
