// Durations as people write them and machines keep them: seconds, as a decimal number of up to 18 digits behind the
// point, which says a `Duration` to its last attosecond. A floating-point number would not.

extension Duration {
    /// `"12"`, `"0.25"`, `"-1.5"`.
    var seconds: String {
        let (whole, fraction) = components
        let sign = whole < 0 || fraction < 0 ? "-" : ""
        guard fraction != 0 else { return "\(sign)\(whole.magnitude)" }
        // Zeros at the end say nothing: nearly always half of them, as clocks count in nanoseconds.
        var (digits, count) = (fraction.magnitude, 18)
        while digits.isMultiple(of: 10) {
            digits /= 10
            count -= 1
        }
        let decimals = String(digits)
        let zeros = String(repeating: "0", count: count - decimals.utf8.count)
        return "\(sign)\(whole.magnitude).\(zeros)\(decimals)"
    }

    /// Reads what ``seconds`` wrote; `nil` for anything else, and for more than three hundred years: nothing that is
    /// added to it may overflow.
    init?(seconds text: String) {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Self.digits(parts[0], atMost: 10) else { return nil }
        var fraction = 0
        if parts.count == 2 {
            let padded = parts[1] + String(repeating: "0", count: max(0, 18 - parts[1].utf8.count))
            guard !parts[1].isEmpty, let read = Self.digits(padded, atMost: 18) else { return nil }
            fraction = read
        }
        self.init(
            secondsComponent: Int64(isNegative ? -whole : whole),
            attosecondsComponent: Int64(isNegative ? -fraction : fraction))
    }

    private static func digits(_ text: some StringProtocol, atMost count: Int) -> Int? {
        guard (1...count).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }
}
