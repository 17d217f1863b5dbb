import HTTPTypes
import Networking
import Testing

extension Networked {
    @Suite struct UpgradeRefusalTests {
        @Test(arguments: [
            (401, "Unauthorized"), (403, "Forbidden"), (404, "Not Found"), (409, "Conflict"),
            (422, "Unprocessable Content"), (503, "Service Unavailable"),
        ])
        func `a refused upgrade gets its whole answer`(status: Int, phrase: String) async throws {
            try await withBench { bench in
                let port = try await bench.serve(upgrade: { request in
                    var response = HTTPResponse(status: .init(code: status))
                    response.headerFields[.contentType] = "application/problem+json"
                    return .refuse(response, body: Array("{\"path\":\"\(request.path ?? "")\"}".utf8))
                })
                let client = try RawSocket(port: port)
                client.send(WireFrame.upgrade("/rooms/a%2Fb/call?identity=%41na&x=1"))
                let (text, isClosed) = client.receive()
                #expect(isClosed)
                #expect(text.hasPrefix("HTTP/1.1 \(status) \(phrase)\r\n"))
                #expect(text.contains("application/problem+json"))
                #expect(text.hasSuffix("\r\n\r\n{\"path\":\"/rooms/a%2Fb/call?identity=%41na&x=1\"}"))
            }
        }

        @Test func `who speaks HTTP of before WebSockets is answered as if they had not asked for one`()
            async throws
        {
            try await withBench { bench in
                let port = try await bench.serve(
                    request: { $0.respond(.init(status: .upgradeRequired)) }, upgrade: listening(Recorder()))
                let client = try RawSocket(port: port)
                client.send(WireFrame.upgrade().replacing("HTTP/1.1", with: "HTTP/1.0"))
                #expect(client.receive { $0.contains("\r\n\r\n") }.text.hasPrefix("HTTP/1.1 426 "))
            }
        }

        @Test func `a client of ours learns the status of a refusal`() async throws {
            try await withBench { bench in
                let port = try await bench.serve(upgrade: { _ in
                    .refuse(.init(status: .conflict), body: Array("no".utf8))
                })
                let closed = Recorder<WebSocket.Closing>()
                await bench.run {
                    let socket = bench.reactor.connect(WebSocketRequest(url: "ws://127.0.0.1:\(port)/x"))
                    socket.onClosed = { closed.note($0) }
                }
                let closing = try #require(await closed.wait().first)
                #expect(closing.httpStatus == 409 && closing.code == 1006)
            }
        }

        @Test func `a plain GET to a WebSocket's path is a request like any other`() async throws {
            try await withBench { bench in
                let port = try await bench.serve { $0.respond(.init(status: .upgradeRequired)) }
                let client = try RawSocket(port: port)
                client.send("GET /rooms/a/call HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(client.receive { $0.contains("\r\n\r\n") }.text.hasPrefix("HTTP/1.1 426 "))
            }
        }

        @Test(arguments: [
            ("Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 8", 426),
            ("dGhlIHNhbXBsZSBub25jZQ==", "short", 400),
            ("dGhlIHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZSBub25jZQ=A", 400),
            ("dGhlIHNhbXBsZSBub25jZQ==", "dGhl-HNhbXBsZSBub25jZQ==", 400),
            ("GET ", "POST ", 400),
        ])
        func `a handshake that is none is refused`(part: String, instead: String, status: Int) async throws {
            try await withBench { bench in
                let port = try await bench.serve(upgrade: listening(Recorder()))
                let client = try RawSocket(port: port)
                var request = WireFrame.upgrade()
                if let range = request.firstRange(of: part) { request.replaceSubrange(range, with: instead) }
                client.send(request)
                #expect(client.receive().text.hasPrefix("HTTP/1.1 \(status) "))
            }
        }
    }
}
