extension ClientMessage {
    /// What a Realtime server refuses although every field has its shape, as the errors it answers with; empty
    /// for a message that may be sent.
    ///
    /// The limits are OpenAI's: lengths of ids, 16 pairs of metadata, exactly one modality, 24 kHz, ranges of
    /// numbers, which content a role may have.
    public var violations: [ErrorDetail] {
        var findings = Findings(eventID: eventID)
        findings.limit(eventID, to: 512, "event_id")
        switch event {
        case .sessionUpdate(let session): findings.check(session)
        case .responseCreate(let parameters): findings.check(parameters)
        case .itemCreate(let item, _): findings.check(item, at: "item")
        case .inputAudioAppend(let base64):
            if base64.utf8.count > 20 << 20 {
                findings.report("string_above_max_length", "audio", "is longer than 15 MiB of sound")
            }
        case .itemTruncate(_, let contentIndex, let audioEnd):
            findings.range(audioEnd.wireMilliseconds, 0...Int.max, "audio_end_ms")
            findings.range(contentIndex, 0...Int.max, "content_index")
        case .inputAudioCommit, .inputAudioClear, .itemRetrieve, .itemDelete, .responseCancel,
            .outputAudioClear, .unknown:
            break
        }
        return findings.errors
    }
}

private struct Findings {
    let eventID: String?
    var errors: [ErrorDetail] = []

    init(eventID: String?) { self.eventID = eventID }

    mutating func report(_ code: String, _ param: String, _ complaint: String) {
        errors.append(
            ErrorDetail(
                type: "invalid_request_error", code: code, message: "'\(param)' \(complaint).", param: param,
                eventID: eventID))
    }

    mutating func limit(_ text: String?, to length: Int, _ param: String) {
        guard let text, text.unicodeScalars.count > length else { return }
        report("string_above_max_length", param, "is longer than \(length) characters")
    }

    mutating func range<Number: Comparable>(
        _ number: Number?, _ allowed: ClosedRange<Number>, _ param: String
    ) {
        guard let number, !allowed.contains(number) else { return }
        report("invalid_value", param, "must be in \(allowed.lowerBound)...\(allowed.upperBound)")
    }
}

extension Findings {
    mutating func check(_ session: SessionConfiguration) {
        one(of: session.outputModalities.value, "session.output_modalities")
        tokens(session.maxOutputTokens.value, "session.max_output_tokens")
        known(session.input.format.value, "session.audio.input.format")
        known(session.output.format.value, "session.audio.output.format")
        range(session.output.speed.value, 0.25...1.5, "session.audio.output.speed")
        guard case .serverVAD(let vad) = session.input.turnDetection.value else { return }
        range(vad.threshold, 0...1, "session.audio.input.turn_detection.threshold")
        range(
            vad.idleTimeout?.wireMilliseconds, 5_000...30_000,
            "session.audio.input.turn_detection.idle_timeout_ms")
    }

    mutating func check(_ parameters: ResponseParameters) {
        one(of: parameters.outputModalities, "response.output_modalities")
        tokens(parameters.maxOutputTokens, "response.max_output_tokens")
        known(parameters.format, "response.audio.output.format")
        if parameters.metadata.count > 16 {
            report("invalid_value", "response.metadata", "has more than 16 pairs")
        }
        for (key, value) in parameters.metadata.sorted(by: { $0.key < $1.key }) {
            limit(key, to: 64, "response.metadata")
            limit(value, to: 512, "response.metadata.\(key)")
        }
        for (index, item) in (parameters.input ?? []).enumerated() {
            check(item, at: "response.input[\(index)]")
        }
    }

    mutating func check(_ item: Item, at path: String) {
        limit(item.id?.description, to: 32, "\(path).id")
        switch item.body {
        case .message(let role, let content, _):
            for (index, part) in content.enumerated() where !part.maybeSent(as: role) {
                report(
                    "invalid_value", "\(path).content[\(index)].type", "is not for the role \(role.rawValue)")
            }
        case .functionCall(let call): limit(call.callID.description, to: 32, "\(path).call_id")
        case .functionCallOutput(let call, _): limit(call.description, to: 32, "\(path).call_id")
        case .reference where path == "item":
            report("invalid_value", "item.type", "may be item_reference only in response.input")
        case .reference, .other: break
        }
    }

    private mutating func one(of modalities: [Modality]?, _ param: String) {
        guard let modalities, modalities.count != 1 else { return }
        report("invalid_value", param, #"must be ["text"] or ["audio"]"#)
    }

    private mutating func tokens(_ limit: TokenLimit?, _ param: String) {
        guard case .limited(let count) = limit else { return }
        range(count, 1...4_096, param)
    }

    private mutating func known(_ format: AudioFormat?, _ param: String) {
        switch format {
        case nil, .standard, .pcmu, .pcma: break
        case .pcm: report("invalid_value", "\(param).rate", "must be 24000")
        case .other: report("invalid_value", "\(param).type", "must be audio/pcm, audio/pcmu or audio/pcma")
        }
    }
}

extension ItemContent {
    /// Nobody can put words into the model's mouth as sound, nor give the system a voice.
    fileprivate func maybeSent(as role: Item.Role) -> Bool {
        switch self {
        case .inputText: role != .assistant
        case .inputAudio, .inputImage: role == .user
        case .outputText: role == .assistant
        case .outputAudio, .other: false
        }
    }
}
