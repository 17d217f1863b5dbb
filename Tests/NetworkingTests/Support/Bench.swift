import HTTPTypes
import Networking

/// A server under test, on a reactor of its own. Pinned to it: what runs here runs inside the callbacks.
actor Bench {
    nonisolated let reactor: Reactor
    nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }
    private(set) var port = 0
    private var server: HTTPServer?

    init(_ name: String = "bench", options: Reactor.Options = Reactor.Options()) throws {
        reactor = try Reactor.start(name: name, options: options)
    }

    /// Serves with the given answers, both called on the reactor.
    func serve(
        limits: HTTPServerLimits = HTTPServerLimits(), tls: ServerCertificate? = nil,
        request: @escaping @Sendable (HTTPExchange) -> Void = { $0.respond(.init(status: .ok)) },
        upgrade: @escaping @Sendable (HTTPRequest) -> UpgradeDecision = { _ in
            .refuse(.init(status: .notFound), body: [])
        }
    ) throws -> Int {
        let server = try HTTPServer.listen(
            on: reactor, host: "127.0.0.1", port: 0, limits: limits, tls: tls,
            delegate: Answers(request: request, upgrade: upgrade))
        self.server = server
        port = server.port
        return server.port
    }

    func closeServer() { server?.close() }

    func use(_ certificate: ServerCertificate) throws { try server?.use(certificate) }

    /// Runs `body` on the reactor.
    func run<Result: Sendable>(_ body: @Sendable () throws -> Result) rethrows -> Result { try body() }

    nonisolated func stop() async { await reactor.stop() }
}

private final class Answers: HTTPServerDelegate {
    let request: @Sendable (HTTPExchange) -> Void
    let upgrade: @Sendable (HTTPRequest) -> UpgradeDecision

    init(
        request: @escaping @Sendable (HTTPExchange) -> Void,
        upgrade: @escaping @Sendable (HTTPRequest) -> UpgradeDecision
    ) {
        self.request = request
        self.upgrade = upgrade
    }

    func received(_ exchange: HTTPExchange) { request(exchange) }
    func upgradeRequested(_ request: HTTPRequest, from address: String) -> UpgradeDecision {
        upgrade(request)
    }
}

/// Starts a bench, runs a test, and stops the bench whatever happened.
func withBench<Result>(
    options: Reactor.Options = Reactor.Options(), _ body: (Bench) async throws -> Result
) async throws -> Result {
    let bench = try Bench(options: options)
    do {
        let result = try await body(bench)
        await bench.stop()
        return result
    } catch {
        await bench.stop()
        throw error
    }
}

/// Lets a closure that runs on the reactor hold what only the reactor may touch.
final class Held<Value>: @unchecked Sendable {
    var value: Value
    init(_ value: Value) { self.value = value }
}
