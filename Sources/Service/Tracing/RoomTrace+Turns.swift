import FloorControl
import Rooms
import Tracing

/// The turn that holds the floor, as far as it has come.
struct TracedTurn {
    let id: TurnID
    let agent: Identity
    let span: any Span
    let grantedAt: RoomTrace.Timestamp
    var soundAt: RoomTrace.Timestamp?
    var audibleAt: RoomTrace.Timestamp?
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
        let words = followsWords ? self.words : nil
        let now = Timestamp.now
        var all = attributes(of: agent)
        all["gen_ai.operation.name"] = "invoke_agent"
        all["gen_ai.output.type"] = "speech"
        all["parley.turn"] = id.description
        all["parley.turn.reason"] = reason.rawValue
        let name = agents[agent]?.name ?? agent.description
        let span = start("invoke_agent \(name)", kind: .client, at: words?.voicedUntil ?? now, all)
        if reason == .request, let lastTurn {
            span.addLink(SpanLink(context: lastTurn, attributes: ["parley.link": "request_turn"]))
        }
        turn?.span.end()
        turn = TracedTurn(id: id, agent: agent, span: span, grantedAt: now)
        guard let words else { return }
        stage("speech_to_stop", words.voicedUntil, words.stoppedAt)
        stage("stop_to_transcript", words.stoppedAt, words.understoodAt)
        stage("transcript_to_grant", words.understoodAt, now)
    }

    func started(_ id: TurnID, _ latency: Duration) {
        guard let turn, turn.id == id else { return }
        let now = Timestamp.now
        self.turn?.audibleAt = now
        turn.span.attributes["parley.turn.latency_ms"] = latency.wholeMilliseconds
        let soundAt = turn.soundAt ?? now
        stage("grant_to_delta", turn.grantedAt, soundAt)
        stage("delta_to_audio", soundAt, now)
    }

    func ended(_ id: TurnID, _ outcome: TurnOutcome, _ heard: Duration, _ used: Consumption) {
        words = nil
        guard let turn, turn.id == id else { return }
        if let audibleAt = turn.audibleAt { stage("audio", audibleAt, .now) }
        turn.span.updateAttributes { all in
            all["parley.turn.outcome"] = outcome.rawValue
            all["parley.turn.heard_ms"] = heard.wholeMilliseconds
            if outcome == .failed { all["error.type"] = "turn_failed" }
            all.add(used.tokens)
        }
        if outcome == .failed { turn.span.setStatus(SpanStatus(code: .error)) }
        turn.span.end()
        lastTurn = turn.span.context
        self.turn = nil
    }

    func speechStarted(_ caller: Identity) {
        stopped[caller] = nil
        guard let turn, turn.audibleAt != nil else { return }
        turn.span.addEvent(
            SpanEvent(name: "barge_in", attributes: ["parley.participant": .string(caller.description)]))
    }

    func turnRequested(_ from: Identity, _ to: Identity) {
        guard let turn, turn.agent == from else { return }
        turn.span.addEvent(
            SpanEvent(name: "turn.requested", attributes: ["parley.to": .string(to.description)]))
    }

    private func stage(_ name: String, _ start: Timestamp, _ end: Timestamp) {
        guard let turn else { return }
        let span = self.start(
            name, in: turn.span, at: start, ["parley.turn": .string(turn.id.description)])
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
