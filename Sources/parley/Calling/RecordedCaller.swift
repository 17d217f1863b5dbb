import Audio
import Codecs
import Foundation
import HTTPTypes
import JSONValues
import Networking

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
    }

    struct Outcome: Sendable {
        var heard: Recording
    }

    nonisolated let reactor: Reactor
    nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }

    /// How long nothing may happen before the caller hangs up.
    private static let patience: Duration = .seconds(3)
    private static let frame: Duration = .milliseconds(20)
    private static let frameSampleCount = Recording.rate.samples(in: frame)

    private let line: Line
    private let voice: [Int16]
    private let onEvent: @Sendable (JSON) -> Void
    private var socket: WebSocket?
    private var opened: ContinuousClock.Instant?
    private var sentFrameCount = 0
    private var recording = Recording()
    private var room = RoomActivity()
    private var lastActivity = ContinuousClock.now
    private var waiting: CheckedContinuation<Result<Outcome, Complaint>, Never>?

    /// - Parameters:
    ///   - voice: at 24 kHz.
    ///   - onEvent: every event of the room, as it arrives, on the reactor.
    init(_ line: Line, voice: [Int16], on reactor: Reactor, onEvent: @escaping @Sendable (JSON) -> Void) {
        self.line = line
        self.voice = voice
        self.reactor = reactor
        self.onEvent = onEvent
    }

    /// Calls, speaks, listens, hangs up.
    ///
    /// - Throws: ``Complaint`` when the service cannot be reached, refuses, or ends the line for what we did.
    func call() async throws -> Outcome {
        let socket = reactor.connect(WebSocketRequest(url: url, headers: line.headers))
        self.socket = socket
        socket.onOpen = { self.speak() }
        socket.onBinary = { self.heard($0) }
        socket.onText = { self.told($0) }
        socket.onClosed = { self.closed($0) }
        return try await withCheckedContinuation { waiting = $0 }.get()
    }

    private var url: String {
        var query = ["rate=\(Recording.rate.hertz)"]
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
        guard let socket, waiting != nil else { return }
        while Self.frame * sentFrameCount <= elapsed {
            // Like a microphone: silence when nothing is said.
            let start = min(sentFrameCount * Self.frameSampleCount, voice.count)
            let spoken = voice[start..<min(start + Self.frameSampleCount, voice.count)]
            if !spoken.isEmpty { lastActivity = .now }
            var bytes: [UInt8] = []
            let frame = Array(spoken) + Array(repeating: 0, count: Self.frameSampleCount - spoken.count)
            PCMFormat.pcm16(Recording.rate).encode(frame.span, into: &bytes)
            bytes.withUnsafeBytes { _ = socket.send(binary: $0) }
            sentFrameCount += 1
        }
        guard !isOver else { return hangUp() }
        reactor.schedule(after: Self.frame * sentFrameCount - elapsed) { self.sendFrames() }
    }

    private var isOver: Bool {
        !room.isBusy && recording.end < elapsed && ContinuousClock.now - lastActivity > Self.patience
    }

    private func hangUp() {
        socket?.close(code: 1000, reason: "hung up")
        finish(.success(Outcome(heard: recording)))
    }
}

// MARK: - Listening

extension RecordedCaller {
    private func heard(_ bytes: UnsafeRawBufferPointer) {
        var samples: [Int16] = []
        guard PCMFormat.pcm16(Recording.rate).decode(bytes, into: &samples) else { return }
        recording.received(samples, at: elapsed)
        lastActivity = .now
    }

    private func told(_ utf8: UnsafeRawBufferPointer) {
        guard let event = try? JSON(parsing: utf8), let type = event["type"]?.stringValue else { return }
        if type == "playback.clear" { return recording.cleared(at: elapsed) }
        if room.noticed(type, event) { lastActivity = .now }
        onEvent(event)
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
            finish(.success(Outcome(heard: recording)))
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

/// Whether something is going on in the room that a polite caller waits for.
private struct RoomActivity {
    /// Turns that were granted and have not ended.
    private var turns: Set<String> = []
    private var speakers: Set<String> = []

    var isBusy: Bool { !turns.isEmpty || !speakers.isEmpty }

    /// - Returns: whether the event is a sign of life in the conversation.
    mutating func noticed(_ type: String, _ event: JSON) -> Bool {
        let turn = event["turn"]?.stringValue
        let identity = event["identity"]?.stringValue
        switch type {
        case "turn.granted": if let turn { turns.insert(turn) }
        case "turn.ended": if let turn { turns.remove(turn) }
        case "speech.started": if let identity { speakers.insert(identity) }
        case "speech.stopped", "participant.left": if let identity { speakers.remove(identity) }
        case "room.closed": self = RoomActivity()
        case "transcript.final", "transcript.delta", "turn.started", "turn.requested", "tool.called",
            "tool.returned":
            break
        default: return false  // types of a later version, and those that move nobody
        }
        return true
    }
}
