import Crypto
public import FloorControl
import Foundation
import JSONValues
import JWTKit

/// A caller's key to one room: a JWT (RFC 7519), HS256 and nothing else.
public struct CallerTokens: Sendable {
    private let algorithm: HS256

    /// - Parameter apiKey: what the signing key is derived from; without one it is random, and tokens
    ///   end with the process.
    public init(apiKey: Secret?) {
        guard let apiKey else {
            algorithm = HS256(key: SymmetricKey(size: .bits256))
            return
        }
        algorithm = HS256(
            key: HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: Array(apiKey.value.utf8)),
                info: Array("parley caller token".utf8),
                outputByteCount: 32))
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

    /// Far more than the longest room, identity and name take.
    private static let maxByteCount = 4_096

    public func token(for claims: Claims) -> String {
        var payload: JSON = ["room": .string(claims.room), "sub": .string(claims.identity.description)]
        if let name = claims.name { payload["name"] = .string(name) }
        payload["exp"] = .integer(claims.expires.secondsSince1970)
        let header: JSON = ["alg": .string(algorithm.name), "typ": "JWT"]
        let signed = "\(Base64URL.encode(header.utf8)).\(Base64URL.encode(payload.utf8))"
        return "\(signed).\(Base64URL.encode(algorithm.sign(Array(signed.utf8))))"
    }

    /// - Throws: `unauthorized` for a token that is not ours, over, or not valid yet.
    public func claims(of token: String, at now: WallTime = .now) throws(Problem) -> Claims {
        guard token.utf8.count <= Self.maxByteCount, let payload = verified(Array(token.utf8)),
            Identity.isValid(payload.room), Identity.isValid(payload.sub.value)
        else {
            throw Problem(.unauthorized, "The token was not made by this service.")
        }
        let moment = Date(timeIntervalSince1970: Double(now.millisecondsSince1970) / 1_000)
        guard (try? payload.exp.verifyNotExpired(currentDate: moment)) != nil else {
            throw Problem(.unauthorized, "The token has expired; ask POST /rooms/{room}/tokens for another.")
        }
        if let start = payload.nbf, start.value > moment {
            throw Problem(.unauthorized, "The token is not valid yet.")
        }
        return Claims(
            room: payload.room, identity: Identity(payload.sub.value), name: payload.name,
            expires: WallTime(payload.exp.value))
    }

    /// The signature comes first: what nobody vouches for is not read. `crit` names what a reader must understand
    /// (RFC 7515 §4.1.11), and this one understands nothing more.
    private func verified(_ token: [UInt8]) -> CallerPayload? {
        let parser = DefaultJWTParser()
        guard let parts = try? parser.getTokenParts(token),
            let signature = Base64URL.decode(parts.signature),
            algorithm.verify(signature, signs: token[..<(parts.signature.startIndex - 1)]),
            let (header, payload, _) = try? parser.parse(token, as: CallerPayload.self),
            header.alg == algorithm.name, header.fields["crit"] == nil
        else { return nil }
        return payload
    }
}

/// The claims of a caller's token, by the names they have in it.
private struct CallerPayload: JWTPayload {
    var room: String
    var sub: SubjectClaim
    var name: String?
    var exp: ExpirationClaim
    var nbf: NotBeforeClaim?

    func verify(using algorithm: some JWTAlgorithm) throws {
        try exp.verifyNotExpired()
        try nbf?.verifyNotBefore()
    }
}

extension WallTime {
    /// Clamped to what a calendar of four digits can say: the number comes from a token.
    fileprivate init(_ date: Date) {
        self.init(
            millisecondsSince1970: Int(max(0, min(date.timeIntervalSince1970, 253_402_300_799))) * 1_000)
    }
}
