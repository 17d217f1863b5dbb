import HTTPTypes
import JSONValues
import Logging
public import Networking

/// Sends finished spans to a collector: gathered for a while, in batches, again when the collector asks for it.
///
/// It has a reactor of its own, so that neither writing JSON nor a TLS handshake takes a room's time; whoever ends
/// a span appends it to a list and goes on. A collector that is away costs a bounded list, and what does not fit is
/// counted and dropped.
public actor OTLPExporter {
    public nonisolated let reactor: Reactor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }

    private struct Waiting {
        var spans: [FinishedSpan] = []
        var dropped = 0
    }

    private enum State {
        case idle
        /// Spans wait for company.
        case gathering(Deadline)
        case sending
    }

    /// As OpenTelemetry's own libraries have it (`OTEL_BSP_…`): 2,048 spans wait, 512 are sent at once.
    static let capacity = 2_048
    static let batchSize = 512
    /// Of one batch; with pauses of 1, 2, 4 and 8 s between them.
    static let attempts = 5

    private let settings: TraceSettings
    private let metrics: ServiceMetrics
    private let resource: [(String, String)]
    private let log = Logger(label: "parley.traces")
    private nonisolated let waiting = Guarded(Waiting())
    private var state = State.idle
    private var isFlushing = false
    private var flushed: [CheckedContinuation<Void, Never>] = []
    private var lostCount = 0
    private var nextLossToTell = 1

    init(_ settings: TraceSettings, _ metrics: ServiceMetrics, on reactor: Reactor) {
        self.settings = settings
        self.metrics = metrics
        self.reactor = reactor
        resource = settings.resource.sorted { $0.key < $1.key }
    }

    /// From any thread; returns at once.
    nonisolated func take(_ span: FinishedSpan) {
        let wakes = waiting.withLock { waiting in
            guard waiting.spans.count < Self.capacity else {
                waiting.dropped += 1
                return false
            }
            waiting.spans.append(span)
            return waiting.spans.count == 1 || waiting.spans.count == Self.batchSize
        }
        if wakes { reactor.post { self.assumeIsolated { $0.wake() } } }
    }

    /// Sends all there is now, and returns when that is done or `limit` has passed.
    func flush(within limit: Duration) async {
        await withCheckedContinuation { continuation in
            isFlushing = true
            reactor.schedule(after: limit) { self.endFlush() }
            flushed.append(continuation)
            wake()
        }
    }

    private func endFlush() {
        for continuation in flushed { continuation.resume() }
        flushed = []
    }

    private func wake() {
        let count = waiting.withLock { $0.spans.count }
        switch state {
        case .sending: return
        case .gathering(let deadline):
            guard count >= Self.batchSize || isFlushing else { return }
            deadline.cancel()
            sendNext()
        case .idle:
            if count == 0 {
                endFlush()
            } else if count >= Self.batchSize || isFlushing {
                sendNext()
            } else {
                state = .gathering(reactor.schedule(after: settings.delay) { self.sendNext() })
            }
        }
    }

    private func sendNext() {
        let (batch, dropped) = waiting.withLock { waiting in
            let batch = Array(waiting.spans.prefix(Self.batchSize))
            waiting.spans.removeFirst(batch.count)
            defer { waiting.dropped = 0 }
            return (batch, waiting.dropped)
        }
        lose(dropped, because: "too many were waiting")
        state = .sending
        send(OTLP.request(batch, resource: resource).utf8, count: batch.count, attempt: 1)
    }
}

// MARK: - One batch

extension OTLPExporter {
    private func send(_ body: [UInt8], count: Int, attempt: Int) {
        var headers: HTTPFields = [.contentType: "application/json", .userAgent: "Parley"]
        for header in settings.headers {
            if let name = HTTPField.Name(header.name) { headers[name] = header.value.value }
        }
        let request = OutboundRequest(
            method: .post, url: settings.endpoint, headers: headers, body: body, deadline: settings.timeout)
        reactor.send(request) { result in
            switch Self.verdict(on: result.map(Reply.init), attempt: attempt) {
            case .accepted(let rejected, let why): self.accepted(count, rejected, why)
            case .again(let pause):
                self.reactor.schedule(after: pause) { self.send(body, count: count, attempt: attempt + 1) }
            case .refused(let why):
                self.lose(count, because: why)
                self.batchIsOver()
            }
        }
    }

    /// What matters of a collector's answer.
    struct Reply: Equatable {
        var status: Int
        var retryAfter: String?
        var body: [UInt8] = []
    }

    enum Verdict: Equatable {
        case accepted(rejected: Int, why: String)
        case again(after: Duration)
        case refused(String)
    }

    /// Only what the specification calls retryable is tried again; a connection that fails is.
    static func verdict(
        on result: Result<Reply, NetworkingError>, attempt: Int, at now: WallTime = .now
    ) -> Verdict {
        let pause: Duration = .seconds(1 << (attempt - 1)) * Double.random(in: 0.8...1.2)
        switch result {
        case .success(let answer) where (200..<300).contains(answer.status):
            let partial = (try? JSON(parsing: answer.body))?["partialSuccess"]
            let rejected = partial?["rejectedSpans"]
            let count = rejected?.integerValue ?? rejected?.stringValue.flatMap { Int($0) } ?? 0
            return .accepted(rejected: max(0, count), why: partial?["errorMessage"]?.stringValue ?? "")
        case .success(let answer):
            guard [429, 502, 503, 504].contains(answer.status), attempt < attempts else {
                return .refused("status \(answer.status)")
            }
            let asked = answer.retryAfter.flatMap { ToolAttempts.pause(of: $0, at: now) }
            return .again(after: min(asked ?? pause, .seconds(60)))
        case .failure(let error):
            return attempt < attempts ? .again(after: pause) : .refused("\(error)")
        }
    }

    private func accepted(_ count: Int, _ rejected: Int, _ why: String) {
        let lost = min(rejected, count)
        metrics.count("parley_spans_total", ("outcome", "exported"), by: count - lost)
        lose(lost, because: "the collector rejected them: \(why)")
        batchIsOver()
    }

    private func batchIsOver() {
        state = .idle
        wake()
    }

    /// An operator learns of the first, and then each time the number has doubled.
    private func lose(_ count: Int, because why: String) {
        guard count > 0 else { return }
        metrics.count("parley_spans_total", ("outcome", "dropped"), by: count)
        lostCount += count
        guard lostCount >= nextLossToTell else { return }
        nextLossToTell = lostCount * 2
        log.warning(
            "spans dropped", metadata: ["count": .stringConvertible(lostCount), "reason": "\(why)"])
    }
}

extension OTLPExporter.Reply {
    fileprivate init(_ response: InboundResponse) {
        status = response.status
        retryAfter = response.head.headerFields[.retryAfter]
        body = response.body
    }
}
