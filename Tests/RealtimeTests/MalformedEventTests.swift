import JSONValues
import Realtime
import TestMaterial
import Testing

@Suite struct MalformedEventTests {
    @Test(arguments: [
        (
            #"{"type":"response.done","response":{"status":"completed"}}"#,
            "response.done: response.id: expected a string, found null"
        ),
        (
            #"{"type":"input_audio_buffer.speech_started","item_id":"i1","audio_start_ms":"1s"}"#,
            "input_audio_buffer.speech_started: audio_start_ms: expected an integer, found a string"
        ),
        (
            #"{"type":"session.updated","session":{"audio":{"output":{"speed":"fast"}}}}"#,
            "session.updated: session.audio.output.speed: expected a number, found a string"
        ),
        (
            #"{"type":"conversation.item.added","item":{"type":"message","role":"user","content":[{"type":"input_text","text":"a"},{"type":"input_text"}]}}"#,
            "conversation.item.added: item.content[1].text: expected a string, found nothing"
        ),
        (#"{"type":7}"#, "event without type: type: expected a string, found an integer"),
        ("{}", "event without type: type: expected a string, found nothing"),
        (#"["session.created"]"#, "event without type: message: expected an object, found an array"),
        ("{", "not JSON: line 1, column 1: string or '}' expected near end of file"),
    ])
    func `a malformed event is refused by name and place`(text: String, complaint: String) {
        #expect { try parse(text) } throws: { "\($0)" == complaint }
    }

    @Test func `the complaint keeps the sender's name for the event`() {
        #expect {
            try ClientMessage(["type": "conversation.item.delete", "event_id": "c7"])
        } throws: {
            ($0 as? MalformedEvent)?.eventID == "c7"
        }
    }

    @Test func `an event from the future is news, not an error`() throws {
        #expect(
            try parse(#"{"type":"response.smell.delta","delta":"coffee"}"#).event
                == .unknown(type: "response.smell.delta"))
        #expect(try ClientMessage(["type": "session.close"]).event == .unknown(type: "session.close"))
    }

    /// `negative.jsonl`: events that a strict reader refuses, three good ones among them.
    @Test func `the reference's bad events are refused, or known dialect`() throws {
        let verdicts = try Reference.negatives().map { line -> String in
            do throws(MalformedEvent) {
                let message = try Message(line.event, from: line.direction)
                if message.isUnknown { return "unknown" }
                guard case .client(let client) = message else { return "read" }
                return client.violations.first?.param ?? "read"
            } catch { return "refused: \(error.shape.path)" }
        }
        #expect(
            verdicts == [
                "read",
                "read",  // no session.type, as xAI and the beta have it
                "read",  // beta's modalities
                "session.output_modalities",
                "session.audio.input.format.rate",
                "session.audio.input.turn_detection.idle_timeout_ms",
                "read",  // beta's text part of an assistant
                "read",  // an unknown field is tolerated
                "refused: item.call_id",
                "refused: content_index",
                "unknown",  // a server's event from a client
                "read",  // what is in the base64 is found out when it is decoded
                "read",
                "read",  // beta's name
                "refused: response_id",
                "read",
                "read",  // a status this build does not know
                "read",
            ])
    }

    @Test func `a server names what a client may not ask for`() {
        let long = String(repeating: "x", count: 33)
        let voices = Item(id: ItemID(long), body: .message(.assistant, [.outputAudio(base64: "AAAA")]))
        let errors = ClientMessage(eventID: "c1", .itemCreate(voices)).violations
        #expect(errors.map(\.param) == ["item.id", "item.content[0].type"])
        #expect(errors.map(\.code) == ["string_above_max_length", "invalid_value"])
        #expect(errors.allSatisfy { $0.eventID == "c1" && $0.type == "invalid_request_error" })
        var parameters = ResponseParameters()
        parameters.metadata = Dictionary(uniqueKeysWithValues: (0..<17).map { ("\($0)", "") })
        parameters.maxOutputTokens = .limited(0)
        #expect(
            ClientMessage(.responseCreate(parameters)).violations.map(\.param)
                == ["response.max_output_tokens", "response.metadata"])
    }

    @Test func `what we send breaks no limit`() {
        for message in ClientSamples.messages where message.event != .outputAudioClear {
            let isOther =
                if case .itemCreate(let item, _) = message.event, case .other = item.body { true } else {
                    false
                }
            #expect(message.violations.isEmpty || isOther, "\(message.json.text)")
        }
    }

    private func parse(_ text: String) throws -> ServerMessage {
        try Array(text.utf8).withUnsafeBytes { try ServerMessage(parsing: $0) }
    }
}

@Suite struct IdentifierTests {
    @Test func `names we mint are short, unlike each other, and say what they name`() {
        var random = SplitMix64(state: 1)
        let names = (0..<2_000).map { _ in ItemID.minted(using: &random).description }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.hasPrefix("item_") && $0.utf8.count <= 32 })
        #expect(
            ResponseID.minted().description.hasPrefix("resp_")
                && CallID.minted().description.hasPrefix("call_"))
        #expect(CallID.minted().description.utf8.count <= 32)
    }
}
