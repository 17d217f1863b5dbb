import Logging
import Metrics
import Service
import Tracing

/// Where this process's log, measurements and traces go. Set up once, before anything else is made: what has a
/// logger already keeps the one it has.
struct Observation {
    let metrics = ServiceMetrics()
    let traces: TraceExport?
    private let sink: LogSink

    /// - Precondition: not called twice in a process.
    init(_ settings: Settings) throws {
        MetricsSystem.bootstrap(metrics.registry)
        let sink = LogSink()
        self.sink = sink
        let log = settings.log
        LoggingSystem.bootstrap { LineLogHandler($0, log.format, level: log.level, to: sink) }
        let metrics = metrics
        traces = try settings.traces.map { try TraceExport.start($0, metrics) }
        if let traces { InstrumentationSystem.bootstrap(traces.tracer) }
    }

    /// The last spans are sent and the last lines are written, too.
    func end() async {
        await traces?.end()
        sink.flush()
    }
}
