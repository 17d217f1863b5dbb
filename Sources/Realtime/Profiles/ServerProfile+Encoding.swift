public import JSONValues

// What a client sends, in a server's words.

extension ServerProfile {
    /// One text frame. Nothing but session, response and item differs from server to server.
    /// - Parameter model: what the session is asked of, told there where the URL does not tell it.
    public func encode(_ message: ClientMessage, model: String? = nil) -> JSON {
        let (type, members): (String, [(String, JSON?)])
        switch message.event {
        case .sessionUpdate(var session):
            if address == .session, let model { session.model = .value(model) }
            (type, members) = ("session.update", [("session", encode(session))])
        case .responseCreate(let parameters):
            let response = encode(parameters)
            (type, members) = ("response.create", [("response", response.unlessEmpty)])
        case .itemCreate(let item, let place):
            let event = ClientEvent.itemCreate(item, after: placesItems ? place : .end)
            (type, members) = (event.wire.type, event.wire.members.map { ($0.0, isFlat ? $0.1?.beta : $0.1) })
        default: (type, members) = message.event.wire
        }
        return .members([("type", .string(type)), ("event_id", message.eventID.map(JSON.string))] + members)
    }

    private var isFlat: Bool {
        switch shape {
        case .flat: true
        case .nested, .mixed: false
        }
    }

    private func encode(_ session: SessionConfiguration) -> JSON {
        var session = session
        if inputRate != 24_000, case .value(.pcm) = session.input.format {
            session.input.format = .value(.pcm(rate: inputRate))
        }
        switch shape {
        case .nested:
            var json = session.json
            if let tools = session.tools.value { json["tools"] = encode(tools) }
            return json
        case .flat(let pcm): return flat(session, pcm)
        case .mixed: return mixed(session)
        }
    }

    private func encode(_ tools: [Tool]) -> JSON {
        .array(
            tools.map { tool in
                guard nestsFunctions, case .function = tool else { return tool.json }
                var function = tool.json
                function["type"] = nil
                return ["type": "function", "function": function]
            })
    }

    private func encode(_ parameters: ResponseParameters) -> JSON {
        var parameters = parameters
        if !echoesMetadata { parameters.metadata = [:] }
        var json = parameters.json
        if let tools = parameters.tools { json["tools"] = encode(tools) }
        guard case .flat(let pcm) = shape else { return json }
        json["output_modalities"] = nil
        json["modalities"] = parameters.outputModalities.map(modalities)
        json["audio"] = nil
        json["voice"] = parameters.voice?.json
        json["output_audio_format"] = parameters.format.map { .string($0.flatName(pcm: pcm)) }
        json["max_output_tokens"] = nil
        json["max_response_output_tokens"] = parameters.maxOutputTokens?.json
        json["input"] = parameters.input?.json.beta
        return json
    }
}

// Sessions.
extension ServerProfile {
    /// Sound never comes without text here.
    private func modalities(_ wanted: [Modality]) -> JSON {
        wanted.contains(.audio) ? ["text", "audio"] : ["text"]
    }

    private func flat(_ session: SessionConfiguration, _ pcm: String) -> JSON {
        .members([
            ("model", session.model.json), ("modalities", session.outputModalities.value.map(modalities)),
            ("instructions", session.instructions.json), ("voice", session.output.voice.json),
            ("input_audio_format", session.input.format.flat(pcm: pcm)),
            ("output_audio_format", session.output.format.flat(pcm: pcm)),
            ("input_audio_transcription", session.input.transcription.json),
            ("input_audio_noise_reduction", session.input.noiseReduction.json),
            ("turn_detection", session.input.turnDetection.json), ("tools", session.tools.value.map(encode)),
            ("tool_choice", session.toolChoice.json), ("speed", session.output.speed.json),
            ("max_response_output_tokens", session.maxOutputTokens.json),
        ])
    }

    /// No output modalities: it always speaks. "Off" is a detection without a type.
    private func mixed(_ session: SessionConfiguration) -> JSON {
        let detection: JSON? =
            switch session.input.turnDetection {
            case .absent: nil
            case .null: ["type": .null]
            case .value(let detection): detection.json
            }
        let input: JSON = .members([
            ("format", session.input.format.json), ("transcription", session.input.transcription.json),
        ])
        let output: JSON = .members([("format", session.output.format.json)])
        let audio: JSON = .members([
            ("input", input.unlessEmpty), ("output", output.unlessEmpty),
        ])
        return .members([
            ("instructions", session.instructions.json), ("voice", session.output.voice.json),
            ("turn_detection", detection), ("audio", audio.unlessEmpty),
            ("tools", session.tools.value.map(encode)), ("tool_choice", session.toolChoice.json),
            ("reasoning", session.reasoningEffort.value.map { ["effort": .string($0)] }),
        ])
    }
}

extension Field where Value == AudioFormat {
    fileprivate func flat(pcm: String) -> JSON? { value.map { .string($0.flatName(pcm: pcm)) } }
}

extension AudioFormat {
    fileprivate func flatName(pcm: String) -> String {
        switch self {
        case .pcm: pcm
        case .pcmu: "g711_ulaw"
        case .pcma: "g711_alaw"
        case .other(let name): name
        }
    }
}

extension JSON {
    /// `nil` for an object without members, which then is left out. (A bare `nil` beside a JSON value is JSON's null.)
    var unlessEmpty: JSON? { self == [:] ? Optional.none : .some(self) }

    /// Items with the beta's names for what an assistant says.
    fileprivate var beta: JSON {
        switch self {
        case .array(let elements): .array(elements.map(\.beta))
        case .object where self["type"] == "output_text": renamed("text")
        case .object where self["type"] == "output_audio": renamed("audio")
        case .object:
            if let content = self["content"] { with("content", content.beta) } else { self }
        case .null, .bool, .integer, .real, .string: self
        }
    }

    private func renamed(_ type: JSON) -> JSON { with("type", type) }

    private func with(_ key: String, _ value: JSON) -> JSON {
        var json = self
        json[key] = value
        return json
    }
}
