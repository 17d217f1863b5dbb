/// What kind of place an address is, as far as a callback may go there.
public enum AddressKind: Equatable, Sendable {
    case loopback
    /// On the public internet.
    case reachable
    /// With what it is: "a private address".
    case forbidden(String)
}

extension IPAddress {
    /// Ranges of the IANA special-purpose registries that reach something inside: the operator's own
    /// network, the cloud's metadata, or an IPv4 address in the dress of IPv6.
    public var kind: AddressKind {
        if let rule = Self.rules.first(where: { $0.network.contains(self) }) { return rule.kind }
        switch self {
        case .v4: return .reachable
        case .v6(let groups):
            // ISATAP (RFC 5214 §6.1) writes an IPv4 address behind any prefix.
            if groups[5] == 0x5EFE, groups[4] & 0xFDFF == 0 { return .forbidden("a tunnel into IPv4") }
            // Nothing but 2000::/3 is the public internet's.
            return groups[0] >> 13 == 1 ? .reachable : .forbidden("a reserved address")
        }
    }

    private struct Rule: Sendable {
        let network: IPNetwork
        let kind: AddressKind

        static func table(_ lines: [(AddressKind, [String])]) -> [Rule] {
            lines.flatMap { kind, networks in
                networks.map { text in
                    guard let network = IPNetwork(text) else { preconditionFailure("not a network: \(text)") }
                    return Rule(network: network, kind: kind)
                }
            }
        }
    }

    /// The first that contains the address decides.
    private static let rules = Rule.table([
        (.loopback, ["127.0.0.0/8", "::1"]),
        (
            .forbidden("a cloud's metadata address"),
            ["169.254.169.254", "168.63.129.16", "192.0.0.192", "fd00:ec2::254"]
        ),
        (.forbidden("an unspecified address"), ["0.0.0.0/8", "::"]),
        (
            .forbidden("a private address"),
            ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15"]
        ),
        (.forbidden("a private address"), ["fc00::/7", "fec0::/10"]),
        (.forbidden("a carrier's shared (CGN) address"), ["100.64.0.0/10"]),
        (.forbidden("a link-local address"), ["169.254.0.0/16", "fe80::/10"]),
        (.forbidden("a reserved address"), ["192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4", "100::/64"]),
        (.forbidden("a multicast address"), ["224.0.0.0/4", "ff00::/8"]),
        (.forbidden("an IPv4-mapped address"), ["::ffff:0:0/96", "::ffff:0:0:0/96", "::/96"]),
        (.forbidden("a NAT64 address"), ["64:ff9b::/96", "64:ff9b:1::/48"]),
        (.forbidden("a tunnel into IPv4"), ["2001::/32", "2002::/16", "3ffe:831f::/32"]),
    ])
}
