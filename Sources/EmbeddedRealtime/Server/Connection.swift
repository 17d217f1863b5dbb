import Glibc
import JSONValues
import Logging
import Networking
import Personas
import Realtime

enum SessionKind { case conversation, transcription }

/// Drives one session: frames in, frames out, and the engines' answers brought home to the reactor.
///
/// Unchecked, because it belongs to the reactor's thread: engines only carry it back there.
final class Connection: @unchecked Sendable {
    /// More than this unread at the client, and the next sentence waits: sound leaves faster than it can be heard.
    private static let highWater = 1 << 20
    private static let drainInterval: Duration = .milliseconds(20)

    var onEnded: (() -> Void)?

    private let socket: WebSocket
    private let reactor: Reactor
    private let engines: SpeechEngines
    private let brain: Brain
    private let log: Logger
    private let startedAt = ContinuousClock.now
    private var session: ServerSession
    private var stream: (generation: Int, DetectionStream)?
    private var calls: [ResponseID: OutboundCall] = [:]
    private var backlog: [ServerSession.Action] = []
    private var events: [ServerSession.Event] = []
    private var isHandling = false
    private var hasEnded = false
    private var wakeUp: (at: Duration, Deadline)?

    init(_ socket: WebSocket, server: EmbeddedServer, model: String, kind: SessionKind, brain: Brain) {
        self.socket = socket
        self.brain = brain
        reactor = server.reactor
        engines = server.engines
        log = server.options.log
        session = ServerSession(
            ServerSession.Setup(
                model: model, kind: kind == .transcription ? .transcription : .realtime,
                instructions: brain.persona.instructions, voice: brain.persona.voice ?? FliteVoice.standard,
                lifetime: server.options.sessionLifetime, startedAt: Self.secondsSince1970,
                seed: .random(in: 0...(.max))))
        if kind == .transcription { engines.prepareListening() }
    }

    func start() {
        socket.onText = { [weak self] in self?.receive($0) }
        socket.onBinary = { [weak self] _ in
            self?.take(.refused(.invalid("Frames must be text: one JSON event each."), eventID: nil))
        }
        socket.onClosed = { [weak self] _ in self?.ended() }
        take(.opened)
    }

    func close(code: Int, reason: String) { socket.close(code: code, reason: reason) }

    private func ended() {
        guard !hasEnded else { return }
        hasEnded = true
        wakeUp?.1.cancel()
        for call in calls.values { call.cancel() }
        calls = [:]
        backlog = []
        onEnded?()
    }

    private func receive(_ utf8: UnsafeRawBufferPointer) {
        do {
            let json = try JSON(parsing: utf8)
            do throws(ErrorDetail) {
                try ClientEventShapes.check(json)
                do {
                    take(.client(try ClientMessage(json)))
                } catch {
                    throw .invalid("\(error)", code: "invalid_value", param: error.shape.path)
                }
            } catch {
                take(.refused(error, eventID: json["event_id"]?.stringValue))
            }
        } catch {
            take(.refused(.invalid("The frame is not JSON: \(error)", code: "invalid_json"), eventID: nil))
        }
    }

    /// One event at a time, whatever its actions cause at once.
    private func take(_ event: ServerSession.Event) {
        guard !hasEnded else { return }
        events.append(event)
        guard !isHandling else { return }
        isHandling = true
        defer { isHandling = false }
        while !events.isEmpty {
            for action in session.handle(events.removeFirst(), at: now) where !hasEnded { perform(action) }
        }
        scheduleWakeUp()
    }

    private func perform(_ action: ServerSession.Action) {
        switch action {
        case .send(let message):
            if !socket.send(text: message.utf8) {
                log.warning(
                    "a client does not read its events", metadata: ["queued": "\(socket.queuedByteCount)"])
                socket.close(code: 1013, reason: "Unread backlog.")
            }
        case .detect(let generation, let samples, let rate): detect(generation, samples, rate)
        case .transcribe(let id, let samples, let rate, let isFinal):
            engines.transcribe(samples, rate: rate, isFinal ? .required : .droppable) { [self] result in
                reactor.post { self.take(.transcribed(id, result)) }
            }
        case .think(let id, let thought): think(id, thought)
        case .speak: speakWhenDrained(action)
        case .forget(let id):
            calls.removeValue(forKey: id)?.cancel()
            backlog.removeAll { if case .speak(id, _, _, _, _) = $0 { true } else { false } }
        case .prepare(let voice): engines.prepareSpeaking(.named(voice))
        case .close(let code, let reason): socket.close(code: code, reason: reason)
        }
    }

    private func detect(_ generation: Int, _ samples: [Int16], _ rate: Int) {
        if stream?.generation != generation { stream = (generation, DetectionStream(rate: rate)) }
        guard let stream else { return }
        engines.detect(stream.1, samples) { [self] result in
            if case .success([]) = result { return }
            reactor.post { self.take(.voiceActivity(generation: generation, result)) }
        }
    }

    private func think(_ id: ResponseID, _ thought: Thought) {
        switch brain.thinking {
        case .script(let brain):
            for expression in brain.answer(thought) { take(.thought(id, expression)) }
        case .languageModel(let model):
            calls[id] = model.ask(thought, on: reactor) { [weak self] expression in
                if case .done = expression { self?.calls[id] = nil }
                self?.take(.thought(id, expression))
            }
        }
    }
}

// MARK: - Speaking no faster than the client reads

extension Connection {
    private func speakWhenDrained(_ action: ServerSession.Action) {
        guard backlog.isEmpty, socket.queuedByteCount < Self.highWater else {
            if backlog.isEmpty { pollSocket() }
            backlog.append(action)
            return
        }
        speak(action)
    }

    private func speak(_ action: ServerSession.Action) {
        guard case .speak(let id, let text, let voice, let speed, let rate) = action else { return }
        engines.speak(text, in: .named(voice), speed: speed, rate: rate) { [self] result in
            reactor.post { self.take(.spoken(id, result)) }
        }
    }

    private func pollSocket() {
        reactor.schedule(after: Self.drainInterval) { [weak self] in
            guard let self, !hasEnded, !backlog.isEmpty else { return }
            guard socket.queuedByteCount < Self.highWater else { return pollSocket() }
            let ready = backlog
            backlog = []
            for action in ready { speak(action) }
        }
    }
}

// MARK: - Time

extension Connection {
    private var now: Duration { startedAt.duration(to: .now) }

    private func scheduleWakeUp() {
        guard wakeUp?.at != session.nextDeadline else { return }
        wakeUp?.1.cancel()
        wakeUp = session.nextDeadline.map { moment in
            (
                moment,
                reactor.schedule(after: moment - now) { [weak self] in
                    self?.wakeUp = nil
                    self?.take(.deadlinePassed)
                }
            )
        }
    }

    private static var secondsSince1970: Int {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return now.tv_sec
    }
}
