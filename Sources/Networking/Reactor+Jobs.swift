import CLibwebsockets
import Glibc

/// What a reactor runs between two visits to its sockets.
enum Job {
    case task(UnownedJob)
    case closure(() -> Void)
}

/// What other threads leave for a reactor.
struct Inbox {
    enum Life {
        /// The loop turns.
        case running
        /// The loop has ended; its thread still runs what is left.
        case closing
        /// There is no thread. The next job starts one, for that job.
        case ended
    }

    var life = Life.running
    var jobs: [Job] = []
    var wakeUnderWay = false
    var stopped: [CheckedContinuation<Void, Never>] = []
}

extension Reactor {
    /// Whether the caller runs on this reactor's thread.
    public var isCurrent: Bool {
        pthread_getspecific(currentReactor)
            == UnsafeMutableRawPointer(Unmanaged.passUnretained(self).toOpaque())
    }

    func preconditionCurrent() {
        precondition(isCurrent, "this belongs to the thread of reactor \"\(name)\"")
    }

    public func enqueue(_ job: consuming ExecutorJob) { submit(.task(UnownedJob(job))) }
    public func checkIsolated() { preconditionCurrent() }
    public func isIsolatingCurrentContext() -> Bool? { isCurrent }

    /// Runs `job` on the reactor's thread once the current callback has returned.
    func later(_ job: @escaping () -> Void) {
        preconditionCurrent()
        jobs.append(.closure(job))
    }

    func submit(_ job: Job) {
        if isCurrent { return jobs.append(job) }
        nonisolated(unsafe) let job = job
        let isRevived = inbox.withLock { inbox in
            inbox.jobs.append(job)
            switch inbox.life {
            case .running:
                if !inbox.wakeUnderWay { loop.wake() }
                inbox.wakeUnderWay = true
                return false
            case .closing:
                return false
            case .ended:
                inbox.life = .closing
                return true
            }
        }
        if isRevived { startThread { $0.runLeftovers() } }
    }

    func collectJobs() {
        inbox.withLock { inbox in
            inbox.wakeUnderWay = false
            guard !inbox.jobs.isEmpty else { return }
            jobs += inbox.jobs
            inbox.jobs.removeAll(keepingCapacity: true)
        }
    }

    /// How long jobs run in one turn. Default 2 ms: sockets must not starve.
    private static let patience: Duration = .milliseconds(2)

    /// Runs jobs and what they add, but so many rounds only, and only so long; the rest comes with the next turn.
    func runJobs() {
        collectJobs()
        guard !jobs.isEmpty else { return }
        let end = Moment.now + Self.patience
        var rounds = 0
        while !jobs.isEmpty && rounds < 8 {
            rounds += 1
            swap(&jobs, &running)
            var done = 0
            while done < running.count {
                run(running[done])
                done += 1
                if done < running.count, Moment.now > end { break }
            }
            if done < running.count {
                rounds = 8
                jobs.insert(contentsOf: running[done...], at: 0)
            }
            running.removeAll(keepingCapacity: true)
        }
    }

    private func run(_ job: Job) {
        switch job {
        case .closure(let body):
            body()
        case .task(let task):
            task.runSynchronously(on: asUnownedSerialExecutor())
        }
    }
}

/// Where each thread notes the reactor it belongs to.
let currentReactor: pthread_key_t = {
    var key = pthread_key_t()
    let failure = pthread_key_create(&key, nil)
    precondition(failure == 0, "no thread-specific storage")
    return key
}()

extension Reactor {
    /// The reactor of the calling thread.
    static var current: Reactor? {
        pthread_getspecific(currentReactor).map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
    }

    /// Runs `body` on a new thread that is this reactor's from its first instruction on.
    func startThread(_ body: @escaping (Reactor) -> Void) {
        let name = name
        startDetachedThread {
            pthread_setspecific(currentReactor, Unmanaged.passUnretained(self).toOpaque())
            parley_name_thread(name)
            body(self)
            pthread_setspecific(currentReactor, nil)
        }
    }
}

/// Runs `body` on a thread of its own.
func startDetachedThread(_ body: @escaping () -> Void) {
    final class Start {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }
    let start = Unmanaged.passRetained(Start(body))
    var thread = pthread_t()
    let failure = pthread_create(
        &thread, nil,
        { argument in
            if let argument { Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body() }
            return nil
        }, start.toOpaque())
    precondition(failure == 0, "the system gives no more threads")
    pthread_detach(thread)
}
