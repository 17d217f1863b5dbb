import HTTPTypes
public import Rooms

// `GET /metrics`: what is counted as it happens, and what is looked at now.

extension FrontDesk {
    /// Answered later: other desks are asked, what the kernel knows is read elsewhere, and the text is put together there.
    func answerMetrics(_ call: Call) -> Answer? {
        Task { await finishMetrics(call) }
        return nil
    }

    private func finishMetrics(_ call: Call) async {
        var reading = DeskReading()
        for desk in colleagues { reading += await desk.lookAround() }
        metrics.show(reading)
        let body = await Self.metricsBody(metrics.registry)
        call.respond(Answer(status: .ok, headers: [.contentType: PrometheusText.contentType], body: body))
    }

    @concurrent private static func metricsBody(_ registry: MetricsRegistry) async -> [UInt8] {
        Array((registry.text + (await ProcessFigures.read()).text).utf8)
    }

    private func lookAround() -> DeskReading {
        var reading = DeskReading()
        for room in directory.rooms {
            guard let room = try? on(room, { ($0.name, $0.reading()) }) else { continue }
            watches[room.0]?.meter.count(room.1.usage)
            reading.rooms.append(room.1)
        }
        reading.waitingCallbacks = waitingCallbacks
        reading.isReady = !isDraining && archive.health.isWell
        reading.isWritable = archive.health.isWell
        reading.unkeptByteCount = archive.health.unkeptByteCount
        return reading
    }

    /// From its first event on.
    func measure(_ room: Room) {
        let trace = tracer.map { RoomTrace(room.events, $0, silenceWindow: silenceWindow) }
        let watch = RoomWatch(
            metrics: metrics, meter: RoomMeter(room.events, metrics), trace: trace,
            seats: watchSeats(of: room))
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
                // A promised seat that nobody came for is free without an event.
                desk.showSeats()
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
    /// Sound in memory.
    public var soundByteCount = 0

    public init() {}
}

/// What one desk shows when it is asked: for metrics.
private struct DeskReading: Sendable {
    var rooms: [RoomReading] = []
    var waitingCallbacks: [WallTime] = []
    var isReady = true
    var isWritable = true
    var unkeptByteCount = 0

    static func += (sum: inout DeskReading, other: DeskReading) {
        sum.rooms += other.rooms
        sum.waitingCallbacks += other.waitingCallbacks
        sum.isReady = sum.isReady && other.isReady
        sum.isWritable = sum.isWritable && other.isWritable
        sum.unkeptByteCount += other.unkeptByteCount
    }
}

extension ServiceMetrics {
    fileprivate func show(_ reading: DeskReading) {
        var sessions = SessionCount()
        for room in reading.rooms { sessions += room.sessions }
        show("parley_rooms", value: reading.rooms.count)
        show("parley_sound_bytes", value: reading.rooms.reduce(0) { $0 + $1.soundByteCount })
        show("parley_participants", ("kind", "agent"), value: reading.rooms.reduce(0) { $0 + $1.agents })
        show("parley_participants", ("kind", "caller"), value: reading.rooms.reduce(0) { $0 + $1.callers })
        for count in sessions.all {
            show("parley_sessions", ("kind", count.kind), ("state", count.state), value: count.number)
        }
        // How many receivers have not accepted the next thing they are owed, and how long the first of them has waited.
        let oldest = reading.waitingCallbacks.min { $0.millisecondsSince1970 < $1.millisecondsSince1970 }
        show("parley_callbacks_waiting", value: reading.waitingCallbacks.count)
        show(
            "parley_callback_oldest_seconds", value: oldest.map { WallTime.now.since($0) / .seconds(1) } ?? 0)
        show("parley_ready", value: reading.isReady ? 1 : 0)
        show("parley_journal_writable", value: reading.isWritable ? 1 : 0)
        show("parley_journal_waiting_bytes", value: reading.unkeptByteCount)
    }
}
