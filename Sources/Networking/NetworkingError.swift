/// What went wrong between this machine and another, or in setting the two up.
///
/// ``description`` is one line that says what, where and what to do; it can be printed as it is.
public enum NetworkingError: Error, Equatable, Sendable {
    /// Somebody else listens on this address.
    case addressInUse(host: String, port: Int)
    /// The address cannot be listened on: not ours, not an address, or not permitted.
    case cannotListen(host: String, port: Int, reason: String)
    /// The URL names nothing that can be connected to.
    case invalidURL(String, reason: String)
    /// The name has no address, or the name server did not say.
    case nameNotResolved(host: String, reason: String)
    /// Nobody answered at the address, or the TLS handshake failed, certificate included.
    case cannotConnect(host: String, port: Int, reason: String)
    /// The deadline passed before the answer was complete.
    case timedOut(host: String, after: Duration)
    /// The peer closed before the answer was complete.
    case closedEarly(host: String)
    /// The peer's answer is not HTTP.
    case malformedResponse(host: String, reason: String)
    /// The answer's body is larger than the caller allowed.
    case bodyTooLarge(host: String, limit: Int)
    /// The caller cancelled.
    case cancelled
    /// The reactor has been stopped.
    case stopped
    /// A certificate or its key cannot be used.
    case certificateUnusable(file: String, reason: String)
    /// The event loop could not be set up.
    case cannotStart(reason: String)
}

extension NetworkingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .addressInUse(let host, let port):
            "\(authority(host, port)) is in use: stop what listens there, or choose another port (0 picks a free one)"
        case .cannotListen(let host, let port, let reason):
            "cannot listen on \(authority(host, port)): \(reason); choose an address of this machine, and a port above 1023 unless this user may use the lower ones"
        case .invalidURL(let url, let reason):
            "\"\(url)\" is no URL to connect to: \(reason)"
        case .nameNotResolved(let host, let reason):
            "no address for \"\(host)\": \(reason); check the name and the network"
        case .cannotConnect(let host, let port, let reason):
            "cannot connect to \(authority(host, port)): \(reason)"
        case .timedOut(let host, let limit):
            "\(host) did not answer within \(limit)"
        case .closedEarly(let host):
            "\(host) closed the connection before its answer was complete"
        case .malformedResponse(let host, let reason):
            "\(host) did not answer in HTTP: \(reason)"
        case .bodyTooLarge(let host, let limit):
            "\(host) answered with more than the \(limit) bytes allowed"
        case .cancelled:
            "cancelled"
        case .stopped:
            "the event loop has been stopped"
        case .certificateUnusable(let file, let reason):
            "\(file) cannot be used for TLS: \(reason)"
        case .cannotStart(let reason):
            "cannot start an event loop: \(reason)"
        }
    }
}

/// `host:port` as it stands in a URL: an IPv6 address in brackets.
func authority(_ host: String, _ port: Int) -> String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
}
