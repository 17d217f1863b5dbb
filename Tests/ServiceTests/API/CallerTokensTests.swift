import Crypto
import FloorControl
import Foundation
import Testing

@testable import Service

@Suite struct CallerTokensTests {
    private let tokens = CallerTokens(apiKey: Secret("key"))
    private let claims = CallerTokens.Claims(
        room: "standup", identity: "ana", name: "Ana",
        expires: WallTime(millisecondsSince1970: 2_000_000_000_000))

    @Test func `a token says what it was made of, to whoever has the key`() throws {
        let token = tokens.token(for: claims)
        #expect(token.split(separator: ".").count == 3)
        #expect(try tokens.claims(of: token) == claims)
        #expect(try CallerTokens(apiKey: Secret("key")).claims(of: token) == claims, "also after a restart")
        #expect(throws: Problem.self) { try CallerTokens(apiKey: Secret("other")).claims(of: token) }
        #expect(throws: Problem.self) { try CallerTokens(apiKey: nil).claims(of: token) }
    }

    @Test func `a token ends when it says`() {
        let token = tokens.token(for: claims)
        let end = claims.expires
        #expect(throws: Never.self) {
            try tokens.claims(
                of: token, at: WallTime(millisecondsSince1970: end.millisecondsSince1970 - 1_000))
        }
        #expect(throws: Problem.self) { try tokens.claims(of: token, at: end) }
    }

    /// A token of any header and payload, signed with the right key all the same unless another is given.
    private func forged(
        _ header: String, _ payload: String? = nil, key: String = "key", signature: String? = nil
    ) -> String {
        let payload = payload ?? #"{"room":"standup","sub":"ana","exp":2000000000}"#
        let signed = [header, payload].map { Base64URL.encode(Array($0.utf8)) }.joined(separator: ".")
        let derived = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Array(key.utf8)), info: Array("parley caller token".utf8),
            outputByteCount: 32)
        return "\(signed).\(signature ?? Base64URL.encode(HS256(key: derived).sign(Array(signed.utf8))))"
    }

    private static let header = #"{"alg":"HS256","typ":"JWT"}"#

    @Test func `what this service would have signed is taken`() throws {
        #expect(try tokens.claims(of: forged(Self.header)).identity == "ana")
        #expect(try tokens.claims(of: forged(#"{"alg":"HS256"}"#)).name == nil)
    }

    @Test(
        arguments: [
            #"{"alg":"none"}"#, #"{"alg":"None"}"#, #"{"alg":"RS256","typ":"JWT"}"#, #"{"alg":"ES256"}"#,
            #"{"alg":"HS512"}"#, #"{"alg":"hs256"}"#, #"{"typ":"JWT"}"#, #"{"alg":null}"#,
            #"{"alg":["HS256"]}"#,
            #"{"alg":"HS256","crit":["exp"]}"#, #"{"alg":"HS256","crit":7}"#, "{", "", "[]", "null",
        ])
    func `the header chooses no algorithm, and asks for nothing more`(header: String) {
        #expect(throws: Problem.self) { try tokens.claims(of: forged(header)) }
        #expect(throws: Problem.self) { try tokens.claims(of: forged(header, signature: "")) }
    }

    @Test(
        arguments: [
            #"{"room":"standup","sub":"ana"}"#, #"{"room":"standup","exp":2000000000}"#,
            #"{"sub":"ana","exp":2000000000}"#, #"{"room":"standup","sub":"ana","exp":"2000000000"}"#,
            #"{"room":"standup","sub":"ana","exp":0}"#, #"{"room":"standup","sub":"ana","exp":-1}"#,
            #"{"room":"standup","sub":"ana","exp":-1e300}"#, #"{"room":"standup","sub":7,"exp":2000000000}"#,
            #"{"room":"standup","sub":"../ana","exp":2000000000}"#,
            #"{"room":"a b","sub":"ana","exp":2000000000}"#,
            #"{"room":"standup","sub":"ana","exp":2000000000,"nbf":1999999999}"#,
            #"{"room":"standup","sub":"ana","exp":2000000000,"nbf":"soon"}"#, "[]", "{", "",
        ])
    func `claims that are missing, wrong, over or too early are refused`(payload: String) {
        #expect(throws: Problem.self) { try tokens.claims(of: forged(Self.header, payload)) }
    }

    @Test func `times beyond all calendars are taken for the last day`() throws {
        let payload = #"{"room":"standup","sub":"ana","exp":1e300,"nbf":1}"#
        #expect(
            try tokens.claims(of: forged(Self.header, payload)).expires.secondsSince1970 == 253_402_300_799)
    }

    @Test func `another signature, or another spelling of it, is refused`() throws {
        let token = forged(Self.header)
        #expect(throws: Problem.self) { try tokens.claims(of: forged(Self.header, key: "other")) }
        #expect(throws: Problem.self) { try tokens.claims(of: token + "=") }
        #expect(throws: Problem.self) { try tokens.claims(of: token + "A") }
        #expect(throws: Problem.self) { try tokens.claims(of: " " + token) }
        // 32 bytes leave two bits of the last character unused.
        let last = try #require(token.last)
        for other in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" where other != last {
            #expect(throws: Problem.self) { try tokens.claims(of: String(token.dropLast()) + String(other)) }
        }
    }

    @Test(
        arguments: [
            "", ".", "..", "...", "a.b", "a.b.c.d", "ä.ö.ü", "a.b.\u{0}",
            String(repeating: "a", count: 5_000),
            String(repeating: ".", count: 4_000), String(repeating: "[", count: 1_300) + "..",
        ])
    func `what is no token is refused`(text: String) {
        #expect(throws: Problem.self) { try tokens.claims(of: text) }
    }
}
