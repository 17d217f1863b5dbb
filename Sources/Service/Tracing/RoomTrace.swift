import FloorControl
import Rooms
import Tracing

/// One room as a trace: the call is its root, each agent's coming in and each turn a span below it, a turn's stages
/// and tool calls below the turn. Names and attributes by OpenTelemetry's conventions for generative AI; what
/// people say is in none of them. Lives on the room's reactor.
final class RoomTrace {
    let tracer: any Tracer
    let room: String
    /// How long an ear waits in silence before it says that speech has stopped.
    let silenceWindow: Duration
    private(set) var call: (any Span)?
    var turn: TracedTurn?
    /// The turn before: what a hand-over came from.
    var lastTurn: InstrumentationContext?
    var words: TracedWords?
    var stopped: [Identity: Timestamp] = [:]
    var agents: [Identity: TracedAgent] = [:]
    var tools: [ToolKey: any Span] = [:]
    private var subscription: EventSubscription?

    struct ToolKey: Hashable {
        let agent: Identity
        let call: String
    }

    typealias Timestamp = DefaultTracerClock.Timestamp

    init(_ log: EventLog, _ tracer: any Tracer, silenceWindow: Duration) {
        self.tracer = tracer
        self.silenceWindow = silenceWindow
        room = log.room
        subscription = log.subscribe { [weak self] in self?.take($0.event) }
    }

    /// - Parameter parent: the call if nothing else.
    func start(
        _ name: String, in parent: (any Span)? = nil, kind: SpanKind = .internal, at time: Timestamp = .now,
        _ attributes: SpanAttributes
    ) -> any Span {
        let context = (parent ?? call)?.context ?? .topLevel
        let span = tracer.startSpan(name, context: context, ofKind: kind, at: time)
        var all = attributes
        all["gen_ai.conversation.id"] = room
        all["parley.room"] = room
        span.attributes = all
        return span
    }

    private func take(_ event: RoomEvent) {
        switch event {
        case .roomOpened(let reason): open(reason)
        case .roomClosed(let reason, _, let usage): close(reason, usage)
        case .agentStatus(let agent, let id, let status, let fault, _): changed(agent, id, status, fault)
        case .speechStarted(let caller): speechStarted(caller)
        case .speechStopped(let caller): stopped[caller] = .now
        case .transcriptFinal(let caller, nil, _, _, _): understood(caller)
        case .turnRequested(let from, let to, _): turnRequested(from, to)
        case .turnGranted(let turn, let agent, let reason, _): granted(turn, agent, reason)
        case .turnStarted(let turn, _, let latency): started(turn, latency)
        case .turnEnded(let turn, _, let outcome, let heard, _, let usage): ended(turn, outcome, heard, usage)
        case .toolCalled(let agent, let call, let name, _): toolCalled(agent, call, name)
        case .toolReturned(let agent, let call, _, let ok, _): toolReturned(agent, call, ok)
        case .error(let fault):
            call?.addEvent(SpanEvent(name: "error", attributes: ["error.type": .string(fault.code)]))
        case .participantLeft(let who, _, _): forget(who)
        case .participantJoined, .participantMuted, .participantHeard, .transcriptDelta, .transcriptFinal,
            .floorChanged, .contextCondensed, .limitApproached, .limitReached, .recordingStarted,
            .recordingStopped:
            break
        }
    }

    func take(_ note: RoomNote) {
        if case .soundArrived(let id, _) = note, turn?.id == id, turn?.soundAt == nil { turn?.soundAt = .now }
    }

    private func open(_ reason: Reason) {
        call = start(
            "invoke_workflow room",
            [
                "gen_ai.operation.name": "invoke_workflow", "gen_ai.workflow.name": "room",
                "parley.room.opened_by": .string(reason.rawValue),
            ])
    }

    private func close(_ reason: Reason, _ usage: RoomConsumption) {
        for tool in tools.values { tool.end() }
        for agent in agents.values { agent.joining?.end() }
        span()?.end()
        call?.updateAttributes {
            $0["parley.room.reason"] = reason.rawValue
            $0["parley.room.turns"] = usage.turns
        }
        call?.end()
        (call, turn) = (nil, nil)
        tools = [:]
        agents = [:]
        subscription?.cancel()
    }

    private func forget(_ who: Identity) {
        stopped[who] = nil
        agents[who] = nil
    }
}

extension DefaultTracerClock.Timestamp {
    static var now: Self { DefaultTracerClock.now }

    func earlier(by duration: Duration) -> Self {
        let nanoseconds = UInt64(max(0, Int64(duration / .nanoseconds(1))))
        return Self(nanosecondsSinceEpoch: nanosecondsSinceEpoch - min(nanosecondsSinceEpoch, nanoseconds))
    }
}
