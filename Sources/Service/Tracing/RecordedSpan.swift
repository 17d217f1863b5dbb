import Networking
public import Tracing

/// A span of a trace that may be exported. Safe to use from any thread; what comes after its end is ignored.
public final class RecordedSpan: Span {
    public let context: InstrumentationContext
    public let isRecording: Bool
    private let onEnd: @Sendable (FinishedSpan) -> Void
    /// `nil` once it has ended.
    private let open: Guarded<FinishedSpan?>

    init(
        _ span: FinishedSpan, context: InstrumentationContext,
        onEnd: @escaping @Sendable (FinishedSpan) -> Void
    ) {
        self.context = context
        isRecording = span.context.isSampled
        open = Guarded(span)
        self.onEnd = onEnd
    }

    public var operationName: String {
        get { open.withLock { $0?.name ?? "" } }
        set { open.withLock { $0?.name = newValue } }
    }

    public var attributes: SpanAttributes {
        get { open.withLock { $0?.attributes ?? [:] } }
        set { open.withLock { $0?.attributes = newValue } }
    }

    public func setStatus(_ status: SpanStatus) { open.withLock { $0?.status = status } }
    public func addEvent(_ event: SpanEvent) { open.withLock { $0?.add(event) } }
    public func addLink(_ link: SpanLink) { open.withLock { $0?.links.append(link) } }

    public func recordError<Instant: TracerInstant>(
        _ error: any Error, attributes: SpanAttributes, at instant: @autoclosure () -> Instant
    ) {
        var all: SpanAttributes = ["exception.message": "\(error)"]
        all.merge(attributes)
        addEvent(SpanEvent(name: "exception", at: instant(), attributes: all))
    }

    public func end<Instant: TracerInstant>(at instant: @autoclosure () -> Instant) {
        let end = instant().nanosecondsSinceEpoch
        let span = open.withLock { open in
            defer { open = nil }
            return open
        }
        guard var span, isRecording else { return }
        span.end = max(span.start, end)
        onEnd(span)
    }
}

/// All that is known of a span, as a value.
struct FinishedSpan: Sendable {
    let context: TraceContext
    let parent: UInt64?
    let kind: SpanKind
    /// Since 1970, in nanoseconds.
    let start: UInt64
    var end: UInt64
    var name: String
    var attributes: SpanAttributes = [:]
    var events: [SpanEvent] = []
    var droppedEvents = 0
    var links: [SpanLink] = []
    var status: SpanStatus?

    /// As many as OpenTelemetry's own libraries keep: a call may last for days.
    static let mostEvents = 128

    mutating func add(_ event: SpanEvent) {
        if events.count < Self.mostEvents { events.append(event) } else { droppedEvents += 1 }
    }
}
