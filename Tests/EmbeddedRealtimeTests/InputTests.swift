import JSONValues
import Realtime
import Testing

@testable import EmbeddedRealtime

@Suite struct InputTests {
    private static let automatic: JSON = [
        "audio": [
            "input": [
                "transcription": ["model": "whisper-1"],
                "turn_detection": ["type": "server_vad", "silence_duration_ms": 400],
            ]
        ]
    ]

    /// 20 windows of silence, 30 of voice, 13 of silence: 640 ms + 960 ms + 416 ms.
    @Test func `speech becomes an item with its transcript, and an answer`() throws {
        var stage = SessionStage()
        stage.update(Self.automatic)
        stage.windows(20, 0.01)
        stage.windows(30, 0.9)
        _ = stage.drain()
        let partial = try #require(stage.requests().compactMap(\.recognition).first { !$0.isFinal })
        stage.hand(.transcribed(partial.id, .success("Hello Scout what")))
        #expect(stage.drain().last?["delta"] == "Hello Scout")
        stage.windows(7, 0.1)
        let settled = try #require(stage.requests().compactMap(\.recognition).last)
        #expect(settled.isFinal)
        stage.hand(.transcribed(settled.id, .success("Hello Scout, what now?")))
        #expect(stage.drain().last?["delta"] == " what")
        stage.windows(6, 0.1)
        let events = stage.drain()
        #expect(
            events.compactMap { $0["type"]?.stringValue } == [
                "input_audio_buffer.speech_stopped", "input_audio_buffer.committed",
                "conversation.item.added",
                "conversation.item.done", "conversation.item.input_audio_transcription.delta",
                "conversation.item.input_audio_transcription.completed", "response.created",
            ])
        // 640 ms of silence and 960 ms of voice, and the silence that ends it.
        #expect(events[0]["audio_end_ms"] == 2_000)
        #expect(events[1]["item_id"] == events[0]["item_id"])
        #expect(events[4]["delta"] == " now?")
        #expect(events[5]["transcript"] == "Hello Scout, what now?")
        #expect(events[5]["usage"]?["seconds"]?.numberValue == 1.66)
        #expect(stage.thinking.first?.thought.context == [.user("Hello Scout, what now?")])
    }

    @Test(arguments: [(300, 340), (0, 640), (1_000, 0)])
    func `the onset includes the padding, but nothing before the session`(padding: Int, expected: Int) throws
    {
        var stage = SessionStage()
        stage.update([
            "audio": [
                "input": ["turn_detection": ["type": "server_vad", "prefix_padding_ms": .integer(padding)]]
            ]
        ])
        stage.windows(20, 0)
        stage.windows(1, 0.9)
        let started = try #require(stage.drain().last)
        #expect(started["type"] == "input_audio_buffer.speech_started")
        #expect(started["audio_start_ms"] == .integer(expected))
    }

    @Test func `words after a pause belong to the same utterance, and are recognised again`() throws {
        var stage = SessionStage()
        stage.update(Self.automatic)
        stage.windows(10, 0.9)
        stage.windows(8, 0.1)
        let early = try #require(stage.requests().compactMap(\.recognition).last)
        stage.windows(10, 0.9)
        stage.windows(8, 0.1)
        let late = try #require(stage.requests().compactMap(\.recognition).last)
        #expect(late.samples > early.samples)
        stage.hand(.transcribed(early.id, .success("Hello")))
        stage.windows(5, 0.1)
        #expect(!stage.news().contains("conversation.item.input_audio_transcription.completed"))
        stage.hand(.transcribed(late.id, .success("Hello again")))
        #expect(stage.drain().first { $0["transcript"] != nil }?["transcript"] == "Hello again")
    }

    @Test(arguments: [(true, "cancelled"), (false, "in_progress")])
    func `speech interrupts a response where that is wanted`(interrupts: Bool, status: String) throws {
        var stage = SessionStage()
        stage.update([
            "audio": [
                "input": ["turn_detection": ["type": "server_vad", "interrupt_response": .bool(interrupts)]]
            ]
        ])
        stage.client(["type": "response.create"])
        _ = stage.drain()
        stage.windows(1, 0.9)
        let done = stage.drain().first { $0["type"] == "response.done" }
        #expect((done?["response"]?["status"] ?? "in_progress") == .string(status))
        if interrupts { #expect(done?["response"]?["status_details"]?["reason"] == "turn_detected") }
    }

    @Test func `without turn detection the client commits, and nothing starts by itself`() throws {
        var stage = SessionStage()
        stage.update(["audio": ["input": ["turn_detection": nil]]])
        stage.append(.milliseconds(80))
        #expect(stage.requests().allSatisfy { if case .detect = $0 { false } else { true } })
        _ = stage.drain()
        stage.client(["type": "input_audio_buffer.commit", "event_id": "c2"])
        let error = try #require(stage.drain().last?["error"])
        #expect(error["code"] == "input_audio_buffer_commit_empty")
        #expect(error["message"]?.stringValue?.contains("only has 80.00ms") == true)
        stage.append(.milliseconds(20))
        stage.client(["type": "input_audio_buffer.commit"])
        let events = stage.drain()
        #expect(
            events.compactMap { $0["type"]?.stringValue } == [
                "input_audio_buffer.committed", "conversation.item.added", "conversation.item.done",
            ])
        #expect(events[1]["item"]?["content"] == [["type": "input_audio", "transcript": nil]])
        stage.client(["type": "response.create"])
        // Nobody asked for a transcript, but the brain reads.
        let recognition = try #require(stage.requests().compactMap(\.recognition).first)
        #expect(recognition.samples == 2_400)
        stage.hand(.transcribed(recognition.id, .success("Good day.")))
        #expect(stage.thinking.first?.thought.context == [.user("Good day.")])
        #expect(stage.news() == ["response.created"])
    }

    @Test func `a clear forgets the sound and the speech in it`() {
        var stage = SessionStage()
        stage.windows(10, 0.9)
        stage.client(["type": "input_audio_buffer.clear"])
        #expect(stage.news().last == "input_audio_buffer.cleared")
        stage.windows(20, 0)
        #expect(stage.news().isEmpty)
        stage.client(["type": "input_audio_buffer.clear"])
        #expect(stage.news() == ["input_audio_buffer.cleared"])
    }

    @Test(arguments: [("audio/pcmu", 8_000), ("audio/pcma", 8_000)])
    func `telephone formats are recognised at their own rate`(format: String, rate: Int) throws {
        var stage = SessionStage()
        stage.update(["audio": ["input": ["format": ["type": .string(format)], "turn_detection": nil]]])
        stage.append(.milliseconds(200), bytesPerSecond: rate)
        stage.client(["type": "input_audio_buffer.commit"])
        stage.client(["type": "response.create"])
        #expect(stage.requests().compactMap(\.recognition).first?.samples == 1_600)
    }

    @Test func `a transcription session commits and transcribes, and answers nothing`() throws {
        var stage = SessionStage(kind: .transcription)
        #expect(stage.drain().first?["session"]?["type"] == "transcription")
        stage.windows(20, 0.9)
        stage.windows(16, 0)
        let final = try #require(stage.requests().compactMap(\.recognition).last)
        stage.hand(.transcribed(final.id, .success("One two three.")))
        let types = stage.news()
        #expect(types.last == "conversation.item.input_audio_transcription.completed")
        #expect(!types.contains("response.created"))
        stage.client(["type": "response.create"])
        #expect(stage.news() == ["error"])
    }

    @Test func `an engine that is missing is told once, and text goes on`() throws {
        var stage = SessionStage()
        _ = stage.drain()
        stage.append(.milliseconds(64))
        stage.hand(.voiceActivity(generation: 0, .failure(.fileMissing("/x/silero_vad.onnx"))))
        stage.hand(.voiceActivity(generation: 0, .failure(.fileMissing("/x/silero_vad.onnx"))))
        let errors = stage.drain()
        #expect(errors.count == 1)
        #expect(
            errors[0]["error"]?["message"] == "speech file /x/silero_vad.onnx is missing: run `make speech`")
        stage.user("Hello")
        #expect(stage.news() == ["conversation.item.added", "conversation.item.done"])
    }

    @Test func `a transcript that fails fails its item alone`() throws {
        var stage = SessionStage()
        stage.update(["audio": ["input": ["turn_detection": nil, "transcription": ["model": "whisper-1"]]]])
        stage.append(.milliseconds(200))
        stage.client(["type": "input_audio_buffer.commit"])
        let recognition = try #require(stage.requests().compactMap(\.recognition).first)
        _ = stage.drain()
        stage.hand(.transcribed(recognition.id, .failure(.overloaded)))
        let failed = try #require(stage.drain().last)
        #expect(failed["type"] == "conversation.item.input_audio_transcription.failed")
        #expect(failed["error"]?["code"] == "rate_limit_exceeded")
    }
}
