import HTTPTypes
import Networking

/// A server on two reactors: it listens on the first; what begins with `/far` belongs to the second. Each answer
/// names its reactor and repeats the request's path and body, after 1.5 s if that ends in `/slow`; every upgrade is
/// accepted, and texts are echoed.
final class Branched: Sendable {
    let near: Reactor
    let far: Reactor
    let heard = Recorder<Heard>()
    private let server = Held<HTTPServer?>(nil)
    private let annex = Held<HTTPServer?>(nil)

    init() throws {
        near = try Reactor.start(name: "near")
        far = try Reactor.start(name: "far")
    }

    func open(limits: HTTPServerLimits = HTTPServerLimits(), tls: ServerCertificate? = nil) async throws
        -> Int
    {
        let heard = heard
        let branch = try await far.running { [annex, far] () throws(NetworkingError) in
            let server = try HTTPServer.annex(
                on: far, limits: limits, delegate: Place("far", on: far, heard, leadsTo: nil))
            annex.value = server
            return server.branch
        }
        return try await near.running { [server, near] () throws(NetworkingError) in
            server.value = try HTTPServer.listen(
                on: near, host: "127.0.0.1", port: 0, limits: limits, tls: tls,
                delegate: Place("near", on: near, heard, leadsTo: branch))
            return server.value?.port ?? 0
        }
    }

    func closeAnnex() async {
        await far.running { [annex] in annex.value?.close() }
    }

    func stop() async {
        await far.stop()
        await near.stop()
    }
}

func withBranches<Result>(_ body: (Branched) async throws -> Result) async throws -> Result {
    let branched = try Branched()
    do {
        let result = try await body(branched)
        await branched.stop()
        return result
    } catch {
        await branched.stop()
        throw error
    }
}

extension Reactor {
    /// Runs `body` on the reactor.
    func running<Value: Sendable, Failure: Error>(
        _ body: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
            post {
                let result: Result<Value, Failure>
                do throws(Failure) { result = .success(try body()) } catch { result = .failure(error) }
                continuation.resume(returning: result)
            }
        }
        return try result.get()
    }
}

private final class Place: HTTPServerDelegate {
    private let name: String
    private let reactor: Reactor
    private let heard: Recorder<Heard>
    private let other: HTTPBranch?

    init(_ name: String, on reactor: Reactor, _ heard: Recorder<Heard>, leadsTo other: HTTPBranch?) {
        self.name = name
        self.reactor = reactor
        self.heard = heard
        self.other = other
    }

    func branch(for request: HTTPRequest, body: [UInt8]) -> HTTPBranch? {
        request.path?.hasPrefix("/far") == true ? other : nil
    }

    func received(_ exchange: HTTPExchange) {
        guard exchange.request.path?.hasSuffix("/slow") == true else { return answer(exchange) }
        reactor.schedule(after: .milliseconds(1_500)) { self.answer(exchange) }
    }

    private func answer(_ exchange: HTTPExchange) {
        let here = reactor.isCurrent ? name : "elsewhere"
        let path = exchange.request.path ?? ""
        exchange.respond(
            .init(status: .ok), body: Array("<\(here) \(path) ".utf8) + exchange.body + Array(">".utf8))
    }

    func upgradeRequested(_ request: HTTPRequest, from address: String) -> UpgradeDecision {
        let here = reactor.isCurrent ? name : "elsewhere"
        return listening(heard, echoes: true) { $0.send(text: here) }(request)
    }
}
