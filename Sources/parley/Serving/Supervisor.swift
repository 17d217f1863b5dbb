import Glibc
import Networking

/// Tells whoever started this process how it is: systemd's protocol (sd_notify(3)), a datagram for each piece of
/// news. Nobody needs systemd for it: without `NOTIFY_SOCKET` nothing is told.
struct Supervisor: Sendable {
    /// `sun_path` as the kernel takes it.
    private let path: [UInt8]
    /// How long it may hear nothing before it takes the process for dead.
    let watchdog: Duration?

    init?(_ environment: [String: String]) {
        guard let name = environment["NOTIFY_SOCKET"], let first = name.first, first == "/" || first == "@"
        else { return nil }
        // A name that begins with @ is in no folder: the kernel's mark for that is a zero.
        path = first == "@" ? [0] + Array(name.utf8.dropFirst()) : Array(name.utf8)
        let isOurs = environment["WATCHDOG_PID"].map { $0 == "\(getpid())" } ?? true
        let limit = environment["WATCHDOG_USEC"].flatMap { Int64($0) } ?? 0
        watchdog = isOurs && limit > 0 ? .microseconds(limit) : nil
    }

    func ready(at url: String) { tell("READY=1\nSTATUS=listening on \(url)") }

    /// - Parameter limit: how long it may take; more than the supervisor has in mind is asked for.
    func stopping(within limit: Duration) {
        let most = Int((limit + .seconds(10)) / .microseconds(1))
        tell("STOPPING=1\nSTATUS=draining\nEXTEND_TIMEOUT_USEC=\(most)")
    }

    /// From now on it hears, twice as often as it wants to, that the event loops turn; not any more when one hangs.
    func watch(_ reactors: [Reactor]) {
        guard let watchdog, let first = reactors.first else { return }
        first.post { beat(reactors, every: watchdog / 2) }
    }

    /// Told by the last of them, once all the others have passed it on.
    private func beat(_ reactors: [Reactor], every pause: Duration) {
        pass(reactors[...])
        reactors[0].schedule(after: pause) { beat(reactors, every: pause) }
    }

    private func pass(_ left: ArraySlice<Reactor>) {
        guard let next = left.first else { return tell("WATCHDOG=1") }
        next.post { pass(left.dropFirst()) }
    }

    /// Never waits, and a supervisor that is not there is no mistake of ours.
    private func tell(_ news: String) {
        var address = sockaddr_un()
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard path.count < room else { return }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let length = MemoryLayout.offset(of: \sockaddr_un.sun_path).map { $0 + path.count } ?? 0
        let kind = Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(news.utf8)
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, socklen_t(length))
            }
        }
    }
}
