/// Which traces are exported: decided once, at the first span of each.
public enum Sampler: Equatable, Sendable {
    case always, never
    /// So many of all traces, 0 to 1; the same ones wherever the ratio is the same.
    case ratio(Double)
    /// As the span decided that this one continues; the first of a trace by the other.
    indirect case parentBased(root: Sampler)

    func samples(_ trace: TraceContext.TraceID, parent: TraceContext?) -> Bool {
        switch self {
        case .always: true
        case .never: false
        // The lower half is random in every generator of ids that there is.
        case .ratio(let ratio): Double(trace.low >> 11) < ratio * Double(1 << 53 as UInt64)
        case .parentBased(let root): parent?.isSampled ?? root.samples(trace, parent: nil)
        }
    }
}
