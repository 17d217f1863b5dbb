import Realtime

/// One of every server event, and the fullest ones.
enum ServerSamples {
    static let messages: [ServerMessage] =
        events.enumerated().map { ServerMessage(eventID: "event_\($0)", $1) }
        + [ServerMessage(eventID: nil, .dtmfReceived(key: "9", at: 1_763_605_109))]

    private static let place = PartLocation(
        responseID: "resp_1", itemID: "item_1", outputIndex: 1, contentIndex: 2)
    private static let call = CallLocation(
        responseID: "resp_1", itemID: "item_1", outputIndex: 1, callID: "call_1")

    private static let events: [ServerEvent] = session + items + input + response + parts + rest

    private static let session: [ServerEvent] =
        [
            .error(ErrorDetail(type: "server_error", message: "Oops.")),
            .error(
                ErrorDetail(
                    type: "invalid_request_error", code: "invalid_value", message: "No.", param: "item.id",
                    eventID: "c4")),
            .conversationCreated(id: "conv_1"),
        ]
        + ClientSamples.messages.flatMap { message -> [ServerEvent] in
            guard case .sessionUpdate(let configuration) = message.event else { return [] }
            let session = Session(id: "sess_1", expiresAt: 1_790_000_000, configuration: configuration)
            return [.sessionCreated(session), .sessionUpdated(session)]
        }

    private static let items: [ServerEvent] = [
        .itemAdded(.user("Hello", id: "item_1"), after: nil), .itemRetrieved(.user("Hello", id: "item_1")),
        .itemAdded(
            Item(id: "item_2", status: .inProgress, body: .message(.assistant, [], phase: .commentary)),
            after: "item_1"),
        .itemDone(
            Item(
                id: "item_2", status: .incomplete,
                body: .message(.assistant, [.outputAudio(transcript: "Hi.")], phase: .finalAnswer)),
            after: "item_1"),
        .itemDone(Item(id: "item_3", body: .message(.user, [.inputAudio()])), after: nil),
        .itemTruncated("item_2", contentIndex: 0, audioEnd: .milliseconds(1_480)), .itemDeleted("item_2"),
    ]

    private static let input: [ServerEvent] = [
        .transcriptionDelta("item_1", contentIndex: 0, delta: " Hel"),
        .transcriptionCompleted(
            "item_1", contentIndex: 0, transcript: "Hello.", usage: .duration(seconds: 2.5)),
        .transcriptionCompleted(
            "item_1", contentIndex: 0, transcript: "Hello.", usage: .tokens(total: 30, input: 20, output: 10)),
        .transcriptionSegment(
            "item_1", contentIndex: 0,
            TranscriptionSegment(id: "seg_1", speaker: "A", text: "Hello", start: 0, end: 1.2)),
        .transcriptionFailed(
            "item_1", contentIndex: 0,
            ErrorDetail(type: "transcription_error", code: "audio_unintelligible", message: "What?")),
        .inputAudioCommitted("item_1", after: "item_0"), .inputAudioCommitted("item_1", after: nil),
        .inputAudioCleared, .speechStarted("item_1", audioStart: .milliseconds(1_460)),
        .speechStopped("item_1", audioEnd: .milliseconds(4_256)),
        .inputAudioTimedOut("item_2", audioStart: .seconds(13), audioEnd: .seconds(19)),
    ]

    private static let statuses: [ResponseStatus] = [
        .completed, .cancelled(.turnDetected), .cancelled(.clientCancelled), .cancelled(nil),
        .incomplete(.maxOutputTokens), .incomplete(.contentFilter), .failed(nil),
        .failed(ErrorDetail(type: "server_error", code: "rate_limit_exceeded", message: "Slow down.")),
    ]

    private static let response: [ServerEvent] =
        [.responseCreated(Response(id: "resp_1", status: .inProgress))]
        + statuses.map { status in
            var response = Response(id: "resp_1", status: status)
            response.output = Array(ClientSamples.items.prefix(5))
            response.conversationID = "conv_1"
            response.outputModalities = [.audio]
            response.maxOutputTokens = .unlimited
            response.format = .standard
            response.voice = "marin"
            response.usage = usage
            response.metadata = ["turn": "tu_17"]
            return .responseDone(response)
        }

    private static let usage: Usage = {
        var usage = Usage()
        usage.total = 102
        usage.input.total = 42
        usage.input.text = 15
        usage.input.audio = 27
        usage.input.cached.total = 8
        usage.input.cached.text = 8
        usage.output.total = 60
        usage.output.text = 18
        usage.output.audio = 42
        usage.output.reasoning = 5
        return usage
    }()

    private static let parts: [ServerEvent] = [
        .outputItemAdded("resp_1", outputIndex: 0, .assistant("", id: "item_1")),
        .outputItemDone("resp_1", outputIndex: 0, .assistant("Hi.", id: "item_1")),
        .contentPartAdded(place, .audio(transcript: "")), .contentPartDone(place, .audio(transcript: "Hi.")),
        .contentPartAdded(place, .text("")), .contentPartDone(place, .text("Hi.")),
        .outputTextDelta(place, "H"), .outputTextDone(place, "Hi."),
        .outputAudioDelta(place, base64: "AAAA"), .outputAudioDone(place),
        .outputTranscriptDelta(place, "H"), .outputTranscriptDone(place, "Hi."),
        .functionCallArgumentsDelta(call, #"{"a""#),
        .functionCallArgumentsDone(call, name: "look_up", arguments: #"{"a":1}"#),
    ]

    private static let rest: [ServerEvent] =
        [
            .mcpCallArgumentsDelta("resp_1", "mcp_1", outputIndex: 0, "{"),
            .mcpCallArgumentsDone("resp_1", "mcp_1", outputIndex: 0, "{}"),
            .outputAudioBufferStarted("resp_1"), .outputAudioBufferStopped("resp_1"),
            .outputAudioBufferCleared("resp_1"),
            .rateLimitsUpdated([RateLimit(name: "tokens", limit: 100, remaining: 99, reset: 0.002)]),
        ]
        + [MCPProgress.inProgress, .completed, .failed].flatMap { progress -> [ServerEvent] in
            [.mcpCall("mcp_1", outputIndex: 0, progress), .mcpListTools("mcpl_1", progress)]
        }
}
