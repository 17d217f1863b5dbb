import JSONValues

// The same event in the words of other servers.

extension JSON {
    /// Only the type is left.
    var emptied: JSON { map { key, value in key == "type" ? value : .null } }

    /// Whatever the reference does not demand is null, to any depth, beside a member that nobody knows.
    var withNulls: JSON { nulled(isResponse: false) }

    private func nulled(isResponse: Bool) -> JSON {
        var json = map { key, value in
            if key == "status" { return isResponse ? value : .null }
            guard Self.demanded.contains(key) else { return .null }
            return value.objectValue == nil ? value : value.nulled(isResponse: key == "response")
        }
        json["novelty"] = .null
        return json
    }

    private static let demanded: Set<String> = [
        "type", "event_id", "id", "item", "response", "session", "part", "error", "message", "role", "name",
        "item_id", "response_id", "call_id", "output_index", "content_index", "delta", "transcript", "text",
        "arguments", "audio_start_ms", "audio_end_ms", "rate_limits",
    ]

    /// As servers of the beta protocol say it; `nil` for what they do not say.
    var inBeta: JSON? {
        guard let type = self["type"]?.stringValue, type != "conversation.item.done" else { return nil }
        var json = self
        json["type"] = .string(Self.betaNames[type] ?? type)
        if let session = self["session"] {
            json["session"] = session.asBetaSession
            if session["type"] == "transcription" { json["type"] = .string("transcription_\(type)") }
        }
        if type == "response.function_call_arguments.done" { json["name"] = nil }
        if let item = self["item"] { json["item"] = item.asBetaItem }
        return json
    }

    private static let betaNames = [
        "response.output_audio.delta": "response.audio.delta",
        "response.output_audio.done": "response.audio.done",
        "response.output_audio_transcript.delta": "response.audio_transcript.delta",
        "response.output_audio_transcript.done": "response.audio_transcript.done",
        "response.output_text.delta": "response.text.delta",
        "response.output_text.done": "response.text.done",
        "conversation.item.added": "conversation.item.created",
    ]

    private var asBetaSession: JSON {
        var json = self
        json["type"] = nil
        json["audio"] = nil
        json["output_modalities"] = nil
        json["modalities"] = ["audio", "text"]
        json["input_audio_format"] = "pcm16"
        json["output_audio_format"] = "pcm16"
        json["turn_detection"] = self["audio"]?["input"]?["turn_detection"] ?? .null
        return json
    }

    private var asBetaItem: JSON {
        guard let content = self["content"]?.arrayValue else { return self }
        var json = self
        json["content"] = .array(
            content.map { part in
                var part = part
                if part["type"] == "output_audio" { part["type"] = "audio" }
                if part["type"] == "output_text" { part["type"] = "text" }
                return part
            })
        return json
    }

    private func map(_ change: (String, JSON) -> JSON) -> JSON {
        guard let reader = try? JSONReader(self) else { return self }
        return .members(reader.keys.map { key in (key, reader[key].map { change(key, $0) }) })
    }
}
