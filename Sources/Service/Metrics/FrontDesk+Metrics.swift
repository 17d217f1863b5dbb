import HTTPTypes
public import Rooms

// `GET /metrics`: what is counted as it happens, and what is looked at now.

extension FrontDesk {
    /// Answered later: what the kernel knows is read elsewhere, and the text is put together there.
    func answerMetrics(_ call: Call) throws(Problem) -> Answer? {
        try lookAround()
        Task { await finishMetrics(call) }
        return nil
    }

    private func finishMetrics(_ call: Call) async {
        let body = await Self.metricsBody(metrics.registry)
        call.respond(Answer(status: .ok, headers: [.contentType: PrometheusText.contentType], body: body))
    }

    @concurrent private static func metricsBody(_ registry: MetricsRegistry) async -> [UInt8] {
        Array((registry.text + (await ProcessFigures.read()).text).utf8)
    }

    private func lookAround() throws(Problem) {
        var sessions = SessionCount()
        var agents = 0
        var callers = 0
        let rooms = directory.rooms
        for room in rooms {
            let reading = try on(room) { $0.reading() }
            watches[room.name]?.meter.count(reading.usage)
            sessions += reading.sessions
            agents += reading.agents
            callers += reading.callers
        }
        metrics.show("parley_rooms", value: rooms.count)
        metrics.show("parley_participants", ("kind", "agent"), value: agents)
        metrics.show("parley_participants", ("kind", "caller"), value: callers)
        for count in sessions.all {
            metrics.show("parley_sessions", ("kind", count.kind), ("state", count.state), value: count.number)
        }
        showCallbacks()
        metrics.show("parley_ready", value: isDraining || !archive.health.isWell ? 0 : 1)
        archive.health.show()
    }

    /// From its first event on.
    func measure(_ room: Room) {
        let trace = tracer.map { RoomTrace(room.events, $0, silenceWindow: silenceWindow) }
        let watch = RoomWatch(metrics: metrics, meter: RoomMeter(room.events, metrics), trace: trace)
        watches[room.name] = watch
        try? on(room) { $0.watched(by: watch) }
    }

    private var silenceWindow: Duration {
        let detection = settings.ear.turnDetection ?? RoomSettings.Ear.turnDetection
        return RoomSettings.Ear(model: settings.ear.model, turnDetection: detection).silenceWindow
    }

    /// A timer that does nothing: how late it comes is how long everything else waits.
    func watchLoop() {
        let due = ContinuousClock.now + .milliseconds(250)
        reactor.schedule(after: .milliseconds(250)) { [weak self] in
            self?.assumeIsolated { desk in
                desk.metrics.observe("parley_event_loop_lag_seconds", max(.zero, .now - due))
                desk.watchLoop()
            }
        }
    }
}

/// What a room shows when it is asked: for metrics.
public struct RoomReading: Sendable {
    public var usage = RoomConsumption()
    public var sessions = SessionCount()
    public var agents = 0
    public var callers = 0

    public init() {}
}
