import Crypto
import Foundation

/// The key callbacks are signed with: Standard Webhooks' `whsec_` + base64.
public struct WebhookSecret: Equatable, Sendable {
    private let key: [UInt8]

    /// `nil` unless it is `whsec_` and the base64 of 24 to 64 bytes, as the specification demands.
    public init?(_ text: String) {
        guard text.hasPrefix("whsec_"), let key = Data(base64Encoded: String(text.dropFirst(6))),
            (24...64).contains(key.count)
        else { return nil }
        self.key = Array(key)
    }

    /// The value of `webhook-signature` for one message at one moment (seconds since 1970).
    public func signature(id: String, timestamp: Int, body: [UInt8]) -> String {
        var hash = HMAC<SHA256>(key: SymmetricKey(data: key))
        hash.update(data: Array("\(id).\(timestamp).".utf8))
        hash.update(data: body)
        return "v1," + Data(hash.finalize()).base64EncodedString()
    }
}

extension WebhookSecret: CustomStringConvertible, CustomReflectable {
    public var description: String { "(hidden)" }
    public var customMirror: Mirror { Mirror(reflecting: description) }
}
