import Audio
import Foundation
import HTTPTypes
import JSONValues
import Networking
import Personas
import Realtime
import TestMaterial
import Testing

@testable import EmbeddedRealtime

private let hasSpeech = SpeechFiles.standard().missing == nil
private let missing: Comment = "speech files are missing: run `make speech`"

@Suite(.serialized) struct ServerTests {
    private static let scout = Persona(
        id: "scout", name: "Scout", voice: "cedar",
        script: [
            .init(when: ["market"], say: "The market grows. By nine percent a year."),
            .init(say: "Let me think."),
        ], instructions: "You are Scout.")

    private static let options = EmbeddedServer.Options(persona: { $0 == "scout" ? scout : nil })

    @Test func `a persona speaks its script in its own voice`() async throws {
        try await ServerBench.run(Self.options) { bench in
            let client = try await bench.connect("model=scripted%2Fscout")
            let created = try await client.until("session.created")
            #expect(created["session"]?["audio"]?["output"]?["voice"] == "cedar")
            #expect(created["session"]?["instructions"] == "You are Scout.")
            client.send([
                "type": "conversation.item.create", "item": Self.message("[Ana] How is the market?"),
            ])
            client.send(["type": "response.create"])
            let response = try #require(try await client.until("response.done")["response"])
            #expect(response["status"] == "completed")
            let transcript = response["output"]?.arrayValue?.first?["content"]?.arrayValue?.first?[
                "transcript"]
            #expect(transcript == "The market grows. By nine percent a year.")
            #expect(Self.sound(client.events).duration > .seconds(2))
        }
    }

    @Test func `an unknown persona and an unknown path are refused with 404`() async throws {
        try await ServerBench.run(Self.options) { bench in
            let stranger = try await bench.connect("model=scripted%2Fnobody")
            #expect(try await stranger.closed().httpStatus == 404)
            let lost = try await bench.connect("model=x", path: "/v2/realtime")
            #expect(try await lost.closed().httpStatus == 404)
        }
    }

    @Test func `broken frames are answered and the session lives on`() async throws {
        try await ServerBench.run { bench in
            let client = try await bench.connect("model=gpt-realtime-2.1")
            for frame in [
                "{", "[]", "7", #"{"type": "no.such.event"}"#, #"{"type": "session.update", "type": "x"}"#,
            ] {
                client.send(raw: frame)
                #expect(
                    try await client.until("error")["error"]?["type"] == "invalid_request_error", "\(frame)")
            }
            client.send(binary: [1, 2, 3])
            try await client.until("error")
            client.send([
                "type": "session.update", "session": ["type": "realtime", "instructions": "Still here."],
            ])
            #expect(try await client.until("session.updated")["session"]?["instructions"] == "Still here.")
        }
    }

    @Test func `a session is closed with 1001 after its life time`() async throws {
        let options = EmbeddedServer.Options(sessionLifetime: .milliseconds(300))
        try await ServerBench.run(options) { bench in
            let client = try await bench.connect("model=x")
            #expect(try await client.until("error")["error"]?["code"] == "session_expired")
            #expect(try await client.closed().code == 1_001)
        }
    }

    @Test func `a long answer leaves faster than it sounds, and ends when it is cancelled`() async throws {
        try await ServerBench.run { bench in
            let client = try await bench.connect("model=x")
            client.send(["type": "conversation.item.create", "item": Self.message("Tell me a story.")])
            let start = ContinuousClock.now
            client.send(["type": "response.create"])
            try await client.until("response.output_audio.delta")
            let first = start.duration(to: .now)
            try await client.until("response.done")
            let whole = start.duration(to: .now)
            let sound = Self.sound(client.events).duration
            print("first audio after \(first), \(sound) of sound in \(whole)")
            #expect(sound > .seconds(20))
            // On a machine of its own it takes a tenth; what is paced takes all of it.
            #expect(whole < sound * Patience.factor)
        }
    }

    @Test func `telephone sound comes out as it was ordered`() async throws {
        try await ServerBench.run { bench in
            let client = try await bench.connect("model=x")
            client.send([
                "type": "response.create",
                "response": [
                    "audio": ["output": ["format": ["type": "audio/pcmu"]]],
                    "instructions": "Say exactly: Hello there.",
                ],
            ])
            let done = try #require(try await client.until("response.done")["response"])
            #expect(done["audio"]?["output"]?["format"]?["type"] == "audio/pcmu")
            let sound = Self.sound(client.events, .pcmu)
            #expect(sound.duration > .milliseconds(400) && sound.duration < .seconds(3))
            #expect(sound.samples.contains { abs(Int($0)) > 3_000 })
        }
    }

    @Test(.enabled(if: hasSpeech, missing)) func `an ear hears a sentence while it is spoken`() async throws {
        try await ServerBench.run { bench in
            let client = try await bench.connect("intent=transcription")
            #expect(try await client.until("session.created")["session"]?["type"] == "transcription")
            client.send([
                "type": "session.update",
                "session": [
                    "type": "transcription",
                    "audio": [
                        "input": ["turn_detection": ["type": "server_vad", "silence_duration_ms": 400]]
                    ],
                ],
            ])
            try await client.until("session.updated")
            let sentence = "Good morning everybody, what do you know about the market?"
            let speech = try FliteSynthesizer().speak(sentence, in: .named("echo"), speed: 1, rate: 24_000)
            let silence = [Int16](repeating: 0, count: 24_000)
            // A second of silence first; the models open meanwhile.
            try await Self.stream(silence + silence, to: client)
            try await Self.stream(speech, to: client)
            let ended = ContinuousClock.now
            async let rest: Void = Self.stream(silence + silence, to: client)
            let stopped = try await client.until("input_audio_buffer.speech_stopped")
            let completed = try await client.until("conversation.item.input_audio_transcription.completed")
            print(
                "transcript \(ended.duration(to: .now)) after the last sample, with 400 ms of silence to wait for"
            )
            try await rest
            let heard = try #require(completed["transcript"]?.stringValue)
            #expect(editDistance(sentence.spokenWords, heard.spokenWords) <= 2, "\(heard)")
            #expect(completed["item_id"] == stopped["item_id"])
            let types = client.events.compactMap { $0["type"]?.stringValue }
            let delta = try #require(
                types.firstIndex(of: "conversation.item.input_audio_transcription.delta"))
            let stop = try #require(types.firstIndex(of: "input_audio_buffer.speech_stopped"))
            // An engine that is instrumented does not keep up with a speaker.
            #expect(delta < stop || Patience.factor > 1, "words are shown while they are spoken")
            let start = client.events.first { $0["type"] == "input_audio_buffer.speech_started" }
            let startedAt = try #require(start?["audio_start_ms"]?.integerValue)
            #expect((1_500...2_200).contains(startedAt), "\(startedAt)")
        }
    }

    private static func stream(_ samples: [Int16], to client: WireClient) async throws {
        let clock = ContinuousClock()
        var due = clock.now
        for start in stride(from: 0, to: samples.count, by: 960) {
            let piece = Array(samples[start..<min(start + 960, samples.count)])
            client.send([
                "type": "input_audio_buffer.append", "audio": .string(Base64.encode(samples: piece)),
            ])
            due += .milliseconds(40)
            try await clock.sleep(until: due)
        }
    }

    static func message(_ text: String) -> JSON {
        ["type": "message", "role": "user", "content": [["type": "input_text", "text": .string(text)]]]
    }

    private static func sound(
        _ events: [JSON], _ format: PCMFormat = .pcm16(.hz24000)
    ) -> (samples: [Int16], duration: Duration) {
        var samples: [Int16] = []
        for event in events where event["type"] == "response.output_audio.delta" {
            let bytes = Base64.decode(event["delta"]?.stringValue ?? "") ?? []
            bytes.withUnsafeBytes { _ = format.decode($0, into: &samples) }
        }
        return (samples, format.rate.duration(of: samples.count))
    }
}
