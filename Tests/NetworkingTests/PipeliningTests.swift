import HTTPTypes
import Networking
import Testing

extension Networked {
    @Suite struct PipeliningTests {
        private static let get = "GET /nope HTTP/1.1\r\nHost: a\r\n\r\n"
        private static let post = "POST /voice/join HTTP/1.1\r\nHost: a\r\nContent-Length: 7\r\n\r\n{\"a\":1}"
        private static let lastPost =
            "POST /voice/join HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 7\r\n\r\n{\"a\":1}"

        /// libwebsockets 4.1.6 repeats the body's end for ever here, and the loop serves nobody else.
        @Test(arguments: [
            ("GET+GET", get + get, 2), ("GET+POST", get + post, 2), ("POST close", lastPost, 1),
            ("POST+GET", post + get, 2), ("POST+POST", post + post, 2),
            ("POST×20", String(repeating: post, count: 20), 20),
        ])
        func `pipelined requests are answered once each and the server lives on`(
            name: String, requests: String, expected: Int
        ) async throws {
            try await withBench { bench in
                let port = try await bench.serve { $0.respond(.init(status: .ok), body: $0.body) }
                let client = try RawSocket(port: port)
                client.send(requests)
                let answer = client.receive { $0.count(of: "HTTP/1.1 ") == expected }
                #expect(answer.text.count(of: "HTTP/1.1 ") == expected)
                let more = client.receive(atMost: .milliseconds(100))
                #expect(more.text.isEmpty)
                let other = try RawSocket(port: port)
                other.send(Self.get)
                #expect(other.receive { $0.contains("\r\n\r\n") }.text.hasPrefix("HTTP/1.1 200 OK\r\n"))
            }
        }

        @Test func `answers keep the order of the requests however late they are given`() async throws {
            try await withBench { bench in
                let reactor = bench.reactor
                let port = try await bench.serve { exchange in
                    let exchange = Held(exchange)
                    let delay = exchange.value.request.path == "/slow" ? 50 : 0
                    reactor.schedule(after: .milliseconds(delay)) {
                        exchange.value.respond(
                            .init(status: .ok), body: Array((exchange.value.request.path ?? "").utf8))
                    }
                }
                let client = try RawSocket(port: port)
                client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGET /quick HTTP/1.1\r\nHost: a\r\n\r\n")
                let answer = client.receive { $0.contains("/quick") }.text
                let slow = try #require(answer.firstRange(of: "/slow"))
                let quick = try #require(answer.firstRange(of: "/quick"))
                #expect(slow.lowerBound < quick.lowerBound)
            }
        }
    }
}
