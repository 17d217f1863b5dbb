public import HTTPTypes

extension Problem {
    /// Every way this service says no.
    public enum Code: String, CaseIterable, Sendable {
        case notJSON = "not_json"
        case badRequest = "bad_request"
        case unauthorized
        case forbidden
        case missingScope = "missing_scope"
        case foreignOrigin = "foreign_origin"
        case unknownHost = "unknown_host"
        case tooManyConnections = "too_many_connections"
        case notFound = "not_found"
        case unknownRoom = "unknown_room"
        case unknownAgent = "unknown_agent"
        case notJoined = "not_joined"
        case methodNotAllowed = "method_not_allowed"
        case notAcceptable = "not_acceptable"
        case alreadyJoined = "already_joined"
        case identityTaken = "identity_taken"
        case agentMuted = "agent_muted"
        case tooLarge = "too_large"
        case unsupportedMediaType = "unsupported_media_type"
        case invalidRequest = "invalid_request"
        case idempotencyMismatch = "idempotency_mismatch"
        case notSupported = "not_supported"
        case rangeNotSatisfiable = "range_not_satisfiable"
        case upgradeRequired = "upgrade_required"
        case queueFull = "queue_full"
        case rateLimited = "rate_limited"
        case realtimeUnavailable = "realtime_unavailable"
        case atCapacity = "at_capacity"
        case draining
        case callEnding = "call_ending"
        case storageUnavailable = "storage_unavailable"
    }
}

extension Problem.Code {
    public var status: HTTPResponse.Status {
        switch self {
        case .notJSON, .badRequest: .badRequest
        case .unauthorized: .unauthorized
        case .forbidden, .missingScope, .foreignOrigin: .forbidden
        case .unknownHost: .misdirectedRequest
        case .tooManyConnections: .tooManyRequests
        case .notFound, .unknownRoom, .unknownAgent, .notJoined: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .alreadyJoined, .identityTaken, .agentMuted: .conflict
        case .tooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .invalidRequest, .idempotencyMismatch, .notSupported: .unprocessableContent
        case .rangeNotSatisfiable: .rangeNotSatisfiable
        case .upgradeRequired: .upgradeRequired
        case .queueFull, .rateLimited: .tooManyRequests
        case .realtimeUnavailable: .badGateway
        case .atCapacity, .draining, .callEnding, .storageUnavailable: .serviceUnavailable
        }
    }

    /// Says the same for every occurrence of the code, as RFC 9457 §3.1.3 asks.
    public var title: String {
        switch self {
        case .notJSON: "The body is not JSON"
        case .badRequest: "The request cannot be read"
        case .unauthorized: "The key is missing or wrong"
        case .forbidden: "The token is for another room or identity"
        case .missingScope: "The key may not do that"
        case .foreignOrigin: "A page of somebody else asked"
        case .unknownHost: "The request is for another host"
        case .tooManyConnections: "Too many connections from one address"
        case .notFound: "There is nothing here"
        case .unknownRoom: "There is no such room"
        case .unknownAgent: "There is no such agent"
        case .notJoined: "There is no such participant in the room"
        case .methodNotAllowed: "The method does not fit the route"
        case .notAcceptable: "No form of the answer is acceptable"
        case .alreadyJoined: "The agent is already in the room"
        case .identityTaken: "The identity is taken"
        case .agentMuted: "The agent is muted"
        case .tooLarge: "The body is too large"
        case .unsupportedMediaType: "The body is not declared to be JSON"
        case .invalidRequest: "A field is wrong"
        case .idempotencyMismatch: "The idempotency key belongs to another request"
        case .notSupported: "This build cannot do that"
        case .rangeNotSatisfiable: "The file ends before this range"
        case .upgradeRequired: "This route speaks WebSocket"
        case .queueFull: "Too many turns are promised"
        case .rateLimited: "Requests come too quickly"
        case .realtimeUnavailable: "The agent's voice is unavailable"
        case .atCapacity: "The service is full"
        case .draining: "The service is shutting down"
        case .callEnding: "The call is ending"
        case .storageUnavailable: "What happens cannot be kept"
        }
    }
}
