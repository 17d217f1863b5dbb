import HTTPTypes
import Networking
import Testing

extension Networked {
    @Suite struct HTTPServerTests {
        @Test(arguments: ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "POST", "BREW"])
        func `every method reaches the delegate and the connection lives on`(method: String) async throws {
            try await withBench { bench in
                let seen = Recorder<String>()
                let port = try await bench.serve { exchange in
                    seen.note(exchange.request.method.rawValue)
                    exchange.respond(.init(status: .methodNotAllowed), body: Array("no".utf8))
                }
                let client = try RawSocket(port: port)
                for round in 1...2 {
                    client.send("\(method) /x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc")
                    let text = client.receive { $0.contains(method == "HEAD" ? "\r\n\r\n" : "\r\n\r\nno") }
                        .text
                    #expect(text.hasPrefix("HTTP/1.1 405 Method Not Allowed\r\n"))
                    #expect(text.contains("content-length: 2\r\n") && !text.contains("connection:"))
                    #expect(text.hasSuffix(method == "HEAD" ? "\r\n\r\n" : "\r\n\r\nno"))
                    #expect(seen.events == Array(repeating: method, count: round))
                }
            }
        }

        @Test func `the target and the headers are what was sent`() async throws {
            try await withBench { bench in
                let seen = Recorder<HTTPRequest>()
                let port = try await bench.serve {
                    seen.note($0.request)
                    $0.respond(.init(status: .ok))
                }
                let client = try RawSocket(port: port)
                client.send(
                    """
                    GET /a%2Fb/../c//d%20e?x=%26&y=a+b&&z HTTP/1.1\r
                    Host: example.org:80\r
                    X-Odd_Name:   spaces  inside\t\r
                    Idempotency-Key: one\r
                    Prefer: wait=5\r
                    prefer: other\r
                    X-Empty:\r
                    X-Utf8: gr\u{fc}n\r
                    \r

                    """)
                let request = try #require(await seen.wait().first)
                #expect(request.path == "/a%2Fb/../c//d%20e?x=%26&y=a+b&&z")
                #expect(request.authority == "example.org:80")
                let fields = request.headerFields
                #expect(fields[HTTPField.Name("x-odd_name")!] == "spaces  inside")
                #expect(fields[HTTPField.Name("idempotency-key")!] == "one")
                #expect(fields[values: HTTPField.Name("Prefer")!] == ["wait=5", "other"])
                #expect(fields[HTTPField.Name("x-empty")!] == "")
                #expect(fields[HTTPField.Name("x-utf8")!] == "gr\u{fc}n")
            }
        }

        @Test(arguments: [
            (200, "OK"), (201, "Created"), (202, "Accepted"), (204, "No Content"), (304, "Not Modified"),
            (413, "Content Too Large"), (422, "Unprocessable Content"), (599, "Status 599"),
        ])
        func `an answer has its reason phrase and its length`(status: Int, phrase: String) async throws {
            try await withBench { bench in
                let port = try await bench.serve {
                    $0.respond(.init(status: .init(code: status)), body: Array("{}".utf8))
                }
                let client = try RawSocket(port: port)
                client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
                let hasBody = status != 204 && status != 304
                let text = client.receive { $0.hasSuffix(hasBody ? "{}" : "\r\n\r\n") }.text
                #expect(text.hasPrefix("HTTP/1.1 \(status) \(phrase)\r\n"))
                #expect(text.contains("content-length: 2\r\n") == hasBody)
                #expect(text.hasSuffix("\r\n\r\n{}") == hasBody)
            }
        }

        @Test(arguments: [
            ("Content-Length: 11\r\n\r\nhello world", "hello world"),
            (
                "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nX-T: 1\r\n\r\n",
                "hello world"
            ),
            ("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", ""),
            ("\r\n", ""),
        ])
        func `a body arrives whole however it is cut`(rest: String, body: String) async throws {
            try await withBench { bench in
                let port = try await bench.serve { $0.respond(.init(status: .ok), body: $0.body) }
                let request = Array("POST / HTTP/1.1\r\nHost: a\r\n\(rest)".utf8)
                let client = try RawSocket(port: port)
                for pieces in [request.count, 1] {
                    for start in stride(from: 0, to: request.count, by: pieces) {
                        client.send(Array(request[start..<min(start + pieces, request.count)]))
                    }
                    let text = client.receive { $0.hasSuffix("\r\n\r\n\(body)") }.text
                    #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n") && text.hasSuffix("\r\n\r\n\(body)"))
                }
            }
        }

        @Test func `a client that asks before it sends is told to go on`() async throws {
            try await withBench { bench in
                let port = try await bench.serve { $0.respond(.init(status: .ok), body: $0.body) }
                let client = try RawSocket(port: port)
                client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
                #expect(client.receive { $0.hasSuffix("\r\n\r\n") }.text == "HTTP/1.1 100 Continue\r\n\r\n")
                client.send("ok")
                #expect(client.receive { $0.hasSuffix("ok") }.text.hasPrefix("HTTP/1.1 200 "))
            }
        }

        /// A client still sends megabytes while we answer: the answer must survive that.
        @Test(arguments: ["Content-Length: 5000000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n4C4B40\r\n"])
        func `a body too large gets the delegate's 413 and a clean end`(framing: String) async throws {
            try await withBench { bench in
                var limits = HTTPServerLimits()
                limits.refusal = { refusal, request in
                    var response = HTTPResponse(status: refusal.status)
                    response.headerFields[.contentType] = "application/problem+json"
                    let path = request?.path ?? "none"
                    return (response, body: Array("{\"code\":\"\(refusal)\",\"path\":\"\(path)\"}".utf8))
                }
                let port = try await bench.serve(limits: limits) { _ in Issue.record("must not be received") }
                let client = try RawSocket(port: port)
                client.send("POST / HTTP/1.1\r\nHost: a\r\n\(framing)")
                for _ in 0..<50 { client.send([UInt8](repeating: 0x41, count: 100_000)) }
                let (text, isClosed) = client.receive()
                #expect(text.hasPrefix("HTTP/1.1 413 Content Too Large\r\n"))
                #expect(
                    text.hasSuffix("{\"code\":\"bodyTooLarge(limit: 65536)\",\"path\":\"/\"}") && isClosed)
            }
        }

        @Test func `a refusal is whole, whatever was asked before`() async throws {
            try await withBench { bench in
                var limits = HTTPServerLimits()
                limits.refusal = { refusal, _ in (HTTPResponse(status: refusal.status), Array("why".utf8)) }
                let port = try await bench.serve(limits: limits) { $0.respond(.init(status: .ok), body: []) }
                let client = try RawSocket(port: port)
                client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(client.receive { $0.hasSuffix("\r\n\r\n") }.text.hasPrefix("HTTP/1.1 200 "))
                client.send("hello\r\n\r\n")
                #expect(client.receive().text.hasSuffix("why"))
            }
        }

        @Test(arguments: [
            "GET /\r\nHost: a\r\n\r\n", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: a\u{1}b\r\n\r\n", "GET noslash HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
                + String(repeating: "X: yyyyyyyyyyyyyyyy\r\n", count: 1_000) + "\r\n",
            "\u{16}\u{3}\u{1}hello\r\n\r\n",
        ])
        func `what is not HTTP is refused with 400 and closed`(request: String) async throws {
            try await withBench { bench in
                let port = try await bench.serve { _ in Issue.record("must not be received") }
                let client = try RawSocket(port: port)
                client.send(request)
                let (text, isClosed) = client.receive()
                #expect(text.hasPrefix("HTTP/1.1 400 Bad Request\r\n") && isClosed, "\(text)")
                #expect(text.count(of: "HTTP/1.1 ") == 1)
            }
        }

        @Test func `a head too large is refused with 431`() async throws {
            try await withBench { bench in
                let port = try await bench.serve()
                let client = try RawSocket(port: port)
                client.send(
                    "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "y", count: 20_000))\r\n\r\n")
                #expect(client.receive().text.hasPrefix("HTTP/1.1 431 "))
            }
        }

        @Test func `an old client is answered and closed`() async throws {
            try await withBench { bench in
                let port = try await bench.serve { $0.respond(.init(status: .ok), body: Array("x".utf8)) }
                let client = try RawSocket(port: port)
                client.send("GET / HTTP/1.0\r\n\r\n")
                let (text, isClosed) = client.receive()
                #expect(text.hasSuffix("\r\n\r\nx") && text.contains("connection: close\r\n") && isClosed)
            }
        }

        @Test func `a delegate learns that its client has left`() async throws {
            try await withBench { bench in
                let left = Recorder<Bool>()
                let received = Recorder<Bool>()
                let held = Held<[HTTPExchange]>([])
                let port = try await bench.serve { exchange in
                    held.value.append(exchange)
                    exchange.onAbandoned = { left.note(true) }
                    received.note(true)
                }
                do {
                    let client = try RawSocket(port: port)
                    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                    _ = await received.wait()
                }
                #expect(await left.wait() == [true])
                await bench.run { held.value[0].respond(.init(status: .ok)) }
            }
        }

        @Test func `a port in use says which and what to do`() async throws {
            try await withBench { bench in
                let port = try await bench.serve()
                let text = await bench.run { () -> String in
                    do {
                        _ = try HTTPServer.listen(
                            on: bench.reactor, host: "127.0.0.1", port: port, delegate: Nobody())
                        return "listens"
                    } catch {
                        return "\(error)"
                    }
                }
                #expect(text.contains("127.0.0.1:\(port) is in use") && text.contains("another port"))
            }
        }

        @Test(arguments: ["192.0.2.1", "nowhere.invalid"])
        func `an address that is not ours is refused`(host: String) async throws {
            try await withBench { bench in
                let text = await bench.run { () -> String in
                    do {
                        _ = try HTTPServer.listen(on: bench.reactor, host: host, port: 0, delegate: Nobody())
                        return "listens"
                    } catch {
                        return "\(error)"
                    }
                }
                #expect(text.hasPrefix("cannot listen on \(host):0: "))
            }
        }
    }
}

private final class Nobody: HTTPServerDelegate {
    func received(_ exchange: HTTPExchange) {}
    func upgradeRequested(_ request: HTTPRequest, from address: String) -> UpgradeDecision {
        .refuse(.init(status: .notFound), body: [])
    }
}
