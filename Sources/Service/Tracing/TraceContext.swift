public import Tracing

/// Which trace something belongs to, and after which span: W3C Trace Context, level 1, as `traceparent` and
/// `tracestate` carry it.
public struct TraceContext: Hashable, Sendable {
    public struct TraceID: Hashable, Sendable {
        let high, low: UInt64
    }

    public let traceID: TraceID
    public let spanID: UInt64
    public var isSampled: Bool
    /// `tracestate`: for whoever began the trace, passed on as it is.
    public var state = ""

    init(traceID: TraceID, spanID: UInt64, isSampled: Bool, state: String = "") {
        self.traceID = traceID
        self.spanID = spanID
        self.isSampled = isSampled
        self.state = state
    }

    /// A new span, of a new trace if there is none to belong to. Ids are random and never 0.
    static func new(in trace: TraceID? = nil, isSampled: Bool, state: String = "") -> TraceContext {
        let trace = trace ?? TraceID(high: .random(in: 1 ... .max), low: .random(in: 1 ... .max))
        return TraceContext(
            traceID: trace, spanID: .random(in: 1 ... .max), isSampled: isSampled, state: state)
    }
}

extension TraceContext {
    /// Reads `traceparent`; `nil` when it is not valid, which by the recommendation is as if it were not there.
    ///
    /// - Parameter state: `tracestate`; left out when it is longer than the 512 characters that must be passed on.
    public init?(traceparent: String, state: String? = nil) {
        let parts = traceparent.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count >= 4, let version = Self.number(parts[0], digits: 2), version != 0xff,
            version != 0 || parts.count == 4, parts[1].count == 32,
            let high = Self.number(parts[1].prefix(16), digits: 16),
            let low = Self.number(parts[1].suffix(16), digits: 16), high | low != 0,
            let span = Self.number(parts[2], digits: 16), span != 0,
            let flags = Self.number(parts[3], digits: 2)
        else { return nil }
        let kept = state.flatMap { $0.utf8.count <= 512 ? $0 : nil }
        self.init(
            traceID: TraceID(high: high, low: low), spanID: span, isSampled: flags & 1 == 1, state: kept ?? ""
        )
    }

    public var traceparent: String { "00-\(traceID)-\(Self.hex(spanID))-\(isSampled ? "01" : "00")" }

    /// 16 lower-case digits.
    static func hex(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// Upper case is not allowed.
    private static func number(_ text: some Collection<UInt8>, digits: Int) -> UInt64? {
        guard text.count == digits else { return nil }
        var number: UInt64 = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt64(byte - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt64(byte - 87)
            case _: return nil
            }
        }
        return number
    }
}

extension TraceContext.TraceID: CustomStringConvertible {
    /// 32 lower-case digits.
    public var description: String { TraceContext.hex(high) + TraceContext.hex(low) }
}

extension InstrumentationContext {
    private enum TraceKey: InstrumentationContextKey {
        typealias Value = TraceContext
    }

    /// Where this is in its trace.
    public var trace: TraceContext? {
        get { self[TraceKey.self] }
        set { self[TraceKey.self] = newValue }
    }
}
