import Foundation
import Glibc

/// Certificates made for one test run: a private authority, and a server's certificate for one name.
struct Certificates {
    let folder: URL
    var authority: String { folder.appending(path: "ca.pem").path }
    var certificate: String { folder.appending(path: "server.pem").path }
    var key: String { folder.appending(path: "server.key").path }

    init(for name: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
            "2", "-subj", "/CN=Test authority",
            "-keyout", "ca.key", "-out", "ca.pem")
        try openssl(
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
            "/CN=\(name)", "-keyout", "server.key", "-out",
            "server.csr")
        try Data("subjectAltName=DNS:\(name)\n".utf8).write(to: folder.appending(path: "names"))
        try openssl(
            "x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-days",
            "2", "-extfile", "names", "-out", "server.pem")
    }

    private func openssl(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw RawSocket.Failure(what: "openssl \(arguments)") }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// Speaks TLS on a port of its own, for one connection, and passes what it decrypts to a plain port.
final class TLSFront {
    let port: Int
    private let process = Process()
    private let inside: RawSocket

    init(_ certificates: Certificates, before plainPort: Int) throws {
        port = try MuteListener().port
        inside = try RawSocket(port: plainPort)
        let handle = FileHandle(fileDescriptor: inside.descriptor, closeOnDealloc: false)
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = [
            "s_server", "-quiet", "-naccept", "1", "-accept", "127.0.0.1:\(port)", "-cert",
            certificates.certificate,
            "-key", certificates.key,
        ]
        process.standardInput = handle
        process.standardOutput = handle
        process.standardError = FileHandle.nullDevice
        try process.run()
        try waitUntilListening()
    }

    deinit { process.terminate() }

    /// Looks instead of connecting: a connection would be the one that is served.
    private func waitUntilListening() throws {
        let wanted = ":" + String(format: "%04X", port) + " 00000000:0000 0A"
        for _ in 0..<3_000 {
            let table = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)
            if table.contains(wanted) { return }
            usleep(10_000)
        }
        process.terminate()
        throw RawSocket.Failure(what: "openssl s_server does not listen")
    }
}
