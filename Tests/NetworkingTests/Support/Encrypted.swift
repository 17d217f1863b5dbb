import Foundation
import Glibc
import HTTPTypes
import Networking
import Synchronization
import TestMaterial

/// OpenSSL's own client, saying over TLS what a test wants it to say.
final class Encrypted: Sendable {
    private let process: Process
    private let input = Pipe()
    private let heard = Mutex<[UInt8]>([])
    private let isOver = Mutex(false)

    init(port: Int, _ arguments: String...) throws {
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = ["s_client", "-quiet", "-connect", "127.0.0.1:\(port)"] + arguments
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        onThread { [self] in
            while case let part = output.fileHandleForReading.availableData, !part.isEmpty {
                heard.withLock { $0 += part }
            }
            isOver.withLock { $0 = true }
        }
    }

    deinit { process.terminate() }

    func say(_ text: String) { say(Array(text.utf8)) }

    func say(_ bytes: [UInt8]) { try? input.fileHandleForWriting.write(contentsOf: Data(bytes)) }

    /// Halts the client, so that what is sent to it waits.
    func stopReading() { kill(process.processIdentifier, SIGSTOP) }

    func hears(_ text: String, atMost limit: Duration = .seconds(10)) -> Bool {
        waits(limit) { String(decoding: self.heard.withLock { $0 }, as: UTF8.self).contains(text) }
    }

    func hears(_ bytes: [UInt8]) -> Bool {
        waits(.seconds(10)) { Data(self.heard.withLock { $0 }).range(of: Data(bytes)) != nil }
    }

    /// Goes without a word of TLS.
    func vanish() { kill(process.processIdentifier, SIGKILL) }

    func hearsTheEnd() -> Bool { waits(.seconds(10)) { self.isOver.withLock { $0 } } }

    private func waits(_ limit: Duration, _ condition: () -> Bool) -> Bool {
        let end = ContinuousClock.now + limit.patient
        while !condition() {
            guard ContinuousClock.now < end else { return false }
            usleep(5_000)
        }
        return true
    }

    /// Whom the certificate that is shown now is for.
    static func subject(port: Int) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c",
            "openssl s_client -connect 127.0.0.1:\(port) </dev/null 2>/dev/null | openssl x509 -noout -subject",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}

extension Certificates {
    var served: ServerCertificate { ServerCertificate(certificate: certificate, key: key) }
}

/// Serves by TLS as “api.test”, on a reactor that trusts the test's authority.
func withTLSBench(
    limits: HTTPServerLimits = HTTPServerLimits(),
    request: @escaping @Sendable (HTTPExchange) -> Void = { $0.respond(.init(status: .ok)) },
    upgrade: @escaping @Sendable (HTTPRequest) -> UpgradeDecision,
    _ body: (Bench, _ port: Int, Certificates) async throws -> Void
) async throws {
    let certificates = try Certificates(for: "api.test")
    defer { certificates.remove() }
    try await withBench(options: Reactor.Options(trustedCertificates: certificates.authority)) { bench in
        let port = try await bench.serve(
            limits: limits, tls: certificates.served, request: request, upgrade: upgrade)
        try await body(bench, port, certificates)
    }
}

extension WebSocketRequest {
    /// To the server of ``withTLSBench(limits:request:upgrade:_:)``.
    static func encrypted(port: Int, limits: WebSocketLimits = WebSocketLimits()) -> WebSocketRequest {
        WebSocketRequest(
            url: "wss://api.test:\(port)/", limits: limits,
            connectTo: ResolvedAddress(bytes: [127, 0, 0, 1], port: port))
    }
}

extension Bench {
    /// A WebSocket to the bench by TLS, whose texts and end are noted.
    nonisolated func connect(_ texts: Recorder<String>, _ port: Int) -> WebSocket {
        let socket = reactor.connect(.encrypted(port: port))
        socket.onText = { texts.note(String(decoding: $0, as: UTF8.self)) }
        socket.onClosed = { texts.note("\($0)") }
        return socket
    }
}
