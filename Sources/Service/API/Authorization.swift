import Crypto
import HTTPTypes

/// Who may ask: whoever knows the key, when there is one.
struct Authorization {
    private let expected: SHA256Digest?

    init(key: Secret?) { expected = key.map { SHA256.hash(data: Array($0.value.utf8)) } }

    /// Compares digests of one length, bit by bit: how long it takes says nothing about the key.
    func admits(_ headers: HTTPFields) -> Bool {
        guard let expected else { return true }
        guard let value = headers[.authorization], let key = Self.bearer(value) else { return false }
        let found = SHA256.hash(data: Array(key.utf8))
        return zip(expected, found).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    var isOpen: Bool { expected == nil }

    /// The scheme's name is case-insensitive (RFC 9110 §11.1).
    private static func bearer(_ value: String) -> Substring? {
        let parts = value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return parts[1]
    }
}

extension Problem {
    static var noKey: Problem {
        Problem(.unauthorized, "Send the service's key as `Authorization: Bearer KEY`.")
    }
}
