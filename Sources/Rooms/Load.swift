import Audio

/// How much of a session something fills: items, and tokens as far as they can be told without asking the server.
struct Load: Equatable, Sendable {
    var items = 0
    var tokens = 0

    static func + (a: Load, b: Load) -> Load { Load(items: a.items + b.items, tokens: a.tokens + b.tokens) }
    static func += (a: inout Load, b: Load) { a = a + b }

    /// English text runs at four bytes a token.
    static func text(_ text: String) -> Load { Load(items: 1, tokens: tokens(inBytes: text.utf8.count)) }

    static func tokens(inBytes count: Int) -> Int { (count + 3) / 4 }

    /// What a caller said, as sound of so many samples: 10 tokens a second (Realtime reference, §8.9).
    static func heard(_ samples: Int) -> Load { Load(items: 1, tokens: tokens(in: samples, perSecond: 10)) }

    /// What the model itself said, in so many items: 20 tokens a second.
    static func spoken(_ samples: Int, items: Int) -> Load {
        Load(items: items, tokens: tokens(in: samples, perSecond: 20))
    }

    private static func tokens(in samples: Int, perSecond rate: Int) -> Int {
        let second = SampleRate.hz24000.samples(in: .seconds(1))
        return (samples * rate + second - 1) / second
    }
}
