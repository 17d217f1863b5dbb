import Glibc

/// How many sockets and files this process may have open.
enum DescriptorLimit {
    /// A room has three sockets at least, and shells give a process 1,024. More than this the library's tables would
    /// only take memory.
    private static let wanted: rlim_t = 65_536

    /// Raises the limit as far as the system lets us without asking anybody. Before the first event loop starts: its
    /// library makes its tables then.
    static func raise() {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(kind, &limit) == 0, limit.rlim_cur < min(wanted, limit.rlim_max) else { return }
        limit.rlim_cur = min(wanted, limit.rlim_max)
        _ = setrlimit(kind, &limit)
    }
}
