import JSONValues
import Realtime

/// One of every client event, and the fullest ones.
enum ClientSamples {
    static let messages: [ClientMessage] =
        [
            ClientMessage(eventID: "c1", .sessionUpdate(realtime)),
            ClientMessage(.sessionUpdate(switchedOff)), ClientMessage(.sessionUpdate(SessionConfiguration())),
            ClientMessage(eventID: "c2", .sessionUpdate(transcription)),
            ClientMessage(.inputAudioAppend(base64: Base64.encode([0, 1, 2, 3]))),
            ClientMessage(.inputAudioCommit), ClientMessage(eventID: "c3", .inputAudioClear),
            ClientMessage(.itemRetrieve("item_1")), ClientMessage(.itemDelete("item_1")),
            ClientMessage(.itemTruncate("item_1", audioEnd: .milliseconds(1_480))),
            ClientMessage(.responseCreate(ResponseParameters())),
            ClientMessage(eventID: "c4", .responseCreate(parameters)),
            ClientMessage(.responseCancel(nil)), ClientMessage(.responseCancel("resp_1")),
            ClientMessage(.outputAudioClear),
        ] + items.map { ClientMessage(eventID: "c5", .itemCreate($0, after: .item("item_0"))) }
        + [
            ClientMessage(.itemCreate(.user("Hello"), after: .root)),
            ClientMessage(.itemCreate(.user("Hello"))),
        ]

    static let items: [Item] = [
        .user("[Bob] I disagree.", id: "item_1"), .system("Ana left."), .assistant("Hi.", id: "item_2"),
        .output(#"{"ok":true}"#, of: "call_1", id: "item_3"),
        Item(
            id: "item_4", status: .completed,
            body: .functionCall(FunctionCall(callID: "call_1", name: "look_up", arguments: "{}"))),
        Item(
            body: .message(
                .user,
                [
                    .inputAudio(base64: "AAAA", transcript: "Hello"), .inputAudio(base64: "AAAA"),
                    .inputImage(url: "data:image/png;base64,AAAA", detail: "low"),
                ])),
        Item(
            id: "item_5",
            body: .other(["type": "mcp_approval_response", "approval_request_id": "m1", "approve": true])),
    ]

    static let tools: [Tool] = [
        .function(
            FunctionTool(
                name: "look_up", description: "Looks up an order.",
                parameters: ["type": "object", "properties": ["id": ["type": "string"]], "required": ["id"]])),
        .function(FunctionTool(name: "hang_up")),
        .other(["type": "mcp", "server_label": "orders", "server_url": "https://mcp.example"]),
    ]

    private static let realtime: SessionConfiguration = {
        var session = SessionConfiguration()
        session.model = .value("gpt-realtime-2.1")
        session.instructions = .value("You are “Ada”.\nBe brief.")
        session.outputModalities = .value([.audio])
        session.input.format = .value(.standard)
        session.input.transcription = .value(
            InputTranscription(
                model: "gpt-transcribe", language: "en", prompt: "Parley", delay: "low", keywords: ["Nova"],
                languages: ["en", "de"]))
        session.input.turnDetection = .value(
            .serverVAD(
                .init(
                    threshold: 0.5, prefixPadding: .milliseconds(300), silence: .milliseconds(500),
                    idleTimeout: .seconds(6), createResponse: false, interruptResponse: false)))
        session.input.noiseReduction = .value(NoiseReduction(.nearField, strength: 0.5))
        session.output.format = .value(.pcmu)
        session.output.voice = .value("marin")
        session.output.speed = .value(1.25)
        session.tools = .value(tools)
        session.toolChoice = .value(.function(name: "look_up"))
        session.parallelToolCalls = .value(true)
        session.reasoningEffort = .value("low")
        session.maxOutputTokens = .value(.limited(4_096))
        session.truncation = .value(.retentionRatio(0.8, postInstructions: 8_000))
        session.include = .value(["item.input_audio_transcription.logprobs"])
        session.tracing = .value(["workflow_name": "call"])
        session.prompt = .value(["id": "pmpt_1", "version": "2"])
        return session
    }()

    /// Null is not absent.
    private static let switchedOff: SessionConfiguration = {
        var session = SessionConfiguration()
        session.input.transcription = .null
        session.input.turnDetection = .null
        session.input.noiseReduction = .null
        session.tracing = .null
        session.tools = .value([])
        session.toolChoice = .value(.required)
        session.truncation = .value(.disabled)
        session.maxOutputTokens = .value(.unlimited)
        session.output.voice = .value(.custom(id: "voice_1"))
        session.input.format = .value(.pcma)
        return session
    }()

    private static let transcription: SessionConfiguration = {
        var session = SessionConfiguration(kind: .transcription)
        session.input.format = .value(.standard)
        session.input.transcription = .value(InputTranscription(model: "gpt-realtime-whisper"))
        session.input.turnDetection = .value(.semanticVAD(.init(eagerness: .high, createResponse: false)))
        session.include = .null
        return session
    }()

    private static let parameters: ResponseParameters = {
        var parameters = ResponseParameters()
        parameters.instructions = "Answer Bob."
        parameters.outputModalities = [.text]
        parameters.format = .standard
        parameters.voice = "cedar"
        parameters.tools = tools
        parameters.toolChoice = ToolChoice.none
        parameters.parallelToolCalls = false
        parameters.reasoningEffort = "minimal"
        parameters.maxOutputTokens = .limited(20)
        parameters.conversationNone = true
        parameters.metadata = ["turn": "tu_17", "kind": "vote"]
        parameters.input = [.reference("item_1"), .user("Who?"), .system("Now.")]
        parameters.prompt = ["id": "pmpt_1"]
        return parameters
    }()
}
