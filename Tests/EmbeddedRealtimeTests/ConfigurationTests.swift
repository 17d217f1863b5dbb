import JSONValues
import Realtime
import Testing

@testable import EmbeddedRealtime

@Suite struct ConfigurationTests {
    @Test func `the first event shows the whole session`() throws {
        var stage = SessionStage()
        let session = try #require(stage.drain().first?["session"])
        #expect(session["id"]?.stringValue?.hasPrefix("sess_") == true)
        #expect(session["model"] == "gpt-realtime-2.1")
        #expect(session["expires_at"] == 1_790_003_600)
        #expect(session["audio"]?["input"]?["turn_detection"]?["type"] == "server_vad")
        #expect(session["audio"]?["output"]?["voice"] == "marin")
        for key in [
            "instructions", "tools", "tool_choice", "max_output_tokens", "truncation", "tracing", "prompt",
        ] {
            #expect(session[key] != nil, "\(key)")
        }
    }

    @Test func `an update changes what it names and nothing else`() throws {
        var stage = SessionStage()
        stage.update(["instructions": "You are Ada.", "audio": ["input": ["turn_detection": nil]]])
        stage.update(["audio": ["output": ["speed": 1.2]], "model": "another", "tools": nil])
        let session = try #require(stage.drain().last?["session"])
        #expect(session["instructions"] == "You are Ada.")
        #expect(session["audio"]?["input"]?["turn_detection"] == .null)
        #expect(session["audio"]?["output"]?["speed"] == 1.2)
        #expect(session["model"] == "gpt-realtime-2.1")
        #expect(session["tools"] == [])
        stage.update(["instructions": ""])
        #expect(stage.drain().last?["session"]?["instructions"] == "You are helpful.")
    }

    @Test func `turn detection keeps what an update leaves open`() throws {
        var stage = SessionStage()
        stage.update([
            "audio": ["input": ["turn_detection": ["type": "server_vad", "silence_duration_ms": 400]]]
        ])
        stage.update([
            "audio": ["input": ["turn_detection": ["type": "server_vad", "create_response": false]]]
        ])
        let detection = try #require(stage.drain().last?["session"]?["audio"]?["input"]?["turn_detection"])
        #expect(detection["silence_duration_ms"] == 400)
        #expect(detection["create_response"] == false)
        #expect(detection["interrupt_response"] == true)
        #expect(detection["prefix_padding_ms"] == 300)
    }

    @Test func `the voice is fixed once it was heard`() throws {
        var stage = SessionStage()
        stage.update(["audio": ["output": ["voice": "cedar"]]])
        #expect(stage.news().last == "session.updated")
        stage.client(["type": "response.create"])
        let (id, _) = try #require(stage.thinking.first)
        stage.hand(.thought(id, .say("Hello there.")))
        stage.hand(.spoken(id, .success([1, 2])))
        _ = stage.drain()
        stage.update(["audio": ["output": ["voice": "cedar"]]])
        #expect(stage.news() == ["session.updated"])
        stage.update(["instructions": "New.", "audio": ["output": ["voice": "echo"]]])
        #expect(stage.drain().last?["error"]?["code"] == "cannot_update_voice")
        stage.update(["audio": ["output": ["speed": 1]]])
        #expect(
            stage.drain().last?["session"]?["instructions"] == "You are helpful.",
            "nothing of a refused update applies")
    }

    @Test func `a session ends after its life time`() {
        var stage = SessionStage(lifetime: .seconds(120))
        #expect(stage.session.nextDeadline == .seconds(120))
        stage.now = .seconds(120)
        stage.hand(.deadlinePassed)
        #expect(stage.drain().last?["error"]?["code"] == "session_expired")
        #expect(
            stage.requests().last
                == .close(code: 1001, reason: "Your session hit the maximum duration of 2 minutes."))
        stage.user("Hello?")
        #expect(stage.news().isEmpty)
    }

    @Test func `silence beyond the idle timeout is answered`() throws {
        var stage = SessionStage()
        stage.update([
            "audio": ["input": ["turn_detection": ["type": "server_vad", "idle_timeout_ms": 6_000]]]
        ])
        stage.client(["type": "response.create"])
        let (id, _) = try #require(stage.thinking.first)
        stage.hand(.thought(id, .say("Are you there?")))
        stage.hand(.spoken(id, .success([Int16](repeating: 0, count: 24_000))))
        stage.hand(.thought(id, .done(.completed)))
        #expect(stage.session.nextDeadline == .seconds(7))
        stage.windows(10, 0)
        stage.now = .seconds(7)
        _ = stage.drain()
        stage.hand(.deadlinePassed)
        #expect(
            stage.news() == [
                "input_audio_buffer.timeout_triggered", "input_audio_buffer.committed",
                "conversation.item.added",
                "conversation.item.done", "response.created",
            ])
    }

    /// What is wrong with an event, and the code and place the error names.
    @Test(arguments: [
        (#"{"type": "no.such.event"}"#, "invalid_value", "type"),
        (#"{"event_id": "x"}"#, "missing_required_parameter", "type"),
        (#"{"type": 7}"#, "invalid_type", "type"),
        (#"{"type": "session.update"}"#, "missing_required_parameter", "session"),
        (#"{"type": "session.update", "session": {}}"#, "missing_required_parameter", "session.type"),
        (
            #"{"type": "session.update", "session": {"type": "realtime", "temperature": 0.8}}"#,
            "unknown_parameter", "session.temperature"
        ),
        (
            #"{"type": "session.update", "session": {"type": "realtime", "output_modalities": ["audio", "text"]}}"#,
            "invalid_value", "session.output_modalities"
        ),
        (
            #"{"type": "session.update", "session": {"type": "realtime", "instructions": 7}}"#,
            "invalid_type", "session.instructions"
        ),
        (
            #"{"type": "session.update", "session": {"type": "realtime", "audio": {"output": {"speed": 3}}}}"#,
            "invalid_value", "session.audio.output.speed"
        ),
        (
            #"{"type": "session.update", "session": {"type": "realtime", "audio": {"input": {"format": {"type": "audio/pcm", "rate": 16000}}}}}"#,
            "invalid_value", "session.audio.input.format.rate"
        ),
        (
            #"{"type": "session.update", "session": {"type": "realtime", "audio": {"input": {"turn_detection": {"type": "loud"}}}}}"#,
            "invalid_value", "session.audio.input.turn_detection.type"
        ),
        (#"{"type": "input_audio_buffer.append", "audio": "not base64!"}"#, "invalid_value", "audio"),
        (#"{"type": "input_audio_buffer.append", "audio": "AAAA"}"#, "invalid_value", "audio"),
        (#"{"type": "input_audio_buffer.append", "sound": "AAAA"}"#, "unknown_parameter", "sound"),
        (
            #"{"type": "conversation.item.create", "item": {"type": "message", "role": "assistant", "content": [{"type": "output_audio", "transcript": "x"}]}}"#,
            "missing_required_parameter", "item.content[0].text"
        ),
        (
            #"{"type": "conversation.item.create", "item": {"type": "message", "role": "user", "name": "Ana", "content": []}}"#,
            "unknown_parameter", "item.name"
        ),
        (
            #"{"type": "conversation.item.create", "item": {"type": "message", "id": "123456789012345678901234567890123", "role": "user", "content": []}}"#,
            "string_above_max_length", "item.id"
        ),
        (
            #"{"type": "conversation.item.create", "previous_item_id": "gone", "item": {"type": "message", "role": "user", "content": []}}"#,
            "invalid_value", "previous_item_id"
        ),
        (
            #"{"type": "conversation.item.delete", "item_id": "nope"}"#, "item_delete_invalid_item_id",
            "item_id"
        ),
        (
            #"{"type": "conversation.item.retrieve", "item_id": "nope"}"#, "item_retrieve_invalid_item_id",
            "item_id"
        ),
        (
            #"{"type": "conversation.item.truncate", "item_id": "nope", "content_index": 0, "audio_end_ms": 5}"#,
            "item_truncate_invalid_item_id", "item_id"
        ),
        (
            #"{"type": "conversation.item.truncate", "item_id": "nope", "content_index": 0, "audio_end_ms": -5}"#,
            "invalid_value", "audio_end_ms"
        ),
        (
            #"{"type": "response.create", "response": {"metadata": {"a": 1}}}"#, "invalid_type",
            "response.metadata.a"
        ),
        (
            #"{"type": "response.create", "response": {"max_output_tokens": 0}}"#, "invalid_value",
            "response.max_output_tokens"
        ),
        (
            #"{"type": "response.create", "response": {"input": [{"type": "item_reference", "id": "gone"}]}}"#,
            "invalid_value", "response.input[0].id"
        ),
    ])
    func `a bad event is answered with what and where`(event: String, code: String, param: String) throws {
        var stage = SessionStage()
        _ = stage.drain()
        var json = try JSON(parsing: event)
        json["event_id"] = "e7"
        stage.client(json)
        let answers = stage.drain()
        #expect(answers.count == 1)
        #expect(answers[0]["error"]?["code"] == .string(code))
        #expect(answers[0]["error"]?["param"] == .string(param))
        #expect(answers[0]["error"]?["event_id"] == "e7")
        stage.update(["instructions": "still here"])
        #expect(stage.news() == ["session.updated"])
    }

    @Test func `items stand where they were put`() throws {
        var stage = SessionStage()
        _ = stage.drain()
        for (id, place) in [("b", nil), ("d", .null), ("c", "b"), ("a", "root"), ("e", "")] as [(JSON, JSON?)]
        {
            var event: JSON = [
                "type": "conversation.item.create",
                "item": [
                    "type": "message", "id": id, "role": "user",
                    "content": [["type": "input_text", "text": id]],
                ],
            ]
            event["previous_item_id"] = place
            stage.client(event)
        }
        #expect(
            stage.drain().filter { $0["type"] == "conversation.item.added" }.map {
                $0["previous_item_id"] ?? .null
            } == [nil, "b", "b", nil, "d"])
        stage.client(["type": "conversation.item.delete", "item_id": "c"])
        #expect(stage.news() == ["conversation.item.deleted"])
        stage.client(["type": "response.create"])
        #expect(stage.thinking.first?.thought.context == ["a", "b", "d", "e"].map(Utterance.user))
    }

    @Test func `what was said can be heard again`() throws {
        var stage = SessionStage()
        let sound = Base64.encode(samples: (0..<2_400).map { Int16($0) })
        stage.client([
            "type": "conversation.item.create",
            "item": [
                "type": "message", "id": "u", "role": "user",
                "content": [["type": "input_audio", "audio": .string(sound)]],
            ],
        ])
        #expect(stage.drain().last?["item"]?["content"]?.arrayValue?.first?["audio"] == nil)
        stage.client(["type": "conversation.item.retrieve", "item_id": "u"])
        #expect(stage.drain().last?["item"]?["content"]?.arrayValue?.first?["audio"] == .string(sound))
    }
}
