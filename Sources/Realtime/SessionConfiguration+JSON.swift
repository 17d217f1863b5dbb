import JSONValues

extension SessionConfiguration: WireValue {
    /// Reads GA's shape and, where that is silent, the flat one of the beta dialect, which xAI and Qwen speak.
    /// xAI leaves out `type`.
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        guard let kind = Kind(rawValue: try reader.optionalString("type") ?? "realtime") else {
            throw reader.mismatch("type", expected: "realtime or transcription")
        }
        self.init(kind: kind)
        let audio = try reader.optionalObject("audio")
        input = try InputAudio(audio?.optionalObject("input"), flat: reader)
        include = try reader.field("include")
        guard kind == .realtime else { return }
        output = try OutputAudio(audio?.optionalObject("output"), flat: reader)
        model = try reader.field("model")
        instructions = try reader.field("instructions")
        outputModalities = try reader.outputModalities()
        tools = try reader.field("tools")
        toolChoice = try reader.field("tool_choice")
        parallelToolCalls = try reader.field("parallel_tool_calls")
        reasoningEffort = try reader.reasoningEffort()
        maxOutputTokens = try reader.field("max_output_tokens")
            .otherwise(reader.field("max_response_output_tokens"))
        truncation = try reader.field("truncation")
        tracing = try reader.field("tracing")
        prompt = try reader.field("prompt")
    }

    var json: JSON {
        switch kind {
        case .realtime:
            .members([
                ("type", "realtime"), ("model", model.json), ("output_modalities", outputModalities.json),
                ("instructions", instructions.json), ("tools", tools.json), ("tool_choice", toolChoice.json),
                ("parallel_tool_calls", parallelToolCalls.json), ("reasoning", reasoningJSON),
                ("max_output_tokens", maxOutputTokens.json), ("tracing", tracing.json),
                ("truncation", truncation.json), ("prompt", prompt.json),
                ("audio", audioJSON([("input", input.json), ("output", output.json)])),
                ("include", include.json),
            ])
        case .transcription:
            .members([
                ("type", "transcription"), ("audio", audioJSON([("input", input.json)])),
                ("include", include.json),
            ])
        }
    }

    /// What the beta dialect tells by the event's name and not in the session.
    var asTranscription: SessionConfiguration {
        var session = SessionConfiguration(kind: .transcription)
        session.input = input
        session.include = include
        return session
    }

    /// Empty groups are left out.
    private func audioJSON(_ groups: [(String, JSON)]) -> JSON? {
        let spoken = groups.filter { $0.1 != [:] }
        return spoken.isEmpty ? nil : .members(spoken.map { ($0.0, $0.1) })
    }

    private var reasoningJSON: JSON? {
        switch reasoningEffort {
        case .absent: nil
        case .null: .null
        case .value(let effort): ["effort": .string(effort)]
        }
    }
}

extension SessionConfiguration.InputAudio {
    fileprivate init(_ input: JSONReader?, flat: JSONReader) throws(JSONShapeError) {
        format = try (input?.field("format") ?? .absent).otherwise(flat.betaFormat("input_audio_format"))
        transcription = try (input?.field("transcription") ?? .absent)
            .otherwise(flat.field("input_audio_transcription"))
        turnDetection = try (input?.turnDetection("turn_detection") ?? .absent)
            .otherwise(flat.turnDetection("turn_detection"))
        noiseReduction = try (input?.field("noise_reduction") ?? .absent)
            .otherwise(flat.field("input_audio_noise_reduction"))
    }

    fileprivate var json: JSON {
        .members([
            ("format", format.json), ("transcription", transcription.json),
            ("noise_reduction", noiseReduction.json), ("turn_detection", turnDetection.json),
        ])
    }
}

extension SessionConfiguration.OutputAudio {
    fileprivate init(_ output: JSONReader?, flat: JSONReader) throws(JSONShapeError) {
        format = try (output?.field("format") ?? .absent).otherwise(flat.betaFormat("output_audio_format"))
        voice = try (output?.field("voice") ?? .absent).otherwise(flat.field("voice"))
        speed = try (output?.field("speed") ?? .absent).otherwise(flat.field("speed"))
    }

    fileprivate var json: JSON {
        .members([("format", format.json), ("voice", voice.json), ("speed", speed.json)])
    }
}

/// `audio.output` of a response, which the beta dialect does without.
extension JSONReader? {
    func format(flat: JSONReader) throws(JSONShapeError) -> AudioFormat? {
        try (self?.field("format") ?? .absent).otherwise(flat.betaFormat("output_audio_format")).value
    }

    func voice(flat: JSONReader) throws(JSONShapeError) -> Voice? {
        try (self?.field("voice") ?? .absent).otherwise(flat.field("voice")).value
    }
}

extension Field {
    func otherwise(_ other: Field) -> Field { isAbsent ? other : self }
}

extension JSONReader {
    /// xAI writes "not specified" where a format would stand.
    func betaFormat(_ key: String) throws(JSONShapeError) -> Field<AudioFormat> {
        self[key] == "not specified" ? .absent : try field(key)
    }

    func outputModalities() throws(JSONShapeError) -> Field<[Modality]> {
        let spoken: Field<[Modality]> = try field("output_modalities")
        let beta: Field<[Modality]> = try field("modalities")
        return spoken.otherwise(beta.value.map { .value(Modality.beta($0)) } ?? beta)
    }

    func reasoningEffort() throws(JSONShapeError) -> Field<String> {
        guard let reasoning = self["reasoning"] else { return .absent }
        return reasoning.isNull ? .null : try object("reasoning").field("effort")
    }
}
