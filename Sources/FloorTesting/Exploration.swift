import Dispatch
public import FloorControl
import Synchronization

/// Looks through every situation a floor can get into, breadth first, and judges each step by every ``Promise``.
///
/// It begins with all agents seated and ready, and everybody silent. Situations that differ in names only are one
/// (``Names``), and of what a floor remembers only what a decision reads counts, so that there are as few as
/// possible: each is kept as bytes, the latest depth is read back and every ``Happening`` tried on it.
public struct Exploration {
    /// How a floor takes an event: its own way, or with a fault planted.
    public typealias Rules = @Sendable (inout Floor, Floor.Event, RoomTime) -> [Floor.Action]

    public struct Depth: Sendable {
        public let depth: Int
        /// Reached for the first time at this depth, and altogether.
        public let new: Int
        public let situations: Int
        /// Events tried so far.
        public let steps: Int
    }

    public enum End: Equatable, Sendable {
        /// Nothing new can happen any more.
        case exhausted
        case depthReached
        /// The depth in work is not complete; how much of its situations were tried, in percent.
        case outOfTime(percent: Int)
        case outOfMemory(percent: Int)
        case broken(Promise, Script)
    }

    private let attempt: Attempt
    /// Situations beyond which memory would be used up: 60 bytes each.
    private let maxSituations: Int
    private let isParallel: Bool
    private var store = SituationStore()
    private var steps = 0

    /// - Parameters:
    ///   - isParallel: Whether every core takes part. What is found, and in which order, does not depend on it.
    public init(
        _ cast: Cast = Cast(), isParallel: Bool = false, maxSituations: Int = 30_000_000,
        rules: @escaping Rules = { $0.handle($1, at: $2) }
    ) {
        attempt = Attempt(cast: cast, alphabet: Alphabet(cast), rules: rules)
        self.isParallel = isParallel
        self.maxSituations = maxSituations
    }

    public var situations: Int { store.count }

    /// - Parameters:
    ///   - opening: What happens before anything else may; so small explorations get far.
    ///   - mayGoOn: Asked now and then.
    ///   - report: Called after each complete depth.
    public mutating func run(
        after opening: [Floor.Event] = [], depth maxDepth: Int = .max, while mayGoOn: () -> Bool = { true },
        report: (Depth) -> Void = { _ in }
    ) -> End {
        let start = Script(of: [], opening: opening, attempt.cast, attempt.rules)
        if let promise = start.broken { return .broken(promise, start) }
        store.insert(attempt.first(after: opening)[...], from: 0, by: 0)
        var depth = 0..<1
        for number in 1...max(1, maxDepth) {
            for place in stride(from: depth.lowerBound, to: depth.upperBound, by: Self.round) {
                let percent = (place - depth.lowerBound) * 100 / depth.count
                if store.count > maxSituations { return .outOfMemory(percent: percent) }
                if !mayGoOn() { return .outOfTime(percent: percent) }
                if let flaw = expand(place..<min(depth.upperBound, place + Self.round)) {
                    return .broken(flaw.promise, script(to: flaw.situation, flaw.move, opening))
                }
            }
            depth = depth.upperBound..<store.count
            report(Depth(depth: number, new: depth.count, situations: store.count, steps: steps))
            if depth.isEmpty { return .exhausted }
            if number == maxDepth { break }
        }
        return .depthReached
    }

    /// How many situations a thread tries in one go, and how many all do before what was found is put together.
    private static let portion = 64
    private static let round = 1024

    private mutating func expand(_ range: Range<Int>) -> Attempt.Flaw? {
        for batch in tried(range) {
            steps += batch.steps
            store.insert(all: batch.found)
            if let flaw = batch.flaw { return flaw }
        }
        return nil
    }

    /// What each portion led to, in the order of the situations.
    private func tried(_ range: Range<Int>) -> [Attempt.Batch] {
        let parts = stride(from: range.lowerBound, to: range.upperBound, by: Self.portion).map {
            $0..<min(range.upperBound, $0 + Self.portion)
        }
        let attempt = attempt
        let store = store
        guard isParallel else { return parts.map { attempt.expand($0, of: store) } }
        let batches = Mutex([Attempt.Batch?](repeating: nil, count: parts.count))
        DispatchQueue.concurrentPerform(iterations: parts.count) { part in
            let batch = attempt.expand(parts[part], of: store)
            batches.withLock { $0[part] = batch }
        }
        return batches.withLock { $0.compactMap(\.self) }
    }

    private func script(to index: Int, _ last: Int, _ opening: [Floor.Event]) -> Script {
        var moves = [last]
        var index = index
        while index > 0 {
            let origin = store.origins[index]
            moves.append(Int(origin.move))
            index = Int(origin.parent)
        }
        let happenings = moves.reversed().map { attempt.alphabet.happenings[$0] }
        return Script(of: happenings, opening: opening, attempt.cast, attempt.rules)
    }
}
