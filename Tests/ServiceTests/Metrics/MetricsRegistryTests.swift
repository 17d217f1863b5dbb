import Foundation
import Metrics
import Testing

@testable import Service

@Suite struct `The Prometheus exporter` {
    private let registry = MetricsRegistry([
        MetricDescription("jobs_total", "Jobs\nby \\ kind."),
        MetricDescription("wait_seconds", "Waiting.", bounds: [0.1, 1]),
    ])

    @Test func `counters, gauges and histograms are written as the format wants them`() {
        Counter(label: "jobs_total", dimensions: [("kind", "a\"b\\c\nd")], factory: registry).increment(by: 3)
        Counter(label: "jobs_total", dimensions: [("kind", "a\"b\\c\nd")], factory: registry).increment()
        FloatingPointCounter(label: "load.total", factory: registry).increment(by: 1.5)
        Meter(label: "rooms", factory: registry).set(7)
        Meter(label: "rooms", factory: registry).set(5)
        for milliseconds in [50, 100, 500, 3_000] {
            Metrics.Timer(label: "wait_seconds", factory: registry).recordMilliseconds(milliseconds)
        }
        #expect(
            registry.text == """
                # HELP jobs_total Jobs\\nby \\\\ kind.
                # TYPE jobs_total counter
                jobs_total{kind="a\\"b\\\\c\\nd"} 4
                # HELP load_total load_total
                # TYPE load_total counter
                load_total 1.5
                # HELP rooms rooms
                # TYPE rooms gauge
                rooms 5
                # HELP wait_seconds Waiting.
                # TYPE wait_seconds histogram
                wait_seconds_bucket{le="0.1"} 2
                wait_seconds_bucket{le="1"} 3
                wait_seconds_bucket{le="+Inf"} 4
                wait_seconds_sum 3.65
                wait_seconds_count 4

                """)
    }

    @Test func `labels that somebody makes up count under one name in the end`() {
        for number in 1...1_000 {
            Counter(label: "jobs_total", dimensions: [("model", "m\(number)")], factory: registry).increment()
        }
        let lines = registry.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count == MetricsRegistry.maxSeriesCount + 1)
        #expect(lines.contains(#"jobs_total{model="other"} 800"#))
    }

    @Test func `instruments may be used from any thread`() async {
        let registry = registry
        await withTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<1_000 {
                        Counter(label: "jobs_total", factory: registry).increment()
                        Metrics.Timer(label: "wait_seconds", factory: registry).recordMilliseconds(2_000)
                    }
                }
            }
        }
        #expect(registry.text.contains("\njobs_total 4000\n"))
        #expect(registry.text.contains("wait_seconds_bucket{le=\"+Inf\"} 4000\n"))
    }

    @Test func `a name that is used for another kind spoils nothing`() {
        Counter(label: "jobs_total", factory: registry).increment()
        Meter(label: "jobs_total", factory: registry).set(9)
        #expect(registry.text.contains("\njobs_total 1\n") && !registry.text.contains("gauge"))
    }

    @Test(arguments: [
        (0.1, "0.1"), (3.0, "3"), (1e300, "1e+300"), (Double.infinity, "+Inf"), (-.infinity, "-Inf"),
        (.nan, "NaN"), (-2.5, "-2.5"),
    ])
    func `numbers are written so that Prometheus reads them`(value: Double, text: String) {
        #expect(PrometheusText.number(value) == text)
    }

    @Test(arguments: [
        ("parley_turns_total", "parley_turns_total"), ("http.requests", "http_requests"), ("2xx", "_2xx"),
        ("größe", "gr____e"), ("", "_"),
    ])
    func `a label becomes a name of the format`(label: String, name: String) {
        #expect(PrometheusText.name(label) == name)
    }

    /// Whoever looks for a family finds it in the one document, and every family that the document names exists.
    @Test func `what is measured is what the protocol's page describes`() throws {
        let page = URL(filePath: #filePath).appending(path: "../../../../Protocol/metrics.md")
            .standardizedFileURL
        let text = try String(contentsOf: page, encoding: .utf8)
        let described = Set(text.matches(of: /`(parley_[a-z_]+)`/).map { String($0.output.1) })
        #expect(described == Set(ServiceMetrics.catalogue.map(\.name)))
    }
}
