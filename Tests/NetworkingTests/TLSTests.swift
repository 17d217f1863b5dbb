import HTTPTypes
import Networking
import Testing

extension Networked {
    @Suite struct TLSTests {
        private static func address(_ port: Int) -> ResolvedAddress {
            ResolvedAddress(bytes: [127, 0, 0, 1], port: port)
        }

        /// Runs `body` with the TLS port in front of a server, on a reactor that trusts the test's authority.
        private func withTLS(
            trusting isTrusted: Bool = true, _ body: (Bench, _ port: Int) async throws -> Void
        ) async throws {
            let certificates = try Certificates(for: "api.test")
            defer { certificates.remove() }
            let options = Reactor.Options(trustedCertificates: isTrusted ? certificates.authority : nil)
            try await withBench(options: options) { bench in
                let plain = try await bench.serve(
                    request: { $0.respond(.init(status: .ok), body: $0.body) },
                    upgrade: listening(Recorder(), echoes: true))
                let front = try TLSFront(certificates, before: plain)
                try await body(bench, front.port)
            }
        }

        private func fetch(_ bench: Bench, _ host: String, _ port: Int) async -> Result<
            InboundResponse, NetworkingError
        >? {
            let results = Recorder<Result<InboundResponse, NetworkingError>>()
            await bench.run {
                let request = OutboundRequest(
                    method: .post, url: "https://\(host):\(port)/", body: Array("hello".utf8),
                    deadline: .seconds(5),
                    connectTo: Self.address(port))
                _ = bench.reactor.send(request) { results.note($0) }
            }
            return await results.wait(atMost: .seconds(8)).first
        }

        @Test func `a request to the right name under a trusted authority is answered`() async throws {
            try await withTLS { bench, port in
                let response = try #require(try await fetch(bench, "api.test", port)?.get())
                #expect(response.status == 200 && response.body == Array("hello".utf8))
            }
        }

        @Test func `another name is refused`() async throws {
            try await withTLS { bench, port in
                guard
                    case .cannotConnect(let host, _, let reason)? = await fetch(bench, "other.test", port)?
                        .error
                else {
                    Issue.record("was connected to")
                    return
                }
                #expect(host == "other.test" && !reason.isEmpty, "\(reason)")
            }
        }

        @Test func `an authority nobody trusts is refused`() async throws {
            try await withTLS(trusting: false) { bench, port in
                guard case .cannotConnect? = await fetch(bench, "api.test", port)?.error else {
                    Issue.record("was connected to")
                    return
                }
            }
        }

        @Test func `a WebSocket over TLS carries messages of any size`() async throws {
            try await withTLS { bench, port in
                let texts = Recorder<String>()
                let message = String(repeating: "abcdefgh", count: 40_000)
                await bench.run {
                    var request = WebSocketRequest(
                        url: "wss://api.test:\(port)/v1/realtime", connectTo: Self.address(port))
                    request.headers[.authorization] = "Bearer key"
                    let socket = bench.reactor.connect(request)
                    socket.onOpen = { [unowned socket] in
                        socket.send(text: "first")
                        socket.send(text: message)
                    }
                    socket.onText = { texts.note(String(decoding: $0, as: UTF8.self)) }
                    socket.onClosed = { texts.note("\($0)") }
                }
                #expect(await texts.wait(for: 2) == ["first", message])
            }
        }

        @Test func `a WebSocket to another name is refused`() async throws {
            try await withTLS { bench, port in
                let closed = Recorder<WebSocket.Closing>()
                await bench.run {
                    let socket = bench.reactor.connect(
                        WebSocketRequest(url: "wss://other.test:\(port)/", connectTo: Self.address(port)))
                    socket.onClosed = { closed.note($0) }
                }
                let closing = try #require(await closed.wait().first)
                #expect(closing.code == 1006 && closing.reason.contains("other.test"), "\(closing)")
            }
        }
    }
}
