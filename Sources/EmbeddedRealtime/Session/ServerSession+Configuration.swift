import JSONValues
import Realtime

// The session's configuration: complete from the start, changed by parts.

extension SessionConfiguration {
    /// What OpenAI's server starts with, but for the silence, of which it shows two values.
    static func standard(_ setup: ServerSession.Setup, kind: Kind) -> SessionConfiguration {
        var standard = SessionConfiguration(kind: kind)
        standard.include = .null
        standard.input.format = .value(.standard)
        standard.input.transcription =
            kind == .transcription ? .value(InputTranscription(model: "moonshine-tiny")) : .null
        standard.input.noiseReduction = .null
        standard.input.turnDetection = .value(.serverVAD(.standard))
        guard kind == .realtime else { return standard }
        standard.model = .value(setup.model)
        standard.instructions = .value(setup.instructions)
        standard.outputModalities = .value([.audio])
        standard.output.format = .value(.standard)
        standard.output.voice = .value(.named(setup.voice))
        standard.output.speed = .value(1)
        standard.tools = .value([])
        standard.toolChoice = .value(.auto)
        standard.maxOutputTokens = .value(.unlimited)
        standard.truncation = .value(.auto)
        standard.tracing = .null
        standard.prompt = .null
        return standard
    }
}

extension TurnDetection.ServerVAD {
    static let standard = TurnDetection.ServerVAD(
        threshold: 0.5, prefixPadding: .milliseconds(300), silence: .milliseconds(500), createResponse: true,
        interruptResponse: true)

    func completed(from before: TurnDetection.ServerVAD) -> Self {
        TurnDetection.ServerVAD(
            threshold: threshold ?? before.threshold, prefixPadding: prefixPadding ?? before.prefixPadding,
            silence: silence ?? before.silence, idleTimeout: idleTimeout ?? before.idleTimeout,
            createResponse: createResponse ?? before.createResponse,
            interruptResponse: interruptResponse ?? before.interruptResponse)
    }
}

extension ServerSession {
    var session: Session {
        Session(
            id: id, expiresAt: setup.startedAt + Int(setup.lifetime / .seconds(1)),
            configuration: configuration)
    }

    var turnDetection: TurnDetection? { configuration.input.turnDetection.value }
    var inputFormat: AudioFormat { configuration.input.format.value ?? .standard }
    var voice: String { (configuration.output.voice.value ?? .named(setup.voice)).name }

    mutating func apply(_ update: SessionConfiguration) throws(ErrorDetail) {
        var update = update
        if update.kind != configuration.kind { try become(update.kind) }
        if let voice = update.output.voice.value, hasSpoken, voice.name != self.voice {
            throw .invalid(
                "Cannot update a conversation's voice if assistant audio is present.",
                code: "cannot_update_voice",
                param: "session.audio.output.voice")
        }
        if update.instructions.value?.isEmpty == true { update.instructions = .value(setup.instructions) }
        update.ignoreNulls()
        complete(&update.input.turnDetection)
        let before = (inputFormat, turnDetection, voice)
        configuration.apply(update)
        if inputFormat != before.0 { restartInput() }
        if turnDetection != before.1 { applyTurnDetection() }
        send(.sessionUpdated(session))
        if voice != before.2 { prepareVoice() }
    }

    /// A connection can still decide to be the other kind while nothing has happened on it.
    private mutating func become(_ kind: SessionConfiguration.Kind) throws(ErrorDetail) {
        guard conversation.isEmpty, responses.isEmpty, input.count == 0 else {
            throw .invalid(
                "The session's type cannot change once it is in use.", code: "invalid_value",
                param: "session.type")
        }
        configuration = .standard(setup, kind: kind)
        applyTurnDetection()
    }

    /// What an update leaves open stays as it was, or is the standard's.
    private func complete(_ update: inout Field<TurnDetection>) {
        switch update.value {
        case .serverVAD(let vad):
            if case .serverVAD(let before) = turnDetection {
                update = .value(.serverVAD(vad.completed(from: before).completed(from: .standard)))
            } else {
                update = .value(.serverVAD(vad.completed(from: .standard)))
            }
        case .semanticVAD(let vad):
            var before = TurnDetection.SemanticVAD(
                eagerness: .auto, createResponse: true, interruptResponse: true)
            if case .semanticVAD(let vad) = turnDetection { before = vad }
            update = .value(
                .semanticVAD(
                    TurnDetection.SemanticVAD(
                        eagerness: vad.eagerness ?? before.eagerness,
                        createResponse: vad.createResponse ?? before.createResponse,
                        interruptResponse: vad.interruptResponse ?? before.interruptResponse)))
        case .other, nil: break
        }
    }

    mutating func prepareVoice() {
        if configuration.outputModalities.value == [.audio] { actions.append(.prepare(voice: voice)) }
    }

    mutating func applyTurnDetection() {
        endpointing.settings = Endpointing.Settings(turnDetection)
        if turnDetection == nil { endUtterance() }
    }
}

extension SessionConfiguration {
    /// Fields that cannot be nothing: some clients send null for "as it is".
    fileprivate mutating func ignoreNulls() {
        instructions.ignoreNull()
        outputModalities.ignoreNull()
        input.format.ignoreNull()
        output.format.ignoreNull()
        output.voice.ignoreNull()
        output.speed.ignoreNull()
        tools.ignoreNull()
        toolChoice.ignoreNull()
        maxOutputTokens.ignoreNull()
        truncation.ignoreNull()
    }
}

extension Field {
    fileprivate mutating func ignoreNull() {
        if case .null = self { self = .absent }
    }
}

extension Voice {
    /// A voice made for somebody's account is unknown here, and gets one like any other unknown name.
    var name: String {
        switch self {
        case .named(let name): name
        case .custom(let id): id
        }
    }
}

extension Endpointing.Settings {
    init(_ detection: TurnDetection?) {
        self.init()
        switch detection {
        case .serverVAD(let vad):
            threshold = vad.threshold.map(Float.init) ?? threshold
            prefixPadding = vad.prefixPadding ?? prefixPadding
            silence = vad.silence ?? silence
        case .semanticVAD(let vad):
            // No model judges here whether a sentence is finished; patience does.
            switch vad.eagerness {
            case .low: silence = .milliseconds(1_000)
            case .medium, .auto, nil: silence = .milliseconds(600)
            case .high: silence = .milliseconds(350)
            }
        case .other, nil: break
        }
    }
}
