import HTTPTypes
import JSONValues
import Networking
import Testing

@testable import EmbeddedRealtime

/// A session that thinks with a Chat Completions server, over real loopback connections.
@Suite(.serialized) struct LanguageModelTests {
    @Test func `speech starts with the first sentence while the second is being thought of`() async throws {
        try await withModel { model, bench in
            let client = try await bench.connect("model=llm")
            client.send(["type": "conversation.item.create", "item": ServerTests.message("Good morning.")])
            client.send(["type": "response.create"])
            let first = try await client.until("response.output_audio.delta")
            #expect(first["output_index"] == 0)
            // Only now does the model go on.
            try await bench.onReactor { _ in model.goOn() }
            let done = try #require(try await client.until("response.done")["response"])
            #expect(done["status"] == "completed")
            let output = done["output"]?.arrayValue ?? []
            #expect(
                output.first?["content"]?.arrayValue?.first?["transcript"]
                    == "Good morning, Ana. How are you?")
            #expect(output.last?["name"] == "lookup")
            #expect(output.last?["arguments"] == "{\"id\":7}")
            let (request, key) = try await bench.onReactor { _ in (model.request, model.key) }
            #expect(key == "Bearer secret")
            #expect(request?["messages"]?.arrayValue?.last?["content"] == "Good morning.")
        }
    }

    @Test func `a model that refuses fails the response with its words`() async throws {
        try await withModel(status: .tooManyRequests) { _, bench in
            let client = try await bench.connect("model=llm")
            client.send(["type": "response.create"])
            let details = try await client.until("response.done")["response"]?["status_details"]
            #expect(details?["type"] == "failed")
            #expect(details?["error"]?["message"]?.stringValue?.contains("429: no capacity") == true)
        }
    }

    @Test func `a model that is not there fails the response, and the session lives on`() async throws {
        let options = EmbeddedServer.Options(
            languageModel: LanguageModel(url: "http://127.0.0.1:9/v1", model: "m"))
        try await ServerBench.run(options) { bench in
            let client = try await bench.connect("model=llm")
            client.send(["type": "response.create"])
            #expect(try await client.until("response.done")["response"]?["status"] == "failed")
            client.send(["type": "session.update", "session": ["type": "realtime"]])
            try await client.until("session.updated")
        }
    }

    private func withModel(
        status: HTTPResponse.Status = .ok, _ body: (FakeModel, ServerBench) async throws -> Void
    ) async throws {
        let reactor = try Reactor.start(name: "model")
        let model = FakeModel(reactor, status: status)
        let port = try await withCheckedThrowingContinuation { continuation in
            reactor.post { continuation.resume(with: Result { try model.listen() }) }
        }
        let options = EmbeddedServer.Options(
            languageModel: LanguageModel(url: "http://127.0.0.1:\(port)/v1/", model: "m", key: "secret"))
        try await ServerBench.run(options) { bench in try await body(model, bench) }
        await reactor.stop()
    }
}

/// Streams one answer in two halves; the second waits until it is asked for.
final class FakeModel: HTTPServerDelegate, @unchecked Sendable {  // everything but `goOn` on its reactor
    private let reactor: Reactor
    private let status: HTTPResponse.Status
    private var server: HTTPServer?
    private var stream: ResponseStream?
    private(set) var request: JSON?
    private(set) var key: String?

    init(_ reactor: Reactor, status: HTTPResponse.Status) {
        self.reactor = reactor
        self.status = status
    }

    func listen() throws -> Int {
        let server = try HTTPServer.listen(on: reactor, host: "127.0.0.1", port: 0, delegate: self)
        self.server = server
        return server.port
    }

    func received(_ exchange: HTTPExchange) {
        request = try? JSON(parsing: exchange.body)
        key = exchange.request.headerFields[.authorization]
        guard status == .ok, exchange.request.path == "/v1/chat/completions" else {
            return exchange.respond(HTTPResponse(status: status), body: Array("no capacity".utf8))
        }
        let stream = exchange.stream(
            HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"]))
        write(["content": "Good morning, Ana. How"], to: stream)
        self.stream = stream
    }

    func goOn() {
        reactor.post { [self] in
            guard let stream else { return }
            write(["content": " are you?"], to: stream)
            write(
                [
                    "tool_calls": [
                        ["index": 0, "id": "c1", "function": ["name": "lookup", "arguments": "{\"id\":7}"]]
                    ]
                ], to: stream)
            _ = stream.write(Array("data: [DONE]\n\n".utf8))
            stream.end()
        }
    }

    func upgradeRequested(_ request: HTTPRequest, from address: String) -> UpgradeDecision {
        .refuse(HTTPResponse(status: .notFound), body: [])
    }

    private func write(_ delta: JSON, to stream: ResponseStream) {
        let chunk: JSON = ["choices": [["index": 0, "delta": delta]]]
        _ = stream.write(Array("data: \(chunk.text)\n\n".utf8))
    }
}
