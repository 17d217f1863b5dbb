public import Metrics
import Networking

/// Keeps what is measured through swift-metrics and writes it down for Prometheus.
///
/// Every instrument has a lock of its own, held for an addition; none is touched on the way of a sound frame.
public final class MetricsRegistry: MetricsFactory {
    /// So many combinations of labels a family has; what comes beyond counts under the value `other`. Names of
    /// models and codes of errors come from outside, and a server that makes them up must not fill the memory.
    static let maxSeriesCount = 200
    static let otherValue = "other"

    private struct Family {
        let kind: PrometheusText.Kind
        var series: [(labels: PrometheusText.Labels, instrument: Instrument)] = []
        var places: [String: Int] = [:]
    }

    private let families = Guarded<[String: Family]>([:])
    private let descriptions: [String: MetricDescription]

    /// - Parameter descriptions: by name; a family without one is its own help and has ``Instrument/latencies``.
    public init(_ descriptions: [MetricDescription] = []) {
        self.descriptions = Dictionary(descriptions.map { ($0.name, $0) }) { first, _ in first }
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        instrument(label, dimensions, .counter)
    }

    public func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        instrument(label, dimensions, .counter)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        instrument(label, dimensions, .gauge)
    }

    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        instrument(label, dimensions, aggregate ? .histogram : .gauge)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        instrument(label, dimensions, .histogram)
    }

    // What was counted stays: a counter that goes back to nothing looks like a restart.
    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}

    private func instrument(
        _ label: String, _ dimensions: [(String, String)], _ kind: PrometheusText.Kind
    ) -> Instrument {
        let name = PrometheusText.name(label)
        let bounds = descriptions[name]?.bounds ?? Instrument.latencies
        let labels: PrometheusText.Labels = dimensions.map { (PrometheusText.name($0.0), $0.1) }
        return families.withLock { families in
            var family = families[name] ?? Family(kind: kind)
            defer { families[name] = family }
            // A name that is used for two kinds is a mistake of ours; the second one is measured and not shown.
            guard family.kind == kind else { return Instrument(kind, bounds) }
            let isFull = family.series.count >= Self.maxSeriesCount
            let key = Self.key(labels)
            if let place = family.places[key] { return family.series[place].instrument }
            let kept = isFull ? labels.map { ($0.name, Self.otherValue) } : labels
            if isFull, let place = family.places[Self.key(kept)] { return family.series[place].instrument }
            let instrument = Instrument(kind, bounds)
            family.places[Self.key(kept)] = family.series.count
            family.series.append((kept, instrument))
            return instrument
        }
    }

    private static func key(_ labels: PrometheusText.Labels) -> String {
        labels.map { "\($0.name)\u{0}\($0.value)" }.joined(separator: "\u{1}")
    }

    /// Everything, by name.
    public var text: String {
        families.withLock { families in
            var text = PrometheusText()
            for (name, family) in families.sorted(by: { $0.key < $1.key }) {
                text.family(name, family.kind, help: descriptions[name]?.help ?? name)
                for (labels, instrument) in family.series { instrument.write(name, labels, into: &text) }
            }
            return text.text
        }
    }
}

/// What a family means, and the bounds of its buckets if it has some.
public struct MetricDescription: Sendable {
    public let name: String
    public let help: String
    public let bounds: [Double]?

    public init(_ name: String, _ help: String, bounds: [Double]? = nil) {
        self.name = name
        self.help = help
        self.bounds = bounds
    }
}
