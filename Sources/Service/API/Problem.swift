public import HTTPTypes
public import JSONValues

/// What an answer says when it says no: `application/problem+json` (RFC 9457) as a value.
///
/// `code` is stable and meant for programs; `detail` tells a person what is wrong and what to do.
public struct Problem: Error, Equatable, Sendable {
    public let code: Code
    /// The code's own; a request that could not be read may have another of the 4xx.
    public var status: HTTPResponse.Status
    public var detail: String
    /// Every field that is wrong; empty when the trouble is not in a field.
    public var errors: [FieldComplaint]
    /// When to come back, for what passes by itself: capacity and draining.
    public var retryAfter: Duration?
    /// The methods that would have been right, for `method_not_allowed` (RFC 9110 §15.5.6).
    public var allowed: [HTTPRequest.Method] = []

    public init(_ code: Code, _ detail: String, errors: [FieldComplaint] = [], retryAfter: Duration? = nil) {
        self.code = code
        status = code.status
        self.detail = detail
        self.errors = errors
        self.retryAfter = retryAfter
    }
}

/// One wrong field of a request, by JSON pointer (RFC 6901).
public struct FieldComplaint: Equatable, Sendable {
    public let pointer: JSONPointer
    public let detail: String

    public init(_ pointer: JSONPointer, _ detail: String) {
        self.pointer = pointer
        self.detail = detail
    }
}

extension Problem {
    public var json: JSON {
        var json: JSON = [
            "type": .string("urn:parley:problem:\(code.rawValue)"), "title": .string(code.title),
            "status": .integer(status.code), "detail": .string(detail), "code": .string(code.rawValue),
        ]
        if !errors.isEmpty {
            json["errors"] = .array(
                errors.map { ["pointer": .string($0.pointer.description), "detail": .string($0.detail)] })
        }
        return json
    }

    /// The fields of a request that are wrong, all in one answer.
    public static func invalid(_ errors: [FieldComplaint]) -> Problem {
        let places = errors.map { $0.pointer.isRoot ? "the body" : $0.pointer.description }
        return Problem(
            .invalidRequest,
            "Wrong: \(places.joined(separator: ", ")). See `errors`, correct them and send it again.",
            errors: errors)
    }
}
