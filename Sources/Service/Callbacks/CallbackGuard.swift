/// Where callbacks may go. Asked at the join and again before each delivery, with the addresses the
/// name has *then*: a name that moves into the operator's network between the two gains nothing.
///
/// Loopback is allowed, `http` too. Everything inside is refused, and so is unencrypted `http` to
/// anywhere else, unless `--callback-allow` names the host or its network.
public struct CallbackGuard: Equatable, Sendable {
    public enum Exception: Hashable, Sendable {
        case host(String)
        case network(IPNetwork)
    }

    public enum Verdict: Equatable, Sendable {
        case allowed
        /// With the end of a sentence: "is a private address".
        case refused(String)
        /// The host is a name; ask ``verdict(on:resolvedTo:)`` when its addresses are known.
        case dependsOnAddresses
    }

    private let exceptions: [Exception]

    public init(exceptions: [Exception] = []) { self.exceptions = exceptions }

    /// What can be said without asking a resolver.
    public func verdict(on url: CallbackURL) -> Verdict {
        switch url.host {
        case .address(let address): return verdict(on: url, resolvedTo: [address])
        case .name(let name):
            if exceptions.contains(.host(name)) { return .allowed }
            if name == "metadata.google.internal" { return .refused("names a cloud's metadata address") }
            return .dependsOnAddresses
        }
    }

    /// Every address has to pass; a name without any is accepted when the connection is encrypted,
    /// because the guard is asked again at each delivery.
    public func verdict(on url: CallbackURL, resolvedTo addresses: [IPAddress]) -> Verdict {
        if case .name(let name) = url.host, exceptions.contains(.host(name)) { return .allowed }
        let open = addresses.filter { address in !exceptions.contains { $0.names(address) } }
        for address in open {
            if case .forbidden(let what) = address.kind {
                return .refused(
                    addresses == [address] && url.host == .address(address)
                        ? "is \(what)" : "leads to \(what)")
            }
        }
        let isLocal = !addresses.isEmpty && open.allSatisfy { $0.kind == .loopback }
        if !url.isEncrypted, !isLocal { return .refused("is not encrypted; use https") }
        return .allowed
    }
}

extension CallbackGuard.Exception {
    /// A host name, an address or a CIDR range, as `--callback-allow` takes it; `nil` for none of them.
    public init?(_ text: String) {
        if let network = IPNetwork(text) {
            self = .network(network)
        } else if let url = try? CallbackURL("https://\(text)/"), case .name(let name) = url.host,
            url.port == 443
        {
            self = .host(name)
        } else {
            return nil
        }
    }

    fileprivate func names(_ address: IPAddress) -> Bool {
        switch self {
        case .host: false
        case .network(let network): network.contains(address)
        }
    }
}
