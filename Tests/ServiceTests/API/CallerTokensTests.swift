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

    @Test(arguments: ["none", "None", "HS512"])
    func `the header chooses no algorithm`(algorithm: String) {
        let parts = tokens.token(for: claims).split(separator: ".")
        let header = Data(#"{"alg":"\#(algorithm)","typ":"JWT"}"#.utf8).base64EncodedString().replacing(
            "=", with: "")
        for signature in ["", String(parts[2])] {
            #expect(throws: Problem.self) { try tokens.claims(of: "\(header).\(parts[1]).\(signature)") }
        }
    }

    @Test(arguments: ["", ".", "..", "a.b", "a.b.c.d", "ä.ö.ü"])
    func `what is no token is refused`(text: String) {
        #expect(throws: Problem.self) { try tokens.claims(of: text) }
    }
}
