import Crypto
import Foundation
import JWTKit

/// The one algorithm of callers' tokens, HMAC with SHA-256, as jwt-kit wants an algorithm to be.
///
/// jwt-kit's own signer lives behind an actor (`JWTKeyCollection`): to ask it means to wait, and a caller's upgrade is
/// decided inside the socket's callback, where the room's state cannot change between the question and the answer. So
/// the parts of jwt-kit that take no time, its parser, its claims and this protocol, are used without the actor. There
/// is no choice by the header either: a key is not looked up by `kid`, nor an algorithm by `alg`.
struct HS256: JWTAlgorithm {
    let key: SymmetricKey
    let name = "HS256"

    func sign(_ plaintext: some DataProtocol) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: plaintext, using: key))
    }

    /// In constant time.
    func verify(_ signature: some DataProtocol, signs plaintext: some DataProtocol) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(Array(signature), authenticating: plaintext, using: key)
    }
}
