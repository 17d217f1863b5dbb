import Crypto
public import FloorControl
import Foundation
import JSONValues

/// A caller's key to one room: a JWT (RFC 7519), HS256 and nothing else.
public struct CallerTokens: Sendable {
    private let key: SymmetricKey

    /// - Parameter apiKey: what the signing key is derived from; without one it is random, and tokens
    ///   end with the process.
    public init(apiKey: Secret?) {
        guard let apiKey else {
            key = SymmetricKey(size: .bits256)
            return
        }
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Array(apiKey.value.utf8)),
            info: Array("parley caller token".utf8),
            outputByteCount: 32)
    }

    public struct Claims: Equatable, Sendable {
        public var room: String
        public var identity: Identity
        public var name: String?
        public var expires: WallTime

        public init(room: String, identity: Identity, name: String?, expires: WallTime) {
            self.room = room
            self.identity = identity
            self.name = name
            self.expires = expires
        }
    }

    public func token(for claims: Claims) -> String {
        let header: JSON = ["alg": "HS256", "typ": "JWT"]
        var payload: JSON = ["room": .string(claims.room), "sub": .string(claims.identity.description)]
        if let name = claims.name { payload["name"] = .string(name) }
        payload["exp"] = .integer(claims.expires.secondsSince1970)
        let signed = "\(Self.encode(header.utf8)).\(Self.encode(payload.utf8))"
        return "\(signed).\(signature(of: signed))"
    }

    /// - Throws: `unauthorized` for a token that is not ours or over; the header's `alg` chooses nothing.
    public func claims(of token: String, at now: WallTime = .now) throws(Problem) -> Claims {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, token.utf8.count <= 4_096 else { throw Self.notOurs }
        let expected = Array(signature(of: "\(parts[0]).\(parts[1])").utf8)
        let found = Array(parts[2].utf8)
        guard expected.count == found.count, zip(expected, found).reduce(0, { $0 | ($1.0 ^ $1.1) }) == 0,
            let payload = Self.decode(parts[1]), let room = payload["room"]?.stringValue,
            let subject = payload["sub"]?.stringValue, let expiry = payload["exp"]?.integerValue
        else { throw Self.notOurs }
        guard now.secondsSince1970 < expiry else {
            throw Problem(.unauthorized, "The token has expired; ask POST /rooms/{room}/tokens for another.")
        }
        return Claims(
            room: room, identity: Identity(subject), name: payload["name"]?.stringValue,
            expires: WallTime(millisecondsSince1970: expiry * 1_000))
    }

    private static let notOurs = Problem(.unauthorized, "The token was not made by this service.")

    private func signature(of text: String) -> String {
        Self.encode(Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)))
    }

    /// Base64url without padding (RFC 7515 §2).
    private static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().compactMap { character in
            switch character {
            case "+": "-"
            case "/": "_"
            case "=": nil
            default: String(character)
            }
        }.joined()
    }

    private static func decode(_ text: Substring) -> JSON? {
        let standard = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        let padded = standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        return Data(base64Encoded: padded).flatMap { try? JSON(parsing: Array($0)) }
    }
}
