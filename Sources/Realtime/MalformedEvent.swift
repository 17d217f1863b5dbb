public import JSONValues

/// An event of a kind we know that lacks something it must have, or has it in another shape.
public struct MalformedEvent: Error, Equatable, CustomStringConvertible {
    /// `nil` when not even the type can be read.
    public let type: String?
    /// What the sender calls the event, so that an answer can quote it.
    public let eventID: String?
    /// Which field, what was expected, what was found.
    public let shape: JSONShapeError

    public var description: String { "\(type ?? "event without type"): \(shape)" }
}

/// A text frame that is no event.
public enum UnreadableMessage: Error, Equatable, CustomStringConvertible {
    case notJSON(JSONSyntaxError)
    case malformed(MalformedEvent)

    public var description: String {
        switch self {
        case .notJSON(let error): "not JSON: \(error)"
        case .malformed(let error): error.description
        }
    }
}
