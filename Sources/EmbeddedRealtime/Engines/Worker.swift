import Foundation

/// A thread that does one piece of blocking work after another, away from the event loop.
///
/// The queue is bounded, for work that cannot be done in time is better refused than late. Work marked
/// ``Urgency/droppable`` makes room for work that is not.
final class Worker: @unchecked Sendable {  // `waiting` and `isStopped` only under `condition`
    enum Urgency { case required, droppable }
    typealias Job = @Sendable () -> Void

    private struct Entry {
        let urgency: Urgency
        let run: Job
        let dropped: Job
    }

    private let condition = NSCondition()
    private let capacity: Int
    private var waiting: [Entry] = []
    private var isStopped = false

    /// - Parameter capacity: how many jobs may wait; at least 1.
    init(name: String, capacity: Int) {
        self.capacity = capacity
        let thread = Thread { [weak self] in
            while let job = Worker.next(of: { self }) { job() }
        }
        thread.name = name
        thread.stackSize = 8 << 20  // inference recurses deeper than the 512 KiB a thread gets by default
        thread.start()
    }

    /// Asks for `job` to be run. One of `job` and `dropped` is called, once, on whatever thread.
    func submit(_ urgency: Urgency = .required, _ job: @escaping Job, dropped: @escaping Job = {}) {
        condition.lock()
        var victim: Entry?
        let entry = Entry(urgency: urgency, run: job, dropped: dropped)
        if isStopped {
            victim = entry
        } else if waiting.count < capacity {
            waiting.append(entry)
        } else if urgency == .required, let index = waiting.firstIndex(where: { $0.urgency == .droppable }) {
            victim = waiting.remove(at: index)
            waiting.append(entry)
        } else {
            victim = entry
        }
        condition.signal()
        condition.unlock()
        victim?.dropped()
    }

    /// Ends the thread after the job it is running; what waits is dropped.
    func stop() {
        condition.lock()
        isStopped = true
        let victims = waiting
        waiting = []
        condition.broadcast()
        condition.unlock()
        for victim in victims { victim.dropped() }
    }

    /// Waits for work without keeping a worker alive that nobody else knows any more.
    private static func next(of worker: () -> Worker?) -> Job? {
        while let worker = worker() {
            worker.condition.lock()
            defer { worker.condition.unlock() }
            if worker.isStopped { return nil }
            if !worker.waiting.isEmpty { return worker.waiting.removeFirst().run }
            _ = worker.condition.wait(until: Date(timeIntervalSinceNow: 1))
        }
        return nil
    }
}
