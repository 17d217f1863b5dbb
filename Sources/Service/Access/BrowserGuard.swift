import HTTPTypes

/// What web pages of others may get done through their visitors' browsers: nothing.
///
/// A browser sends requests wherever a page tells it to, also to a service that only its own machine can reach. It says
/// for which page (`Origin`, `Sec-Fetch-Site`), and pages cannot change that. Who sends neither is no browser.
struct BrowserGuard {
    private let origins: Set<WebOrigin>
    private let admitsAll: Bool
    /// Whether nothing but being on this machine opens the door.
    private let isOpen: Bool
    private let checksHost: Bool
    private let host: String

    init(_ settings: Settings) {
        origins = Set(settings.allowedOrigins.compactMap(\.origin))
        admitsAll = settings.allowedOrigins.contains(.all)
        isOpen = settings.apiKey == nil && settings.apiKeys.isEmpty
        checksHost = isOpen && settings.listensToThisMachineOnly
        host = settings.host.lowercased()
    }

    /// A line may be opened by our own page, and by those of whom the operator said so. WebSockets know no
    /// same-origin policy: this is the only thing that keeps others out.
    func admitLine(_ request: HTTPRequest) throws(Problem) {
        try checkHost(request)
        guard let origin = request.headerFields[.origin] else { return }
        guard isOurs(origin, request) else { throw Self.foreign(origin) }
    }

    /// With a key, there is nothing to do: a page does not know it, and browsers do not send it by themselves.
    func admit(_ request: HTTPRequest, to operation: Operation) throws(Problem) {
        guard !operation.isFree else { return }
        try checkHost(request)
        guard isOpen, operation.changesSomething else { return }
        if let origin = request.headerFields[.origin] {
            guard isOurs(origin, request) else { throw Self.foreign(origin) }
        } else if let site = request.headerFields[.secFetchSite], !["same-origin", "none"].contains(site),
            !admitsAll
        {
            throw Self.foreign("another site")
        }
    }

    /// A page whose name leads to this machine, by a name server of its owner's, is same-origin with us for the
    /// browser (DNS rebinding). Its `Host` gives it away.
    private func checkHost(_ request: HTTPRequest) throws(Problem) {
        guard checksHost, let authority = request.authority, !authority.isEmpty else { return }
        if let found = HostAndPort(authority), found.isLocal || found.host == host || names(found.host) {
            return
        }
        throw Problem(
            .unknownHost,
            "Nobody is called “\(authority.prefix(100))” here: use 127.0.0.1 or localhost, name the host in "
                + "--allowed-origins, or set a key.")
    }

    private func names(_ host: String) -> Bool { admitsAll || origins.contains { $0.host == host } }

    /// The page's host and port are those that the request is for; a proxy may have taken off TLS on the way.
    private func isOurs(_ text: String, _ request: HTTPRequest) -> Bool {
        if admitsAll { return true }
        guard let origin = WebOrigin(text) else { return false }
        if origins.contains(origin) { return true }
        guard let authority = request.authority, let own = HostAndPort(authority) else { return false }
        return origin.host == own.host
            && (own.port.map { $0 == origin.port } ?? [80, 443].contains(origin.port))
    }

    private static func foreign(_ origin: String) -> Problem {
        Problem(
            .foreignOrigin,
            "A page of \(origin.prefix(200)) asked, and only this service's own may; --allowed-origins names others."
        )
    }
}

/// A page's origin that is let in, or all of them.
public enum AllowedOrigin: Hashable, Sendable {
    case all
    case page(WebOrigin)

    /// `https://app.example.com`, or `*`.
    init?(_ text: String) {
        if text == "*" {
            self = .all
        } else if let origin = WebOrigin(text), text.lowercased() != "null" {
            self = .page(origin)
        } else {
            return nil
        }
    }

    var origin: WebOrigin? {
        switch self {
        case .all: nil
        case .page(let origin): origin
        }
    }
}
