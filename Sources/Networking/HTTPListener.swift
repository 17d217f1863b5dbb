import CLibwebsockets
import Glibc

/// The listening socket of a server.
final class HTTPListener {
    let socket: Int32
    private var isOpen = false
    private unowned let reactor: Reactor
    private let arrived: (Int32, ResolvedAddress?) -> Void
    let port: Int

    init(
        on reactor: Reactor, host: String, port: Int, arrived: @escaping (Int32, ResolvedAddress?) -> Void
    ) throws(NetworkingError) {
        self.reactor = reactor
        self.arrived = arrived
        let addresses: [ResolvedAddress]
        switch NameLookup(host: host, port: port).lookUp(isListening: true) {
        case .success(let found): addresses = found.filter { $0.bytes.count == 4 } + found
        case .failure(let error): throw .cannotListen(host: host, port: port, reason: error.description)
        }
        (socket, self.port) = try Self.listen(at: addresses[0], host: host, port: port)
    }

    /// Hands this object to the loop, which keeps it as long as the socket is open.
    func begin() throws(NetworkingError) {
        isOpen = true
        guard reactor.loop.poller.add(self) else {
            let reason = systemError()
            close()
            throw .cannotStart(reason: "the listening socket cannot be waited for: \(reason)")
        }
    }

    func close() {
        guard isOpen else { return }
        isOpen = false
        reactor.loop.poller.remove(self)
        Glibc.close(socket)
    }

    func happened() { if isOpen { acceptAll() } }

    private func acceptAll() {
        for _ in 0..<64 where isOpen {
            var address = sockaddr_storage()
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            let client = withUnsafeMutableBytes(of: &address) { storage in
                storage.withMemoryRebound(to: sockaddr.self) {
                    parley_accept(socket, $0.baseAddress, &length)
                }
            }
            guard client >= 0 else {
                // Without free descriptors the socket stays readable: look away for a moment.
                if errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM { rest() }
                return
            }
            let peer = withUnsafeBytes(of: &address) { storage in
                storage.withMemoryRebound(to: sockaddr.self) {
                    $0.baseAddress.flatMap { ResolvedAddress($0) }
                }
            }
            setOption(client, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
            arrived(client, peer)
        }
    }

    private func rest() {
        reactor.loop.poller.change(self, reading: false)
        reactor.schedule(after: .milliseconds(100)) { [weak self] in
            if let self, isOpen { reactor.loop.poller.change(self, reading: true) }
        }
    }

    private static func listen(
        at address: ResolvedAddress, host: String, port: Int
    ) throws(NetworkingError) -> (Int32, Int) {
        let family = address.bytes.count == 4 ? AF_INET : AF_INET6
        let socket = Glibc.socket(
            family, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw .cannotListen(host: host, port: port, reason: systemError()) }
        setOption(socket, SOL_SOCKET, SO_REUSEADDR, 1)
        guard address.withSocketAddress({ bind(socket, $0, $1) }) == 0, Glibc.listen(socket, 1_024) == 0
        else {
            let number = errno
            Glibc.close(socket)
            if number == EADDRINUSE { throw .addressInUse(host: host, port: port) }
            throw .cannotListen(host: host, port: port, reason: systemError(number))
        }
        var bound = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let real = withUnsafeMutableBytes(of: &bound) { storage in
            storage.withMemoryRebound(to: sockaddr.self) { storage in
                getsockname(socket, storage.baseAddress.unsafelyUnwrapped, &length)
                return storage.baseAddress.flatMap { ResolvedAddress($0) }
            }
        }
        return (socket, real?.port ?? port)
    }
}

/// Sets a number on a socket. What cannot be set is left as it is.
func setOption(_ socket: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
    var value = value
    setsockopt(socket, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
}

extension ResolvedAddress {
    /// The address as the system wants it.
    func withSocketAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        var storage = sockaddr_storage()
        let isIPv4 = bytes.count == 4
        withUnsafeMutableBytes(of: &storage) { space in
            if isIPv4 {
                var ipv4 = sockaddr_in()
                ipv4.sin_family = sa_family_t(AF_INET)
                ipv4.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
                withUnsafeMutableBytes(of: &ipv4.sin_addr) { $0.copyBytes(from: bytes) }
                space.storeBytes(of: ipv4, as: sockaddr_in.self)
            } else {
                var ipv6 = sockaddr_in6()
                ipv6.sin6_family = sa_family_t(AF_INET6)
                ipv6.sin6_port = UInt16(truncatingIfNeeded: port).bigEndian
                withUnsafeMutableBytes(of: &ipv6.sin6_addr) { $0.copyBytes(from: bytes) }
                space.storeBytes(of: ipv6, as: sockaddr_in6.self)
            }
        }
        let length = isIPv4 ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size
        return withUnsafeBytes(of: &storage) { space in
            space.withMemoryRebound(to: sockaddr.self) {
                body($0.baseAddress.unsafelyUnwrapped, socklen_t(length))
            }
        }
    }
}
