/// What the operator pays: prices by model, each for a million tokens of a kind.
public struct PriceTable: Equatable, Sendable {
    public struct Prices: Equatable, Sendable {
        public var inputText = 0.0
        public var inputAudio = 0.0
        public var cached = 0.0
        public var outputText = 0.0
        public var outputAudio = 0.0
        /// Of a transcription model that counts time, for a minute.
        public var minute = 0.0

        public init() {}
    }

    /// As it shall be shown: `USD`.
    public var currency: String
    public private(set) var models: [String: Prices] = [:]

    public init(currency: String, models: [String: Prices] = [:]) {
        self.currency = currency
        self.models = models
    }

    /// The model of that name; else the one that it is a dated edition of (`gpt-realtime-2.1-2026-03-01` is a
    /// `gpt-realtime-2.1`); else `default`, which is also that of servers that do not name their model.
    public func prices(of model: String?) -> Prices? {
        let exact = model.flatMap { models[$0] ?? models[Self.withoutDate($0)] }
        return exact ?? models[Self.fallback]
    }

    public static let fallback = "default"

    private static func withoutDate(_ model: String) -> String {
        let parts = model.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count > 3,
            zip(parts.suffix(3), [4, 2, 2]).allSatisfy({ part, length in
                part.utf8.count == length && part.utf8.allSatisfy { (48...57).contains($0) }
            })
        else { return model }
        return parts.dropLast(3).joined(separator: "-")
    }
}

extension PriceTable.Prices {
    /// Where a server does not split what it counts, the dearer kind is assumed: a limit that is kept too early
    /// costs less than one that is kept too late.
    func cost(of tokens: TokenCount) -> Double {
        let cachedText = tokens.cachedText ?? max(0, (tokens.cached ?? 0) - (tokens.cachedAudio ?? 0))
        let cachedAudio = tokens.cachedAudio ?? 0
        let text = max(0, (tokens.inputText ?? 0) - cachedText)
        let audio = max(0, (tokens.inputAudio ?? 0) - cachedAudio)
        let otherInput = max(0, (tokens.input ?? 0) - text - audio - (tokens.cached ?? 0))
        let otherOutput = max(0, (tokens.output ?? 0) - (tokens.outputText ?? 0) - (tokens.outputAudio ?? 0))
        let input =
            Double(text) * inputText + Double(audio) * inputAudio
            + Double(otherInput) * max(inputText, inputAudio) + Double(tokens.cached ?? 0) * cached
        let output =
            Double(tokens.outputText ?? 0) * outputText
            + Double(tokens.outputAudio ?? 0) * outputAudio
            + Double(otherOutput) * max(outputText, outputAudio)
        return (input + output) / 1_000_000
    }

    func cost(of duration: Duration) -> Double { duration / .seconds(60) * minute }
}
