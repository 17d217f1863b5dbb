internal import Personas

/// What `${VAR}` in a text stand for. A `$` without a brace stands for itself.
public struct Expansion: Equatable, Sendable {
    /// `nil` when there are mistakes. May hold a secret: never log it.
    public private(set) var value: String?
    /// Why it could not be filled in, each with its remedy and without any value.
    public private(set) var mistakes: [String] = []

    public init(of text: String, in environment: [String: String]) {
        var value = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "${") {
            value += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            guard let end = rest.firstIndex(of: "}") else {
                mistakes.append("'${' is never closed; write ${VARIABLE}")
                return
            }
            let variable = String(rest[..<end])
            rest = rest[rest.index(after: end)...]
            if !Self.isVariable(variable) {
                mistakes.append("'${\(variable)}' is no environment variable; write ${VARIABLE}")
            } else if let expansion = environment[variable] {
                value += expansion
            } else {
                mistakes.append(
                    "the environment variable '\(variable)' is not set; set it before starting")
            }
        }
        if mistakes.isEmpty { self.value = value + rest }
    }

    /// The same for a server's API key, which has to be there and to fit into a header.
    public init(ofKey text: String, in environment: [String: String]) {
        self.init(of: text, in: environment)
        guard let value else { return }
        let isSendable = value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        if value.isEmpty || !isSendable {
            self.value = nil
            mistakes.append(
                value.isEmpty
                    ? "the key is empty; set the variable, or leave 'key' out"
                    : "the key holds a character that no key has, a space or a line's end perhaps")
        }
    }

    private static func isVariable(_ name: String) -> Bool {
        name.first?.isNumber == false
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
}

extension PersonaReader {
    /// - Returns: `nil`, with a complaint for each, when a variable is not set.
    mutating func expand(_ text: Located<String>) -> ExpandedText? {
        take(Expansion(of: text.value, in: environment), line: text.line)
            .map { ExpandedText(written: text.value, value: $0) }
    }

    mutating func expandKey(_ text: Located<String>) -> ExpandedText? {
        take(Expansion(ofKey: text.value, in: environment), line: text.line).map(ExpandedText.hidden)
    }

    private mutating func take(_ expansion: Expansion, line: Int) -> String? {
        for mistake in expansion.mistakes { fields.complain(line, mistake) }
        return expansion.value
    }
}
