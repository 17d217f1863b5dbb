import Glibc

/// A numeric address and a port.
public struct ResolvedAddress: Hashable, Sendable, CustomStringConvertible {
    /// 4 bytes of IPv4 or 16 of IPv6, in network order.
    public let bytes: [UInt8]
    public let port: Int
    /// `127.0.0.1`, `::1`.
    public let host: String
    public var description: String { authority(host, port) }

    /// - Parameter bytes: 4 or 16 of them; anything else is our mistake.
    public init(bytes: [UInt8], port: Int) {
        precondition(bytes.count == 4 || bytes.count == 16, "an address has 4 or 16 bytes")
        self.bytes = bytes
        self.port = port
        host = Self.text(bytes)
    }

    /// `nil`: `text` is no numeric address.
    public init?(numeric text: String, port: Int) {
        var storage = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &storage) == 1 {
            self.init(bytes: Array(storage[..<4]), port: port)
        } else if inet_pton(AF_INET6, text, &storage) == 1 {
            self.init(bytes: storage, port: port)
        } else {
            return nil
        }
    }

    /// `nil`: neither IPv4 nor IPv6. An IPv4 address mapped into IPv6 is the IPv4 address.
    init?(_ address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            let ipv4 = UnsafeRawPointer(address).load(as: sockaddr_in.self)
            self.init(
                bytes: withUnsafeBytes(of: ipv4.sin_addr) { Array($0) },
                port: Int(UInt16(bigEndian: ipv4.sin_port)))
        case AF_INET6:
            let ipv6 = UnsafeRawPointer(address).load(as: sockaddr_in6.self)
            let bytes = withUnsafeBytes(of: ipv6.sin6_addr) { Array($0) }
            let isMapped = bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
            self.init(
                bytes: isMapped ? Array(bytes[12...]) : bytes, port: Int(UInt16(bigEndian: ipv6.sin6_port)))
        default:
            return nil
        }
    }

    private static func text(_ bytes: [UInt8]) -> String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &buffer, socklen_t(buffer.count))
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
