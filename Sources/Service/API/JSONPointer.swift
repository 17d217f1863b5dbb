/// A place in a JSON document, RFC 6901: `/overrides/voice`; the empty pointer is the whole document.
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    private let tokens: [String]

    private init(tokens: [String]) { self.tokens = tokens }

    public static let root = JSONPointer(tokens: [])

    public var isRoot: Bool { tokens.isEmpty }

    public func appending(_ key: String) -> JSONPointer { JSONPointer(tokens: tokens + [key]) }
    public func appending(_ index: Int) -> JSONPointer { appending(String(index)) }

    /// `~` becomes `~0` and `/` becomes `~1`; all else stands for itself.
    public var description: String {
        var text = ""
        for token in tokens {
            text += "/"
            for scalar in token.unicodeScalars {
                switch scalar {
                case "~": text += "~0"
                case "/": text += "~1"
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        return text
    }
}
