/// Token counts for `usage`: estimates by the rates the API is known to bill, never constants.
enum Tokens {
    /// English text runs at four bytes a token.
    static func text(_ text: some StringProtocol) -> Int { (text.utf8.count + 3) / 4 }

    /// A user's audio: 10 tokens a second.
    static func heard(_ duration: Duration) -> Int { Int((duration / .milliseconds(100)).rounded(.up)) }

    /// A model's audio: 20 tokens a second.
    static func spoken(_ duration: Duration) -> Int { Int((duration / .milliseconds(50)).rounded(.up)) }
}
