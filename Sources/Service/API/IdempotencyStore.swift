import Crypto
import HTTPTypes
import Journal

/// Remembers the first successful answer to each `Idempotency-Key`, for 24 hours, so that a retry
/// does nothing twice.
struct IdempotencyStore {
    /// What a request with a key has to do.
    enum Claim: Equatable {
        /// Do the work, then ``IdempotencyStore/settle(_:with:)``.
        case first
        case answered(Answer)
        /// Another request with the key is at work; try again when it has settled.
        case wait
        /// The key was used for something else.
        case mismatch
    }

    private enum Work {
        case running(waiters: [() -> Void])
        case answered(Answer)
    }

    private struct Entry {
        let fingerprint: [UInt8]
        let since: WallTime
        var work: Work
    }

    static let lifetime: Duration = .seconds(24 * 3_600)
    /// Keys kept at once; the oldest makes room. A bound against a client that never repeats one.
    static let capacity = 100_000

    private let capacity: Int
    private var entries: [String: Entry] = [:]
    /// Keys in the order of their first use.
    private var order: [String] = []

    init(capacity: Int = Self.capacity) { self.capacity = capacity }

    static func fingerprint(of body: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: body)) }

    /// - Parameter fingerprint: of the request's body.
    mutating func claim(_ key: String, _ fingerprint: [UInt8], at now: WallTime) -> Claim {
        forget { entry, _ in now.since(entry.since) > Self.lifetime }
        guard let entry = entries[key] else {
            forget { [capacity] _, keptCount in keptCount >= capacity }
            entries[key] = Entry(fingerprint: fingerprint, since: now, work: .running(waiters: []))
            order.append(key)
            return .first
        }
        guard entry.fingerprint == fingerprint else { return .mismatch }
        switch entry.work {
        case .running: return .wait
        case .answered(let answer): return .answered(answer)
        }
    }

    /// An answer given before a restart; the oldest come first.
    mutating func restore(_ kept: KeptAnswer) {
        guard let answer = Answer(kept) else { return }
        let since = WallTime(millisecondsSince1970: kept.at)
        let entry = Entry(fingerprint: kept.fingerprint, since: since, work: .answered(answer))
        if entries.updateValue(entry, forKey: kept.key) == nil { order.append(kept.key) }
    }

    /// Calls `again` once the request at work has settled.
    mutating func wait(for key: String, _ again: @escaping () -> Void) {
        guard var entry = entries[key], case .running(let waiters) = entry.work else { return again() }
        entry.work = .running(waiters: waiters + [again])
        entries[key] = entry
    }

    /// The first request is done. Only a success is kept: a retry of what failed is a new attempt.
    ///
    /// - Returns: who waits, to be called in this order.
    mutating func settle(_ key: String, with answer: Answer) -> [() -> Void] {
        guard var entry = entries[key], case .running(let waiters) = entry.work else { return [] }
        if answer.isFinal {
            entry.work = .answered(answer)
            entries[key] = entry
        } else {
            entries[key] = nil
            order.removeAll { $0 == key }
        }
        return waiters
    }

    /// Forgets the oldest that `isDue`, but none whose request is at work.
    private mutating func forget(while isDue: (Entry, _ keptCount: Int) -> Bool) {
        var count = 0
        while count < order.count, let entry = entries[order[count]], isDue(entry, order.count - count) {
            if case .running = entry.work { break }
            entries[order[count]] = nil
            count += 1
        }
        order.removeFirst(count)
    }
}

extension Answer {
    /// Whether a retry gets this again.
    var isFinal: Bool { status.kind == .successful }
}
