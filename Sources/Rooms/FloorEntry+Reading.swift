public import FloorControl
public import JSONValues

// A line of a floor's record, read back. Whoever changed the file is told where it cannot be true.

extension FloorEntry {
    /// - Throws: ``JSONValues/JSONShapeError``, which names the member.
    public init(_ json: JSON) throws(JSONShapeError) {
        let reader = try JSONReader(json)
        if reader.has("format") {
            guard try reader.integer("format") == 1 else {
                throw reader.mismatch("format", expected: "1, the only format of a record so far")
            }
            self = .opened(try FloorSettings(try reader.object("settings")))
        } else {
            let decision = Floor.Decision(
                actions: try reader.list("decided") { (json) throws(JSONShapeError) in try Floor.Action(json)
                },
                queue: try reader.turns("queue"),
                nextDeadline: try reader.optional("deadline") { (reader, key) throws(JSONShapeError) in
                    RoomTime(try reader.seconds(key))
                })
            self = .told(
                try Floor.Event(try reader.object("input")), at: RoomTime(try reader.seconds("at")), decision)
        }
    }
}

extension FloorSettings {
    fileprivate init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init()
        firstAudioTimeout = try reader.seconds("first_audio_timeout")
        silenceTimeout = try reader.seconds("silence_timeout")
        maxTurnLength = try reader.seconds("max_turn_length")
        maxAgentTurns = try reader.integer("max_agent_turns")
        maxSelfRequests = try reader.integer("max_self_requests")
        wordsTimeout = try reader.seconds("words_timeout")
        finalTranscriptTimeout = try reader.seconds("transcript_timeout")
        claimTimeout = try reader.seconds("claim_timeout")
        maxQueue = try reader.integer("max_queue")
    }
}

extension Floor.Event {
    fileprivate init(_ reader: JSONReader) throws(JSONShapeError) {
        guard let word = Word(rawValue: try reader.string("type")) else {
            throw reader.mismatch("type", expected: "an input of the floor")
        }
        switch word {
        case .agentJoined: self = .agentJoined(try reader.name("agent"))
        case .agentLeft: self = .agentLeft(try reader.name("agent"))
        case .agentFailed: self = .agentFailed(try reader.name("agent"))
        case .agentBecame:
            self = .agentBecame(try reader.name("agent"), available: try reader.bool("available"))
        case .agentMuted: self = .agentMuted(try reader.name("agent"), try reader.bool("muted"))
        case .callerLeft: self = .callerLeft(try reader.name("caller"))
        case .speechStarted: self = .speechStarted(try reader.name("caller"))
        case .speechStopped: self = .speechStopped(try reader.name("caller"))
        case .wordsBecameDecisive: self = .wordsBecameDecisive(try reader.name("caller"))
        case .understood:
            self = .understood(
                try reader.name("caller"), try Floor.Meaning(try reader.object("meaning")),
                awaitsMore: try reader.bool("awaits_more"))
        case .turnRequested:
            self = .turnRequested(
                by: try reader.name("by"), for: try reader.name("for"), reason: try reader.string("reason"))
        case .moderatorGave:
            self = .moderatorGave(
                try reader.name("agent"), instructions: try reader.optionalString("instructions"))
        case .greetingWanted:
            self = .greetingWanted(try reader.name("agent"), words: try reader.string("words"))
        case .audioStarted: self = .audioStarted(try reader.turn("turn"))
        case .turnCompleted: self = .turnCompleted(try reader.turn("turn"))
        case .turnFailed:
            self = .turnFailed(try reader.turn("turn"), mayRetry: try reader.bool("may_retry"))
        case .turnWaits:
            guard let wait = Floor.Wait(word: try reader.string("for")) else {
                throw reader.mismatch("for", expected: "audio, tool or nothing")
            }
            self = .turnWaits(try reader.turn("turn"), for: wait)
        case .interruptRequested: self = .interruptRequested
        case .limitReached: self = .limitReached
        case .deadlinePassed: self = .deadlinePassed
        }
    }
}

extension Floor.Meaning {
    fileprivate init(_ reader: JSONReader) throws(JSONShapeError) {
        switch try reader.string("kind") {
        case "address": self = .address(try reader.names("to"), why: try reader.string("why"))
        case "domain":
            guard let agent = try reader.names("to").first else {
                throw reader.mismatch("to", expected: "an agent")
            }
            self = .domain(agent, why: try reader.string("why"))
        case "all": self = .everyone(why: try reader.string("why"))
        case "stay": self = .stay(why: try reader.string("why"))
        case "stop": self = .stop
        case "none": self = .nobody
        case "backchannel": self = .backchannel
        default: throw reader.mismatch("kind", expected: "a meaning of words")
        }
    }
}

extension Floor.Action {
    fileprivate init(_ json: JSON) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: "decided")
        switch try reader.string("type") {
        case "grant": self = .grant(try Turn(try reader.object("turn")))
        case "hold": self = .hold(try Turn(try reader.object("turn")))
        case "resume": self = .resume(try Turn(try reader.object("turn")))
        case "end":
            guard let outcome = TurnOutcome(rawValue: try reader.string("outcome")) else {
                throw reader.mismatch("outcome", expected: "an outcome of turns")
            }
            self = .end(try Turn(try reader.object("turn")), outcome)
        case "promise":
            self = .answerRequest(
                by: try reader.name("by"), for: try reader.name("for"), .queued(try reader.turn("turn")))
        case "refuse":
            let most = try reader.optional("most") { (reader, key) throws(JSONShapeError) in
                try reader.integer(key)
            }
            guard let refusal = Floor.RequestRefusal(word: try reader.string("reason"), most: most) else {
                throw reader.mismatch("reason", expected: "a reason of refusals")
            }
            self = .answerRequest(by: try reader.name("by"), for: try reader.name("for"), .refused(refusal))
        default: throw reader.mismatch("type", expected: "a decision of the floor")
        }
    }
}

extension Turn {
    fileprivate init(_ reader: JSONReader) throws(JSONShapeError) {
        guard let reason = GrantReason(rawValue: try reader.string("reason")) else {
            throw reader.mismatch("reason", expected: "a reason of turns")
        }
        self.init(
            id: try reader.turn("id"), agent: try reader.name("agent"), reason: reason,
            why: try reader.string("why"),
            handedOverBy: try reader.optionalString("by").map { Identity($0) },
            note: try reader.optionalString("note"),
            isRetry: try reader.optional("retry") { (reader, key) throws(JSONShapeError) in
                try reader.bool(key)
            } ?? false)
    }
}

extension JSONReader {
    fileprivate func name(_ key: String) throws(JSONShapeError) -> Identity { Identity(try string(key)) }

    fileprivate func turn(_ key: String) throws(JSONShapeError) -> TurnID {
        guard let turn = TurnID(wire: try string(key)) else { throw mismatch(key, expected: "tu_…") }
        return turn
    }

    fileprivate func seconds(_ key: String) throws(JSONShapeError) -> Duration {
        guard let duration = Duration(seconds: try string(key)) else {
            throw mismatch(key, expected: "seconds as text, such as 12.5")
        }
        return duration
    }

    /// Nothing is written for an empty list.
    fileprivate func list<Value>(
        _ key: String, _ read: (JSON) throws(JSONShapeError) -> Value
    ) throws(JSONShapeError) -> [Value] {
        var values: [Value] = []
        for element in has(key) ? try array(key) : [] { values.append(try read(element)) }
        return values
    }

    fileprivate func turns(_ key: String) throws(JSONShapeError) -> [TurnID] {
        try list(key) { (element) throws(JSONShapeError) in
            guard let turn = element.stringValue.flatMap({ TurnID(wire: $0) }) else {
                throw mismatch(key, expected: "turns, tu_…")
            }
            return turn
        }
    }

    fileprivate func names(_ key: String) throws(JSONShapeError) -> [Identity] {
        var names: [Identity] = []
        for element in try array(key) {
            guard let name = element.stringValue else { throw mismatch(key, expected: "identities") }
            names.append(Identity(name))
        }
        return names
    }
}
