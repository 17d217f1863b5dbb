public import JSONValues

extension TurnDetection: WireValue {
    /// Reads what stands in `turn_detection`, on the wire or in a configuration file.
    public init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        switch try reader.string("type") {
        case "server_vad":
            self = .serverVAD(
                ServerVAD(
                    threshold: try reader.optional("threshold"),
                    prefixPadding: try reader.optional("prefix_padding_ms"),
                    silence: try reader.optional("silence_duration_ms"),
                    idleTimeout: try reader.optional("idle_timeout_ms"),
                    createResponse: try reader.optional("create_response"),
                    interruptResponse: try reader.optional("interrupt_response")))
        case "semantic_vad":
            self = .semanticVAD(
                SemanticVAD(
                    eagerness: try reader.optional("eagerness"),
                    createResponse: try reader.optional("create_response"),
                    interruptResponse: try reader.optional("interrupt_response")))
        default: self = .other(json)
        }
    }

    public var json: JSON {
        switch self {
        case .serverVAD(let vad):
            .members([
                ("type", "server_vad"), ("threshold", vad.threshold?.json),
                ("prefix_padding_ms", vad.prefixPadding?.json), ("silence_duration_ms", vad.silence?.json),
                ("idle_timeout_ms", vad.idleTimeout?.json), ("create_response", vad.createResponse?.json),
                ("interrupt_response", vad.interruptResponse?.json),
            ])
        case .semanticVAD(let vad):
            .members([
                ("type", "semantic_vad"), ("eagerness", vad.eagerness?.json),
                ("create_response", vad.createResponse?.json),
                ("interrupt_response", vad.interruptResponse?.json),
            ])
        case .other(let json): json
        }
    }
}

extension TurnDetection.SemanticVAD.Eagerness: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        guard let known = json.stringValue.flatMap(Self.init(rawValue:)) else {
            throw JSONShapeError(path: path, expected: "low, medium, high or auto", found: json)
        }
        self = known
    }
    var json: JSON { .string(rawValue) }
}

extension JSONReader {
    /// xAI says "off" with `{"type": null}`.
    func turnDetection(_ key: String) throws(JSONShapeError) -> Field<TurnDetection> {
        if let type = self[key]?["type"], type.isNull { return .null }
        return try field(key)
    }
}
