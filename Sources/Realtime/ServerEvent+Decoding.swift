import JSONValues

extension ServerEvent {
    /// Reads GA's names and, as an input dialect, the beta's.
    init(_ type: String, _ event: JSONReader) throws(JSONShapeError) {
        if let known = try Self.content(type, event) {
            self = known
        } else if let known = try Self.inputAudio(type, event) {
            self = known
        } else if let known = try Self.conversation(type, event) {
            self = known
        } else if let known = try Self.response(type, event) {
            self = known
        } else if let known = try Self.session(type, event) {
            self = known
        } else if let known = try Self.mcp(type, event) {
            self = known
        } else {
            self = .unknown(type: type)
        }
    }

    /// What a response says, piece by piece: the most frequent events.
    private static func content(_ type: String, _ event: JSONReader) throws(JSONShapeError) -> ServerEvent? {
        switch type {
        case "response.output_audio.delta", "response.audio.delta":
            .outputAudioDelta(try event.partLocation(), base64: try event.string("delta"))
        case "response.output_audio_transcript.delta", "response.audio_transcript.delta":
            .outputTranscriptDelta(try event.partLocation(), try event.string("delta"))
        case "response.output_text.delta", "response.text.delta":
            .outputTextDelta(try event.partLocation(), try event.string("delta"))
        case "response.function_call_arguments.delta":
            .functionCallArgumentsDelta(try event.callLocation(), try event.string("delta"))
        case "response.output_audio.done", "response.audio.done":
            .outputAudioDone(try event.partLocation())
        case "response.output_audio_transcript.done", "response.audio_transcript.done":
            .outputTranscriptDone(try event.partLocation(), try event.string("transcript"))
        case "response.output_text.done", "response.text.done":
            .outputTextDone(try event.partLocation(), try event.string("text"))
        case "response.function_call_arguments.done":
            .functionCallArgumentsDone(
                try event.callLocation(), name: try event.optionalString("name"),
                arguments: try event.string("arguments"))
        case "response.content_part.added":
            .contentPartAdded(try event.partLocation(), try event.required("part"))
        case "response.content_part.done":
            .contentPartDone(try event.partLocation(), try event.optional("part"))
        default: nil
        }
    }

    private static func inputAudio(_ type: String, _ event: JSONReader) throws(JSONShapeError) -> ServerEvent?
    {
        switch type {
        case "input_audio_buffer.committed":
            .inputAudioCommitted(try event.itemID(), after: try event.previousItemID())
        case "input_audio_buffer.cleared": .inputAudioCleared
        case "input_audio_buffer.speech_started":
            .speechStarted(try event.itemID(), audioStart: try event.milliseconds("audio_start_ms"))
        case "input_audio_buffer.speech_stopped":
            .speechStopped(try event.itemID(), audioEnd: try event.milliseconds("audio_end_ms"))
        case "input_audio_buffer.timeout_triggered":
            .inputAudioTimedOut(
                try event.itemID(), audioStart: try event.milliseconds("audio_start_ms"),
                audioEnd: try event.milliseconds("audio_end_ms"))
        case "input_audio_buffer.dtmf_event_received":
            .dtmfReceived(key: try event.string("event"), at: try event.integer("received_at"))
        case "conversation.item.input_audio_transcription.delta":
            .transcriptionDelta(
                try event.itemID(), contentIndex: try event.optional("content_index") ?? 0,
                delta: try event.optional("delta") ?? "")
        case "conversation.item.input_audio_transcription.updated":
            try event.transcriptSoFar()
        // xAI completes one item again and again while more is said; only the last one is final.
        case "conversation.item.input_audio_transcription.completed" where event["status"] == "in_progress":
            try event.transcriptSoFar()
        case "conversation.item.input_audio_transcription.completed":
            .transcriptionCompleted(
                try event.itemID(), contentIndex: try event.integer("content_index"),
                transcript: try event.string("transcript"), usage: event.transcriptionUsage())
        case "conversation.item.input_audio_transcription.segment":
            .transcriptionSegment(
                try event.itemID(), contentIndex: try event.integer("content_index"), try event.segment())
        case "conversation.item.input_audio_transcription.failed":
            .transcriptionFailed(
                try event.itemID(), contentIndex: try event.integer("content_index"),
                try event.transcriptionError())
        default: nil
        }
    }

    private static func conversation(_ type: String, _ event: JSONReader) throws(JSONShapeError)
        -> ServerEvent?
    {
        switch type {
        case "conversation.item.added", "conversation.item.created":
            .itemAdded(try event.required("item"), after: try event.previousItemID())
        case "conversation.item.done":
            .itemDone(try event.required("item"), after: try event.previousItemID())
        case "conversation.item.retrieved": .itemRetrieved(try event.required("item"))
        case "conversation.item.truncated":
            .itemTruncated(
                try event.itemID(), contentIndex: try event.integer("content_index"),
                audioEnd: try event.milliseconds("audio_end_ms"))
        case "conversation.item.deleted": .itemDeleted(try event.itemID())
        case "conversation.created":
            .conversationCreated(id: try event.object("conversation").optionalString("id"))
        default: nil
        }
    }

    private static func response(_ type: String, _ event: JSONReader) throws(JSONShapeError) -> ServerEvent? {
        switch type {
        case "response.created": .responseCreated(try event.required("response"))
        case "response.done":
            .responseDone(try event.finishedResponse())
        case "response.output_item.added":
            .outputItemAdded(
                try event.responseID(), outputIndex: try event.integer("output_index"),
                try event.required("item"))
        case "response.output_item.done":
            .outputItemDone(
                try event.responseID(), outputIndex: try event.integer("output_index"),
                try event.required("item"))
        case "output_audio_buffer.started": .outputAudioBufferStarted(try event.responseID())
        case "output_audio_buffer.stopped": .outputAudioBufferStopped(try event.responseID())
        case "output_audio_buffer.cleared": .outputAudioBufferCleared(try event.responseID())
        case "rate_limits.updated": .rateLimitsUpdated(try event.required("rate_limits"))
        default: nil
        }
    }

    private static func session(_ type: String, _ event: JSONReader) throws(JSONShapeError) -> ServerEvent? {
        switch type {
        case "error": .error(try event.required("error"))
        case "session.created": .sessionCreated(try event.required("session"))
        case "session.updated": .sessionUpdated(try event.required("session"))
        case "transcription_session.created": .sessionCreated(try event.transcriptionSession())
        case "transcription_session.updated": .sessionUpdated(try event.transcriptionSession())
        default: nil
        }
    }

    private static func mcp(_ type: String, _ event: JSONReader) throws(JSONShapeError) -> ServerEvent? {
        switch type {
        case "response.mcp_call_arguments.delta":
            return .mcpCallArgumentsDelta(
                try event.responseID(), try event.itemID(), outputIndex: try event.integer("output_index"),
                try event.string("delta"))
        case "response.mcp_call_arguments.done":
            return .mcpCallArgumentsDone(
                try event.responseID(), try event.itemID(), outputIndex: try event.integer("output_index"),
                try event.string("arguments"))
        default: break
        }
        for progress in [MCPProgress.inProgress, .completed, .failed] {
            if type == "response.mcp_call.\(progress.rawValue)" {
                return .mcpCall(try event.itemID(), outputIndex: try event.integer("output_index"), progress)
            }
            if type == "mcp_list_tools.\(progress.rawValue)" {
                return .mcpListTools(try event.itemID(), progress)
            }
        }
        return nil
    }
}

extension JSONReader {
    fileprivate func transcriptSoFar() throws(JSONShapeError) -> ServerEvent {
        .transcriptionUpdated(
            try itemID(), contentIndex: try optional("content_index") ?? 0,
            transcript: try string("transcript"))
    }

    fileprivate func itemID() throws(JSONShapeError) -> ItemID { ItemID(try string("item_id")) }
    fileprivate func responseID() throws(JSONShapeError) -> ResponseID {
        ResponseID(try string("response_id"))
    }
    fileprivate func previousItemID() throws(JSONShapeError) -> ItemID? {
        try optionalString("previous_item_id").map(ItemID.init)
    }

    fileprivate func partLocation() throws(JSONShapeError) -> PartLocation {
        PartLocation(
            responseID: try responseID(), itemID: try itemID(), outputIndex: try integer("output_index"),
            contentIndex: try integer("content_index"))
    }

    fileprivate func callLocation() throws(JSONShapeError) -> CallLocation {
        CallLocation(
            responseID: try responseID(), itemID: try itemID(),
            outputIndex: try optional("output_index") ?? 0, callID: try required("call_id"))
    }

    fileprivate func segment() throws(JSONShapeError) -> TranscriptionSegment {
        TranscriptionSegment(
            id: try string("id"), speaker: try string("speaker"), text: try string("text"),
            start: try number("start"), end: try number("end"))
    }

    /// It answers no client event, so it names none.
    fileprivate func transcriptionError() throws(JSONShapeError) -> ErrorDetail {
        var error: ErrorDetail = try required("error")
        error.eventID = nil
        return error
    }

    fileprivate func transcriptionSession() throws(JSONShapeError) -> Session {
        var session: Session = try required("session")
        session.configuration = session.configuration.asTranscription
        return session
    }

    fileprivate func finishedResponse() throws(JSONShapeError) -> Response {
        var response: Response = try required("response")
        if response.usage == nil { response.usage = usage() }
        return response
    }
}
