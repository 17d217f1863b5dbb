import Glibc

/// Something that will happen at a moment, unless cancelled.
public final class Deadline {
    let moment: Moment
    /// Breaks ties: of two deadlines for one moment the one made first fires first.
    let ticket: UInt64
    fileprivate(set) var fire: (() -> Void)?
    fileprivate var position = -1
    /// There as long as it has a position: a weak reference would make each use of the heap a slow one.
    fileprivate unowned let heap: DeadlineHeap

    fileprivate init(
        at moment: Moment, ticket: UInt64, in heap: DeadlineHeap, _ fire: @escaping () -> Void
    ) {
        self.heap = heap
        self.moment = moment
        self.ticket = ticket
        self.fire = fire
    }

    /// Makes sure it does not fire. Harmless when it has.
    public func cancel() {
        fire = nil
        if position >= 0 { heap.remove(self) }
    }

    fileprivate func isBefore(_ other: Deadline) -> Bool {
        (moment, ticket) < (other.moment, other.ticket)
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
    private var entries: [Deadline] = []
    private var lastTicket: UInt64 = 0

    var earliest: Moment? { entries.first?.moment }
    var count: Int { entries.count }

    func schedule(at moment: Moment, _ fire: @escaping () -> Void) -> Deadline {
        lastTicket += 1
        let deadline = Deadline(at: moment, ticket: lastTicket, in: self, fire)
        deadline.position = entries.count
        entries.append(deadline)
        rise(from: deadline.position)
        return deadline
    }

    /// Takes out the earliest deadline that is due by `now`; what it has to do.
    func popDue(by now: Moment) -> (() -> Void)? {
        guard let first = entries.first, first.moment <= now else { return nil }
        remove(first)
        defer { first.fire = nil }
        return first.fire
    }

    deinit { removeAll() }

    func removeAll() {
        for entry in entries {
            entry.position = -1
            entry.fire = nil
        }
        entries.removeAll()
    }

    fileprivate func remove(_ deadline: Deadline) {
        let hole = deadline.position
        guard hole >= 0 else { return }
        deadline.position = -1
        let last = entries.removeLast()
        guard hole < entries.count else { return }
        entries[hole] = last
        last.position = hole
        sink(from: hole)
        rise(from: last.position)
    }

    private func rise(from start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child].isBefore(entries[parent]) else { return }
            exchange(child, parent)
            child = parent
        }
    }

    private func sink(from start: Int) {
        var parent = start
        while true {
            var first = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < entries.count && entries[child].isBefore(entries[first]) {
                first = child
            }
            guard first != parent else { return }
            exchange(parent, first)
            parent = first
        }
    }

    private func exchange(_ left: Int, _ right: Int) {
        entries.swapAt(left, right)
        entries[left].position = left
        entries[right].position = right
    }
}
