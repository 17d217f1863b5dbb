import HTTPTypes
import JSONValues

/// A whole answer as a value.
struct Answer: Equatable, Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields = [:]
    var body: [UInt8] = []

    static func json(_ json: JSON, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, headers: [.contentType: "application/json"], body: json.utf8)
    }

    static let nothing = Answer(status: .noContent)

    static func problem(_ problem: Problem) -> Answer {
        var answer = Answer(
            status: problem.status, headers: [.contentType: "application/problem+json"],
            body: problem.json.utf8)
        if let wait = problem.retryAfter {
            answer.headers[.retryAfter] = String(max(1, wait.components.seconds))
        }
        if !problem.allowed.isEmpty {
            answer.headers[.allow] = problem.allowed.map(\.rawValue).joined(separator: ", ")
        }
        switch problem.code {
        case .unauthorized: answer.headers[.wwwAuthenticate] = "Bearer"
        case .upgradeRequired: answer.headers[.upgrade] = "websocket"
        case .missingScope, .foreignOrigin, .unknownHost, .tooManyConnections,
            .notJSON, .badRequest, .forbidden, .notFound, .unknownRoom,
            .unknownAgent,
            .notJoined, .methodNotAllowed, .notAcceptable, .alreadyJoined, .identityTaken, .agentMuted,
            .tooLarge,
            .unsupportedMediaType, .invalidRequest, .idempotencyMismatch, .notSupported, .rangeNotSatisfiable,
            .queueFull,
            .rateLimited,
            .realtimeUnavailable, .atCapacity, .draining, .callEnding, .storageUnavailable:
            break
        }
        return answer
    }

    /// The head alone, as `Networking` wants it.
    var head: HTTPResponse { HTTPResponse(status: status, headerFields: headers) }
}
