/// Sound that says whose it is, so that a test can tell from the samples alone who was heard, and
/// whether one was lost, doubled or mixed with another.
///
/// Agents share the low twelve bits of a sample, of which the lowest eight count on from sample to
/// sample; every caller has a bit of their own above. Sums of one agent and three callers therefore
/// still can be read.
public enum Sound {
    /// An agent's sample counts modulo this.
    public static let period = 251

    /// Samples of the agent with this index (0…13) from `position` on.
    public static func agent(_ index: Int, from position: Int, count: Int) -> [Int16] {
        (position..<position + count).map { Int16((index + 1) << 8 + $0 % period) }
    }

    /// Samples of the caller with this index: 0…2, or 3 where there are not more than seven agents.
    public static func caller(_ index: Int, count: Int) -> [Int16] {
        Array(repeating: index < 3 ? Int16(4_096 << index) : 2_048, count: count)
    }

    /// A stretch of one agent's sound without a gap.
    public struct Run: Equatable, Sendable, CustomStringConvertible {
        public let agent: Int
        /// Modulo ``period``.
        public let first: Int
        public internal(set) var count: Int

        public init(agent: Int, first: Int, count: Int) {
            self.agent = agent
            self.first = first
            self.count = count
        }

        public var description: String { "agent \(agent): \(count) samples from \(first)" }
    }

    /// What of agents is in `samples`. Silence between runs is passed over; a run goes on after it if it
    /// goes on where it stopped.
    public static func runs(in samples: some Sequence<Int16>) -> [Run] {
        var runs: [Run] = []
        for sample in samples {
            let low = Int(sample) & 0xFFF
            guard low > 0 else { continue }
            let agent = low >> 8 - 1
            let step = low & 0xFF
            if let last = runs.last, last.agent == agent, (last.first + last.count) % period == step {
                runs[runs.count - 1].count += 1
            } else {
                runs.append(Run(agent: agent, first: step, count: 1))
            }
        }
        return runs
    }

    /// How many of `samples` hold the voice of the caller with this index.
    public static func count(ofCaller index: Int, in samples: some Sequence<Int16>) -> Int {
        samples.count { Int($0) >> (12 + index) & 1 == 1 }
    }
}
