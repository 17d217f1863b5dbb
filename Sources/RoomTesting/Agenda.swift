import FloorControl

/// What is going to happen, by time; at the same time, in the order in which it was planned.
struct Agenda {
    private struct Entry {
        let at: RoomTime
        let happen: () -> Void
    }

    /// The next one last.
    private var entries: [Entry] = []

    var next: RoomTime? { entries.last?.at }

    mutating func plan(at time: RoomTime, _ happen: @escaping () -> Void) {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].at > time { low = middle + 1 } else { high = middle }
        }
        entries.insert(Entry(at: time, happen: happen), at: low)
    }

    mutating func takeNext() -> (() -> Void)? { entries.popLast()?.happen }
}
