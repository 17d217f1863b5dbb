import JSONValues

typealias WireMembers = [(String, JSON?)]

extension ServerEvent {
    /// Always GA's names, whatever dialect the event was read from. One flat table, so that the compiler
    /// says which event is missing.
    var wire: (type: String, members: WireMembers) {
        switch self {
        case .error(let detail): ("error", [("error", detail.json)])
        case .sessionCreated(let session): ("session.created", [("session", session.json)])
        case .sessionUpdated(let session): ("session.updated", [("session", session.json)])
        case .conversationCreated(let id):
            (
                "conversation.created",
                [("conversation", .members([("id", id?.json), ("object", "realtime.conversation")]))]
            )

        case .itemAdded(let item, let previous): ("conversation.item.added", placed(item, previous))
        case .itemDone(let item, let previous): ("conversation.item.done", placed(item, previous))
        case .itemRetrieved(let item): ("conversation.item.retrieved", [("item", item.json)])
        case .itemTruncated(let id, let index, let end):
            ("conversation.item.truncated", spoken(id, index) + [("audio_end_ms", end.json)])
        case .itemDeleted(let id): ("conversation.item.deleted", [("item_id", id.json)])

        case .transcriptionDelta(let id, let index, let delta):
            (transcription("delta"), spoken(id, index) + [("delta", delta.json)])
        case .transcriptionUpdated(let id, let index, let text):
            (transcription("updated"), spoken(id, index) + [("transcript", text.json)])
        case .transcriptionCompleted(let id, let index, let text, let usage):
            (
                transcription("completed"),
                spoken(id, index) + [("transcript", text.json), ("usage", usage?.json)]
            )
        case .transcriptionSegment(let id, let index, let segment):
            (transcription("segment"), spoken(id, index) + segment.members)
        case .transcriptionFailed(let id, let index, let error):
            (transcription("failed"), spoken(id, index) + [("error", error.withoutEventID)])

        case .inputAudioCommitted(let id, let previous):
            (
                "input_audio_buffer.committed",
                [("previous_item_id", previous?.json ?? .null), ("item_id", id.json)]
            )
        case .inputAudioCleared: ("input_audio_buffer.cleared", [])
        case .speechStarted(let id, let start):
            ("input_audio_buffer.speech_started", [("audio_start_ms", start.json), ("item_id", id.json)])
        case .speechStopped(let id, let end):
            ("input_audio_buffer.speech_stopped", [("audio_end_ms", end.json), ("item_id", id.json)])
        case .inputAudioTimedOut(let id, let start, let end):
            (
                "input_audio_buffer.timeout_triggered",
                [("audio_start_ms", start.json), ("audio_end_ms", end.json), ("item_id", id.json)]
            )
        case .dtmfReceived(let key, let second):
            ("input_audio_buffer.dtmf_event_received", [("event", key.json), ("received_at", second.json)])

        case .responseCreated(let response): ("response.created", [("response", response.json)])
        case .responseDone(let response): ("response.done", [("response", response.json)])
        case .outputItemAdded(let response, let index, let item):
            ("response.output_item.added", output(response, index) + [("item", item.json)])
        case .outputItemDone(let response, let index, let item):
            ("response.output_item.done", output(response, index) + [("item", item.json)])
        case .contentPartAdded(let place, let part):
            ("response.content_part.added", place.members + [("part", part.json)])
        case .contentPartDone(let place, let part):
            ("response.content_part.done", place.members + [("part", part?.json)])
        case .outputTextDelta(let place, let delta):
            ("response.output_text.delta", place.members + [("delta", delta.json)])
        case .outputTextDone(let place, let text):
            ("response.output_text.done", place.members + [("text", text.json)])
        case .outputAudioDelta(let place, let base64):
            ("response.output_audio.delta", place.members + [("delta", base64.json)])
        case .outputAudioDone(let place): ("response.output_audio.done", place.members)
        case .outputTranscriptDelta(let place, let delta):
            ("response.output_audio_transcript.delta", place.members + [("delta", delta.json)])
        case .outputTranscriptDone(let place, let text):
            ("response.output_audio_transcript.done", place.members + [("transcript", text.json)])
        case .functionCallArgumentsDelta(let place, let delta):
            ("response.function_call_arguments.delta", place.members + [("delta", delta.json)])
        case .functionCallArgumentsDone(let place, let name, let arguments):
            (
                "response.function_call_arguments.done",
                place.members + [("name", name?.json), ("arguments", arguments.json)]
            )

        case .mcpCallArgumentsDelta(let response, let item, let index, let delta):
            (
                "response.mcp_call_arguments.delta",
                output(response, index) + [("item_id", item.json), ("delta", delta.json)]
            )
        case .mcpCallArgumentsDone(let response, let item, let index, let arguments):
            (
                "response.mcp_call_arguments.done",
                output(response, index) + [("item_id", item.json), ("arguments", arguments.json)]
            )
        case .mcpCall(let item, let index, let progress):
            (
                "response.mcp_call.\(progress.rawValue)",
                [("item_id", item.json), ("output_index", index.json)]
            )
        case .mcpListTools(let item, let progress):
            ("mcp_list_tools.\(progress.rawValue)", [("item_id", item.json)])

        case .outputAudioBufferStarted(let id): ("output_audio_buffer.started", [("response_id", id.json)])
        case .outputAudioBufferStopped(let id): ("output_audio_buffer.stopped", [("response_id", id.json)])
        case .outputAudioBufferCleared(let id): ("output_audio_buffer.cleared", [("response_id", id.json)])
        case .rateLimitsUpdated(let limits): ("rate_limits.updated", [("rate_limits", limits.json)])
        case .unknown(let type): (type, [])
        }
    }
}

private func transcription(_ stage: String) -> String {
    "conversation.item.input_audio_transcription.\(stage)"
}

private func placed(_ item: Item, _ previous: ItemID?) -> WireMembers {
    [("previous_item_id", previous?.json ?? .null), ("item", item.json)]
}

private func spoken(_ item: ItemID, _ contentIndex: Int) -> WireMembers {
    [("item_id", item.json), ("content_index", contentIndex.json)]
}

private func output(_ response: ResponseID, _ index: Int) -> WireMembers {
    [("response_id", response.json), ("output_index", index.json)]
}

extension PartLocation {
    fileprivate var members: WireMembers {
        [
            ("response_id", responseID.json), ("item_id", itemID.json), ("output_index", outputIndex.json),
            ("content_index", contentIndex.json),
        ]
    }
}

extension CallLocation {
    fileprivate var members: WireMembers {
        [
            ("response_id", responseID.json), ("item_id", itemID.json), ("output_index", outputIndex.json),
            ("call_id", callID.json),
        ]
    }
}

extension TranscriptionSegment {
    fileprivate var members: WireMembers {
        [
            ("id", id.json), ("speaker", speaker.json), ("start", start.json), ("end", end.json),
            ("text", text.json),
        ]
    }
}
