/// One thread, one event loop, and everything that happens on it.
///
/// Sockets made on a reactor call back on its thread, synchronously, from within the loop. It is also an
/// executor: an `actor` that names it in `unownedExecutor` runs inside those callbacks, with no hop between
/// a frame's arrival and the actor's state. All public members but ``start(name:options:)``, ``isCurrent``,
/// ``post(_:)`` and ``stop()`` belong to that thread and trap elsewhere.
public final class Reactor: SerialExecutor, TaskExecutor, @unchecked Sendable {
    public struct Options: Sendable {
        /// A PEM file of certificate authorities to trust, instead of the system's. Default: the system's.
        public var trustedCertificates: String?
        /// Receives what libwebsockets has to say: its level (1 error, 2 warning) and a line. Default: nobody.
        public var log: (@Sendable (_ level: Int, _ line: String) -> Void)?

        public init(
            trustedCertificates: String? = nil, log: (@Sendable (_ level: Int, _ line: String) -> Void)? = nil
        ) {
            self.trustedCertificates = trustedCertificates
            self.log = log
        }
    }

    public static func start(name: String, options: Options = Options()) throws(NetworkingError) -> Reactor {
        throw .cannotStart(reason: "not yet")
    }
    init() {}

    /// Whether the caller runs on this reactor's thread.
    public var isCurrent: Bool { false }

    /// Runs `job` on the reactor's thread, soon. From any thread; dropped once the reactor has stopped.
    public func post(_ job: @escaping @Sendable () -> Void) {}

    /// Closes every socket, runs what that causes, and ends the thread.
    public func stop() async {}

    /// Calls `fire` once, `delay` from now, never earlier; at once when `delay` is not positive.
    @discardableResult
    public func schedule(after delay: Duration, _ fire: @escaping () -> Void) -> Deadline { Deadline() }

    public func enqueue(_ job: consuming ExecutorJob) {}
}

/// Something that will happen, unless cancelled.
public final class Deadline {
    /// Makes sure it does not fire. Harmless when it has.
    public func cancel() {}
}
