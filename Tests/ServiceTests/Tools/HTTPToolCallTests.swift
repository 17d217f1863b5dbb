import HTTPTypes
import JSONValues
import Networking
import Personas
import Testing

@testable import Service

/// A tool over real sockets, on one reactor.
private actor Workshop {
    nonisolated let reactor: Reactor
    nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }
    private let bench = Bench()
    private var server: HTTPServer?
    private var port = 0

    init() throws { reactor = try Reactor.start(name: "workshop") }

    func answer(_ answers: [(HTTPResponse, String)]) { bench.answers = answers }

    func open() throws {
        let server = try HTTPServer.listen(on: reactor, host: "127.0.0.1", port: port, delegate: bench)
        port = server.port
        self.server = server
    }

    func shut() {
        server?.close()
        server = nil
    }

    func call(
        _ method: Persona.HTTPCall.Method = .post, arguments: String = "{}", timeout: Duration = .seconds(5)
    ) async throws -> ToolOutput {
        let arguments = try #require(ToolArguments(arguments))
        let url = "http://127.0.0.1:\(port)/tool"
        let call = Persona.HTTPCall(
            method: method, url: ExpandedText(written: url, value: url), timeout: timeout)
        return await withCheckedContinuation { continuation in
            HTTPToolCall.make(call, callID: "call_7", arguments: arguments, on: reactor) {
                continuation.resume(returning: $0)
            }
        }
    }

    var requests: [(line: String, key: String?, body: String)] { bench.requests }

    func openLater() { reactor.schedule(after: .milliseconds(50)) { try? self.open() } }

    func close() async { await reactor.stop() }

    final class Bench: HTTPServerDelegate {
        var answers: [(HTTPResponse, String)] = []
        private(set) var requests: [(line: String, key: String?, body: String)] = []

        func received(_ exchange: HTTPExchange) {
            let key = HTTPField.Name("Idempotency-Key").flatMap { exchange.request.headerFields[$0] }
            let line = "\(exchange.request.method) \(exchange.request.path ?? "")"
            requests.append((line, key, String(decoding: exchange.body, as: UTF8.self)))
            let (head, body) =
                answers.isEmpty ? (HTTPResponse(status: .ok), "{}") : answers.removeFirst()
            exchange.respond(head, body: Array(body.utf8))
        }

        func upgradeRequested(_ request: HTTPRequest, from address: String) -> UpgradeDecision {
            .refuse(HTTPResponse(status: .notFound), body: [])
        }
    }
}

@Suite struct HTTPToolCallTests {
    @Test func `a call goes out as its persona says, under the call's own key`() async throws {
        let workshop = try Workshop()
        try await workshop.open()
        #expect(try await workshop.call(arguments: #"{"a": 1}"#).ok)
        #expect(try await workshop.call(.get, arguments: #"{"q": "a b", "n": 2}"#).ok)
        let requests = await workshop.requests
        #expect(requests.map(\.line) == ["POST /tool", "GET /tool?q=a%20b&n=2"])
        #expect(requests.map(\.body) == [#"{"a": 1}"#, ""])
        #expect(requests.map(\.key) == ["call_7", "call_7"])
        await workshop.close()
    }

    @Test func `a busy tool is asked again when it says, with the same key`() async throws {
        let workshop = try Workshop()
        try await workshop.open()
        var busy = HTTPResponse(status: .serviceUnavailable)
        busy.headerFields[.retryAfter] = "0"
        await workshop.answer([(busy, ""), (HTTPResponse(status: .ok), #"{"done":1}"#)])
        #expect(try await workshop.call() == ToolOutput(text: #"{"done":1}"#, ok: true))
        #expect(await workshop.requests.map(\.key) == ["call_7", "call_7"])
        await workshop.close()
    }

    @Test func `a POST that failed on the other side is not made twice`() async throws {
        let workshop = try Workshop()
        try await workshop.open()
        await workshop.answer([(HTTPResponse(status: .internalServerError), "")])
        #expect(try await workshop.call().text.contains("status 500"))
        #expect(await workshop.requests.count == 1)
        await workshop.close()
    }

    @Test func `a redirect is not followed`() async throws {
        let workshop = try Workshop()
        try await workshop.open()
        var redirect = HTTPResponse(status: .found)
        redirect.headerFields[.location] = "/elsewhere"
        await workshop.answer([(redirect, "")])
        #expect(try await workshop.call(.get).text.contains("redirect (status 302)"))
        #expect(await workshop.requests.count == 1)
        await workshop.close()
    }

    @Test func `a result that is too long is no result`() async throws {
        let workshop = try Workshop()
        try await workshop.open()
        let long = String(repeating: "x", count: ToolOutput.maxByteCount + 1)
        await workshop.answer([
            (HTTPResponse(status: .ok), long), (HTTPResponse(status: .badRequest), long),
        ])
        let output = try await workshop.call()
        #expect(!output.ok && output.text.contains("longer than 32768 bytes"))
        #expect(try await workshop.call().text.contains("status 400"))
        await workshop.close()
    }

    @Test func `of a long failure the model gets the beginning`() async throws {
        let workshop = try Workshop()
        try await workshop.open()
        await workshop.answer([
            (HTTPResponse(status: .badRequest), String(repeating: "x", count: 2 << 10)),
            (HTTPResponse(status: .badRequest), String(repeating: "é", count: 3_000)),
        ])
        for letter in ["x", "é"] {
            let answer = try JSON(parsing: try await workshop.call().text)["answer"]?.stringValue
            #expect(answer == String(repeating: letter, count: (2 << 10) / letter.utf8.count))
        }
        await workshop.close()
    }

    @Test func `a tool that is just being restarted is found the second time`() async throws {
        let workshop = try Workshop()
        try await workshop.open()
        await workshop.shut()
        await workshop.openLater()
        #expect(try await workshop.call().ok)
        #expect(await workshop.requests.count == 1)
        await workshop.close()
    }

    @Test(
        arguments: [
            (#"{"a": 1}"#, #"{"a": 1}"#), ("", "{}"), (" \n", "{}"), ("[]", nil), ("null", nil),
            (#"{"a": "#, nil),
            ("Berlin", nil),
        ] as [(String, String?)])
    func `arguments are a JSON object, as the model wrote it`(written: String, text: String?) {
        #expect(ToolArguments(written)?.text == text)
    }
}
