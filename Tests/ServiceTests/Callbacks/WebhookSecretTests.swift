import Testing

@testable import Service

@Suite struct WebhookSecretTests {
    /// The example of the Standard Webhooks specification's reference libraries.
    @Test func `signatures are those of the specification`() throws {
        let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let signature = secret.signature(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330,
            body: Array(#"{"test": 2432232314}"#.utf8))
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test(arguments: ["", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_not base64", "whsec_c2hvcnQ="])
    func `what is no secret is refused`(text: String) { #expect(WebhookSecret(text) == nil) }

    @Test func `secrets do not print`() throws {
        let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        var dumped = ""
        dump((secret, Secret("hunter2")), to: &dumped)
        #expect(!dumped.contains("hunter2") && !dumped.contains("49") && "\(Secret("hunter2"))" == "(hidden)")
    }
}
