public import Realtime

/// Tokens by kind, as servers reported them. `nil` is what nobody has reported: it is not known to be 0.
public struct TokenCount: Equatable, Sendable {
    public var input: Int?
    public var inputText: Int?
    public var inputAudio: Int?
    /// The part of `input` that was read from a prompt cache.
    public var cached: Int?
    /// The parts of `cached`, of which few servers tell.
    public var cachedText: Int?
    public var cachedAudio: Int?
    public var output: Int?
    public var outputText: Int?
    public var outputAudio: Int?

    public init() {}

    public var total: Int { (input ?? 0) + (output ?? 0) }

    public static func += (sum: inout TokenCount, more: TokenCount) {
        sum.input = add(sum.input, more.input)
        sum.inputText = add(sum.inputText, more.inputText)
        sum.inputAudio = add(sum.inputAudio, more.inputAudio)
        sum.cached = add(sum.cached, more.cached)
        sum.cachedText = add(sum.cachedText, more.cachedText)
        sum.cachedAudio = add(sum.cachedAudio, more.cachedAudio)
        sum.output = add(sum.output, more.output)
        sum.outputText = add(sum.outputText, more.outputText)
        sum.outputAudio = add(sum.outputAudio, more.outputAudio)
    }

    private static func add(_ a: Int?, _ b: Int?) -> Int? {
        guard let a, let b else { return a ?? b }
        return a + b
    }
}

extension TokenCount {
    /// What a server said of one response; a sum that it left out is that of its parts.
    public init(_ usage: Realtime.Usage) {
        let input = usage.input
        inputText = Self.plausible(input.text)
        inputAudio = Self.plausible(input.audio)
        cachedText = Self.plausible(input.cached.text)
        cachedAudio = Self.plausible(input.cached.audio)
        cached = Self.plausible(input.cached.total) ?? Self.add(cachedText, cachedAudio)
        self.input = Self.plausible(input.total) ?? Self.add(inputText, inputAudio)
        outputText = Self.plausible(usage.output.text)
        outputAudio = Self.plausible(usage.output.audio)
        output = Self.plausible(usage.output.total) ?? Self.add(outputText, outputAudio)
    }

    /// What an ear's server said of one transcript: sound goes in, text comes out.
    public init(input: Int, output: Int) {
        self.input = Self.plausible(input)
        inputAudio = self.input
        self.output = Self.plausible(output)
        outputText = self.output
    }

    /// No response has more: what a server says beyond it is a mistake that must not end a call or overflow a sum.
    private static let most = 1_000_000_000

    private static func plausible(_ count: Int?) -> Int? { count.map { min(max(0, $0), most) } }
}
