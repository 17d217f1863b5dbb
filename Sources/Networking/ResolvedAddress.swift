/// A numeric address and a port.
public struct ResolvedAddress: Hashable, Sendable, CustomStringConvertible {
    /// 4 bytes of IPv4 or 16 of IPv6, in network order.
    public let bytes: [UInt8]
    public let port: Int
    /// `127.0.0.1`, `::1`.
    public let host: String
    public var description: String { authority(host, port) }
}

extension Reactor {
    /// Looks a name up on a thread of its own and answers on the reactor, later; numbers need no look-up.
    public func resolve(
        host: String, port: Int, _ done: @escaping (Result<[ResolvedAddress], NetworkingError>) -> Void
    ) {}
}
