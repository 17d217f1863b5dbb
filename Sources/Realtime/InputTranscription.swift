import JSONValues

/// Speech recognition of what the user says, by a model of its own, beside the conversation.
public struct InputTranscription: Equatable, Sendable {
    public var model: String?
    /// ISO 639-1.
    public var language: String?
    /// Keywords or free text, as the model takes it.
    public var prompt: String?
    /// How long the model waits for certainty: `minimal` … `xhigh`.
    public var delay: String?
    public var keywords: [String]?
    public var languages: [String]?

    public init(
        model: String? = nil, language: String? = nil, prompt: String? = nil, delay: String? = nil,
        keywords: [String]? = nil, languages: [String]? = nil
    ) {
        self.model = model
        self.language = language
        self.prompt = prompt
        self.delay = delay
        self.keywords = keywords
        self.languages = languages
    }
}

extension InputTranscription: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        model = try reader.optional("model")
        language = try reader.optional("language")
        prompt = try reader.optional("prompt")
        delay = try reader.optional("delay")
        keywords = try reader.optional("keywords")
        languages = try reader.optional("languages")
    }

    var json: JSON {
        .members([
            ("model", model?.json), ("language", language?.json), ("prompt", prompt?.json),
            ("delay", delay?.json), ("keywords", keywords?.json), ("languages", languages?.json),
        ])
    }
}

/// Noise suppression before voice activity detection and the model.
public struct NoiseReduction: Equatable, Sendable {
    public enum Kind: String, Sendable {
        /// A headset.
        case nearField = "near_field"
        /// A laptop's or a room's microphone.
        case farField = "far_field"
    }
    public var kind: Kind
    public var strength: Double?

    public init(_ kind: Kind, strength: Double? = nil) {
        self.kind = kind
        self.strength = strength
    }
}

extension NoiseReduction: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        guard let kind = Kind(rawValue: try reader.string("type")) else {
            throw reader.mismatch("type", expected: "near_field or far_field")
        }
        self.init(kind, strength: try reader.optional("strength"))
    }

    var json: JSON { .members([("type", kind.rawValue.json), ("strength", strength?.json)]) }
}
