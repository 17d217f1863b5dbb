import FloorControl
import Rooms

/// Measures one room by what it tells the world. Lives on its reactor.
final class RoomMeter {
    private let metrics: ServiceMetrics
    private var subscription: EventSubscription?
    /// Of the turn that holds the floor.
    private var granted: (turn: TurnID, at: ContinuousClock.Instant, isAnswer: Bool)?
    /// A caller has spoken, and no turn has ended since: the next turn answers those words at once.
    private var wordsAreFresh = false
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
            wordsAreFresh = false
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
            .floorChanged, .turnRequested, .toolCalled, .limitApproached:
            break
        }
    }

    private func understood(_ caller: Identity) {
        wordsAreFresh = true
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
        granted = (turn, .now, followsWords && wordsAreFresh)
    }

    /// A turn that had to wait for another's end measures that one's length: only the first answer counts from
    /// the words.
    private func turnStarted(_ turn: TurnID, _ latency: Duration) {
        guard let granted, granted.turn == turn else { return }
        let sinceGrant = ContinuousClock.now - granted.at
        metrics.observe("parley_turn_latency_seconds", sinceGrant, ("stage", "grant_to_audio"))
        guard granted.isAnswer else { return }
        metrics.observe("parley_turn_latency_seconds", latency, ("stage", "speech_to_audio"))
        let beforeGrant = max(.zero, latency - sinceGrant)
        metrics.observe("parley_turn_latency_seconds", beforeGrant, ("stage", "speech_to_grant"))
    }
}
