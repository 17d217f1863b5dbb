/// One thread, one event loop, and everything that happens on it.
///
/// Sockets made on a reactor call back on its thread, synchronously, from within the loop. It is also an
/// executor: an `actor` that names it in `unownedExecutor` runs inside those callbacks, with no hop between
/// a frame's arrival and the actor's state; nor is there one on the way into an actor's wait, so that what it has just set
/// going cannot happen before. (As a task executor, too, it would have one there: tasks without a preference would have to
/// leave it first.) All public members but ``start(name:options:)``, ``isCurrent``,
/// ``post(_:)`` and ``stop()`` belong to that thread and trap elsewhere.
///
/// Proxies named by the environment are not used.
public final class Reactor: SerialExecutor, @unchecked Sendable {
    public struct Options: Sendable {
        /// A PEM file of certificate authorities to trust instead of the system's. Default: the system's.
        public var trustedCertificates: String?
        /// WebSocket subprotocols served: the first one a client offers that is here is agreed on.
        public var subprotocols = ["realtime"]
        /// Whether what TLS and HTTP requests need is made when somebody first needs it, on a thread of its own, and not at
        /// the start. It takes 25 ms, most of it to read the certificates. Default: at the start.
        public var isLazy = false
        /// Receives what libwebsockets has to say: a level (1 error, 2 warning) and a line. The library has
        /// one log for the whole process, so the reactor started last decides. Default: nobody listens.
        public var log: (@Sendable (_ level: Int, _ line: String) -> Void)?

        public init(
            trustedCertificates: String? = nil, log: (@Sendable (_ level: Int, _ line: String) -> Void)? = nil
        ) {
            self.trustedCertificates = trustedCertificates
            self.log = log
        }
    }

    let name: String
    let inbox = Guarded(Inbox())
    // What follows belongs to the reactor's thread.
    let loop: EventLoop
    let deadlines = DeadlineHeap()
    var jobs: [Job] = []
    var running: [Job] = []
    var masks = Masks()
    var scratch: Scratch? = Scratch(byteCount: 64 << 10)
    var residents: [ObjectIdentifier: any Resident] = [:]
    var lookups: [NameLookup: [LookupAnswer]] = [:]
    var waitingLookups: [NameLookup] = []
    var lookupThreadCount = 0
    /// Asks the system; tests put name servers of their own in its place.
    var lookUp: @Sendable (NameLookup) -> Result<[ResolvedAddress], NetworkingError> = { $0.lookUp() }
    var isStopping = false
    var graceEnd: Deadline?

    /// Starts a thread with an event loop.
    ///
    /// - Throws: ``NetworkingError/cannotStart(reason:)``, for a certificate file that cannot be read too.
    public static func start(
        name: String, options: Options = Options()
    ) throws(NetworkingError) -> Reactor {
        let reactor = Reactor(name: name, loop: try EventLoop(options))
        reactor.startThread { $0.run() }
        return reactor
    }

    private init(name: String, loop: EventLoop) {
        self.name = name
        self.loop = loop
    }

    /// Runs `job` on the reactor's thread, soon and never before returning. From any thread.
    public func post(_ job: @escaping @Sendable () -> Void) { submit(.closure(job)) }

    /// Calls `fire` once, `delay` from now: never before that, and never before this call has returned.
    @discardableResult
    public func schedule(after delay: Duration, _ fire: @escaping () -> Void) -> Deadline {
        preconditionCurrent()
        return deadlines.schedule(at: .now + delay, fire)
    }

    /// Closes every socket, runs what that causes, and ends the thread.
    ///
    /// WebSockets are closed with 1001 and have half a second to answer; answers under way have as long to
    /// leave. Tasks and actors that name this reactor go on working afterwards; its sockets do not.
    public func stop() async {
        await withCheckedContinuation { continuation in
            let isOver = inbox.withLock { inbox in
                if inbox.life == .ended { return true }
                inbox.stopped.append(continuation)
                return false
            }
            if isOver { continuation.resume() } else { submit(.closure { self.beginStopping() }) }
        }
    }
}
