import JSONValues
import Tracing

// OTLP 1.x as JSON: protobuf's mapping, but for ids in hex digits and enums as numbers; 64-bit integers are texts.
// https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding

enum OTLP {
    /// The body of `POST /v1/traces`.
    ///
    /// - Parameter resource: what the service is, in this order.
    static func request(_ spans: [FinishedSpan], resource: [(String, String)]) -> JSON {
        let attributes = resource.map { key, value -> JSON in
            ["key": .string(key), "value": ["stringValue": .string(value)]]
        }
        return [
            "resourceSpans": [
                [
                    "resource": ["attributes": .array(attributes)],
                    "scopeSpans": [["scope": ["name": "parley"], "spans": .array(spans.map(\.json))]],
                ]
            ]
        ]
    }
}

extension FinishedSpan {
    fileprivate var json: JSON {
        .members([
            ("traceId", .string("\(context.traceID)")),
            ("spanId", .string(TraceContext.hex(context.spanID))),
            ("parentSpanId", parent.map { .string(TraceContext.hex($0)) }),
            ("traceState", context.state.isEmpty ? nil : .string(context.state)),
            ("flags", .integer(context.isSampled ? 1 : 0)), ("name", .string(name)),
            ("kind", .integer(kind.number)), ("startTimeUnixNano", .string("\(start)")),
            ("endTimeUnixNano", .string("\(end)")), ("attributes", attributes.json),
            ("events", events.isEmpty ? nil : .array(events.map(\.json))),
            ("droppedEventsCount", droppedEvents == 0 ? nil : .integer(droppedEvents)),
            ("links", links.isEmpty ? nil : .array(links.compactMap(\.json))),
            ("status", status.map(\.json)),
        ])
    }
}

extension SpanEvent {
    fileprivate var json: JSON {
        [
            "timeUnixNano": .string("\(nanosecondsSinceEpoch)"), "name": .string(name),
            "attributes": attributes.json,
        ]
    }
}

extension SpanLink {
    /// `nil` for a context that is in no trace.
    fileprivate var json: JSON? {
        guard let trace = context.trace else { return Optional.none }
        return .members([
            ("traceId", .string("\(trace.traceID)")), ("spanId", .string(TraceContext.hex(trace.spanID))),
            ("traceState", trace.state.isEmpty ? nil : .string(trace.state)),
            ("flags", .integer(trace.isSampled ? 1 : 0)), ("attributes", attributes.json),
        ])
    }
}

extension SpanStatus {
    fileprivate var json: JSON {
        let code: Int =
            switch self.code {
            case .ok: 1
            case .error: 2
            }
        return .members([("code", .integer(code)), ("message", message.map(JSON.string))])
    }
}

extension SpanKind {
    fileprivate var number: Int {
        switch self {
        case .internal: 1
        case .server: 2
        case .client: 3
        case .producer: 4
        case .consumer: 5
        }
    }
}

extension SpanAttributes {
    fileprivate var json: JSON {
        var pairs: [(key: String, value: JSON)] = []
        forEach { key, value in
            if let json = value.otlp { pairs.append((key, json)) }
        }
        return .array(
            pairs.sorted { $0.key < $1.key }.map { ["key": .string($0.key), "value": $0.value] })
    }
}

extension SpanAttribute {
    /// `AnyValue`; `nil` for what this build's swift-distributed-tracing does not know yet.
    fileprivate var otlp: JSON? {
        func list<Value>(_ values: [Value], _ json: (Value) -> JSON) -> JSON {
            ["arrayValue": ["values": .array(values.map(json))]]
        }
        switch self {
        case .int32(let value): return ["intValue": .string("\(value)")]
        case .int64(let value): return ["intValue": .string("\(value)")]
        case .double(let value): return ["doubleValue": value.otlp]
        case .bool(let value): return ["boolValue": .bool(value)]
        case .string(let value): return ["stringValue": .string(value)]
        case .stringConvertible(let value): return ["stringValue": .string(value.description)]
        case .int32Array(let values): return list(values) { ["intValue": .string("\($0)")] }
        case .int64Array(let values): return list(values) { ["intValue": .string("\($0)")] }
        case .doubleArray(let values): return list(values) { ["doubleValue": $0.otlp] }
        case .boolArray(let values): return list(values) { ["boolValue": .bool($0)] }
        case .stringArray(let values): return list(values) { ["stringValue": .string($0)] }
        case .stringConvertibleArray(let values):
            return list(values) { ["stringValue": .string($0.description)] }
        default: return Optional.none  // a dependency's enum, which asks for this
        }
    }
}

extension Double {
    /// JSON has no number for these; protobuf's mapping has texts.
    fileprivate var otlp: JSON {
        if isNaN { return "NaN" }
        if isInfinite { return self > 0 ? "Infinity" : "-Infinity" }
        return .real(self)
    }
}
