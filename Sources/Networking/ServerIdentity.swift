import CLibwebsockets
import Glibc

/// The files that prove who a server is, as PEM: a certificate with those that lead to its authority, and its key.
public struct ServerCertificate: Equatable, Sendable {
    public var certificate: String
    public var key: String

    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

/// A loaded certificate: a virtual host of the library, without a socket of its own. Connections keep the one they
/// began with, so a new certificate disturbs nobody; the host goes when the last of them has.
final class ServerIdentity {
    let host: OpaquePointer
    private let reactor: Reactor

    /// Reads two small files on the reactor's thread, at the start and whenever they have changed: the library hands a
    /// chain of certificates over in no other way.
    init(_ files: ServerCertificate, on reactor: Reactor) throws(NetworkingError) {
        for file in [files.certificate, files.key] where access(file, R_OK) != 0 {
            throw .certificateUnusable(file: file, reason: systemError())
        }
        guard reactor.loop.libraryNow() != nil else {
            throw .cannotStart(reason: EventLoop.refusal)
        }
        guard let host = reactor.loop.makeHost(files) else {
            throw .certificateUnusable(
                file: files.certificate,
                reason: "it is no PEM certificate, or \(files.key) is not its PEM key without a password")
        }
        self.host = host
        self.reactor = reactor
    }

    /// Not at once: the last connection is just being taken apart.
    deinit {
        nonisolated(unsafe) let host = host
        let reactor = reactor
        reactor.post { reactor.loop.destroyHost(host) }
    }
}

extension EventLoop {
    /// A virtual host that speaks TLS 1.2 and later, and inside it HTTP/1.1.
    fileprivate func makeHost(_ files: ServerCertificate) -> OpaquePointer? {
        lastHost += 1
        let plain: [String] = ["tls\(lastHost)", files.certificate, files.key, "http/1.1", ""]
        let texts = plain.map { strdup($0) }
        // The library keeps what it is given.
        hostTexts += texts
        var info = lws_context_creation_info()
        info.port = -2  // CONTEXT_PORT_NO_LISTEN_SERVER
        info.protocols = UnsafePointer(protocols.entries)
        info.options = UInt64(LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT)
        info.timeout_secs = 60
        info.retry_and_idle_policy = UnsafePointer(retry)
        info.vhost_name = UnsafePointer(texts[0])
        info.ssl_cert_filepath = UnsafePointer(texts[1])
        info.ssl_private_key_filepath = UnsafePointer(texts[2])
        info.alpn = UnsafePointer(texts[3])
        // Without an answer OpenSSL would ask the terminal for the key's password.
        info.ssl_private_key_password = UnsafePointer(texts[4])
        info.ssl_options_set = parley_tls_options()
        return lws_create_vhost(context, &info)
    }

    fileprivate func destroyHost(_ host: OpaquePointer) {
        guard context != nil else { return }
        lws_vhost_destroy(host)
    }
}
