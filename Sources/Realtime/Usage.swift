import JSONValues

/// What a response cost, in tokens. What the server does not tell counts as 0.
public struct Usage: Equatable, Sendable {
    public var total = 0
    public var input = Input()
    public var output = Output()

    public init() {}

    public struct Input: Equatable, Sendable {
        public var total = 0
        public var text = 0
        public var audio = 0
        public var image = 0
        /// The part of the input that was read from the prompt cache.
        public var cached = Cached()
        public init() {}
    }

    public struct Cached: Equatable, Sendable {
        public var total = 0
        public var text = 0
        public var audio = 0
        public var image = 0
        public init() {}
    }

    public struct Output: Equatable, Sendable {
        public var total = 0
        public var text = 0
        public var audio = 0
        /// `nil` for models that do not reason.
        public var reasoning: Int?
        public init() {}
    }
}

extension Usage: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        total = try reader.count("total_tokens")
        input.total = try reader.count("input_tokens")
        output.total = try reader.count("output_tokens")
        if let details = try reader.optionalObject("input_token_details") {
            input.text = try details.count("text_tokens")
            input.audio = try details.count("audio_tokens")
            input.image = try details.count("image_tokens")
            input.cached.total = try details.count("cached_tokens")
            if let cached = try details.optionalObject("cached_tokens_details") {
                input.cached.text = try cached.count("text_tokens")
                input.cached.audio = try cached.count("audio_tokens")
                input.cached.image = try cached.count("image_tokens")
            }
        }
        if let details = try reader.optionalObject("output_token_details") {
            output.text = try details.count("text_tokens")
            output.audio = try details.count("audio_tokens")
            output.reasoning = try details.optional("reasoning_tokens")
        }
    }

    var json: JSON {
        [
            "total_tokens": total.json, "input_tokens": input.total.json, "output_tokens": output.total.json,
            "input_token_details": [
                "text_tokens": input.text.json, "audio_tokens": input.audio.json,
                "image_tokens": input.image.json, "cached_tokens": input.cached.total.json,
                "cached_tokens_details": [
                    "text_tokens": input.cached.text.json, "audio_tokens": input.cached.audio.json,
                    "image_tokens": input.cached.image.json,
                ],
            ],
            "output_token_details": .members([
                ("text_tokens", output.text.json), ("audio_tokens", output.audio.json),
                ("reasoning_tokens", output.reasoning?.json),
            ]),
        ]
    }
}

extension JSONReader {
    fileprivate func count(_ key: String) throws(JSONShapeError) -> Int { try optional(key) ?? 0 }
}
