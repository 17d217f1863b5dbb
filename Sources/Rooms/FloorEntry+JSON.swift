public import FloorControl
public import JSONValues

// How a line of a floor's record is written: Protocol/replay.md. Times are seconds since the room opened, exact to
// the last digit, because a floor that is told them again must come to the same moments.

extension FloorEntry {
    public var json: JSON {
        switch self {
        case .opened(let settings): ["format": 1, "settings": settings.json]
        case .told(let event, let time, let decision):
            .members([
                ("at", time.json), ("input", event.json),
                ("decided", decision.actions.isEmpty ? nil : .array(decision.actions.map(\.json))),
                ("queue", decision.queue.isEmpty ? nil : .array(decision.queue.map(\.json))),
                ("deadline", decision.nextDeadline?.json),
            ])
        }
    }
}

extension FloorSettings {
    fileprivate var json: JSON {
        [
            "first_audio_timeout": .string(firstAudioTimeout.seconds),
            "silence_timeout": .string(silenceTimeout.seconds),
            "max_turn_length": .string(maxTurnLength.seconds), "max_agent_turns": .integer(maxAgentTurns),
            "max_self_requests": .integer(maxSelfRequests), "words_timeout": .string(wordsTimeout.seconds),
            "transcript_timeout": .string(finalTranscriptTimeout.seconds),
            "claim_timeout": .string(claimTimeout.seconds), "max_queue": .integer(maxQueue),
        ]
    }
}

extension Floor.Event {
    fileprivate var json: JSON {
        var json: JSON = ["type": .string(word.rawValue)]
        for (key, value) in fields { json[key] = value }
        return json
    }

    private var fields: [(String, JSON?)] {
        switch self {
        case .agentJoined(let agent), .agentLeft(let agent), .agentFailed(let agent):
            [("agent", .name(agent))]
        case .agentBecame(let agent, let available):
            [("agent", .name(agent)), ("available", .bool(available))]
        case .agentMuted(let agent, let isMuted): [("agent", .name(agent)), ("muted", .bool(isMuted))]
        case .callerLeft(let caller), .speechStarted(let caller), .speechStopped(let caller),
            .wordsBecameDecisive(let caller):
            [("caller", .name(caller))]
        case .understood(let caller, let meaning, let awaitsMore):
            [("caller", .name(caller)), ("meaning", meaning.json), ("awaits_more", .bool(awaitsMore))]
        case .turnRequested(let holder, let agent, let reason):
            [("by", .name(holder)), ("for", .name(agent)), ("reason", .string(reason))]
        case .moderatorGave(let agent, let instructions):
            [("agent", .name(agent)), ("instructions", instructions.map(JSON.string))]
        case .greetingWanted(let agent, let words): [("agent", .name(agent)), ("words", .string(words))]
        case .audioStarted(let turn), .turnCompleted(let turn): [("turn", turn.json)]
        case .turnWaits(let turn, let wait): [("turn", turn.json), ("for", .string(wait.word))]
        case .turnFailed(let turn, let mayRetry): [("turn", turn.json), ("may_retry", .bool(mayRetry))]
        case .interruptRequested, .limitReached, .deadlinePassed: []
        }
    }
}

extension Floor.Meaning {
    fileprivate var json: JSON {
        switch self {
        case .address(let agents, let why):
            ["kind": "address", "to": .array(agents.map(JSON.name)), "why": .string(why)]
        case .domain(let agent, let why): ["kind": "domain", "to": [.name(agent)], "why": .string(why)]
        case .everyone(let why): ["kind": "all", "why": .string(why)]
        case .stay(let why): ["kind": "stay", "why": .string(why)]
        case .stop: ["kind": "stop"]
        case .nobody: ["kind": "none"]
        case .backchannel: ["kind": "backchannel"]
        }
    }
}

extension Floor.Action {
    fileprivate var json: JSON {
        switch self {
        case .grant(let turn): ["type": "grant", "turn": turn.json]
        case .hold(let turn): ["type": "hold", "turn": turn.json]
        case .resume(let turn): ["type": "resume", "turn": turn.json]
        case .end(let turn, let outcome):
            ["type": "end", "turn": turn.json, "outcome": .string(outcome.rawValue)]
        case .answerRequest(let holder, let agent, .queued(let turn)):
            ["type": "promise", "by": .name(holder), "for": .name(agent), "turn": turn.json]
        case .answerRequest(let holder, let agent, .refused(let refusal)):
            .members([
                ("type", "refuse"), ("by", .name(holder)), ("for", .name(agent)),
                ("reason", .string(refusal.word)), ("most", refusal.most.map(JSON.integer)),
            ])
        }
    }
}

extension Turn {
    fileprivate var json: JSON {
        .members([
            ("id", id.json), ("agent", .name(agent)), ("reason", .string(reason.rawValue)),
            ("why", .string(why)), ("by", handedOverBy.map(JSON.name)), ("note", note.map(JSON.string)),
            ("retry", isRetry ? true : nil),
        ])
    }
}

extension TurnID {
    fileprivate var json: JSON { .string(description) }
}

extension RoomTime {
    fileprivate var json: JSON { .string(sinceOpening.seconds) }
}

extension JSON {
    fileprivate static func name(_ identity: Identity) -> JSON { .string(identity.description) }
}
