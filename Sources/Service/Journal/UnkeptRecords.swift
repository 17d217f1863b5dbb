import Journal

/// What of one room waits to be written down, in order; and what is let go when there is too much of it. A value.
///
/// Where events are let go, one marker stands for them, at the number of the last one: whoever reads on there from the
/// journal learns that something is missing, and how much.
struct UnkeptRecords {
    /// What is let go first comes first.
    enum Worth: CaseIterable {
        /// Of use while it happens: words as they come, voices that start and stop, what the floor was told.
        case passing
        /// What was said and done.
        case told
        /// Who was there: what callbacks end with, and what a restart goes by.
        case landmark
    }

    /// Events that are not kept.
    struct Gap: Equatable {
        /// The first and the last; others between them may be kept.
        var from, to: Int
        var count: Int
        /// When the last one happened, in milliseconds since 1970.
        var at: Int
    }

    private struct Item {
        let record: Record
        let worth: Worth
        /// `nil` unless it stands for others.
        var gap: Gap?

        /// In bytes, with about what it takes to hold them.
        var cost: Int { record.body.count + 128 }
    }

    /// Written together: a few milliseconds of the journal's thread, so that others do not wait for long.
    static let batchCount = 2_000

    private var items: [Item] = []
    /// The first ones are being written.
    private var writingCount = 0
    private(set) var byteCount = 0

    var isEmpty: Bool { items.isEmpty }

    mutating func add(_ record: Record, _ worth: Worth) {
        let item = Item(record: record, worth: worth)
        items.append(item)
        byteCount += item.cost
    }

    /// The next ones to be written, and whether they have to last at once. They stay until ``wrote()``.
    mutating func batch() -> (records: [Record], mustLast: Bool) {
        writingCount = min(items.count, Self.batchCount)
        let batch = items.prefix(writingCount)
        return (batch.map(\.record), batch.contains { $0.worth == .landmark })
    }

    /// - Returns: the number of the last event that is kept now; `nil` when there was none among them.
    mutating func wrote() -> Int? {
        let written = items.prefix(writingCount)
        byteCount -= written.reduce(0) { $0 + $1.cost }
        let last = written.last { $0.record.kind == .event }?.record.seq
        // Where nothing is left, nothing is held: hundreds of rooms wait most of the time.
        items = writingCount == items.count ? [] : Array(items.dropFirst(writingCount))
        writingCount = 0
        return last
    }

    /// They are tried again later, with what comes.
    mutating func failed() { writingCount = 0 }

    mutating func removeAll() {
        items = []
        (writingCount, byteCount) = (0, 0)
    }

    /// Lets half of it go, the least worth first, of that the oldest, but never the newest of all.
    ///
    /// - Parameter marker: makes the record that stands for a gap.
    /// - Returns: how much is lost: events and other records.
    mutating func shed(_ marker: (Gap) -> Record) -> (events: Int, others: Int) {
        let writing = items.prefix(writingCount)
        var kept = Array(items.dropFirst(writingCount))
        var gap = kept.compactMap(\.gap).first
        kept.removeAll { $0.gap != nil }
        var left = kept.reduce(0) { $0 + $1.cost }
        let target = left / 2
        // The newest says how it ended, or comes next.
        let newest = kept.last?.record
        var lost = (events: 0, others: 0)
        for worth in Worth.allCases where left > target {
            kept.removeAll { item in
                guard left > target, item.worth == worth, item.record != newest else { return false }
                left -= item.cost
                switch item.record.kind {
                case .event:
                    lost.events += 1
                    gap = Gap(gap, and: item.record)
                case .floor: lost.others += 1
                }
                return true
            }
        }
        if let gap {
            let place =
                kept.firstIndex { $0.record.kind == .event && $0.record.seq > gap.to } ?? kept.endIndex
            kept.insert(Item(record: marker(gap), worth: .landmark, gap: gap), at: place)
        }
        items = writing + kept
        byteCount = items.reduce(0) { $0 + $1.cost }
        return lost
    }
}

extension UnkeptRecords.Gap {
    fileprivate init(_ gap: Self?, and record: Record) {
        self.init(
            from: min(gap?.from ?? record.seq, record.seq), to: max(gap?.to ?? record.seq, record.seq),
            count: (gap?.count ?? 0) + 1, at: max(gap?.at ?? record.at, record.at))
    }
}
