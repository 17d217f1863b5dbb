import JSONValues
import Realtime
import Testing

@testable import EmbeddedRealtime

@Suite struct ResponseTests {
    /// One sentence of a text response, in the order of the reference (§3).
    @Test func `a text response comes in the order of the reference`() throws {
        var stage = SessionStage()
        stage.user("Hello")
        #expect(stage.news() == ["session.created", "conversation.item.added", "conversation.item.done"])
        stage.client([
            "type": "response.create",
            "response": ["output_modalities": ["text"], "metadata": ["turn": "17"]],
        ])
        let (id, thought) = try #require(stage.thinking.first)
        #expect(thought.context == [.user("Hello")])
        stage.hand(.thought(id, .say("Good morning.")))
        stage.hand(.thought(id, .say("How are you?")))
        stage.hand(.thought(id, .done(.completed)))
        let events = stage.drain()
        #expect(
            events.compactMap { $0["type"]?.stringValue } == [
                "response.created", "response.output_item.added", "conversation.item.added",
                "response.content_part.added", "response.output_text.delta", "response.output_text.delta",
                "response.output_text.done", "response.content_part.done", "conversation.item.done",
                "response.output_item.done", "response.done",
            ])
        let response = try #require(events.last?["response"])
        #expect(response["status"] == "completed")
        #expect(response["metadata"] == ["turn": "17"])
        #expect(
            response["output"]?.arrayValue?.first?["content"]?.arrayValue?.first?["text"]
                == "Good morning. How are you?")
        #expect(response["usage"]?["output_token_details"]?["audio_tokens"] == 0)
    }

    @Test func `an audio response sounds each sentence before the next one is asked for`() throws {
        var stage = SessionStage()
        stage.client(["type": "response.create"])
        let (id, _) = try #require(stage.thinking.first)
        for expression in [Expression.say("One."), .say("Two."), .done(.completed)] {
            stage.hand(.thought(id, expression))
        }
        guard case .speak(id, "One.", voice: "marin", speed: 1, rate: 24_000)? = stage.requests().first else {
            Issue.record("the first sentence was not spoken")
            return
        }
        #expect(stage.news().last == "response.output_audio_transcript.delta")
        stage.hand(.spoken(id, .success([Int16](repeating: 5, count: 24_000))))
        #expect(
            stage.news() == Array(repeating: "response.output_audio.delta", count: 2) + [
                "response.output_audio_transcript.delta"
            ])
        #expect(stage.requests() == [.speak(id, "Two.", voice: "marin", speed: 1, rate: 24_000)])
        stage.hand(.spoken(id, .success([Int16](repeating: 5, count: 12_000))))
        let events = stage.drain()
        #expect(
            events.compactMap { $0["type"]?.stringValue } == [
                "response.output_audio.delta", "response.output_audio.done",
                "response.output_audio_transcript.done",
                "response.content_part.done", "conversation.item.done", "response.output_item.done",
                "response.done",
            ])
        #expect(events.last?["response"]?["usage"]?["output_token_details"]?["audio_tokens"] == 30)
    }

    @Test func `a second response waits for the first, but one out of band does not`() throws {
        var stage = SessionStage()
        stage.client(["type": "response.create"])
        let (first, _) = try #require(stage.thinking.first)
        _ = stage.news()
        stage.client(["type": "response.create", "event_id": "second"])
        let error = try #require(stage.drain().last?["error"])
        #expect(error["code"] == "conversation_already_has_active_response")
        #expect(error["event_id"] == "second")
        stage.client([
            "type": "response.create",
            "response": ["conversation": "none", "output_modalities": ["text"], "input": []],
        ])
        let (aside, thought) = try #require(stage.thinking.first)
        #expect(thought.context.isEmpty)
        #expect(stage.drain().last?["response"]?["conversation_id"] == .null)
        stage.hand(.thought(aside, .say("Yes, I should speak.")))
        stage.hand(.thought(aside, .done(.completed)))
        #expect(!stage.news().contains("conversation.item.added"))
        stage.client(["type": "response.cancel"])
        #expect(stage.requests().contains(.forget(first)))
    }

    @Test func `a cancelled response ends with what was said so far, and nothing comes after it`() throws {
        var stage = SessionStage()
        stage.client(["type": "response.create"])
        let (id, _) = try #require(stage.thinking.first)
        stage.hand(.thought(id, .say("This is a long sentence.")))
        stage.hand(.spoken(id, .success([Int16](repeating: 1, count: 48_000))))
        stage.hand(.thought(id, .say("And another.")))
        _ = stage.news()
        stage.client(["type": "response.cancel", "response_id": .string(id.description)])
        let done = try #require(stage.drain().last?["response"])
        #expect(done["status"] == "cancelled")
        #expect(done["status_details"] == ["type": "cancelled", "reason": "client_cancelled"])
        #expect(done["output"]?.arrayValue?.first?["status"] == "incomplete")
        stage.hand(.spoken(id, .success([1, 2, 3])))
        stage.hand(.thought(id, .done(.completed)))
        #expect(stage.news().isEmpty)
        stage.client(["type": "response.cancel"])
        #expect(stage.drain().last?["error"]?["code"] == "response_cancel_not_active")
    }

    @Test func `a truncated item loses its transcript, but the brain knows what was heard of it`() throws {
        var stage = SessionStage()
        stage.client(["type": "response.create"])
        let (id, _) = try #require(stage.thinking.first)
        for (sentence, seconds) in [("First one here.", 1), ("Then four words more.", 2)] {
            stage.hand(.thought(id, .say(sentence)))
            stage.hand(.spoken(id, .success([Int16](repeating: 1, count: seconds * 24_000))))
        }
        stage.hand(.thought(id, .done(.completed)))
        let item = try #require(
            stage.drain().last?["response"]?["output"]?.arrayValue?.first?["id"]?.stringValue)
        func truncate(_ item: String, _ end: Int, _ index: Int = 0) -> JSON {
            [
                "type": "conversation.item.truncate", "item_id": .string(item),
                "content_index": .integer(index),
                "audio_end_ms": .integer(end), "event_id": "t",
            ]
        }
        stage.client(truncate(item, 3_001))
        let tooLong = try #require(stage.drain().last?["error"])
        #expect(tooLong["message"] == "Audio content of 3000ms is already shorter than 3001ms.")
        stage.client(truncate(item, 2_000))
        #expect(stage.news() == ["conversation.item.truncated"])
        stage.client(truncate(item, 2_500))
        #expect(
            stage.drain().last?["error"]?["message"]
                == "Audio content of 2000ms is already shorter than 2500ms.")
        stage.client(["type": "response.create"])
        #expect(stage.thinking.first?.thought.context == [.assistant("First one here. Then four")])
    }

    @Test func `a function call streams its arguments and enters the conversation`() throws {
        var stage = SessionStage()
        stage.client(["type": "response.create"])
        let (id, _) = try #require(stage.thinking.first)
        let arguments = #"{"order_id": "7", "reason": "the caller asked for it twice"}"#
        stage.hand(.thought(id, .call(id: nil, name: "lookup_order", arguments: arguments)))
        stage.hand(.thought(id, .done(.completed)))
        let events = stage.drain()
        let deltas = events.filter { $0["type"] == "response.function_call_arguments.delta" }
        #expect(deltas.count > 1)
        #expect(deltas.compactMap { $0["delta"]?.stringValue }.joined() == arguments)
        let call = try #require(events.last?["response"]?["output"]?.arrayValue?.first)
        #expect(call["name"] == "lookup_order")
        stage.client([
            "type": "conversation.item.create",
            "item": [
                "type": "function_call_output", "call_id": call["call_id"] ?? "",
                "output": #"{"status": "shipped"}"#,
            ],
        ])
        stage.client(["type": "response.create"])
        let context = try #require(stage.thinking.first?.thought.context)
        #expect(context.count == 2)
        #expect(
            context.last == .callOutput(id: call["call_id"]?.stringValue ?? "", #"{"status": "shipped"}"#))
    }

    @Test func `a response stops at its token limit`() throws {
        var stage = SessionStage()
        stage.client([
            "type": "response.create", "response": ["output_modalities": ["text"], "max_output_tokens": 5],
        ])
        let (id, _) = try #require(stage.thinking.first)
        stage.hand(.thought(id, .say("These words are many more than five tokens can hold.")))
        let response = try #require(stage.drain().last?["response"])
        #expect(response["status"] == "incomplete")
        #expect(response["status_details"]?["reason"] == "max_output_tokens")
        let said = response["output"]?.arrayValue?.first?["content"]?.arrayValue?.first?["text"]?.stringValue
        #expect(said == "These words are many")
    }

    @Test func `a brain or a voice that fails fails the response, not the session`() throws {
        var stage = SessionStage()
        stage.client(["type": "response.create"])
        let (id, _) = try #require(stage.thinking.first)
        stage.hand(.thought(id, .done(.failed(code: "server_error", message: "no answer"))))
        let failed = try #require(stage.drain().last?["response"])
        #expect(failed["status"] == "failed")
        #expect(failed["status_details"]?["error"]?["message"] == "no answer")
        stage.client(["type": "response.create"])
        let (next, _) = try #require(stage.thinking.first)
        stage.hand(.thought(next, .say("Hello there.")))
        stage.hand(
            .spoken(next, .failure(.voiceUnavailable(library: "libflite_cmu_us_slt.so.1", reason: "gone"))))
        let details = stage.drain().last?["response"]?["status_details"]?["error"]
        #expect(details?["code"] == "speech_unavailable")
        #expect(details?["message"]?.stringValue?.contains("make setup") == true)
    }

    @Test func `the input that comes again is counted as cached`() throws {
        var stage = SessionStage()
        var usages: [JSON] = []
        for text in ["A first question, about the weather.", "And a second one, shorter."] {
            stage.user(text)
            stage.client(["type": "response.create", "response": ["output_modalities": ["text"]]])
            let (id, _) = try #require(stage.thinking.first)
            stage.hand(.thought(id, .say("It rains.")))
            stage.hand(.thought(id, .done(.completed)))
            usages.append(try #require(stage.drain().last?["response"]?["usage"]))
        }
        let first = try #require(usages[0]["input_tokens"]?.integerValue)
        #expect(first > 0)
        #expect(usages[0]["input_token_details"]?["cached_tokens"] == 0)
        #expect(usages[1]["input_token_details"]?["cached_tokens"]?.integerValue == first)
        #expect(usages[1]["input_tokens"]?.integerValue ?? 0 > first)
    }
}
