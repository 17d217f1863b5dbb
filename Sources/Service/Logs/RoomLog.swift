import FloorControl
import Logging
import Networking
import Rooms

/// What an operator reads of one room. Every line names the room, the turn that holds the floor while there is
/// one, and the participant it is about.
///
/// What people say is nobody's business here: no line holds a word of it, at no level. Events hold it, for those who
/// may read them.
struct RoomLog {
    private(set) var logger = Logger(label: "parley.room")
    /// The turn that holds the floor, and whose it is.
    private var turn: (id: TurnID, agent: Identity)?

    init(room: String) { logger[metadataKey: "room"] = "\(room)" }

    private func say(
        _ level: Logger.Level, _ message: Logger.Message, _ participant: Identity? = nil,
        _ metadata: @autoclosure () -> Logger.Metadata = [:]
    ) {
        logger.log(
            level: level, message, metadata: about(participant, metadata()), source: "Service")
    }

    private func about(_ participant: Identity?, _ more: Logger.Metadata) -> Logger.Metadata {
        var metadata = more
        if let participant = participant ?? turn?.agent { metadata["participant"] = "\(participant)" }
        return metadata
    }

    mutating func note(_ event: RoomEvent) {
        switch event {
        case .turnGranted(let id, let agent, _, _):
            turn = (id, agent)
            logger[metadataKey: "turn"] = "\(id)"
        case .turnEnded(let id, _, _, _, _, _):
            logger[metadataKey: "turn"] = "\(id)"
        case .roomOpened, .roomClosed, .limitApproached, .limitReached, .participantJoined, .participantLeft,
            .participantMuted, .participantHeard, .agentStatus, .speechStarted, .speechStopped,
            .transcriptDelta, .transcriptFinal, .floorChanged, .turnRequested, .turnStarted, .toolCalled,
            .toolReturned, .contextCondensed, .recordingStarted, .recordingStopped, .error:
            break
        }
        tellLife(event)
        tellTalk(event)
        if case .turnEnded(let id, _, _, _, _, _) = event, turn == nil || turn?.id == id {
            turn = nil
            logger[metadataKey: "turn"] = nil
        }
    }

    /// Who comes and goes, and what goes wrong.
    private func tellLife(_ event: RoomEvent) {
        switch event {
        case .roomOpened(let reason): say(.info, "room opened", nil, ["reason": "\(reason.rawValue)"])
        case .roomClosed(let reason, _, let usage):
            say(
                .info, "room closed", nil,
                ["reason": "\(reason.rawValue)", "turns": .stringConvertible(usage.turns)])
        case .participantJoined(let who, let kind, _, let reason):
            say(.info, "participant joined", who, ["kind": "\(kind)", "reason": "\(reason.rawValue)"])
        case .participantLeft(let who, let kind, let reason):
            say(.info, "participant left", who, ["kind": "\(kind)", "reason": "\(reason.rawValue)"])
        case .participantMuted(let who, let isMuted): say(.info, isMuted ? "muted" : "unmuted", who)
        case .participantHeard(let who, let isHeard):
            say(isHeard ? .notice : .warning, isHeard ? "ear is back" : "ear lost", who)
        case .agentStatus(let agent, let id, let status, let fault, _):
            var metadata: Logger.Metadata = ["status": "\(status.rawValue)", "participant_id": "\(id)"]
            if let fault { metadata["code"] = "\(fault.code)" }
            if let fault { metadata["detail"] = "\(fault.detail)" }
            say(status.level, "agent is \(status.rawValue)", agent, metadata)
        case .error(let fault):
            say(.warning, "error event", nil, ["code": "\(fault.code)", "detail": "\(fault.detail)"])
        case .limitApproached(let state):
            say(.notice, "limit near", nil, ["limit": "\(state.limit.rawValue)"])
        case .limitReached(let state):
            say(.notice, "limit reached", nil, ["limit": "\(state.limit.rawValue)"])
        case .recordingStarted: say(.info, "recording started", nil)
        case .recordingStopped(let reason):
            say(
                reason == .closed ? .info : .warning, "recording stopped", nil,
                ["reason": "\(reason.rawValue)"])
        case .speechStarted, .speechStopped, .transcriptDelta, .transcriptFinal, .floorChanged,
            .turnRequested, .turnGranted, .turnStarted, .turnEnded, .toolCalled, .toolReturned,
            .contextCondensed:
            break
        }
    }

    /// Who speaks, without what is said: not the words, not the sentence that explains a grant by them.
    private func tellTalk(_ event: RoomEvent) {
        switch event {
        case .speechStarted(let who): say(.debug, "speech started", who)
        case .speechStopped(let who): say(.debug, "speech stopped", who)
        case .transcriptFinal(let who, _, let text, let interrupted, _):
            say(
                .debug, "utterance", who,
                [
                    "characters": .stringConvertible(text.count),
                    "interrupted": .stringConvertible(interrupted),
                ])
        case .turnRequested(let from, let to, _): say(.info, "turn requested", from, ["to": "\(to)"])
        case .turnGranted(_, let agent, let reason, _):
            say(.info, "turn granted", agent, ["reason": "\(reason.rawValue)"])
        case .turnStarted(_, let agent, let latency):
            say(.info, "turn started", agent, ["latency_ms": .stringConvertible(latency.wholeMilliseconds)])
        case .turnEnded(_, let agent, let outcome, let heard, _, _):
            say(
                outcome == .failed ? .warning : .info, "turn ended", agent,
                ["outcome": "\(outcome.rawValue)", "heard_ms": .stringConvertible(heard.wholeMilliseconds)])
        case .toolCalled(let agent, let call, let name, _):
            say(.info, "tool called", agent, ["tool": "\(name)", "call_id": "\(call)"])
        case .toolReturned(let agent, let call, let name, let ok, let duration):
            say(
                ok ? .info : .warning, "tool returned", agent,
                [
                    "tool": "\(name)", "call_id": "\(call)", "ok": .stringConvertible(ok),
                    "duration_ms": .stringConvertible(duration.wholeMilliseconds),
                ])
        case .contextCondensed(let agent, let utterances, let how, _, _):
            say(
                .info, "context condensed", agent,
                ["utterances": .stringConvertible(utterances), "by": "\(how.word)"])
        case .roomOpened, .roomClosed, .limitApproached, .limitReached, .participantJoined, .participantLeft,
            .participantMuted, .participantHeard, .agentStatus, .transcriptDelta, .floorChanged,
            .recordingStarted,
            .recordingStopped, .error:
            break
        }
    }
}

extension RoomLog {
    func note(_ note: RoomNote) {
        switch note {
        case .guessMade(let guess, let agent): say(.debug, "guess made", agent, ["guess": "\(guess)"])
        case .guessConfirmed(let guess, _, let agent, let saved):
            say(
                .info, "guess confirmed", agent,
                ["guess": "\(guess)", "saved_ms": .stringConvertible(saved.wholeMilliseconds)])
        case .guessDiscarded(let guess, let agent, let fault):
            say(.info, "guess discarded", agent, ["guess": "\(guess)", "reason": "\(fault)"])
        case .soundArrived(_, let agent): say(.debug, "first sound arrived", agent)
        case .movedDown(let owner, let server):
            say(.warning, "server given up", owner.identity, ["next": "\(server + 1)"])
        case .sessionRotated(let owner): say(.info, "session rotated", owner.identity)
        case .summaryFailed(let agent, let fault): say(.info, "no summary", agent, ["reason": "\(fault)"])
        }
    }

    /// A caller's line has ended by itself. The caller's words about it are nobody's business.
    func lineClosed(_ caller: Identity, _ closing: WebSocket.Closing) {
        say(
            .debug, "line closed", caller,
            ["code": .stringConvertible(closing.code), "by_caller": .stringConvertible(closing.byPeer)])
    }

    /// A peer's mistake: the session goes on.
    func unreadable(_ link: LinkID, _ error: any Error) {
        say(.warning, "unreadable event", link.owner.identity, ["link": "\(link)", "error": "\(error)"])
    }
}

extension AgentStatus {
    fileprivate var level: Logger.Level {
        switch self {
        case .failed: .error
        case .reconnecting: .warning
        case .joined, .left: .info
        case .joining, .thinking, .speaking, .listening: .debug
        }
    }
}

extension LinkOwner {
    fileprivate var identity: Identity {
        switch self {
        case .agent(let identity), .ear(let identity): identity
        }
    }
}

extension Duration {
    var wholeMilliseconds: Int { Int((self / .milliseconds(1)).rounded()) }
}
