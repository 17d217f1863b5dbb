import Foundation
import HTTPTypes
import JSONValues
import Networking
import Personas
import Synchronization
import TestMaterial

@testable import EmbeddedRealtime

/// An embedded server on loopback with the real engines, and clients for it; everything on one reactor.
final class ServerBench: @unchecked Sendable {  // the server is touched on the reactor only
    let reactor: Reactor
    private(set) var port = 0
    private var server: EmbeddedServer?

    static func run(
        _ options: EmbeddedServer.Options = EmbeddedServer.Options(),
        _ body: (ServerBench) async throws -> Void
    ) async throws {
        let bench = ServerBench(try Reactor.start(name: "bench"))
        try await bench.onReactor { bench in
            let server = EmbeddedServer(on: bench.reactor, options: options)
            bench.port = try server.listen(host: "127.0.0.1", port: 0)
            bench.server = server
        }
        do {
            try await body(bench)
        } catch {
            await bench.stop()
            throw error
        }
        await bench.stop()
    }

    private init(_ reactor: Reactor) { self.reactor = reactor }

    private func stop() async {
        try? await onReactor { bench in
            bench.server?.close()
            bench.server?.engines.stop()
            bench.server = nil
        }
        await reactor.stop()
    }

    func onReactor<Value: Sendable>(_ job: @escaping @Sendable (ServerBench) throws -> Value) async throws
        -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            reactor.post { continuation.resume(with: Result { try job(self) }) }
        }
    }

    func connect(_ query: String, path: String = "/v1/realtime") async throws -> WireClient {
        let client = WireClient(reactor)
        let url = "ws://127.0.0.1:\(port)\(path)?\(query)"
        try await onReactor { bench in
            client.open(
                bench.reactor.connect(WebSocketRequest(url: url, headers: [.authorization: "Bearer x"])))
        }
        try await client.settled()
        return client
    }
}

/// One connection to the server, and all it ever said.
final class WireClient: @unchecked Sendable {  // the socket is touched on the reactor only
    private struct Heard {
        var events: [JSON] = []
        var read = 0
        var isOpen = false
        var closing: WebSocket.Closing?
    }

    private let reactor: Reactor
    private let heard = Mutex(Heard())
    private var socket: WebSocket?

    init(_ reactor: Reactor) { self.reactor = reactor }

    func open(_ socket: WebSocket) {
        self.socket = socket
        socket.onOpen = { [weak self] in self?.heard.withLock { $0.isOpen = true } }
        socket.onText = { [weak self] text in
            guard let event = try? JSON(parsing: text) else { return }
            self?.heard.withLock { $0.events.append(event) }
        }
        socket.onClosed = { [weak self] closing in self?.heard.withLock { $0.closing = closing } }
    }

    var events: [JSON] { heard.withLock { $0.events } }

    func send(_ event: JSON) { send(raw: event.text) }

    func send(raw text: String) { reactor.post { self.socket?.send(text: text) } }

    func send(binary bytes: [UInt8]) {
        reactor.post { bytes.withUnsafeBytes { _ = self.socket?.send(binary: $0) } }
    }

    func close() { reactor.post { self.socket?.close(code: 1000, reason: "") } }

    struct TooLate: Error, CustomStringConvertible {
        let description: String
    }

    /// The next event of that type; what comes before it is passed over.
    @discardableResult
    func until(_ type: String, within limit: Duration = .seconds(20)) async throws -> JSON {
        let deadline = ContinuousClock.now + limit.patient
        while ContinuousClock.now < deadline {
            let found = heard.withLock { heard -> JSON? in
                while heard.read < heard.events.count {
                    heard.read += 1
                    let event = heard.events[heard.read - 1]
                    if event["type"]?.stringValue == type { return event }
                }
                return nil
            }
            if let found { return found }
            try await Task.sleep(for: .milliseconds(3))
        }
        throw TooLate(description: "no \(type) in \(events.compactMap { $0["type"]?.stringValue })")
    }

    /// Open, or refused.
    func settled() async throws {
        let deadline = ContinuousClock.now + .seconds(10).patient
        while !heard.withLock({ $0.isOpen || $0.closing != nil }) {
            guard ContinuousClock.now < deadline else { throw TooLate(description: "not connected") }
            try await Task.sleep(for: .milliseconds(3))
        }
    }

    func closed(within limit: Duration = .seconds(10)) async throws -> WebSocket.Closing {
        let deadline = ContinuousClock.now + limit.patient
        while ContinuousClock.now < deadline {
            if let closing = heard.withLock({ $0.closing }) { return closing }
            try await Task.sleep(for: .milliseconds(3))
        }
        throw TooLate(description: "not closed")
    }
}
