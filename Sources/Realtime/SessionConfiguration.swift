public import JSONValues

/// What `session.update` says: only the fields present change, the rest stays as it is.
///
/// A transcription session has only ``input`` and ``include``; nothing else of it is sent.
public struct SessionConfiguration: Equatable, Sendable {
    public enum Kind: String, Sendable { case realtime, transcription }

    public var kind: Kind
    /// Fixed when the connection opens; servers ignore another one.
    public var model: Field<String> = .absent
    /// Empty text brings back the server's own default prompt.
    public var instructions: Field<String> = .absent
    /// Exactly one; both is an older dialect's.
    public var outputModalities: Field<[Modality]> = .absent
    public var input = InputAudio()
    public var output = OutputAudio()
    public var tools: Field<[Tool]> = .absent
    public var toolChoice: Field<ToolChoice> = .absent
    public var parallelToolCalls: Field<Bool> = .absent
    /// `minimal` … `xhigh`, for models that reason.
    public var reasoningEffort: Field<String> = .absent
    public var maxOutputTokens: Field<TokenLimit> = .absent
    public var truncation: Field<Truncation> = .absent
    /// More to be sent: `item.input_audio_transcription.logprobs`.
    public var include: Field<[String]> = .absent
    /// Passed on as they are.
    public var tracing: Field<JSON> = .absent
    public var prompt: Field<JSON> = .absent

    public init(kind: Kind = .realtime) { self.kind = kind }

    public struct InputAudio: Equatable, Sendable {
        public var format: Field<AudioFormat> = .absent
        public var transcription: Field<InputTranscription> = .absent
        public var turnDetection: Field<TurnDetection> = .absent
        public var noiseReduction: Field<NoiseReduction> = .absent
        public init() {}
    }

    public struct OutputAudio: Equatable, Sendable {
        public var format: Field<AudioFormat> = .absent
        public var voice: Field<Voice> = .absent
        /// 0.25 to 1.5.
        public var speed: Field<Double> = .absent
        public init() {}
    }
}

extension SessionConfiguration {
    /// Takes over every field that `update` has. `kind` and `model` are fixed for a connection and stay.
    public mutating func apply(_ update: SessionConfiguration) {
        instructions.apply(update.instructions)
        outputModalities.apply(update.outputModalities)
        input.format.apply(update.input.format)
        input.transcription.apply(update.input.transcription)
        input.turnDetection.apply(update.input.turnDetection)
        input.noiseReduction.apply(update.input.noiseReduction)
        output.format.apply(update.output.format)
        output.voice.apply(update.output.voice)
        output.speed.apply(update.output.speed)
        tools.apply(update.tools)
        toolChoice.apply(update.toolChoice)
        parallelToolCalls.apply(update.parallelToolCalls)
        reasoningEffort.apply(update.reasoningEffort)
        maxOutputTokens.apply(update.maxOutputTokens)
        truncation.apply(update.truncation)
        include.apply(update.include)
        tracing.apply(update.tracing)
        prompt.apply(update.prompt)
    }
}
