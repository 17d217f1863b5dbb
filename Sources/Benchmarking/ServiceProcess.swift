import Foundation

/// `parley serve` as a process of its own, so that what it takes is told apart from what the bench takes.
final class ServiceProcess {
    let url: String
    private let process: Process
    private let folder: URL

    /// Starts `program` and waits until it listens.
    ///
    /// - Parameters:
    ///   - program: the file of `parley`.
    ///   - realtimeURL: the server that its agents and ears use.
    init(program: URL, realtimeURL: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "parley-bench-\(UUID().uuidString)")
        let agents = folder.appending(path: "agents")
        try FileManager.default.createDirectory(at: agents, withIntermediateDirectories: true)
        try Self.persona.write(to: agents.appending(path: "scout.md"), atomically: false, encoding: .utf8)
        process = Process()
        process.executableURL = program
        process.arguments = [
            "serve", "--port", "0", "--agents", agents.path, "--data", folder.appending(path: "data").path,
            "--realtime-url", realtimeURL, "--log-level", "error", "--max-rooms", "100000", "--max-sessions",
            "1000000", "--max-joins-per-second", "100000",
        ]
        process.environment = Self.environment
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        guard let url = Self.address(in: output.fileHandleForReading) else {
            process.terminate()
            try? FileManager.default.removeItem(at: folder)
            throw BenchError.serviceDidNotStart
        }
        self.url = url
    }

    /// Where libraries are found is as it is here; nobody's settings decide a measurement.
    private static var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("PARLEY_") && !$0.key.hasPrefix("OPENAI_") }
        environment["PARLEY_REALTIME_API_KEY"] = "none"
        return environment
    }

    private static let persona = """
        ---
        name: Scout
        ---
        You are Scout.
        """

    private static func address(in output: FileHandle) -> String? {
        var text = ""
        while case let more = output.availableData, !more.isEmpty {
            text += String(decoding: more, as: UTF8.self)
            for line in text.split(separator: "\n", omittingEmptySubsequences: true)
            where line.hasPrefix("listening on ") && text.hasSuffix("\n") {
                return String(line.dropFirst("listening on ".count))
            }
        }
        return nil
    }

    var isRunning: Bool { process.isRunning }

    /// Ends it without waiting for turns: nobody listens.
    func end() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Processor time so far, and memory now.
    var usage: ProcessUsage? { ProcessUsage(of: String(process.processIdentifier)) }
}

/// What the kernel says of a process.
struct ProcessUsage {
    /// User and system time of all threads.
    let processorTime: Duration
    let residentByteCount: Int

    /// - Parameter name: a number, or `self`.
    init?(of name: String) {
        // The second field is the command in brackets, which may hold spaces; proc_pid_stat(5) counts from 1.
        guard let file = FileHandle(forReadingAtPath: "/proc/\(name)/stat"),
            let data = try? file.readToEnd(), let line = String(bytes: data, encoding: .utf8),
            let end = line.lastIndex(of: ")")
        else { return nil }
        let fields = line[line.index(after: end)...].split(separator: " ").map { Int($0) ?? 0 }
        guard fields.count > 21 else { return nil }
        let ticks = fields[14 - 3] + fields[15 - 3]
        processorTime = .milliseconds(ticks * 1_000 / sysconf(Int32(_SC_CLK_TCK)))
        residentByteCount = fields[24 - 3] * sysconf(Int32(_SC_PAGESIZE))
    }
}
