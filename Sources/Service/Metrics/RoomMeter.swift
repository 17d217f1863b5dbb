import FloorControl
import Rooms

/// Measures one room by what it tells the world. Lives on its reactor.
final class RoomMeter {
    let metrics: ServiceMetrics
    private var subscription: EventSubscription?
    /// Of the turn that holds the floor.
    private var granted: Grant?
    /// When words were understood. Set while no turn has ended since: the next turn answers them at once.
    private var understoodAt: ContinuousClock.Instant?
    private var stopped: [Identity: ContinuousClock.Instant] = [:]
    private var counted = RoomConsumption()
    private(set) var isOver = false

    init(_ log: EventLog, _ metrics: ServiceMetrics) {
        self.metrics = metrics
        subscription = log.subscribe { [weak self] in self?.take($0.event) }
    }

    /// What the room has used by now.
    func count(_ used: RoomConsumption) {
        metrics.count(used, since: counted)
        counted = used
    }

    private func take(_ event: RoomEvent) {
        switch event {
        case .roomOpened: metrics.count("parley_rooms_opened_total")
        case .roomClosed(let reason, _, let usage):
            metrics.count("parley_rooms_closed_total", ("reason", reason.rawValue))
            count(usage)
            isOver = true
            subscription?.cancel()
        case .agentStatus(_, _, let status, _, _):
            if status == .reconnecting || status == .failed {
                metrics.count("parley_session_losses_total", ("then", status.rawValue))
            }
        case .speechStopped(let caller): stopped[caller] = .now
        case .transcriptFinal(let who, nil, _, _, _): understood(who)
        case .turnGranted(let turn, _, let reason, _): turnGranted(turn, reason)
        case .turnStarted(let turn, _, let latency): turnStarted(turn, latency)
        case .turnEnded(_, _, let outcome, _, _, _):
            metrics.count("parley_turns_total", ("outcome", outcome.rawValue))
            granted = nil
            understoodAt = nil
        case .toolReturned(_, _, _, let ok, let duration):
            metrics.count("parley_tool_calls_total", ("ok", ok ? "true" : "false"))
            metrics.observe("parley_tool_seconds", duration)
        case .error(let fault): metrics.count("parley_errors_total", ("code", fault.code))
        case .limitReached(let state):
            metrics.count("parley_limits_reached_total", ("limit", state.limit.rawValue))
        case .contextCondensed(_, let utterances, let how, _, _):
            metrics.count("parley_condensed_utterances_total", ("by", how.word), by: utterances)
        case .participantLeft(let who, _, _): stopped[who] = nil
        case .participantJoined, .participantMuted, .participantHeard, .speechStarted, .transcriptDelta,
            .transcriptFinal,
            .floorChanged, .turnRequested, .toolCalled, .limitApproached, .recordingStarted,
            .recordingStopped:
            break
        }
    }

    private struct Grant {
        let turn: TurnID
        let at: ContinuousClock.Instant
        /// It answers words that were just understood, and had not to wait for another turn's end.
        let isAnswer: Bool
        var soundAt: ContinuousClock.Instant?
    }

    private func understood(_ caller: Identity) {
        understoodAt = .now
        guard let since = stopped.removeValue(forKey: caller) else { return }
        metrics.observe("parley_transcript_seconds", .now - since)
    }

    private func turnGranted(_ turn: TurnID, _ reason: GrantReason) {
        metrics.count("parley_grants_total", ("reason", reason.rawValue))
        let followsWords =
            switch reason {
            case .address, .domain, .floor, .all: true
            case .request, .moderator, .greeting: false
            }
        granted = Grant(turn: turn, at: .now, isAnswer: followsWords && understoodAt != nil)
        if followsWords, let understoodAt { observe("transcript_to_grant", .now - understoodAt) }
    }

    func soundArrived(_ turn: TurnID) {
        guard let granted, granted.turn == turn, granted.soundAt == nil else { return }
        self.granted?.soundAt = .now
        observe("grant_to_delta", .now - granted.at)
    }

    /// A turn that had to wait for another's end measures that one's length: only the first answer counts from
    /// the words.
    private func turnStarted(_ turn: TurnID, _ latency: Duration) {
        guard let granted, granted.turn == turn else { return }
        let sinceGrant = ContinuousClock.now - granted.at
        observe("grant_to_audio", sinceGrant)
        if let soundAt = granted.soundAt { observe("delta_to_audio", .now - soundAt) }
        guard granted.isAnswer else { return }
        observe("speech_to_audio", latency)
        observe("speech_to_grant", max(.zero, latency - sinceGrant))
    }

    private func observe(_ stage: String, _ duration: Duration) {
        metrics.observe("parley_turn_latency_seconds", duration, ("stage", stage))
    }
}
