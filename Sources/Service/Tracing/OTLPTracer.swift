public import Tracing

/// Makes the spans of this service and hands those that are sampled to its exporter when they end.
public final class OTLPTracer: Tracer {
    private let sampler: Sampler
    private let export: @Sendable (FinishedSpan) -> Void

    init(_ sampler: Sampler, export: @escaping @Sendable (FinishedSpan) -> Void) {
        self.sampler = sampler
        self.export = export
    }

    public func startSpan<Instant: TracerInstant>(
        _ operationName: String, context: @autoclosure () -> InstrumentationContext, ofKind kind: SpanKind,
        at instant: @autoclosure () -> Instant, function: String, file fileID: String, line: UInt
    ) -> RecordedSpan {
        var context = context()
        let parent = context.trace
        let fresh = TraceContext.new(in: parent?.traceID, isSampled: true, state: parent?.state ?? "")
        var own = fresh
        own.isSampled = sampler.samples(fresh.traceID, parent: parent)
        context.trace = own
        let start = instant().nanosecondsSinceEpoch
        let span = FinishedSpan(
            context: own, parent: parent?.spanID, kind: kind, start: start, end: start, name: operationName)
        return RecordedSpan(span, context: context, onEnd: export)
    }

    /// The exporter sends by itself.
    public func forceFlush() {}

    public func extract<Carrier, Extract: Extractor>(
        _ carrier: Carrier, into context: inout InstrumentationContext, using extractor: Extract
    ) where Extract.Carrier == Carrier {
        guard let text = extractor.extract(key: "traceparent", from: carrier) else { return }
        let state = extractor.extract(key: "tracestate", from: carrier)
        if let trace = TraceContext(traceparent: text, state: state) { context.trace = trace }
    }

    public func inject<Carrier, Inject: Injector>(
        _ context: InstrumentationContext, into carrier: inout Carrier, using injector: Inject
    ) where Inject.Carrier == Carrier {
        guard let trace = context.trace else { return }
        injector.inject(trace.traceparent, forKey: "traceparent", into: &carrier)
        if !trace.state.isEmpty { injector.inject(trace.state, forKey: "tracestate", into: &carrier) }
    }
}
