import FloorControl

// A script as a person reads it: `12  mia starts to speak → hold tu_3 (ada)`.

extension Script.Line: CustomStringConvertible {
    public var description: String {
        let time = "\(time.ticks)"
        let what = event?.told ?? "everybody is silent from here on, and no session says anything"
        let actions = actions.isEmpty ? "" : " → " + actions.map(\.told).joined(separator: ", ")
        return String(repeating: " ", count: max(0, 3 - time.count)) + time + "  " + what + actions
    }
}

extension Floor.Event {
    fileprivate var told: String {
        switch self {
        case .agentJoined(let agent): "\(agent) joins"
        case .agentLeft(let agent): "\(agent) leaves"
        case .agentBecame(let agent, let available): "\(agent) is \(available ? "ready" : "away")"
        case .agentFailed(let agent): "\(agent) has failed for good"
        case .agentMuted(let agent, let isMuted): "\(agent) is \(isMuted ? "muted" : "unmuted")"
        case .callerLeft(let caller): "\(caller) leaves"
        case .speechStarted(let caller): "\(caller) starts to speak"
        case .speechStopped(let caller): "\(caller) stops"
        case .wordsBecameDecisive(let caller): "what \(caller) says is no backchannel"
        case .understood(let caller, let meaning, let awaitsMore):
            "\(caller) meant \(meaning.told)\(awaitsMore ? ", and has said more" : "")"
        case .turnRequested(let holder, let agent, _): "\(holder) requests a turn for \(agent)"
        case .moderatorGave(let agent, _): "the moderator gives \(agent) the floor"
        case .greetingWanted(let agent, _): "\(agent) shall greet"
        case .interruptRequested: "the moderator interrupts"
        case .audioStarted(let turn): "the first sample of \(turn) is heard"
        case .turnWaits(let turn, .audio): "\(turn) owes sound"
        case .turnWaits(let turn, .tool): "\(turn) waits for a tool"
        case .turnWaits(let turn, .nothing): "\(turn) has sound"
        case .turnCompleted(let turn): "\(turn) was heard to its end"
        case .turnFailed(let turn, let mayRetry):
            "\(turn) fails\(mayRetry ? "" : ", never to be tried again")"
        case .limitReached: "the call has used what it may"
        case .deadlinePassed: "the floor is told the time"
        }
    }
}

extension Floor.Meaning {
    fileprivate var told: String {
        switch self {
        case .address(let agents, _): agents.map(\.description).joined(separator: ", then ")
        case .domain(let agent, _): "the field of \(agent)"
        case .everyone: "everyone"
        case .stay: "whoever spoke last"
        case .stop: "stop"
        case .nobody: "no agent"
        case .backchannel: "nothing: a backchannel"
        }
    }
}

extension Floor.Action {
    fileprivate var told: String {
        switch self {
        case .grant(let turn): "grant \(turn.id) (\(turn.agent)\(turn.isRetry ? ", again" : ""))"
        case .hold(let turn): "hold \(turn.id) (\(turn.agent))"
        case .resume(let turn): "resume \(turn.id) (\(turn.agent))"
        case .end(let turn, let outcome): "\(outcome) \(turn.id) (\(turn.agent))"
        case .answerRequest(_, let agent, .queued(let turn)): "\(turn) is promised to \(agent)"
        case .answerRequest(_, _, .refused(let refusal)): "refused: \(refusal)"
        }
    }
}
