/// The parts of a URL that a connection needs, each as it was written.
struct NetworkingURL: Equatable {
    var isSecure: Bool
    var host: String
    var port: Int
    /// Path and query, beginning with `/`.
    var target: String

    /// `Host`, with the port only where it is not the scheme's own.
    var hostHeader: String {
        let isUsual = port == (isSecure ? 443 : 80)
        if isUsual { return host.contains(":") ? "[\(host)]" : host }
        return authority(host, port)
    }

    /// - Parameters:
    ///   - plain: the scheme without TLS, `ws` or `http`.
    ///   - secure: the scheme with TLS.
    init(_ url: String, plain: String, secure: String) throws(NetworkingError) {
        guard let colon = url.range(of: "://") else {
            throw .invalidURL(url, reason: "it must begin with \(plain):// or \(secure)://")
        }
        switch url[..<colon.lowerBound].lowercased() {
        case plain: isSecure = false
        case secure: isSecure = true
        default: throw .invalidURL(url, reason: "it must begin with \(plain):// or \(secure)://")
        }
        let rest = url[colon.upperBound...].prefix { $0 != "#" }
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        (host, port) = try Self.hostAndPort(rest[..<end], isSecure ? 443 : 80, of: url)
        let path = String(rest[end...])
        target = path.hasPrefix("/") ? path : "/" + path
        guard target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw .invalidURL(url, reason: "spaces and letters beyond ASCII must be percent-encoded")
        }
        guard target.utf8.count < 2_000 else {
            throw .invalidURL("\(url.prefix(80))…", reason: "it is too long")
        }
    }

    private static func hostAndPort(
        _ text: Substring, _ usual: Int, of url: String
    ) throws(NetworkingError) -> (String, Int) {
        guard !text.contains("@") else {
            throw .invalidURL("…", reason: "a user or password in a URL is not supported; use a header")
        }
        var host = text
        var port: Substring?
        if text.first == "[" {
            guard let close = text.firstIndex(of: "]") else { throw .invalidURL(url, reason: "] is missing") }
            host = text[text.index(after: text.startIndex)..<close]
            let rest = text[text.index(after: close)...]
            if rest.first == ":" { port = rest.dropFirst() }
        } else if let colon = text.lastIndex(of: ":") {
            host = text[..<colon]
            port = text[text.index(after: colon)...]
        }
        guard !host.isEmpty, host.utf8.count < 100, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw .invalidURL(url, reason: "the host is missing or no name")
        }
        guard let port, !port.isEmpty else { return (String(host), usual) }
        guard let number = UInt16(port), number > 0 else {
            throw .invalidURL(url, reason: "\"\(port)\" is no port")
        }
        return (String(host), Int(number))
    }
}

extension String {
    fileprivate func range(of needle: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
            start = index(after: start)
        }
        return nil
    }
}
