// How the blanks of a phrase are written.

extension Blank {
    var text: String {
        switch self {
        case .name(let name): name
        case .names(let names): Self.list(names)
        case .time(let time): Self.text(of: time)
        case .number(let number): "\(number)"
        case .word(let word): word
        case .quote(let quote): quote.contains("\"") ? "“\(quote)”" : "\"\(quote)\""
        case .text(let text): text
        }
    }

    static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// Seconds with as many decimals as needed; what is finer than a millisecond is not written.
    static func text(of time: Duration) -> String {
        let milliseconds = Int(time / .milliseconds(1))
        guard milliseconds % 1_000 != 0 else { return "\(milliseconds / 1_000) s" }
        var decimals = String("\(1_000 + milliseconds % 1_000)".dropFirst())
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return "\(milliseconds / 1_000).\(decimals) s"
    }
}
