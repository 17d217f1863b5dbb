extension Duration {
    /// Reads a duration as people write it in options, config and persona files: `500ms`, `30s`, `5m`,
    /// `1h`, or a bare number of seconds. Decimals are exact (`1.5s`, `0.25`); there is no sign, no
    /// space and no sum of units.
    ///
    /// - Returns: `nil` for anything else, and for what is longer than 292 years.
    public init?(written text: some StringProtocol) {
        let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let nanosecondsPerUnit: Int64
        switch text[number.endIndex...] {
        case "ms": nanosecondsPerUnit = 1_000_000
        case "s", "": nanosecondsPerUnit = 1_000_000_000
        case "m": nanosecondsPerUnit = 60_000_000_000
        case "h": nanosecondsPerUnit = 3_600_000_000_000
        default: return nil
        }
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Int64(parts[0]) else { return nil }
        var total = whole.multipliedReportingOverflow(by: nanosecondsPerUnit)
        if parts.count == 2 {
            guard (1...6).contains(parts[1].count), let decimals = Int64(parts[1]) else { return nil }
            let scale = parts[1].reduce(into: Int64(1)) { scale, _ in scale *= 10 }
            let sum = total.partialValue.addingReportingOverflow(decimals * nanosecondsPerUnit / scale)
            total = (sum.partialValue, total.overflow || sum.overflow)
        }
        guard !total.overflow else { return nil }
        self = .nanoseconds(total.partialValue)
    }
}
