import Crypto
import Foundation

/// The secrets that are valid now, the newest first. Each message is signed with all of them, so that receivers change
/// from one to the next when they like, and the old one goes when the last of them has.
public struct WebhookSecrets: Equatable, Sendable {
    private let secrets: [WebhookSecret]

    /// More would mean that one was forgotten.
    static let most = 2

    /// `nil` for none and for more than two.
    public init?(_ secrets: [WebhookSecret]) {
        guard (1...Self.most).contains(secrets.count) else { return nil }
        self.secrets = secrets
    }

    /// The value of `webhook-signature`: `v1,…`, or `v1,… v1,…`.
    public func signature(id: String, timestamp: Int, body: [UInt8]) -> String {
        secrets.map { $0.signature(id: id, timestamp: timestamp, body: body) }.joined(separator: " ")
    }
}

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
