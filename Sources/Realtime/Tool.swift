public import JSONValues

/// What the model may call.
public enum Tool: Equatable, Sendable {
    case function(FunctionTool)
    /// A tool that the server runs itself (`mcp`), or a kind this build does not know; passed on as it is.
    case other(JSON)
}

/// A function that the client runs.
public struct FunctionTool: Equatable, Sendable {
    public var name: String
    public var description: String?
    /// A JSON Schema of the arguments.
    public var parameters: JSON?

    public init(name: String, description: String? = nil, parameters: JSON? = nil) {
        self.name = name
        self.description = description
        self.parameters = parameters
    }
}

/// Whether the model calls a tool.
public enum ToolChoice: Equatable, Sendable {
    case auto, none, required
    case function(name: String)
    /// `{"type": "mcp", …}`, or a kind this build does not know; passed on as it is.
    case other(JSON)
}

extension Tool: WireValue {
    /// Also reads `{"type": "function", "function": {"name": …}}`, as xAI writes it.
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        guard try reader.optionalString("type") ?? "function" == "function" else {
            self = .other(json)
            return
        }
        let function = try reader.optionalObject("function") ?? reader
        self = .function(
            FunctionTool(
                name: try function.string("name"), description: try function.optionalString("description"),
                parameters: try function.optional("parameters")))
    }

    var json: JSON {
        switch self {
        case .function(let function):
            .members([
                ("type", "function"), ("name", function.name.json),
                ("description", function.description?.json),
                ("parameters", function.parameters),
            ])
        case .other(let json): json
        }
    }
}

extension ToolChoice: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        switch json {
        case "auto": self = .auto
        case "none": self = .none
        case "required": self = .required
        case .object where json["type"] == "function":
            let reader = try JSONReader(json, path: path)
            self = .function(name: try (reader.optionalObject("function") ?? reader).string("name"))
        case .object: self = .other(json)
        case .null, .bool, .integer, .real, .string, .array:
            throw JSONShapeError(path: path, expected: "auto, none, required or a tool", found: json)
        }
    }

    var json: JSON {
        switch self {
        case .auto: "auto"
        case .none: "none"
        case .required: "required"
        case .function(let name): ["type": "function", "name": .string(name)]
        case .other(let json): json
        }
    }
}

extension JSON {
    /// Lets a `switch` compare with a literal.
    static func ~= (pattern: JSON, value: JSON) -> Bool { pattern == value }
}
