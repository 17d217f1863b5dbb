public import Realtime

/// One connection to the embedded server, as a value: what the client asks and what the engines find out goes in, what
/// to tell the client and what to ask the engines comes out.
///
/// It knows no socket, no thread and no clock. Its owner repeats one cycle: hand in one event, carry out every action in
/// order, wake it at ``nextDeadline``. Engines may answer late or never; what nobody waits for any more is ignored.
public struct ServerSession: Sendable {
    public struct Setup: Sendable {
        /// From the URL's query; fixed for the connection.
        public var model: String
        public var kind: SessionConfiguration.Kind
        /// What the session starts with, and falls back to when it is told an empty text.
        public var instructions: String
        public var voice: String
        /// Ends the session, as OpenAI's end after 60 minutes.
        public var lifetime: Duration
        /// Seconds since 1970, for `expires_at`.
        public var startedAt: Int
        /// Of the names of events and items.
        public var seed: UInt64

        public init(
            model: String, kind: SessionConfiguration.Kind = .realtime, instructions: String, voice: String,
            lifetime: Duration = .seconds(3_600), startedAt: Int, seed: UInt64
        ) {
            self.model = model
            self.kind = kind
            self.instructions = instructions
            self.voice = voice
            self.lifetime = lifetime
            self.startedAt = startedAt
            self.seed = seed
        }
    }

    let setup: Setup
    let id: String
    let conversationID: String
    var names: Names
    var configuration: SessionConfiguration
    var conversation = Conversation()
    var input: InputAudio
    var endpointing = Endpointing()
    var utterance: LiveUtterance?
    var transcriptions = Transcriptions()
    /// In the order they were created; at most one of them is in the default conversation.
    var responses: [LiveResponse] = []
    /// What the last response's input was made of: the part of it that comes again is cached.
    var lastInput: [InputCost] = []
    /// Speech has been heard of this session, so its voice is fixed.
    var hasSpoken = false
    /// Voice activity detection cannot work on this machine, and the client was told.
    var isDeaf = false
    var hasEnded = false
    var idleDeadline: Duration?
    var actions: [Action] = []

    public init(_ setup: Setup) {
        var names = Names(seed: setup.seed)
        self.setup = setup
        id = names.next("sess_")
        conversationID = names.next("conv_")
        configuration = .standard(setup, kind: setup.kind)
        input = InputAudio(format: .standard)
        self.names = names
    }

    /// When to hand in ``Event/deadlinePassed`` if nothing happens before; counted from the session's start.
    public var nextDeadline: Duration? {
        hasEnded ? nil : min(setup.lifetime, idleDeadline ?? setup.lifetime)
    }

    /// - Parameter now: since the session's start.
    public mutating func handle(_ event: Event, at now: Duration) -> [Action] {
        guard !hasEnded else { return [] }
        switch event {
        case .opened: open()
        case .client(let message): receive(message, at: now)
        case .refused(let fault, let eventID): refuse(fault, eventID)
        case .voiceActivity(let generation, let result): judge(result, of: generation, at: now)
        case .transcribed(let id, let result): settle(id, result)
        case .thought(let id, let expression): express(expression, of: id, at: now)
        case .spoken(let id, let result): pronounced(result, of: id, at: now)
        case .deadlinePassed: deadlinePassed(at: now)
        }
        defer { actions.removeAll(keepingCapacity: true) }
        return actions
    }
}

extension ServerSession {
    public enum Event: Sendable {
        /// The connection stands.
        case opened
        case client(ClientMessage)
        /// A frame that is no event, and what is wrong with it.
        case refused(ErrorDetail, eventID: String?)
        /// One probability per 32 ms; `generation` as in ``Action/detect(generation:_:rate:)``.
        case voiceActivity(generation: Int, Result<[Float], SpeechError>)
        case transcribed(TranscriptionID, Result<String, SpeechError>)
        case thought(ResponseID, Expression)
        /// The sound of the sentence last asked for.
        case spoken(ResponseID, Result<[Int16], SpeechError>)
        case deadlinePassed
    }

    public enum Action: Equatable, Sendable {
        case send(ServerMessage)
        /// Look for speech in the next samples of the stream. A new generation is a new stream.
        case detect(generation: Int, [Int16], rate: Int)
        case transcribe(TranscriptionID, [Int16], rate: Int, isFinal: Bool)
        case think(ResponseID, Thought)
        case speak(ResponseID, String, voice: String, speed: Double, rate: Int)
        /// Nobody waits for thoughts or sound of this response any more.
        case forget(ResponseID)
        /// A voice that is likely to be needed soon.
        case prepare(voice: String)
        case close(code: Int, reason: String)
    }

    /// Counts recognitions of one session.
    public struct TranscriptionID: Hashable, Sendable {
        let number: Int
    }
}

// MARK: - What everything else is made of

extension ServerSession {
    mutating func send(_ event: ServerEvent) {
        actions.append(.send(ServerMessage(eventID: names.next("event_"), event)))
    }

    mutating func refuse(_ fault: ErrorDetail, _ eventID: String?) {
        var fault = fault
        fault.eventID = eventID
        send(.error(fault))
    }

    private mutating func open() {
        send(.sessionCreated(session))
        if configuration.kind == .realtime { prepareVoice() }
    }

    private mutating func deadlinePassed(at now: Duration) {
        if now >= setup.lifetime {
            let minutes = Int(setup.lifetime / .seconds(60))
            let reason = "Your session hit the maximum duration of \(minutes) minutes."
            for response in responses { actions.append(.forget(response.response.id)) }
            send(.error(ErrorDetail(type: "invalid_request_error", code: "session_expired", message: reason)))
            actions.append(.close(code: 1001, reason: reason))
            hasEnded = true
        } else if let idleDeadline, now >= idleDeadline {
            self.idleDeadline = nil
            commitSilence(at: now)
        }
    }

    private mutating func receive(_ message: ClientMessage, at now: Duration) {
        do throws(ErrorDetail) {
            switch message.event {
            case .sessionUpdate(let update): try apply(update)
            case .inputAudioAppend(let base64): try append(base64)
            case .inputAudioCommit: try commit(at: now)
            case .inputAudioClear: clearInput()
            case .itemCreate(let item, let place): try create(item, after: place)
            case .itemRetrieve(let id): try retrieve(id)
            case .itemTruncate(let id, let index, let end): try truncate(id, contentIndex: index, at: end)
            case .itemDelete(let id): try delete(id)
            case .responseCreate(let parameters): try respond(parameters, at: now)
            case .responseCancel(let id): try cancel(id, at: now)
            case .outputAudioClear:
                throw .invalid(
                    "output_audio_buffer.clear is for WebRTC and SIP; on a WebSocket the client owns playback."
                )
            case .unknown(let type):
                throw .invalid("Invalid value: '\(type)'.", code: "invalid_value", param: "type")
            }
        } catch {
            refuse(error, message.eventID)
        }
    }
}

extension ErrorDetail {
    static func invalid(_ message: String, code: String? = nil, param: String? = nil) -> ErrorDetail {
        ErrorDetail(type: "invalid_request_error", code: code, message: message, param: param)
    }
}

/// Makes names that are unique within the session, and the same again for the same seed.
struct Names: Sendable {
    private var generator: SplitMix64

    init(seed: UInt64) { generator = SplitMix64(state: seed) }

    mutating func next(_ prefix: String) -> String { mintedName(prefix: prefix, using: &generator) }
    mutating func item() -> ItemID { .minted(using: &generator) }
    mutating func response() -> ResponseID { .minted(using: &generator) }
    mutating func call() -> CallID { .minted(using: &generator) }
}

/// The shortest generator worth trusting (Steele, Lea & Flood, OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator, Sendable {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
