import CLibwebsockets
import Glibc

/// The loop of one reactor: the kernel's list of sockets, and libwebsockets' context with its one virtual host and its
/// alarm as soon as somebody needs them.
final class EventLoop: @unchecked Sendable {
    private(set) var context: OpaquePointer?
    private(set) var host: OpaquePointer?
    let protocols: ProtocolTable
    let poller: Poller
    private let alarm: UnsafeMutablePointer<parley_alarm>
    let retry: UnsafeMutablePointer<lws_retry_bo_t>
    /// Of virtual hosts, which are told apart by numbers.
    var lastHost = 0
    /// What virtual hosts were told, which the library reads as long as it lives.
    var hostTexts: [UnsafeMutablePointer<CChar>?] = []
    private var armed: Moment?
    private var ownCount = 0
    private let certificates: String?
    /// Set while the context is being made; those who need it.
    private var waiting: [() -> Void]?
    /// The library has not yet looked at what it was given first.
    private var isNew = false
    private var isClosed = false
    let subprotocols: [String]
    /// Connections of the library's, the list of sockets among them.
    var connectionCount = 0
    /// How often the loop has turned.
    private(set) var turns = 0

    /// Space the library wants in front of each outgoing payload, for its frame header.
    static let headroom = Int(parley_lws_pre())

    init(_ options: Reactor.Options) throws(NetworkingError) {
        if let file = options.trustedCertificates, access(file, R_OK) != 0 {
            throw .cannotStart(reason: "the certificate file \(file) cannot be read: \(systemError())")
        }
        poller = try Poller()
        subprotocols = options.subprotocols
        protocols = ProtocolTable(subprotocols: options.subprotocols)
        alarm = .allocate(capacity: 1)
        alarm.initialize(to: parley_alarm())
        retry = .allocate(capacity: 1)
        retry.initialize(to: lws_retry_bo_t())
        certificates = options.trustedCertificates
        setLog(options.log)
        guard options.isLazy || libraryNow() != nil else { throw .cannotStart(reason: Self.refusal) }
    }

    deinit {
        alarm.deallocate()
        retry.deallocate()
        for text in hostTexts { free(text) }
    }

    private func makeContext() -> OpaquePointer? {
        var info = lws_context_creation_info()
        info.port = -2  // CONTEXT_PORT_NO_LISTEN_SERVER: listening is done by `HTTPListener`
        info.protocols = UnsafePointer(protocols.entries)
        info.gid = -1
        info.uid = -1
        info.options = UInt64(LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT)
        info.pt_serv_buf_size = 32 << 10
        info.max_http_header_data2 = 16 << 10
        info.timeout_secs = 60
        info.connect_timeout_secs = 60
        // Pings are ours (`Liveness`): a policy of zeros turns the library's off.
        info.retry_and_idle_policy = UnsafePointer(retry)
        // An empty address keeps the library from obeying `http_proxy`.
        return "".withCString { noProxy in
            info.http_proxy_address = noProxy
            guard let certificates else { return lws_create_context(&info) }
            return certificates.withCString { file in
                info.client_ssl_ca_filepath = file
                return lws_create_context(&info)
            }
        }
    }

    /// Waits for something to happen, at most until `deadline`, and lets it happen. Without connections of its own the
    /// library has nothing to wait for: its part in a wait costs more than all of ours.
    func turn(until deadline: Moment?, isIdle: Bool) {
        turns += 1
        if isIdle { poller.gather(until: deadline) }
        guard context != nil, connectionCount > ownCount || isNew else {
            arm(nil)
            return poller.turn(atMost: isIdle ? wait(until: deadline) : 0)
        }
        isNew = false
        arm(deadline)
        _ = lws_service(context, isIdle ? 0 : -1)
    }

    private func wait(until deadline: Moment?) -> Int64 {
        deadline.map { max(0, $0.nanoseconds - Moment.now.nanoseconds) } ?? -1
    }

    /// The library cuts a wait to whole milliseconds and then spins; an alarm one millisecond late makes the
    /// wait end just after the deadline instead. It does nothing else: the reactor looks after each turn.
    private func arm(_ deadline: Moment?) {
        guard deadline != armed else { return }
        armed = deadline
        guard let deadline else { return parley_alarm_unset(alarm) }
        let wait = max(0, deadline.nanoseconds - Moment.now.nanoseconds) / 1_000
        parley_alarm_set(alarm, context, wait + 1_000)
    }

    /// Ends a wait. From any thread, while the loop turns.
    func wake() { poller.ring() }

    /// Closes whatever is still open.
    func close() {
        isClosed = true
        waiting = nil
        poller.end()
        guard let context else { return }
        parley_alarm_unset(alarm)
        Self.destroy(context)
        self.context = nil
        host = nil
    }

    var connectInfo: lws_client_connect_info {
        var info = lws_client_connect_info()
        info.context = context
        info.vhost = host
        return info
    }
}

// The library's context. Making one reads the certificates of all authorities that the system trusts, which takes as long as
// everything else of a start and a megabyte; whoever speaks without TLS never needs it.

extension EventLoop {
    static let refusal = "libwebsockets refused; the limit on open files may be too low"

    /// How many there are. They share the library's and OpenSSL's globals, which are set up without a lock.
    private static let contextCount = Guarded(0)

    /// Calls `then` once the library can connect, at once if it can already. The context is made on a thread of its own:
    /// nobody's sound waits for it. `then` finds ``context`` `nil` when the library has refused, and is not called when the
    /// loop has ended.
    func withLibrary(on reactor: Reactor, _ then: @escaping () -> Void) {
        if context != nil { return then() }
        if waiting != nil {
            waiting?.append(then)
            return
        }
        waiting = [then]
        startDetachedThread { [self] in
            nonisolated(unsafe) let context = makeSafely()
            reactor.post { [self] in made(context) }
        }
    }

    /// The library's virtual host for clients, for whoever may wait for it here and now: at a start, not in a call.
    func libraryNow() -> OpaquePointer? {
        if context == nil, let context = makeSafely() { take(context) }
        return host
    }

    private func makeSafely() -> OpaquePointer? {
        Self.contextCount.withLock { count in
            let context = makeContext()
            if context != nil { count += 1 }
            return context
        }
    }

    private func made(_ made: OpaquePointer?) {
        if let made {
            // Somebody could not wait, or the loop has ended meanwhile.
            if isClosed || context != nil { Self.destroy(made) } else { take(made) }
        }
        let ready = waiting ?? []
        waiting = nil
        for then in ready { then() }
    }

    /// The library waits for our list of sockets, too, from now on.
    private func take(_ made: OpaquePointer) {
        context = made
        host = lws_get_vhost_by_name(made, "default")
        isNew = true
        if adopt(dup(poller.list), as: LWS_ADOPT_RAW_FILE_DESC, for: poller) == nil {
            Self.destroy(made)
            context = nil
            host = nil
        }
        ownCount = connectionCount
    }

    private static func destroy(_ context: OpaquePointer) {
        contextCount.withLock { count in
            count -= 1
            lws_context_destroy(context)
        }
    }
}

/// What the system says about the call that just failed.
func systemError(_ number: Int32 = errno) -> String { String(cString: strerror(number)) }

private let log = Guarded<(@Sendable (Int, String) -> Void)?>(nil)

private func setLog(_ closure: (@Sendable (Int, String) -> Void)?) {
    log.withLock { $0 = closure }
    lws_set_log_level(closure == nil ? 0 : Int32(LLL_ERR | LLL_WARN)) { level, line in
        guard let line else { return }
        var text = String(cString: line)
        while text.last?.isNewline == true { text.removeLast() }
        log.withLock { $0 }?(Int(level), text)
    }
}
