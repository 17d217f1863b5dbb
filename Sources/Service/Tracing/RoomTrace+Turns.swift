import FloorControl
import Rooms
import Tracing

/// The turn that holds the floor, as far as it has come.
struct TracedTurn {
    let id: TurnID
    let agent: Identity
    let reason: GrantReason
    let grantedAt: RoomTrace.Timestamp
    /// What it answers at once.
    let words: TracedWords?
    /// What it was handed over by.
    let cause: InstrumentationContext?
    var soundAt: RoomTrace.Timestamp?
    var audibleAt: RoomTrace.Timestamp?
    /// Begun when it is needed: a span's start cannot be moved, and when the caller's voice was last heard is known
    /// for sure only when the turn is.
    var span: (any Span)?
}

/// Words that no turn has answered yet, and when their caller was heard last, stopped, and was understood.
struct TracedWords {
    let voicedUntil, stoppedAt, understoodAt: RoomTrace.Timestamp
}

// A turn, from the end of the words it answers to its last sample. Its stages are spans below it; those that it had
// not, because it follows no words or was cut off before, are not there.

extension RoomTrace {
    func understood(_ caller: Identity) {
        let now = Timestamp.now
        let stoppedAt = stopped.removeValue(forKey: caller) ?? now
        let isSpoken = stoppedAt < now
        words = TracedWords(
            voicedUntil: isSpoken ? stoppedAt.earlier(by: silenceWindow) : now, stoppedAt: stoppedAt,
            understoodAt: now)
    }

    func granted(_ id: TurnID, _ agent: Identity, _ reason: GrantReason) {
        let followsWords =
            switch reason {
            case .address, .domain, .floor, .all: true
            case .request, .moderator, .greeting: false
            }
        turn?.span?.end()
        turn = TracedTurn(
            id: id, agent: agent, reason: reason, grantedAt: .now, words: followsWords ? words : nil,
            cause: reason == .request ? lastTurn : nil)
    }

    /// The turn's span; what led to the grant is below it.
    ///
    /// - Parameter start: the last voiced sample of the words; as the ear's silence window tells if not given.
    @discardableResult
    func span(since start: Timestamp? = nil) -> (any Span)? {
        guard let turn else { return nil }
        if let span = turn.span { return span }
        let begin = min(turn.words.map { start ?? $0.voicedUntil } ?? turn.grantedAt, turn.grantedAt)
        var all = attributes(of: turn.agent)
        all["gen_ai.operation.name"] = "invoke_agent"
        all["gen_ai.output.type"] = "speech"
        all["parley.turn"] = turn.id.description
        all["parley.turn.reason"] = turn.reason.rawValue
        let name = agents[turn.agent]?.name ?? turn.agent.description
        let span = self.start("invoke_agent \(name)", kind: .client, at: begin, all)
        if let cause = turn.cause {
            span.addLink(SpanLink(context: cause, attributes: ["parley.link": "request_turn"]))
        }
        self.turn?.span = span
        if let words = turn.words {
            let stopped = max(begin, words.stoppedAt)
            stage("speech_to_stop", begin, stopped)
            stage("stop_to_transcript", stopped, max(stopped, words.understoodAt))
            stage("transcript_to_grant", max(stopped, words.understoodAt), turn.grantedAt)
        }
        return span
    }

    func started(_ id: TurnID, _ latency: Duration) {
        guard let turn, turn.id == id else { return }
        let now = Timestamp.now
        self.turn?.audibleAt = now
        span(since: now.earlier(by: latency))?.attributes["parley.turn.latency_ms"] =
            latency.wholeMilliseconds
        let soundAt = turn.soundAt ?? now
        stage("grant_to_delta", turn.grantedAt, soundAt)
        stage("delta_to_audio", soundAt, now)
    }

    func ended(_ id: TurnID, _ outcome: TurnOutcome, _ heard: Duration, _ used: Consumption) {
        words = nil
        guard let turn, turn.id == id, let span = span() else { return }
        if let audibleAt = turn.audibleAt { stage("audio", audibleAt, .now) }
        span.updateAttributes { all in
            all["parley.turn.outcome"] = outcome.rawValue
            all["parley.turn.heard_ms"] = heard.wholeMilliseconds
            if outcome == .failed { all["error.type"] = "turn_failed" }
            all.add(used.tokens)
        }
        if outcome == .failed { span.setStatus(SpanStatus(code: .error)) }
        span.end()
        lastTurn = span.context
        self.turn = nil
    }

    func speechStarted(_ caller: Identity) {
        stopped[caller] = nil
        guard let turn, turn.audibleAt != nil else { return }
        turn.span?.addEvent(
            SpanEvent(name: "barge_in", attributes: ["parley.participant": .string(caller.description)]))
    }

    func turnRequested(_ from: Identity, _ to: Identity) {
        guard let turn, turn.agent == from else { return }
        span()?.addEvent(
            SpanEvent(name: "turn.requested", attributes: ["parley.to": .string(to.description)]))
    }

    private func stage(_ name: String, _ start: Timestamp, _ end: Timestamp) {
        guard let turn, let parent = turn.span else { return }
        let span = self.start(
            name, in: parent, at: start, ["parley.turn": .string(turn.id.description)])
        span.end(at: end)
    }
}

extension SpanAttributes {
    /// What the server reported; the convention's numbers of input hold the cached part, as ours do.
    fileprivate mutating func add(_ tokens: TokenCount) {
        let counts: [(String, Int?)] = [
            ("input_tokens", tokens.input), ("output_tokens", tokens.output),
            ("cache_read.input_tokens", tokens.cached), ("audio.input_tokens", tokens.inputAudio),
            ("audio.output_tokens", tokens.outputAudio), ("text.input_tokens", tokens.inputText),
            ("text.output_tokens", tokens.outputText),
        ]
        for (name, count) in counts {
            if let count { self["gen_ai.usage.\(name)"] = count }
        }
    }
}
