import Glibc

/// Something that will happen at a moment, unless cancelled.
public final class Deadline {
    fileprivate(set) var fire: (() -> Void)?
    fileprivate var position = -1
    /// There as long as it has a position: a weak reference would make each use of the heap a slow one.
    fileprivate unowned let heap: DeadlineHeap

    fileprivate init(in heap: DeadlineHeap, _ fire: @escaping () -> Void) {
        self.heap = heap
        self.fire = fire
    }

    /// Makes sure it does not fire. Harmless when it has.
    public func cancel() {
        fire = nil
        if position >= 0 { heap.remove(self) }
    }
}

/// Nanoseconds on the monotonic clock.
struct Moment: Comparable {
    var nanoseconds: Int64

    static var now: Moment {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Moment(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    static func < (lhs: Moment, rhs: Moment) -> Bool { lhs.nanoseconds < rhs.nanoseconds }
    static func + (moment: Moment, delay: Duration) -> Moment {
        Moment(nanoseconds: moment.nanoseconds.addingReportingOverflow(delay.nanoseconds).partialValue)
    }
    static func - (lhs: Moment, rhs: Moment) -> Duration { .nanoseconds(lhs.nanoseconds - rhs.nanoseconds) }
}

extension Duration {
    /// Whole nanoseconds, at most a century, so that sums with a clock cannot overflow.
    var nanoseconds: Int64 {
        let century: Int64 = 3_155_760_000
        let (seconds, attoseconds) = components
        guard seconds < century else { return century * 1_000_000_000 }
        guard seconds > -century else { return -century * 1_000_000_000 }
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}

/// All deadlines of one reactor: a binary heap in which each entry knows its place, so that cancelling is
/// as cheap as firing and leaves nothing behind.
final class DeadlineHeap {
    /// What is compared stands in the heap itself: with thousands of deadlines each look at one elsewhere is a miss.
    private struct Entry {
        let nanoseconds: Int64
        /// Breaks ties: of two deadlines for one moment the one made first fires first.
        let ticket: UInt64
        /// Held as long as it is in the heap. Counted by hand: a heap moves a dozen entries for one that comes or goes.
        let deadline: Unmanaged<Deadline>

        func isBefore(_ other: Entry) -> Bool {
            nanoseconds < other.nanoseconds || nanoseconds == other.nanoseconds && ticket < other.ticket
        }
    }

    private var entries: [Entry] = []
    private var lastTicket: UInt64 = 0

    var earliest: Moment? { entries.first.map { Moment(nanoseconds: $0.nanoseconds) } }
    var count: Int { entries.count }

    func schedule(at moment: Moment, _ fire: @escaping () -> Void) -> Deadline {
        lastTicket += 1
        let deadline = Deadline(in: self, fire)
        let entry = Entry(
            nanoseconds: moment.nanoseconds, ticket: lastTicket, deadline: .passRetained(deadline))
        entries.append(entry)
        rise(entry, from: entries.count - 1)
        return deadline
    }

    /// Takes out the earliest deadline that is due by `now`; what it has to do.
    func popDue(by now: Moment) -> (() -> Void)? {
        guard let first = entries.first, first.nanoseconds <= now.nanoseconds else { return nil }
        let deadline = first.deadline.takeUnretainedValue()
        remove(deadline)
        defer { deadline.fire = nil }
        return deadline.fire
    }

    deinit { removeAll() }

    func removeAll() {
        let all = entries
        entries.removeAll()
        for entry in all {
            let deadline = entry.deadline.takeRetainedValue()
            deadline.position = -1
            deadline.fire = nil
        }
    }

    fileprivate func remove(_ deadline: Deadline) {
        let hole = deadline.position
        guard hole >= 0 else { return }
        deadline.position = -1
        entries[hole].deadline.release()
        let last = entries.removeLast()
        guard hole < entries.count else { return }
        if hole > 0, last.isBefore(entries[(hole - 1) / 2]) {
            rise(last, from: hole)
        } else {
            sink(last, from: hole)
        }
    }

    /// Puts an entry at its place between `start` and the root.
    private func rise(_ entry: Entry, from start: Int) {
        var hole = start
        while hole > 0 {
            let parent = (hole - 1) / 2
            guard entry.isBefore(entries[parent]) else { break }
            put(entries[parent], at: hole)
            hole = parent
        }
        put(entry, at: hole)
    }

    /// Puts an entry at its place between `start` and the leaves.
    private func sink(_ entry: Entry, from start: Int) {
        var hole = start
        while true {
            var child = 2 * hole + 1
            guard child < entries.count else { break }
            if child + 1 < entries.count, entries[child + 1].isBefore(entries[child]) { child += 1 }
            guard entries[child].isBefore(entry) else { break }
            put(entries[child], at: hole)
            hole = child
        }
        put(entry, at: hole)
    }

    private func put(_ entry: Entry, at place: Int) {
        entries[place] = entry
        entry.deadline._withUnsafeGuaranteedRef { $0.position = place }
    }
}
