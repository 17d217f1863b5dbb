/// How many rooms to try next: twice as many until it is too many, then what lies between. What was not smooth is looked
/// at a second time, for other programs stumble, too.
///
/// A value, so that it can be tested without waiting: hand in each step, do what it says.
public struct Sizing: Sendable {
    /// What so many rooms did.
    public struct Step: Equatable, Sendable {
        public var rooms: Int
        public var toModel: Quantiles
        public var toCaller: Quantiles
        /// Frames that took more than 100 ms, either way.
        public var lateCount: Int
        /// Of the service and of the bench itself, in processors.
        public var serviceLoad: Double
        public var benchLoad: Double
        /// Of the service, in bytes.
        public var memory: Int

        public init(
            rooms: Int, toModel: Quantiles, toCaller: Quantiles, lateCount: Int, serviceLoad: Double,
            benchLoad: Double, memory: Int
        ) {
            self.rooms = rooms
            self.toModel = toModel
            self.toCaller = toCaller
            self.lateCount = lateCount
            self.serviceLoad = serviceLoad
            self.benchLoad = benchLoad
            self.memory = memory
        }

        /// As smooth as one room: 99 of 100 frames reach the model within 20 ms, a frame's length, and none is late.
        public var isSmooth: Bool {
            guard let p99 = toModel.p99 else { return false }
            return p99 <= .milliseconds(20) && lateCount == 0
        }
    }

    public private(set) var steps: [Step] = []
    private let first: Int
    private let most: Int

    /// - Parameters:
    ///   - first: the first try. Default 10 rooms: few machines hold less.
    ///   - most: never more than that.
    public init(first: Int = 10, most: Int = 5_000) {
        self.first = min(first, most)
        self.most = most
    }

    /// The most rooms that ran smoothly, if any did.
    public var held: Step? { smooth.max { $0.rooms < $1.rooms } }

    private var smooth: [Step] { steps.filter { $0.isSmooth && $0.rooms < tooMany } }

    /// The fewest that were rough twice and never smooth.
    private var tooMany: Int {
        steps.map(\.rooms).filter { rooms in
            let looks = steps.filter { $0.rooms == rooms }
            return looks.count > 1 && !looks.contains { $0.isSmooth }
        }.min() ?? .max
    }

    public mutating func note(_ step: Step) { steps.append(step) }

    /// The next number of rooms; `nil` when the answer is known to a tenth.
    public var next: Int? {
        guard let last = steps.last else { return first }
        if !last.isSmooth, steps.count(where: { $0.rooms == last.rooms }) == 1 { return last.rooms }
        let held = held?.rooms ?? 0
        if tooMany == .max { return held >= most ? nil : min(held * 2, most) }
        let gap = tooMany - held
        guard gap > max(1, held / 10) else { return nil }
        return held + gap / 2
    }
}
