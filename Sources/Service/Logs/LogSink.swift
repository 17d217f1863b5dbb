import Dispatch
import Glibc
import Metrics
import Networking

/// Where the lines of the log go: a descriptor, written to on a thread of its own.
///
/// Whoever logs waits for nobody: a reactor's thread must not stand still because a terminal or a pipe is full. What
/// does not fit into the memory kept for it is dropped, counted, and said once there is room again.
public final class LogSink: Sendable {
    private struct Waiting {
        var bytes: [UInt8] = []
        var dropped = 0
        /// The writer has been called and has not looked yet.
        var isCalled = false
    }

    private let descriptor: Int32
    private let capacity: Int
    private let waiting = Guarded(Waiting())
    private let writer = DispatchQueue(label: "parley.log")
    /// Lines that nobody will read.
    private let losses = Counter(label: "parley_log_lines_dropped_total")

    /// - Parameters:
    ///   - descriptor: standard error if no other is given.
    ///   - capacity: bytes that may wait. Default 1 MiB: some thousand lines, minutes of a busy service.
    public init(descriptor: Int32? = nil, capacity: Int = 1 << 20) {
        self.descriptor = descriptor ?? STDERR_FILENO
        self.capacity = capacity
    }

    /// Returns at once.
    func write(_ line: [UInt8]) {
        let callsWriter = waiting.withLock { waiting in
            guard waiting.bytes.count + line.count <= capacity else {
                waiting.dropped += 1
                return false
            }
            waiting.bytes += line
            defer { waiting.isCalled = true }
            return !waiting.isCalled
        }
        if callsWriter { writer.async { self.writeAll() } }
    }

    /// Waits until everything that was logged up to now is written. Not for a reactor's thread.
    public func flush() { writer.sync { writeAll() } }

    private func writeAll() {
        while true {
            let (bytes, dropped) = waiting.withLock { waiting in
                defer { waiting = Waiting() }
                return (waiting.bytes, waiting.dropped)
            }
            guard !bytes.isEmpty || dropped > 0 else { return }
            put(bytes)
            guard dropped > 0 else { continue }
            losses.increment(by: dropped)
            put(Array("parley: \(dropped) lines of the log were dropped: nobody read them\n".utf8))
        }
    }

    /// A reader that is gone is no reason to end: the rest is dropped.
    private func put(_ bytes: [UInt8]) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count > 0 {
                written += count
            } else if errno == EAGAIN {
                usleep(10_000)
            } else if errno != EINTR {
                return
            }
        }
    }
}
