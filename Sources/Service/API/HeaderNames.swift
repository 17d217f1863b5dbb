import HTTPTypes

// Header fields of the contract that HTTPTypes does not name itself.

extension HTTPField.Name {
    static let idempotencyKey = literal("Idempotency-Key")
    static let lastEventID = literal("Last-Event-ID")
    static let permissionsPolicy = literal("Permissions-Policy")
    static let prefer = literal("Prefer")
    static let preferenceApplied = literal("Preference-Applied")
    static let referrerPolicy = literal("Referrer-Policy")
    static let secFetchSite = literal("Sec-Fetch-Site")
    static let traceparent = literal("traceparent")
    static let tracestate = literal("tracestate")
    static let webhookID = literal("webhook-id")
    static let webhookSignature = literal("webhook-signature")
    static let webhookTimestamp = literal("webhook-timestamp")

    private static func literal(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("no header name: \(text)") }
        return name
    }
}
