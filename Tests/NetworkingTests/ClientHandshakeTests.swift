import Networking
import Testing

extension Networked {
    /// Servers that answer a handshake with something else than yes.
    @Suite struct ClientHandshakeTests {
        @Test(arguments: [
            ("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", 401),
            ("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\n\r\n", 302),
            ("HTTP/1.0 503 Service Unavailable\r\n\r\n", 503), ("HTTP/1.1 200\r\n\r\n", 200),
        ])
        func `a server that refuses is quoted`(answer: String, status: Int) async throws {
            let closing = try await end(answering: answer)
            #expect(closing.httpStatus == status && closing.code == 1006 && closing.byPeer)
            #expect(closing.reason.contains("refused with \(status)"))
        }

        @Test(arguments: [
            ("", "closed the connection"), ("HTTP/1.1 101 Switching", "closed the connection"),
            ("SSH-2.0-OpenSSH_9.2\r\n\r\n", "HTTP/1.1 and a status"),
            ("HTTP/1.1 101 Switching Protocols\r\n\r\n", "does not prove"),
            (
                "HTTP/1.1 101 Yes\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n", "does not prove"
            ),
            ("HTTP/1.1 101 Yes\r\nNo header\r\n\r\n", "Name: value"),
            ("HTTP/1.1 101 Yes\r\nLong: " + String(repeating: "a", count: 40_000), "no end"),
        ])
        func `an answer that is none ends the attempt`(answer: String, words: String) async throws {
            let closing = try await end(answering: answer)
            #expect(closing.httpStatus == nil && closing.code == 1006)
            #expect(closing.reason.contains(words), "\(closing.reason)")
        }

        private func end(answering answer: String) async throws -> WebSocket.Closing {
            let closed = Recorder<WebSocket.Closing>()
            try await withBench { bench in
                let server = try ScriptedServer(answering: answer)
                await bench.run {
                    let socket = bench.reactor.connect(
                        WebSocketRequest(url: "ws://127.0.0.1:\(server.port)/"))
                    socket.onOpen = { Issue.record("opened") }
                    socket.onClosed = { closed.note($0) }
                }
                _ = await closed.wait()
            }
            return try #require(closed.events.first)
        }
    }
}
