public import JSONValues

/// How the server finds the end of a user's turn. Null in a configuration means: it does not, the client commits.
public enum TurnDetection: Equatable, Sendable {
    case serverVAD(ServerVAD)
    case semanticVAD(SemanticVAD)
    /// A kind this build does not know; passed on as it is.
    case other(JSON)

    /// Turns end by silence. What is left `nil` is the server's choice, which differs by model.
    public struct ServerVAD: Equatable, Sendable {
        /// 0 to 1; higher needs louder speech.
        public var threshold: Double?
        /// How much sound before the onset belongs to the utterance.
        public var prefixPadding: Duration?
        /// How long a silence ends the utterance.
        public var silence: Duration?
        /// 5 to 30 seconds without speech after which the server answers all the same.
        public var idleTimeout: Duration?
        /// Whether the end of a turn starts a response.
        public var createResponse: Bool?
        /// Whether speech cancels the active response.
        public var interruptResponse: Bool?

        public init(
            threshold: Double? = nil, prefixPadding: Duration? = nil, silence: Duration? = nil,
            idleTimeout: Duration? = nil, createResponse: Bool? = nil, interruptResponse: Bool? = nil
        ) {
            self.threshold = threshold
            self.prefixPadding = prefixPadding
            self.silence = silence
            self.idleTimeout = idleTimeout
            self.createResponse = createResponse
            self.interruptResponse = interruptResponse
        }
    }

    /// Turns end when what was said sounds finished.
    public struct SemanticVAD: Equatable, Sendable {
        public enum Eagerness: String, Sendable { case low, medium, high, auto }
        /// How soon the server takes the turn; at most 8, 4 or 2 seconds.
        public var eagerness: Eagerness?
        public var createResponse: Bool?
        public var interruptResponse: Bool?

        public init(eagerness: Eagerness? = nil, createResponse: Bool? = nil, interruptResponse: Bool? = nil)
        {
            self.eagerness = eagerness
            self.createResponse = createResponse
            self.interruptResponse = interruptResponse
        }
    }
}

extension TurnDetection {
    /// Whether the server starts a response when a turn ends. Servers do unless told otherwise.
    public var createsResponse: Bool {
        switch self {
        case .serverVAD(let vad): vad.createResponse ?? true
        case .semanticVAD(let vad): vad.createResponse ?? true
        case .other(let json): json["create_response"]?.boolValue ?? true
        }
    }

    /// Whether the server cancels its response when it hears speech. Servers do unless told otherwise.
    public var interruptsResponse: Bool {
        switch self {
        case .serverVAD(let vad): vad.interruptResponse ?? true
        case .semanticVAD(let vad): vad.interruptResponse ?? true
        case .other(let json): json["interrupt_response"]?.boolValue ?? true
        }
    }
}
