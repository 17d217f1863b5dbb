import JSONValues
import Realtime
import Testing

/// What other servers and older clients say in other words.
@Suite struct DialectTests {
    private let place = PartLocation(responseID: "r", itemID: "i")

    @Test(arguments: [
        ("response.audio.delta", "response.output_audio.delta"),
        ("response.audio.done", "response.output_audio.done"),
        ("response.text.delta", "response.output_text.delta"),
        ("response.text.done", "response.output_text.done"),
        ("response.audio_transcript.delta", "response.output_audio_transcript.delta"),
        ("response.audio_transcript.done", "response.output_audio_transcript.done"),
        ("conversation.item.created", "conversation.item.added"),
        ("transcription_session.updated", "session.updated"),
    ])
    func `a beta event means what its successor means, and is passed on under its name`(
        beta: String, ga: String
    ) throws {
        let members: [(String, JSON?)] = [
            ("event_id", "e"), ("response_id", "r"), ("item_id", "i"), ("output_index", 0),
            ("content_index", 0),
            ("delta", "AAAA"), ("text", "t"), ("transcript", "t"), ("item", Item.user("Hi").wire),
            ("session", ["type": "transcription"]),
        ]
        let old = try ServerMessage(.members([("type", .string(beta))] + members))
        #expect(try old == ServerMessage(.members([("type", .string(ga))] + members)))
        #expect(old.json["type"]?.stringValue == ga)
    }

    @Test func `a flat beta session is read as a nested one`() throws {
        let message = try server(
            #"""
            {"type":"session.updated","session":{"modalities":["text","audio"],"voice":"alloy","speed":1.5,
            "input_audio_format":"g711_ulaw","output_audio_format":"pcm16","input_audio_transcription":{"model":"m"},
            "turn_detection":null,"max_response_output_tokens":"inf","temperature":0.8}}
            """#)
        guard case .sessionUpdated(let session) = message.event else { throw Unexpected(message) }
        #expect(session.configuration.outputModalities == .value([.audio]))
        #expect(session.voice == "alloy" && session.configuration.output.speed == .value(1.5))
        #expect(session.inputFormat == .pcmu && session.outputFormat == .standard)
        #expect(session.configuration.input.transcription == .value(InputTranscription(model: "m")))
        #expect(session.configuration.input.turnDetection == .null)
        #expect(session.configuration.maxOutputTokens == .value(.unlimited))
    }

    @Test func `a null among the metadata is no value`() throws {
        let message = try server(
            #"{"type":"response.created","response":{"id":"r","status":"in_progress","metadata":{"turn":"tu_1","note":null}}}"#
        )
        guard case .responseCreated(let response) = message.event else { throw Unexpected(message) }
        #expect(response.metadata == ["turn": "tu_1"])
    }

    @Test func `a beta transcription session is one by the event's name`() throws {
        let text = #"{"type":"transcription_session.update","session":{"input_audio_format":"pcm16"}}"#
        let message = try ClientMessage(try JSON(parsing: text))
        guard case .sessionUpdate(let session) = message.event else { throw Unexpected(message) }
        #expect(session.kind == .transcription && session.input.format == .value(.standard))
        #expect(message.json["session"]?["type"] == "transcription")
    }

    @Test func `assistants' parts have their beta names`() throws {
        let message = try server(
            #"""
            {"type":"conversation.item.created","item":{"id":"i","type":"message","role":"assistant",
            "content":[{"type":"text","text":"a"},{"type":"audio","transcript":"b"}]}}
            """#)
        #expect(
            message.event
                == .itemAdded(
                    Item(
                        id: "i",
                        body: .message(.assistant, [.outputText("a"), .outputAudio(transcript: "b")])),
                    after: nil))
    }

    @Test(arguments: [
        (
            #"{"type":"session.created","session":{"id":"s","turn_detection":{"type":null},"voice":"ara","tools":[{"type":"function","function":{"name":"f"}}],"input_audio_format":"not specified"}}"#,
            ServerEvent.sessionCreated(xai)
        ),
        (
            #"{"type":"response.content_part.done","response_id":"r","item_id":"i","output_index":0,"content_index":0}"#,
            .contentPartDone(PartLocation(responseID: "r", itemID: "i"), nil)
        ),
        (
            #"{"type":"response.function_call_arguments.delta","response_id":"r","item_id":"i","call_id":"c","delta":"{"}"#,
            .functionCallArgumentsDelta(CallLocation(responseID: "r", itemID: "i", callID: "c"), "{")
        ),
        (
            #"{"type":"conversation.item.input_audio_transcription.completed","item_id":"i","content_index":0,"transcript":"t","status":"completed"}"#,
            .transcriptionCompleted("i", contentIndex: 0, transcript: "t", usage: nil)
        ),
        (
            #"{"type":"response.output_item.added","response_id":"r","output_index":0,"item":{"id":"i","type":"message","status":"in_progress","role":"assistant"}}"#,
            .outputItemAdded(
                "r", outputIndex: 0, Item(id: "i", status: .inProgress, body: .message(.assistant, [])))
        ),
        (
            #"{"type":"response.done","response":{"id":"r","status":"completed","status_details":"unimplemented","usage":{}},"usage":{"total_tokens":47,"input_tokens":5,"output_tokens":42}}"#,
            .responseDone(xaiResponse)
        ),
    ])
    func `xAI's deviations are understood`(text: String, event: ServerEvent) throws {
        #expect(try server(text).event == event)
    }

    private static let xai: Session = {
        var session = Session(id: "s", configuration: SessionConfiguration())
        session.configuration.input.turnDetection = .null
        session.configuration.output.voice = .value("ara")
        session.configuration.tools = .value([.function(FunctionTool(name: "f"))])
        return session
    }()

    private static let xaiResponse: Response = {
        var response = Response(id: "r", status: .completed)
        var usage = Usage()
        (usage.total, usage.input.total, usage.output.total) = (47, 5, 42)
        response.usage = usage
        return response
    }()

    @Test func `nulls stand for nothing`() throws {
        let text =
            #"{"type":"response.create","event_id":null,"response":{"instructions":null,"tools":null,"metadata":{"k":"v"},"audio":null,"input":null}}"#
        var parameters = ResponseParameters()
        parameters.metadata = ["k": "v"]
        #expect(try ClientMessage(JSON(parsing: text)) == ClientMessage(.responseCreate(parameters)))
        #expect(
            try server(#"{"type":"conversation.created","conversation":{"id":null}}"#).event
                == .conversationCreated(id: nil))
    }

    private func server(_ text: String) throws -> ServerMessage { try ServerMessage(JSON(parsing: text)) }
}

struct Unexpected: Error {
    let message: String
    init(_ message: some Any) { self.message = "\(message)" }
}

extension Item {
    /// The item as an event carries it.
    var wire: JSON? { ClientMessage(.itemCreate(self)).json["item"] }
}
