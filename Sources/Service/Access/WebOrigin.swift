/// Where a web page comes from: scheme, host and port (RFC 6454), as a browser says it in `Origin`.
public struct WebOrigin: Hashable, Sendable, CustomStringConvertible {
    public let scheme: String
    /// Lower case; IPv6 in brackets.
    public let host: String
    public let port: Int

    /// `nil` for what names no page: `null`, a path, a user, another scheme than http and https.
    public init?(_ text: some StringProtocol) {
        let lower = text.lowercased()
        guard let end = lower.firstRange(of: "://") else { return nil }
        scheme = String(lower[..<end.lowerBound])
        guard let usual = Self.usualPort(of: scheme),
            let authority = HostAndPort(lower[end.upperBound...])
        else { return nil }
        host = authority.host
        port = authority.port ?? usual
    }

    static func usualPort(of scheme: String) -> Int? { ["http": 80, "https": 443][scheme] }

    public var description: String {
        port == Self.usualPort(of: scheme) ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(port)"
    }
}

/// `Host`, or what stands behind a URL's `//`.
struct HostAndPort: Equatable {
    /// Lower case, without a final dot; IPv6 in brackets.
    let host: String
    let port: Int?

    init?(_ text: some StringProtocol) {
        let text = text.lowercased()
        let isIPv6 = text.hasPrefix("[")
        guard
            let end = isIPv6
                ? text.firstIndex(of: "]").map(text.index(after:)) : text.firstIndex(of: ":") ?? text.endIndex
        else { return nil }
        let rest = text[end...]
        var host = text[..<end]
        if host.last == "." { host.removeLast() }
        guard !host.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"/?#@,\\".utf8.contains($0) })
        else {
            return nil
        }
        self.host = String(host)
        guard !rest.isEmpty else {
            port = nil
            return
        }
        guard rest.first == ":", rest.dropFirst().utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
            let number = Int(rest.dropFirst()), (1...65_535).contains(number)
        else { return nil }
        port = number
    }

    /// A name that no name server outside this machine or network can answer for: an address, this machine, or one
    /// word. What a page of somebody else cannot make lead here by DNS.
    var isLocal: Bool {
        let address = host.hasPrefix("[") ? host.dropFirst().dropLast() : host[...]
        return IPAddress(address) != nil || !host.contains(".") || host.hasSuffix(".localhost")
    }
}
