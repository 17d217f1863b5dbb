import FloorControl
import Rooms

extension Stage {
    /// The end of the log, in words, for whoever must understand what went wrong.
    func tail(_ count: Int = 30, names: (Identity) -> String) -> String {
        let lines = log.compactMap { entry in
            entry.event.told(names).map { "    \(Blank.text(of: entry.at.sinceOpening)): \($0)" }
        }
        return (lines.suffix(count) + ["    \(Blank.text(of: now.sinceOpening)): here the play stopped"])
            .joined(separator: "\n")
    }
}

extension RoomEvent {
    /// In a few words; `nil` for what explains nothing.
    fileprivate func told(_ name: (Identity) -> String) -> String? {
        switch self {
        case .speechStarted(let who): "\(name(who)) begins to speak"
        case .speechStopped(let who): "\(name(who)) stops speaking"
        case .transcriptFinal(let who, _, let text, let interrupted, _):
            "\(name(who)): \(text)\(interrupted ? " –" : "")"
        case .turnRequested(let from, let to, let reason):
            "\(name(from)) asks for \(name(to)): \(reason)"
        case .turnGranted(_, let agent, _, let why): "\(name(agent)) is given the floor: \(why)"
        case .turnStarted(_, let agent, _): "\(name(agent)) is heard"
        case .turnEnded(_, let agent, let outcome, let heard, _, _):
            "\(name(agent))'s turn ends \(outcome), heard for \(Blank.text(of: heard))"
        case .toolCalled(let agent, _, let tool, _): "\(name(agent)) calls \(tool)"
        case .toolReturned(_, _, let tool, let ok, _): "\(tool) \(ok ? "returns" : "fails")"
        case .participantJoined(let who, _, _, _): "\(name(who)) is here"
        case .participantLeft(let who, _, let reason): "\(name(who)) is gone (\(reason))"
        case .agentStatus(let agent, _, let status, _, _):
            status == .failed || status == .reconnecting ? "\(name(agent)) is \(status)" : nil
        case .contextCondensed(_, let count, let how, _, _): "\(count) utterances are condensed: \(how)"
        case .error(let fault): "error \(fault.code): \(fault.detail)"
        case .roomClosed(let reason, _, _): "the room closes (\(reason))"
        case .limitApproached(let state): "the limit of \(state.limit) is near"
        case .limitReached(let state): "the limit of \(state.limit) is reached"
        case .participantMuted(let who, let isMuted): "\(name(who)) is \(isMuted ? "muted" : "unmuted")"
        case .participantHeard(let who, let isHeard):
            "\(name(who)) is \(isHeard ? "heard again" : "not heard")"
        case .roomOpened, .transcriptDelta, .floorChanged, .recordingStarted, .recordingStopped: nil
        }
    }
}
