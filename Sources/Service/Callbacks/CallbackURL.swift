/// Where a participant's callbacks go: an `http` or `https` URL taken apart strictly, so that what is
/// checked and what is connected to cannot be two different things.
public struct CallbackURL: Equatable, Sendable {
    public enum Host: Equatable, Sendable {
        case address(IPAddress)
        /// Lower case, without a final dot.
        case name(String)
    }

    /// As it was given, without its fragment.
    public let text: String
    public let isEncrypted: Bool
    public let host: Host
    public let port: Int

    /// - Throws: ``Malformed``, for a person to read.
    public init(_ text: String) throws(Malformed) {
        guard !text.isEmpty else { throw Malformed("is empty") }
        guard text.utf8.count <= 2_048 else { throw Malformed("is longer than 2048 bytes") }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else {
            throw Malformed("holds a character that no URL holds; percent-encode it")
        }
        let lower = text.lowercased()
        if lower.hasPrefix("https://") {
            isEncrypted = true
        } else if lower.hasPrefix("http://") {
            isEncrypted = false
        } else {
            throw Malformed("is no http or https URL")
        }
        self.text = String(text.prefix { $0 != "#" })
        let authority = self.text.dropFirst(isEncrypted ? 8 : 7).prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else { throw Malformed("must not hold a user name or a password") }
        let (host, port) = try Self.split(authority)
        self.host = try Self.host(host)
        self.port = try port.map(Self.port) ?? (isEncrypted ? 443 : 80)
    }

    public struct Malformed: Error, Equatable {
        public let reason: String
        init(_ reason: String) { self.reason = reason }
    }
}

extension CallbackURL {
    private static func split(_ authority: Substring) throws(Malformed) -> (host: Substring, port: Substring?)
    {
        let afterHost: Substring
        let host: Substring
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { throw Malformed("has a `[` without a `]`") }
            host = authority[...end]
            afterHost = authority[authority.index(after: end)...]
        } else {
            host = authority.prefix { $0 != ":" }
            afterHost = authority[host.endIndex...]
        }
        guard !host.isEmpty else { throw Malformed("has no host") }
        guard !afterHost.isEmpty else { return (host, nil) }
        guard afterHost.first == ":" else { throw Malformed("has something between its host and its path") }
        return (host, afterHost.dropFirst())
    }

    private static func port(_ text: Substring) throws(Malformed) -> Int {
        guard text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
            let port = Int(text), (1...65_535).contains(port)
        else { throw Malformed("has a port that is none: expected 1 to 65535") }
        return port
    }

    private static func host(_ text: Substring) throws(Malformed) -> Host {
        if text.first == "[" {
            guard case .v6? = IPAddress(text.dropFirst().dropLast()),
                let address = IPAddress(text.dropFirst().dropLast())
            else { throw Malformed("has no IPv6 address between its brackets") }
            return .address(address)
        }
        let name = (text.last == "." ? text.dropLast() : text).lowercased()
        if let address = IPAddress(name) { return .address(address) }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        let isName =
            name.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.utf8.allSatisfy(isNameByte)
            }
        // A last label of digits is an IPv4 address gone wrong, whatever a resolver makes of it.
        guard isName, let last = labels.last?.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= last)
        else {
            throw Malformed("has a host that is neither a name nor an address")
        }
        return .name(name)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
