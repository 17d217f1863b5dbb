/// Variables as OpenTelemetry writes them: an empty one is one that is not set.
struct EnvironmentReader {
    private let environment: [String: String]

    init(_ environment: [String: String]) { self.environment = environment }

    subscript(name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    func url(_ text: String, of name: String) throws(SettingComplaint) -> String {
        let isHTTP = ["http://", "https://"].contains {
            text.hasPrefix($0) && text.utf8.count > $0.utf8.count
        }
        guard isHTTP, !text.contains(where: \.isWhitespace), !text.contains("?"), !text.contains("#") else {
            throw complaint(name, "a URL such as http://localhost:4318", text)
        }
        return text
    }

    func milliseconds(_ name: String) throws(SettingComplaint) -> Duration? {
        guard let text = self[name] else { return nil }
        guard let number = Int(text), (1...3_600_000).contains(number) else {
            throw complaint(name, "milliseconds, from 1 to 3600000", text)
        }
        return .milliseconds(number)
    }

    func ratio(_ name: String) throws(SettingComplaint) -> Double? {
        guard let text = self[name] else { return nil }
        guard let number = Double(text), (0...1).contains(number) else {
            throw complaint(name, "a ratio from 0 to 1", text)
        }
        return number
    }

    /// `key=value,other=value`, in the order written; values may be percent-encoded, as in W3C Baggage.
    ///
    /// - Parameter isSecret: whether a complaint must not show what was found.
    func pairs(_ name: String, isSecret: Bool = false) throws(SettingComplaint) -> [(String, String)] {
        guard let text = self[name] else { return [] }
        var pairs: [(String, String)] = []
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { Self.trimmed($0) }
            guard pair.count == 2, !pair[0].isEmpty, let value = PercentEncoding.decode(pair[1]),
                !value.utf8.contains(where: { $0 < 32 || $0 == 127 })
            else {
                throw complaint(
                    name, "key=value,key=value", isSecret ? "something else" : String(part))
            }
            pairs.append((pair[0], value))
        }
        return pairs
    }

    func complaint(_ name: String, _ expected: String, _ found: String) -> SettingComplaint {
        SettingComplaint(name, "expected \(expected), found “\(found)”")
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
