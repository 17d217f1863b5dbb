import JSONValues

/// How many tokens one response may take, tool calls included.
public enum TokenLimit: Equatable, Sendable {
    /// 1 to 4,096.
    case limited(Int)
    /// `"inf"`: as many as the model can.
    case unlimited
}

extension TokenLimit: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        switch json {
        case .integer(let count): self = .limited(count)
        case .string("inf"): self = .unlimited
        case .null, .bool, .real, .string, .array, .object:
            throw JSONShapeError(path: path, expected: #"an integer or "inf""#, found: json)
        }
    }

    var json: JSON {
        switch self {
        case .limited(let count): .integer(count)
        case .unlimited: "inf"
        }
    }
}

/// What the server does when the conversation outgrows the model's context.
public enum Truncation: Equatable, Sendable {
    /// Drops the oldest items, as few as possible.
    case auto
    /// Answers with an error.
    case disabled
    /// Keeps this part (0 to 1) of the context, so that the prompt cache survives longer;
    /// `postInstructions` caps the tokens after the instructions.
    case retentionRatio(Double, postInstructions: Int? = nil)
}

extension Truncation: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        switch json {
        case "auto": self = .auto
        case "disabled": self = .disabled
        case .object:
            let reader = try JSONReader(json, path: path)
            self = .retentionRatio(
                try reader.number("retention_ratio"),
                postInstructions: try reader.optionalObject("token_limits")?.optional("post_instructions"))
        case .null, .bool, .integer, .real, .string, .array:
            throw JSONShapeError(path: path, expected: "auto, disabled or a retention ratio", found: json)
        }
    }

    var json: JSON {
        switch self {
        case .auto: "auto"
        case .disabled: "disabled"
        case .retentionRatio(let ratio, let cap):
            .members([
                ("type", "retention_ratio"), ("retention_ratio", ratio.json),
                ("token_limits", cap.map { ["post_instructions": .integer($0)] }),
            ])
        }
    }
}
