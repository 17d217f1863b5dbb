import Audio
import Codecs
import Foundation
import HTTPTypes
import JSONValues
import Networking
import Service

/// A caller made of a recording: speaks it into a room in real time, listens, and hangs up when it has said
/// all and the room has been quiet for a while.
actor RecordedCaller {
    struct Line: Sendable {
        /// `http://HOST:PORT` of the service.
        var service: String
        var headers: HTTPFields = [:]
        var room: String
        var identity: String?
        var name: String?
        var token: String?
        var format = LineFormat.pcm16
    }

    struct Outcome: Sendable {
        var heard: Recording
        /// What was said, with the silence that its listener's manners put in.
        var said: [Int16]
    }

    nonisolated let reactor: Reactor
    nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }

    private static let frame: Duration = .milliseconds(20)
    private static let frameSampleCount = Recording.rate.samples(in: frame)

    private let line: Line
    private let voice: [Int16]
    private let patience: Duration
    private var manners: Manners
    private let onEvent: @Sendable (JSON) -> Void
    private var socket: WebSocket?
    private var sound: LineSound?
    private var opened: ContinuousClock.Instant?
    private var sentFrameCount = 0
    private var saidSampleCount = 0
    private var said: [Int16] = []
    private var recording = Recording()
    private var room = RoomActivity()
    /// When the room was last heard of.
    private var lastLife = ContinuousClock.now
    /// The same, or when this caller last had something to say.
    private var lastActivity = ContinuousClock.now
    private var waiting: CheckedContinuation<Result<Outcome, Complaint>, Never>?

    /// - Parameters:
    ///   - voice: at 24 kHz.
    ///   - patience: how long nothing may happen, once all is said, before the caller hangs up. 3 s, for a
    ///     stranger's room may think for long.
    ///   - manners: whether the recording's pauses last until they have been used.
    ///   - onEvent: every event of the room, as it arrives, on the reactor.
    init(
        _ line: Line, voice: [Int16], patience: Duration = .seconds(3), manners: Manners = .none,
        on reactor: Reactor,
        onEvent: @escaping @Sendable (JSON) -> Void
    ) {
        self.line = line
        self.voice = voice
        self.patience = patience
        self.manners = manners
        self.manners.read(voice, rate: Recording.rate)
        self.reactor = reactor
        self.onEvent = onEvent
    }

    /// Calls, speaks, listens, hangs up; before all is said if that is asked for: what was heard until then is kept.
    ///
    /// - Throws: ``Complaint`` when the service cannot be reached, refuses, or ends the line for what we did.
    func call(until termination: Termination) async throws -> Outcome {
        sound = try LineSound(line.format, rate: rate)
        Task {
            await termination.requested()
            hangUp()
        }
        return try await withCheckedContinuation {
            waiting = $0
            connect()
        }.get()
    }

    private func connect() {
        let socket = reactor.connect(WebSocketRequest(url: url, headers: line.headers))
        self.socket = socket
        socket.onOpen = { self.speak() }
        socket.onBinary = { self.heard($0) }
        socket.onText = { self.told($0) }
        socket.onClosed = { self.closed($0) }
    }

    private var rate: Int { line.format.onlyRate ?? Recording.rate.hertz }

    private var url: String {
        var query = ["format=\(line.format.rawValue)", "rate=\(rate)"]
        for (key, value) in [("identity", line.identity), ("name", line.name), ("token", line.token)] {
            guard let value else { continue }
            query.append("\(key)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")")
        }
        let base = line.service.replacing(/^http/, with: "ws", maxReplacements: 1)
        return "\(base)/rooms/\(line.room)/call?\(query.joined(separator: "&"))"
    }

    private var elapsed: Duration { opened.map { ContinuousClock.now - $0 } ?? .zero }
}

// MARK: - Speaking

extension RecordedCaller {
    private func speak() {
        opened = .now
        lastActivity = .now
        sendFrames()
    }

    /// Sends what is due by now, then waits for the next frame's time: a late timer costs no time in the end.
    private func sendFrames() {
        guard let socket, let sound, waiting != nil else { return }
        while Self.frame * sentFrameCount <= elapsed {
            let frame = nextFrame()
            frame.withUnsafeBufferPointer { sound.encode($0) { _ = socket.send(binary: $0) } }
            said += frame
            sentFrameCount += 1
        }
        guard !isOver else { return hangUp() }
        reactor.schedule(after: Self.frame * sentFrameCount - elapsed) { self.sendFrames() }
    }

    /// Like a microphone: silence when nothing is said.
    private func nextFrame() -> [Int16] {
        let silence = Array(repeating: Int16(0), count: Self.frameSampleCount)
        let start = saidSampleCount
        guard start < voice.count else { return silence }
        let quiet = ContinuousClock.now - lastLife
        if manners.waits(at: start, for: Self.frame, in: room, quiet: quiet, rate: Recording.rate) {
            return silence
        }
        lastActivity = .now
        saidSampleCount = min(start + Self.frameSampleCount, voice.count)
        let spoken = voice[start..<saidSampleCount]
        return Array(spoken + silence.dropFirst(spoken.count))
    }

    private var isOver: Bool {
        saidSampleCount == voice.count && !room.isBusy && recording.end < elapsed
            && ContinuousClock.now - lastActivity > patience
    }

    private func hangUp() {
        socket?.close(code: 1000, reason: "hung up")
        // What has come and was not played yet.
        recording.cleared(at: elapsed)
        finish(.success(Outcome(heard: recording, said: said)))
    }
}

// MARK: - Listening

extension RecordedCaller {
    private func heard(_ bytes: UnsafeRawBufferPointer) {
        var samples: [Int16] = []
        guard sound?.decode(bytes, into: &samples) == true else { return }
        recording.received(samples, at: elapsed)
        showLife()
    }

    private func told(_ utf8: UnsafeRawBufferPointer) {
        guard let event = try? JSON(parsing: utf8), let type = event["type"]?.stringValue else { return }
        if type == "playback.clear" { return recording.cleared(at: elapsed) }
        if room.noticed(type, event) { showLife() }
        onEvent(event)
    }

    private func showLife() {
        lastLife = .now
        lastActivity = lastLife
    }

    private func closed(_ closing: WebSocket.Closing) {
        if let status = closing.httpStatus, status != 101 {
            finish(
                .failure(
                    Complaint("\(line.service): the service refused the call: \(Self.words(for: status))")))
        } else if opened == nil {
            finish(
                .failure(Complaint("\(line.service): \(closing.reason); is `parley serve` running there?")))
        } else if [1000, 1001].contains(closing.code) {
            finish(.success(Outcome(heard: recording, said: said)))
        } else {
            finish(.failure(Complaint("the service ended the call: \(closing.reason) (\(closing.code))")))
        }
    }

    private static func words(for status: Int) -> String {
        switch status {
        case 401: "it wants a key (PARLEY_API_KEY) or a --token (401)"
        case 403: "the token is for another room or another caller (403)"
        case 409: "somebody in the room has this identity (409)"
        case 422: "the room's name or the caller's is none (422)"
        case 503: "it is full, or shutting down (503)"
        default: "status \(status)"
        }
    }

    private func finish(_ result: Result<Outcome, Complaint>) {
        // Nobody is told anything after the end.
        socket?.onText = nil
        socket?.onBinary = nil
        waiting?.resume(returning: result)
        waiting = nil
    }
}
