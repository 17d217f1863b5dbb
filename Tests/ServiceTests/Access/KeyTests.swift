import HTTPTypes
import Testing

@testable import Service

private let platform = "platform-secret-0123"
private let chair = "chair-secret-4567890"

@Suite struct KeyTests {
    private let keys = "platform:join:\(platform) chair:moderate,read:\(chair)"

    private func grant(_ value: String?, apiKey: String? = "hunter2") throws -> Authorization.Grant? {
        let settings = try Settings(environment: ["PARLEY_API_KEYS": keys])
        var headers: HTTPFields = [:]
        if let value { headers[.authorization] = value }
        return Authorization(key: apiKey.map(Secret.init), keys: settings.apiKeys).grant(headers)
    }

    @Test func `a key opens what its scopes say, and is known by its name`() throws {
        #expect(try grant("Bearer hunter2")?.scopes == [.join, .read, .moderate])
        #expect(try grant("Bearer hunter2")?.key == "default")
        #expect(try grant("bearer \(platform)") == .init(key: "platform", scopes: [.join]))
        #expect(try grant("Bearer \(chair)") == .init(key: "chair", scopes: [.moderate, .read]))
        #expect(try grant("Bearer \(chair)", apiKey: nil)?.key == "chair")
    }

    @Test(arguments: [
        nil, "", "Bearer", "Bearer ", "hunter2", "Basic hunter2", "Bearer hunter", "Bearer hunter22",
    ])
    func `what is no key opens nothing`(value: String?) throws { #expect(try grant(value) == nil) }

    @Test func `without any key everybody may do everything`() {
        #expect(Authorization(key: nil).grant([:]) == .everybody)
    }

    @Test func `each operation asks for one scope, and any key may read the description`() throws {
        let reader = Authorization.Grant(key: "reader", scopes: [.read])
        for operation: Service.Operation in [.rooms, .room("a"), .agents, .metrics, .interfaceDescription] {
            #expect(throws: Never.self) { try reader.check(operation) }
        }
        for operation: Service.Operation in [
            .join, .leave, .token(room: "a"), .line(room: "a"), .endRoom("a"), .say(room: "a"),
        ] {
            let problem = #expect(throws: Problem.self) { try reader.check(operation) }
            #expect(problem?.code == .missingScope && problem?.detail.contains("reader") == true)
        }
    }

    @Test(
        arguments: [
            ("", "empty"), ("platform", "NAME:SCOPE"), ("platform:join", "NAME:SCOPE"),
            ("platform:fly:\(platform)", "scope"),
            ("platform::\(platform)", "no scope"), ("platform:join:short", "16"),
            (":join:\(platform)", "name"),
            ("a/b:join:\(platform)", "name"), ("default:join:\(platform)", "default"),
            ("a:join:\(platform) a:read:\(chair)", "two keys"),
            ("a:join:\(platform) b:read:\(platform)", "secret of another"),
            ("a:join:\(platform)ä", "ASCII"),
        ])
    func `a key that is none is refused without being told`(value: String, why: String) {
        let complaint = #expect(throws: SettingComplaint.self) {
            try Settings(environment: ["PARLEY_API_KEYS": value])
        }
        #expect(complaint?.description.contains(why) == true, "\(String(describing: complaint))")
        #expect(complaint?.description.contains(platform) == false)
    }

    @Test func `the config file has keys, whose secrets come from the environment`() throws {
        let text = "api_keys:\n  - {name: platform, scopes: [join, read], key: '${PLATFORM}'}\n"
        let settings = try Settings(environment: ["PLATFORM": platform], file: ("parley.yaml", text))
        #expect(settings.apiKeys.map(\.name) == ["platform"] && settings.apiKeys[0].scopes == [.join, .read])
        #expect(settings.apiKeys[0].secret == Secret(platform))
        #expect(
            try Settings(
                environment: ["PLATFORM": platform, "PARLEY_API_KEYS": keys], file: ("parley.yaml", text)
            ).apiKeys.map(\.name) == ["platform", "chair"], "the environment wins")
    }

    @Test(
        arguments: [
            "api_keys: platform\n", "api_keys: []\n", "api_keys: [{name: a, scopes: [join]}]\n",
            "api_keys: [{name: a, scopes: join, key: 0123456789abcdef}]\n",
            "api_keys: [{name: a, scopes: [join], key: '${NOWHERE}'}]\n",
            "api_keys: [{name: a, scopes: [join], key: 0123456789abcdef, more: 1}]\n",
        ])
    func `keys of the config file are told with their line`(text: String) {
        let complaint = #expect(throws: SettingComplaint.self) { try Settings(file: ("parley.yaml", text)) }
        #expect(
            complaint?.description.hasPrefix("parley.yaml:1: api_keys") == true,
            "\(String(describing: complaint))")
    }

    @Test func `keys lock the door to other machines as the one key does`() throws {
        #expect(throws: SettingComplaint.self) { try Settings(flags: [.host: ["0.0.0.0"]]) }
        #expect(throws: Never.self) {
            try Settings(flags: [.host: ["0.0.0.0"]], environment: ["PARLEY_API_KEYS": keys])
        }
    }

    @Test func `a certificate and its key belong together`() throws {
        #expect(throws: SettingComplaint.self) { try Settings(flags: [.tlsKey: ["key.pem"]]) }
        #expect(throws: SettingComplaint.self) { try Settings(flags: [.tlsCertificate: ["cert.pem"]]) }
        let settings = try Settings(
            flags: [.tlsKey: ["key.pem"]], environment: ["PARLEY_TLS_CERTIFICATE": "cert.pem"])
        #expect(settings.tls == TLSFiles(certificate: "cert.pem", key: "key.pem"))
    }

    @Test func `two secrets sign each callback, the new one first`() throws {
        let new = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        let old = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
        let body = Array("{}".utf8)
        let signature = try [new, old].map { secret in
            try #require(WebhookSecret(secret)).signature(id: "msg_1", timestamp: 1, body: body)
        }
        for value in ["\(new) \(old)", "\(new),\(old)"] {
            let settings = try Settings(environment: ["PARLEY_CALLBACK_SECRET": value])
            #expect(
                settings.callbacks.secret?.signature(id: "msg_1", timestamp: 1, body: body)
                    == signature.joined(separator: " "))
        }
        let file = try Settings(file: ("parley.yaml", "callback_secret: [\(new), \(old)]\n"))
        #expect(
            try file.callbacks.secret
                == Settings(environment: ["PARLEY_CALLBACK_SECRET": "\(new) \(old)"]).callbacks.secret)
        for wrong in ["\(new) \(old) \(new)", "\(new) hunter2", "hunter2"] {
            let complaint = #expect(throws: SettingComplaint.self) {
                try Settings(environment: ["PARLEY_CALLBACK_SECRET": wrong])
            }
            #expect(complaint?.description.contains("hunter2") == false)
        }
    }
}
