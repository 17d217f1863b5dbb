import JSONValues

/// How a response stands; `response.done` brings the last word.
public enum ResponseStatus: Equatable, Sendable {
    case inProgress
    case completed
    /// `reason`: why it was cancelled, when the server says.
    case cancelled(CancellationReason?)
    case incomplete(IncompletionReason?)
    /// No separate `error` event is guaranteed: look here. Only type, code and message travel.
    case failed(ErrorDetail?)
    case other(String)

    public enum CancellationReason: Equatable, Sendable {
        /// The server heard speech and its turn detection interrupts.
        case turnDetected
        /// The client sent `response.cancel`.
        case clientCancelled
        case other(String)
    }

    public enum IncompletionReason: Equatable, Sendable {
        case maxOutputTokens, contentFilter
        case other(String)
    }
}

extension ResponseStatus {
    /// Reads `status` and `status_details`. xAI puts text where the details would stand; it says nothing.
    init(_ reader: JSONReader) throws(JSONShapeError) {
        let status = try reader.string("status")
        let details = reader["status_details"]
        switch status {
        case "in_progress": self = .inProgress
        case "completed": self = .completed
        case "cancelled": self = .cancelled(details?["reason"]?.stringValue.map(CancellationReason.init))
        case "incomplete": self = .incomplete(details?["reason"]?.stringValue.map(IncompletionReason.init))
        case "failed":
            guard let error = details?["error"], !error.isNull else {
                self = .failed(nil)
                return
            }
            let detail = try ErrorDetail(error, at: reader.join("status_details.error"))
            self = .failed(ErrorDetail(type: detail.type, code: detail.code, message: detail.message))
        default: self = .other(status)
        }
    }

    var word: String {
        switch self {
        case .inProgress: "in_progress"
        case .completed: "completed"
        case .cancelled: "cancelled"
        case .incomplete: "incomplete"
        case .failed: "failed"
        case .other(let word): word
        }
    }

    var details: JSON {
        switch self {
        case .inProgress, .completed, .other, .cancelled(nil), .incomplete(nil), .failed(nil): .null
        case .cancelled(let reason?): ["type": "cancelled", "reason": .string(reason.word)]
        case .incomplete(let reason?): ["type": "incomplete", "reason": .string(reason.word)]
        case .failed(let error?):
            [
                "type": "failed",
                "error": .members([
                    ("type", error.type.json), ("code", error.code?.json), ("message", error.message.json),
                ]),
            ]
        }
    }
}

extension ResponseStatus.CancellationReason {
    init(_ word: String) {
        switch word {
        case "turn_detected": self = .turnDetected
        case "client_cancelled": self = .clientCancelled
        default: self = .other(word)
        }
    }

    var word: String {
        switch self {
        case .turnDetected: "turn_detected"
        case .clientCancelled: "client_cancelled"
        case .other(let word): word
        }
    }
}

extension ResponseStatus.IncompletionReason {
    init(_ word: String) {
        switch word {
        case "max_output_tokens": self = .maxOutputTokens
        case "content_filter": self = .contentFilter
        default: self = .other(word)
        }
    }

    var word: String {
        switch self {
        case .maxOutputTokens: "max_output_tokens"
        case .contentFilter: "content_filter"
        case .other(let word): word
        }
    }
}
