import HTTPTypes
import Networking
import Testing

extension Networked {
    @Suite struct HTTPClientTests {
        /// What came of a request, short enough to compare.
        private func call(
            _ bench: Bench, _ request: OutboundRequest
        ) async -> Result<InboundResponse, NetworkingError>? {
            let results = Recorder<Result<InboundResponse, NetworkingError>>()
            await bench.run { _ = bench.reactor.send(request) { results.note($0) } }
            return await results.wait(atMost: .seconds(10)).first
        }

        @Test(arguments: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])
        func `a request goes out as it is and its answer comes back whole`(name: String) async throws {
            try await withBench { bench in
                let seen = Recorder<HTTPRequest>()
                let port = try await bench.serve { exchange in
                    seen.note(exchange.request)
                    var response = HTTPResponse(status: .created)
                    response.headerFields[.location] = "/rooms/1"
                    response.headerFields[.init("X-Request-Id")!] = "r1"
                    response.headerFields[.init("X-Seen")!] = String(decoding: exchange.body, as: UTF8.self)
                    exchange.respond(response, body: exchange.body + exchange.body)
                }
                let method = try #require(HTTPRequest.Method(name))
                let body = name == "GET" || name == "HEAD" || name == "OPTIONS" ? "" : "{\"a\":1}"
                let request = OutboundRequest(
                    method: method, url: "http://localhost:\(port)/a%2Fb?c=d%20e",
                    headers: [.authorization: "Bearer key", .init("webhook-id")!: "msg_1"],
                    body: Array(body.utf8),
                    responseHeaders: [.init("x-request-id")!, .init("x-seen")!])
                let response = try #require(try await call(bench, request)?.get())
                #expect(response.status == 201)
                #expect(response.body == Array((body + body).utf8))
                #expect(response.head.headerFields[.location] == "/rooms/1")
                #expect(response.head.headerFields[.init("X-Request-Id")!] == "r1")
                #expect(response.head.headerFields[.init("X-Seen")!] ?? "" == body)
                let sent = try #require(seen.events.first)
                #expect(sent.method == method && sent.path == "/a%2Fb?c=d%20e")
                #expect(sent.authority == "localhost:\(port)")
                #expect(sent.headerFields[.authorization] == "Bearer key")
                #expect(sent.headerFields[.init("Webhook-Id")!] == "msg_1")
            }
        }

        @Test(arguments: [0, 1, 16_384, 16_385, 300_000])
        func `bodies of any size go both ways`(size: Int) async throws {
            try await withBench { bench in
                var limits = HTTPServerLimits()
                limits.maxBodyByteCount = 1 << 20
                let port = try await bench.serve(limits: limits) {
                    $0.respond(.init(status: .ok), body: $0.body)
                }
                let body = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 2) }
                let request = OutboundRequest(method: .post, url: "http://127.0.0.1:\(port)/", body: body)
                #expect(try await call(bench, request)?.get().body == body)
            }
        }

        @Test func `a streamed answer arrives in parts as it is written`() async throws {
            try await withBench { bench in
                let stream = Held<ResponseStream?>(nil)
                let port = try await bench.serve {
                    stream.value = $0.stream(
                        .init(status: .ok, headerFields: [.contentType: "text/event-stream"]))
                }
                let parts = Recorder<String>()
                await bench.run {
                    _ = bench.reactor.send(
                        OutboundRequest(url: "http://127.0.0.1:\(port)/"),
                        onHead: { parts.note("head \($0.headerFields[.contentType] ?? "")") },
                        onBodyPart: { parts.note(String(decoding: $0, as: UTF8.self)) },
                        { parts.note("done \((try? $0.get().body.count) ?? -1)") })
                }
                #expect(await parts.wait() == ["head text/event-stream"])
                for number in 1...3 {
                    await bench.run { _ = stream.value?.write(Array("data: \(number)\n\n".utf8)) }
                    #expect(await parts.wait(for: number + 1).last == "data: \(number)\n\n")
                }
                await bench.run { stream.value?.end() }
                #expect(await parts.wait(for: 5).last == "done 0")
            }
        }

        @Test(arguments: [
            ("HTTP/1.1 200 OK\r\n\r\nuntil the end", "200 until the end"),
            ("HTTP/1.1 204 No Content\r\n\r\n", "204 "),
            ("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 2\r\n\r\nno", "302 no"),
            ("HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok", "200 ok"),
            ("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nshort", "closed the connection"),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "closed the connection"),
            ("SSH-2.0-OpenSSH\r\n\r\n", ""), ("", ""),
        ])
        func `answers of other servers are understood or called what they are`(
            answer: String, outcome: String
        ) async throws {
            try await withBench { bench in
                let server = try ScriptedServer(answering: answer)
                let request = OutboundRequest(url: "http://127.0.0.1:\(server.port)/", deadline: .seconds(2))
                switch await call(bench, request) {
                case .success(let response)?:
                    #expect("\(response.status) \(String(decoding: response.body, as: UTF8.self))" == outcome)
                case .failure(let error)?:
                    let isTold = outcome.isEmpty || "\(error)".contains(outcome)
                    #expect(isTold && "\(error)".contains("127.0.0.1"), "\(error)")
                case nil:
                    Issue.record("no answer")
                }
            }
        }

        @Test func `a request has a deadline of its own`() async throws {
            try await withBench { bench in
                let mute = try MuteListener()
                let start = ContinuousClock.now
                let url = "http://127.0.0.1:\(mute.port)/"
                let result = await call(bench, OutboundRequest(url: url, deadline: .milliseconds(200)))
                #expect(result?.error == .timedOut(host: "127.0.0.1", after: .milliseconds(200)))
                #expect(ContinuousClock.now - start < .seconds(5))
            }
        }

        /// A server that answers 413 and closes before it has read the body.
        @Test func `an early answer ends a request one way or the other`() async throws {
            try await withBench { bench in
                let port = try await bench.serve()
                let body = [UInt8](repeating: 0x41, count: 5_000_000)
                let request = OutboundRequest(
                    method: .post, url: "http://127.0.0.1:\(port)/", body: body, deadline: .seconds(3))
                switch await call(bench, request) {
                case .success(let response)?: #expect(response.status == 413)
                case .failure(let error)?:
                    let isExpected: Bool
                    switch error {
                    case .closedEarly, .timedOut: isExpected = true
                    default: isExpected = false
                    }
                    #expect(isExpected, "\(error)")
                case nil: Issue.record("no answer")
                }
            }
        }

        @Test func `an answer too large is refused`() async throws {
            try await withBench { bench in
                let port = try await bench.serve {
                    $0.respond(.init(status: .ok), body: Array(repeating: 1, count: 2_000))
                }
                let request = OutboundRequest(url: "http://127.0.0.1:\(port)/", maxBodyByteCount: 1_999)
                #expect(await call(bench, request)?.error == .bodyTooLarge(host: "127.0.0.1", limit: 1_999))
            }
        }

        @Test func `a request goes to the address it is given, whatever its name`() async throws {
            try await withBench { bench in
                let seen = Recorder<String?>()
                let port = try await bench.serve {
                    seen.note($0.request.authority)
                    $0.respond(.init(status: .ok))
                }
                let request = OutboundRequest(
                    url: "http://callbacks.invalid/",
                    connectTo: ResolvedAddress(bytes: [127, 0, 0, 1], port: port))
                #expect(try await call(bench, request)?.get().status == 200)
                #expect(seen.events == ["callbacks.invalid"])
            }
        }

        @Test(arguments: [
            ("ftp://x/", "http://"), ("http:///", "host"), ("http://nowhere.invalid/", "nowhere.invalid"),
            ("http://127.0.0.1:1/", "127.0.0.1:1"), ("http://127.0.0.1:1/a b", "percent-encoded"),
        ])
        func `what cannot be reached says so`(url: String, words: String) async throws {
            try await withBench { bench in
                let error = try #require(await call(bench, OutboundRequest(url: url))?.error)
                #expect("\(error)".contains(words), "\(error)")
            }
        }

        @Test func `a cancelled request calls nobody`() async throws {
            try await withBench { bench in
                let port = try await bench.serve()
                let called = Recorder<Bool>()
                await bench.run {
                    let call = bench.reactor.send(OutboundRequest(url: "http://127.0.0.1:\(port)/")) { _ in
                        called.note(true)
                    }
                    call.cancel()
                    call.cancel()
                }
                try await Task.sleep(for: .milliseconds(100))
                #expect(called.events.isEmpty)
            }
        }
    }
}

extension Result {
    var error: Failure? {
        switch self {
        case .success: nil
        case .failure(let error): error
        }
    }
}
