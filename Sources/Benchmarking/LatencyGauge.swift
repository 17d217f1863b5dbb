/// What was measured since it was last emptied: how long frames took each way.
struct LatencyGauge {
    /// Later than that is heard as a gap by any player.
    static let late: Duration = .milliseconds(100)

    private var toModel: [Duration] = []
    private var toCaller: [Duration] = []
    private(set) var lateCount = 0

    mutating func reached(model latency: Duration) {
        toModel.append(latency)
        count(latency)
    }

    mutating func reached(caller latency: Duration) {
        toCaller.append(latency)
        count(latency)
    }

    private mutating func count(_ latency: Duration) {
        if latency > Self.late { lateCount += 1 }
    }

    mutating func take() -> (toModel: Quantiles, toCaller: Quantiles, lateCount: Int) {
        defer { self = LatencyGauge() }
        return (Quantiles(toModel), Quantiles(toCaller), lateCount)
    }
}

/// `nil` when nothing was measured.
public struct Quantiles: Equatable, Sendable {
    public let median: Duration?
    public let p99: Duration?

    public init(_ values: [Duration]) {
        let sorted = values.sorted()
        func quantile(_ share: Double) -> Duration? {
            sorted.isEmpty ? nil : sorted[Int(share * Double(sorted.count - 1) + 0.5)]
        }
        median = quantile(0.5)
        p99 = quantile(0.99)
    }
}
