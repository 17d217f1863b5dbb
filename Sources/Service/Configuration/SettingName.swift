/// The options of `parley serve` by the names they have everywhere: `idle_timeout` in the config file,
/// `PARLEY_IDLE_TIMEOUT` in the environment, `--idle-timeout` on the command line.
public enum SettingName: String, CaseIterable, Sendable {
    case host, port, agents, data, reactors
    case realtimeURL = "realtime_url"
    case realtimeModel = "realtime_model"
    case realtimeProfile = "realtime_profile"
    case realtimeAPIKey = "realtime_api_key"
    case llmURL = "llm_url"
    case llmModel = "llm_model"
    case llmAPIKey = "llm_api_key"
    case transcriptionModel = "transcription_model"
    case agentInput = "agent_input"
    case callbackAllow = "callback_allow"
    case callbackSecret = "callback_secret"
    case apiKey = "api_key"
    case apiKeys = "api_keys"
    case allowedOrigins = "allowed_origins"
    case tlsCertificate = "tls_certificate"
    case tlsKey = "tls_key"
    case insecure
    case recording
    case idleTimeout = "idle_timeout"
    case emptyTimeout = "empty_timeout"
    case drainTimeout = "drain_timeout"
    case firstAudioTimeout = "first_audio_timeout"
    case silenceTimeout = "silence_timeout"
    case maxTurnLength = "max_turn_length"
    case wordsTimeout = "words_timeout"
    case transcriptTimeout = "transcript_timeout"
    case claimTimeout = "claim_timeout"
    case reconnectInitial = "reconnect_initial"
    case reconnectMax = "reconnect_max"
    case reconnectAttempts = "reconnect_attempts"
    case rotateBefore = "rotate_before"
    case maxRooms = "max_rooms"
    case maxAgentsPerRoom = "max_agents_per_room"
    case maxCallersPerRoom = "max_callers_per_room"
    case maxSessions = "max_sessions"
    case maxJoinsPerSecond = "max_joins_per_second"
    case maxUnkeptBytes = "max_unkept_bytes"
    case headerTimeout = "header_timeout"
    case requestTimeout = "request_timeout"
    case maxConnectionsPerAddress = "max_connections_per_address"
    case maxAgentTurns = "max_agent_turns"
    case maxSelfRequests = "max_self_requests"
    case sessionItems = "session_items"
    case sessionTokens = "session_tokens"
    case logFormat = "log_format"
    case logLevel = "log_level"
    case retention

    public var environmentVariable: String { "PARLEY_\(rawValue.uppercased())" }
    public var flag: String { "--" + rawValue.split(separator: "_").joined(separator: "-") }

    /// Secrets have no flag: a command line is read by every user of the machine (`ps`).
    public var isSecret: Bool {
        switch self {
        case .realtimeAPIKey, .llmAPIKey, .apiKey, .apiKeys, .callbackSecret: true
        case .host, .port, .agents, .data, .reactors, .realtimeURL, .realtimeModel, .realtimeProfile, .llmURL,
            .llmModel,
            .transcriptionModel, .agentInput,
            .callbackAllow, .allowedOrigins, .tlsCertificate, .tlsKey, .maxConnectionsPerAddress, .insecure,
            .recording,
            .idleTimeout, .emptyTimeout, .drainTimeout, .firstAudioTimeout,
            .silenceTimeout, .maxTurnLength, .wordsTimeout, .transcriptTimeout, .claimTimeout,
            .reconnectInitial, .reconnectMax, .reconnectAttempts, .rotateBefore, .maxRooms,
            .maxAgentsPerRoom, .maxCallersPerRoom, .maxSessions, .maxJoinsPerSecond, .maxUnkeptBytes,
            .headerTimeout,
            .requestTimeout, .maxAgentTurns, .maxSelfRequests, .sessionItems,
            .sessionTokens, .logFormat, .logLevel, .retention:
            false
        }
    }

    /// Whether it may be given more than once.
    var isList: Bool { [.callbackAllow, .callbackSecret, .apiKeys, .allowedOrigins].contains(self) }
}

/// A person's mistake in a setting, in one line: where it is, what was expected, what was found.
public struct SettingComplaint: Error, Equatable, Sendable, CustomStringConvertible {
    /// `--port`, `PARLEY_PORT` or `parley.yaml:3: port`; `nil` when it is about several settings at once.
    public let place: String?
    public let detail: String

    public init(_ place: String?, _ detail: String) {
        self.place = place
        self.detail = detail
    }

    public var description: String { place.map { "\($0): \(detail)" } ?? detail }
}
