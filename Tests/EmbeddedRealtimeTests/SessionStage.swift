import Audio
import JSONValues
import Realtime

@testable import EmbeddedRealtime

/// A session with time in the test's hands and engines made of notes: what it tells the client, and what it asks for.
struct SessionStage {
    var session: ServerSession
    var now = Duration.zero
    /// Everything sent so far, as it would stand on the wire.
    private(set) var sent: [JSON] = []
    private(set) var asked: [ServerSession.Action] = []
    var transcript: [JSON] = []

    init(
        model: String = "gpt-realtime-2.1", kind: SessionConfiguration.Kind = .realtime,
        lifetime: Duration = .seconds(3_600)
    ) {
        session = ServerSession(
            ServerSession.Setup(
                model: model, kind: kind, instructions: "You are helpful.", voice: "marin",
                lifetime: lifetime,
                startedAt: 1_790_000_000, seed: 7))
        hand(.opened)
    }

    mutating func hand(_ event: ServerSession.Event) {
        for action in session.handle(event, at: now) {
            if case .send(let message) = action { sent.append(message.json) } else { asked.append(action) }
        }
    }

    /// As the connection does with a frame.
    mutating func client(_ json: JSON) {
        do throws(ErrorDetail) {
            try ClientEventShapes.check(json)
            do {
                hand(.client(try ClientMessage(json)))
            } catch {
                hand(.refused(.invalid("\(error)"), eventID: json["event_id"]?.stringValue))
            }
        } catch {
            hand(.refused(error, eventID: json["event_id"]?.stringValue))
        }
    }

    /// The types sent since the last look.
    mutating func news() -> [String] { drain().compactMap { $0["type"]?.stringValue } }

    mutating func drain() -> [JSON] {
        defer {
            transcript += sent
            sent = []
        }
        return sent
    }

    mutating func requests() -> [ServerSession.Action] {
        defer { asked = [] }
        return asked
    }

    mutating func user(_ text: String) {
        client([
            "type": "conversation.item.create",
            "item": [
                "type": "message", "role": "user",
                "content": [["type": "input_text", "text": .string(text)]],
            ],
        ])
    }

    mutating func update(_ session: JSON) {
        var session = session
        if session["type"] == nil { session["type"] = "realtime" }
        client(["type": "session.update", "session": session])
    }

    mutating func append(_ duration: Duration, bytesPerSecond: Int = 48_000) {
        let count = Int(duration / .seconds(1) * Double(bytesPerSecond))
        client([
            "type": "input_audio_buffer.append",
            "audio": .string(Base64.encode([UInt8](repeating: 0, count: count))),
        ])
    }

    /// Sound of that many windows of 32 ms, and the detector's opinion of them.
    mutating func windows(_ count: Int, _ probability: Float, generation: Int = 0) {
        append(.milliseconds(32 * count))
        now += .milliseconds(32 * count)
        hand(.voiceActivity(generation: generation, .success(Array(repeating: probability, count: count))))
    }

    var thinking: [(id: ResponseID, thought: Thought)] {
        mutating get {
            requests().compactMap { if case .think(let id, let thought) = $0 { (id, thought) } else { nil } }
        }
    }
}

extension ServerSession.Action {
    var recognition: (id: ServerSession.TranscriptionID, samples: Int, isFinal: Bool)? {
        if case .transcribe(let id, let samples, _, let isFinal) = self {
            (id, samples.count, isFinal)
        } else {
            nil
        }
    }
}
