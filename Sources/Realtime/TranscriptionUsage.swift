import JSONValues

/// What a transcription cost; the model decides in which unit.
public enum TranscriptionUsage: Equatable, Sendable {
    case duration(seconds: Double)
    case tokens(total: Int, input: Int, output: Int)
}

extension TranscriptionUsage: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        switch try reader.string("type") {
        case "duration": self = .duration(seconds: try reader.number("seconds"))
        case "tokens":
            self = .tokens(
                total: try reader.integer("total_tokens"), input: try reader.integer("input_tokens"),
                output: try reader.integer("output_tokens"))
        default: throw reader.mismatch("type", expected: "duration or tokens")
        }
    }

    var json: JSON {
        switch self {
        case .duration(let seconds): ["type": "duration", "seconds": .real(seconds)]
        case .tokens(let total, let input, let output):
            [
                "type": "tokens", "total_tokens": .integer(total), "input_tokens": .integer(input),
                "output_tokens": .integer(output),
            ]
        }
    }
}

/// Part of a transcript with the voice that said it; counted from the start of the item's sound.
public struct TranscriptionSegment: Equatable, Sendable {
    public var id: String
    public var speaker: String
    public var text: String
    /// In seconds.
    public var start, end: Double

    public init(id: String, speaker: String, text: String, start: Double, end: Double) {
        self.id = id
        self.speaker = speaker
        self.text = text
        self.start = start
        self.end = end
    }
}

/// How much of a limit is left. Advisory, and not sent reliably.
public struct RateLimit: Equatable, Sendable {
    /// `requests` or `tokens`.
    public var name: String?
    public var limit: Int?
    public var remaining: Int?
    /// In seconds.
    public var reset: Double?

    public init(name: String?, limit: Int?, remaining: Int?, reset: Double?) {
        self.name = name
        self.limit = limit
        self.remaining = remaining
        self.reset = reset
    }
}

extension RateLimit: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        self.init(
            name: try reader.optional("name"), limit: try reader.optional("limit"),
            remaining: try reader.optional("remaining"), reset: try reader.optional("reset_seconds"))
    }

    var json: JSON {
        .members([
            ("name", name?.json), ("limit", limit?.json), ("remaining", remaining?.json),
            ("reset_seconds", reset?.json),
        ])
    }
}
