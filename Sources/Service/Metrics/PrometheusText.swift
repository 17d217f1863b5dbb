/// The text exposition format of Prometheus, version 0.0.4: families of samples, each with its help and type.
struct PrometheusText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    enum Kind: String {
        case counter, gauge, histogram
    }

    typealias Labels = [(name: String, value: String)]

    private(set) var text = ""

    mutating func family(_ name: String, _ kind: Kind, help: String) {
        text += "# HELP \(name) \(Self.escape(help))\n# TYPE \(name) \(kind.rawValue)\n"
    }

    mutating func sample(_ name: String, _ labels: Labels, _ value: Double) {
        text += name
        if !labels.isEmpty {
            let pairs = labels.map { "\($0.name)=\"\(Self.escape($0.value, quotes: true))\"" }
            text += "{\(pairs.joined(separator: ","))}"
        }
        text += " \(Self.number(value))\n"
    }

    /// - Parameter counts: of each bucket alone, the last one without bound.
    mutating func histogram(
        _ name: String, _ labels: Labels, bounds: [Double], counts: [Int], sum: Double
    ) {
        var total = 0
        for (index, count) in counts.enumerated() {
            total += count
            let bound = index < bounds.count ? Self.number(bounds[index]) : "+Inf"
            sample("\(name)_bucket", labels + [("le", bound)], Double(total))
        }
        sample("\(name)_sum", labels, sum)
        sample("\(name)_count", labels, Double(total))
    }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        if let whole = Int(exactly: value) { return "\(whole)" }
        return "\(value)"
    }

    private static func escape(_ text: String, quotes: Bool = false) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            case _: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// A name as the format wants it: what swift-metrics calls `http.requests` is `http_requests` here.
    static func name(_ label: String) -> String {
        // Our own are so already; and each measurement asks.
        if let first = label.utf8.first, !isDigit(first), label.utf8.allSatisfy(isFine) { return label }
        let name = String(label.utf8.map { isFine($0) ? Character(UnicodeScalar($0)) : "_" })
        return name.first.map { $0.isNumber ? "_\(name)" : name } ?? "_"
    }

    private static func isFine(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || byte == 95 || (65...90).contains(byte) || isDigit(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
