import JSONValues

extension ServerProfile {
    /// What an ear is asked to do here.
    /// - Parameter wish: a transcription session's configuration.
    public func ear(_ wish: SessionConfiguration) -> SessionConfiguration {
        switch ear {
        case .transcription: return wish
        case .conversation(let transcriber):
            var session = SessionConfiguration(kind: .realtime)
            session.input = wish.input
            session.input.transcription =
                wish.input.transcription.value.map {
                    .value($0.understood(by: transcriber))
                } ?? wish.input.transcription
            // An answer that begins all the same is cancelled like any that nobody asked for.
            if let detection = wish.input.turnDetection.value {
                session.input.turnDetection = .value(detection.withoutAnswers)
            }
            session.output.format = .value(.standard)
            return session
        }
    }
}

extension InputTranscription {
    /// The model that callers' words are asked of unless another one is chosen. OpenAI's own: to other vendors the
    /// name means nothing.
    public static let defaultModel = "gpt-realtime-whisper"

    fileprivate func understood(by transcriber: String?) -> InputTranscription {
        guard model == Self.defaultModel else { return self }
        var other = self
        other.model = transcriber
        return other
    }
}

extension TurnDetection {
    /// Tells when a voice begins and ends, and leaves it at that.
    var withoutAnswers: TurnDetection {
        switch self {
        case .serverVAD(var vad):
            vad.createResponse = false
            vad.interruptResponse = false
            return .serverVAD(vad)
        case .semanticVAD(var vad):
            vad.createResponse = false
            vad.interruptResponse = false
            return .semanticVAD(vad)
        case .other(var json):
            guard json.objectValue != nil else { return self }
            json["create_response"] = false
            json["interrupt_response"] = false
            return .other(json)
        }
    }
}
