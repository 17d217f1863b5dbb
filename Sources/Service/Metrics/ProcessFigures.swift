import Glibc

/// What the kernel says of this process, under the names that Prometheus' own client libraries use.
///
/// Read from `/proc`, so never on a reactor's thread; what cannot be read is left out.
struct ProcessFigures: Sendable {
    /// User and system time of all threads.
    var cpuSeconds: Double?
    var residentBytes: Double?
    var virtualBytes: Double?
    var openDescriptors: Double?
    var mostDescriptors: Double?
    /// Since 1970.
    var startSeconds: Double?
    var threads: Double?

    @concurrent static func read() async -> ProcessFigures {
        var figures = ProcessFigures()
        figures.readStatus(text(of: "/proc/self/stat"), bootedAt: bootSeconds)
        figures.openDescriptors = descriptorCount.map(Double.init)
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            figures.mostDescriptors = Double(limit.rlim_cur)
        }
        return figures
    }

    /// - Parameter line: of `/proc/self/stat`. The second field is the command in brackets, which may hold spaces
    ///   and brackets; proc_pid_stat(5) counts from 1.
    mutating func readStatus(_ line: String?, bootedAt boot: Double?) {
        guard let line, let end = line.lastIndex(of: ")") else { return }
        let fields = line[line.index(after: end)...].split(separator: " ").map { Double($0) }
        func field(_ number: Int) -> Double? { fields.count > number - 3 ? fields[number - 3] : nil }
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        if let user = field(14), let system = field(15) { cpuSeconds = (user + system) / ticks }
        threads = field(20)
        if let boot, let start = field(22) { startSeconds = boot + start / ticks }
        virtualBytes = field(23)
        residentBytes = field(24).map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) }
    }

    private static var bootSeconds: Double? {
        let line = text(of: "/proc/stat")?.split(separator: "\n").first { $0.hasPrefix("btime ") }
        return line.flatMap { Double($0.dropFirst(6)) }
    }

    private static var descriptorCount: Int? {
        guard let folder = opendir("/proc/self/fd") else { return nil }
        defer { closedir(folder) }
        var count = 0
        while readdir(folder) != nil { count += 1 }
        // Itself and the two dots are not the process's.
        return count - 3
    }

    /// The kernel says that these files are empty: they are read to their end.
    private static func text(of path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 16_384)
        while case let count = Glibc.read(descriptor, &part, part.count), count > 0 {
            bytes += part[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ProcessFigures {
    var text: String {
        var text = PrometheusText()
        func show(_ name: String, _ kind: PrometheusText.Kind, _ help: String, _ value: Double?) {
            guard let value else { return }
            text.family(name, kind, help: help)
            text.sample(name, [], value)
        }
        show("process_cpu_seconds_total", .counter, "User and system CPU time spent, in seconds.", cpuSeconds)
        show("process_max_fds", .gauge, "Most file descriptors that may be open.", mostDescriptors)
        show("process_open_fds", .gauge, "Open file descriptors.", openDescriptors)
        show("process_resident_memory_bytes", .gauge, "Resident memory, in bytes.", residentBytes)
        show("process_start_time_seconds", .gauge, "When it started, in seconds since 1970.", startSeconds)
        show("process_threads", .gauge, "Threads.", threads)
        show("process_virtual_memory_bytes", .gauge, "Virtual memory, in bytes.", virtualBytes)
        return text.text
    }
}
