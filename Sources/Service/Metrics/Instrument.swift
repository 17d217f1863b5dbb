import Metrics
import Networking

/// One time series: a number that is counted up or set, or how often which values were seen.
final class Instrument: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler,
    TimerHandler
{
    /// In seconds: from what a machine does at once to what a caller does not wait for.
    static let latencies = [
        0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 5, 8, 15,
    ]

    private enum State {
        case number(Double)
        /// Counts of each bucket alone, the last one without bound.
        case distribution(counts: [Int], sum: Double)
    }

    private let bounds: [Double]
    private let state: Guarded<State>

    init(_ kind: PrometheusText.Kind, _ bounds: [Double]) {
        self.bounds = bounds
        switch kind {
        case .counter, .gauge: state = Guarded(.number(0))
        case .histogram:
            state = Guarded(.distribution(counts: [Int](repeating: 0, count: bounds.count + 1), sum: 0))
        }
    }

    private func add(_ value: Double) {
        state.withLock { if case .number(let sum) = $0 { $0 = .number(sum + value) } }
    }

    private func observe(_ value: Double) {
        guard value.isFinite else { return }
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock { state in
            switch state {
            case .number: state = .number(value)
            case .distribution(var counts, let sum):
                counts[bucket] += 1
                state = .distribution(counts: counts, sum: sum + value)
            }
        }
    }

    func increment(by amount: Int64) { add(Double(amount)) }
    func increment(by amount: Double) { add(amount) }
    func decrement(by amount: Double) { add(-amount) }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { state.withLock { if case .number = $0 { $0 = .number(value) } } }
    func record(_ value: Int64) { observe(Double(value)) }
    func record(_ value: Double) { observe(value) }
    func recordNanoseconds(_ duration: Int64) { observe(Double(duration) / 1_000_000_000) }

    func reset() {
        state.withLock { state in
            switch state {
            case .number: state = .number(0)
            case .distribution(let counts, _):
                state = .distribution(counts: counts.map { _ in 0 }, sum: 0)
            }
        }
    }

    func write(_ name: String, _ labels: PrometheusText.Labels, into text: inout PrometheusText) {
        switch state.withLock({ $0 }) {
        case .number(let value): text.sample(name, labels, value)
        case .distribution(let counts, let sum):
            text.histogram(name, labels, bounds: bounds, counts: counts, sum: sum)
        }
    }
}
