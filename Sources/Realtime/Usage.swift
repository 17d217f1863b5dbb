import JSONValues

/// What a response cost, in tokens. `nil` is what the server does not tell; nobody knows then whether it is 0.
public struct Usage: Equatable, Sendable {
    public var total: Int?
    public var input = Input()
    public var output = Output()

    public init() {}

    public struct Input: Equatable, Sendable {
        public var total: Int?
        public var text: Int?
        public var audio: Int?
        public var image: Int?
        /// The part of the input that was read from the prompt cache.
        public var cached = Cached()
        public init() {}
    }

    public struct Cached: Equatable, Sendable {
        public var total: Int?
        public var text: Int?
        public var audio: Int?
        public var image: Int?
        public init() {}
    }

    public struct Output: Equatable, Sendable {
        public var total: Int?
        public var text: Int?
        public var audio: Int?
        /// Only of models that reason.
        public var reasoning: Int?
        public init() {}
    }
}

extension Usage: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        total = try reader.optional("total_tokens")
        input.total = try reader.optional("input_tokens")
        output.total = try reader.optional("output_tokens")
        if let details = try reader.optionalObject("input_token_details") {
            input.text = try details.optional("text_tokens")
            input.audio = try details.optional("audio_tokens")
            input.image = try details.optional("image_tokens")
            input.cached.total = try details.optional("cached_tokens")
            if let cached = try details.optionalObject("cached_tokens_details") {
                input.cached.text = try cached.optional("text_tokens")
                input.cached.audio = try cached.optional("audio_tokens")
                input.cached.image = try cached.optional("image_tokens")
            }
        }
        if let details = try reader.optionalObject("output_token_details") {
            output.text = try details.optional("text_tokens")
            output.audio = try details.optional("audio_tokens")
            output.reasoning = try details.optional("reasoning_tokens")
        }
    }

    var json: JSON {
        .members([
            ("total_tokens", total?.json), ("input_tokens", input.total?.json),
            ("output_tokens", output.total?.json),
            ("input_token_details", inputDetails), ("output_token_details", outputDetails),
        ])
    }

    private var inputDetails: JSON? {
        let cached = input.cached
        let cachedDetails = JSON.details([
            ("text_tokens", cached.text), ("audio_tokens", cached.audio), ("image_tokens", cached.image),
        ])
        return .details(
            [
                ("text_tokens", input.text), ("audio_tokens", input.audio), ("image_tokens", input.image),
                ("cached_tokens", cached.total),
            ], and: cachedDetails.map { ("cached_tokens_details", $0) })
    }

    private var outputDetails: JSON? {
        .details([
            ("text_tokens", output.text), ("audio_tokens", output.audio),
            ("reasoning_tokens", output.reasoning),
        ])
    }
}

extension JSON {
    /// Only what is known; `nil` when nothing is.
    fileprivate static func details(_ counts: [(String, Int?)], and last: (String, JSON)? = nil) -> JSON? {
        let known = counts.compactMap { name, count in count.map { (name, JSON?.some($0.json)) } }
        let all = known + (last.map { [($0.0, JSON?.some($0.1))] } ?? [])
        guard !all.isEmpty else { return Optional.none }
        return JSON.members(all)
    }
}
