import JSONValues
import Networking
import Personas
import Testing

@testable import Service

@Suite struct ToolAttemptsTests {
    typealias Answer = Result<ToolReply, NetworkingError>

    /// 2026-11-21T10:00:00Z
    let date = WallTime(millisecondsSince1970: 1_795_255_200_000)

    private func verdict(
        _ method: Persona.HTTPCall.Method, _ answer: Answer, after elapsed: Duration = .milliseconds(20)
    ) -> ToolAttempts.Verdict {
        var attempts = ToolAttempts(
            of: Persona.HTTPCall(method: method, url: "http://tools.example", timeout: .seconds(5)))
        return attempts.ended(answer, after: elapsed, at: date)
    }

    private static func status(_ status: Int, retryAfter: String? = nil) -> Answer {
        .success(ToolReply(status: status, retryAfter: retryAfter, body: []))
    }

    private static let refused: Answer = .failure(
        .cannotConnect(host: "tools.example", port: 80, reason: "nobody answers"))
    private static let unknown: Answer = .failure(
        .nameNotResolved(host: "tools.example", reason: "no such name"))
    private static let cut: Answer = .failure(.closedEarly(host: "tools.example"))

    @Test(
        arguments: [
            (refused, true, true), (unknown, true, true), (cut, true, false),
            (.failure(.timedOut(host: "tools.example", after: .seconds(5))), false, false),
            (.failure(.malformedResponse(host: "tools.example", reason: "its status is 7")), false, false),
            (.failure(.invalidURL("x", reason: "it is too long")), false, false),
            (status(500), false, false), (status(502), true, false), (status(503), true, false),
            (status(504), true, false), (status(429), false, false), (status(404), false, false),
            (status(302), false, false), (status(200), false, false),
        ] as [(Answer, Bool, Bool)])
    func `a call is repeated only where that is safe`(answer: Answer, get: Bool, post: Bool) {
        #expect((verdict(.get, answer) == .again(after: ToolAttempts.pause)) == get)
        #expect((verdict(.post, answer) == .again(after: ToolAttempts.pause)) == post)
    }

    @Test(
        arguments: [
            ("2", .seconds(2)), ("0", .zero), ("Sat, 21 Nov 2026 10:00:03 GMT", .seconds(3)),
            ("Sat, 21 Nov 2026 09:00:00 GMT", .zero), ("5", nil), ("86400", nil), ("soon", nil), ("-1", nil),
            ("Sat, 21 Nov 2026 11:00:00 GMT", nil), ("99999999999999999999", nil),
        ] as [(String, Duration?)])
    func `a server that says when to come back is asked then, if that is in time`(
        text: String, pause: Duration?
    ) {
        for status in [429, 503] {
            let answer = Self.status(status, retryAfter: text)
            for method in Persona.HTTPCall.Method.allCases {
                guard let pause else {
                    if case .again = verdict(method, answer) {
                        Issue.record("\(text) is no time to wait for")
                    }
                    continue
                }
                #expect(verdict(method, answer) == .again(after: pause))
            }
        }
    }

    @Test func `a failed retry is not retried, and none begins when its time is up`() {
        var attempts = ToolAttempts(of: Persona.HTTPCall(url: "http://tools.example", timeout: .seconds(5)))
        #expect(attempts.ended(Self.refused, after: .zero, at: date) == .again(after: ToolAttempts.pause))
        guard case .over(let output) = attempts.ended(Self.refused, after: .seconds(1), at: date) else {
            Issue.record("a third attempt")
            return
        }
        #expect(!output.ok && output.text.contains("nobody answers"))
        if case .again = verdict(.get, Self.refused, after: .milliseconds(4_900)) {
            Issue.record("a retry that cannot end in time")
        }
    }

    @Test func `a POST that was cut off may have been carried out, and the model is told so`() {
        let timeout: Answer = .failure(.timedOut(host: "tools.example", after: .seconds(5)))
        for answer in [Self.cut, timeout] {
            guard case .over(let post) = verdict(.post, answer) else {
                Issue.record("it is repeated")
                return
            }
            #expect(post.text.contains("It is not known whether it did what it was asked to."))
        }
        guard case .over(let get) = verdict(.get, timeout) else { return }
        #expect(get == .failure("The tool did not answer within 5.0 seconds."))
    }
}

@Suite struct ToolOutputTests {
    @Test(
        arguments: [
            (200, "application/json", #"{"a": 1}"#, #"{"a": 1}"#),
            (200, "application/problem+json; charset=utf-8", "[1]", "[1]"),
            (200, nil, #"{"a": 1}"#, #"{"a": 1}"#),
            (200, nil, "On the ship.", #"{"result":"On the ship."}"#),
            (200, "application/json", "On the ship.", #"{"result":"On the ship."}"#),
            (200, "text/plain; charset=utf-8", "42", #"{"result":"42"}"#),
            (201, "text/csv", "a,\"b\"\n", #"{"result":"a,\"b\"\n"}"#),
            (204, nil, "", #"{"ok":true}"#),
            (
                200, "image/png", "x",
                #"{"error":"The tool answered with image/png, which is neither JSON nor text."}"#
            ),
            (
                302, nil, "",
                #"{"error":"The tool answered with a redirect (status 302); redirects are not followed.","status":302}"#
            ),
            (
                404, "application/json", #"{"message":"no such order"}"#,
                #"{"error":"The tool answered with status 404.","status":404,"answer":{"message":"no such order"}}"#
            ),
            (
                500, "text/html", "<h1>Oops</h1>",
                #"{"error":"The tool answered with status 500.","status":500}"#
            ),
        ] as [(Int, String?, String, String)])
    func `every answer is something that a model can use`(
        status: Int, type: String?, body: String, output: String
    ) {
        let reply = ToolReply(status: status, contentType: type, body: Array(body.utf8))
        #expect(reply.output.text == output)
        #expect(reply.output.ok == !output.contains(#""error""#))
        #expect((try? JSON(parsing: reply.output.text)) != nil)
    }

    @Test func `what is no text is not passed off as text`() {
        let reply = ToolReply(status: 200, contentType: "text/plain", body: [0xFF, 0xFE])
        #expect(!reply.output.ok)
    }

    @Test func `a failure does not tell the tool's URL`() {
        let url = "https://api.example/find?key=sesame"
        let output = ToolOutput.failure(NetworkingError.invalidURL(url, reason: "it is too long"))
        #expect(output.text.contains("it is too long") && !output.text.contains("sesame"))
    }
}
