internal import Personas

extension PersonaReader {
    /// Fills in every `${VAR}`. A `$` without a brace stands for itself.
    ///
    /// - Returns: `nil`, with a complaint for each, when a variable is not set.
    mutating func expand(_ text: Located<String>) -> ExpandedText? {
        var value = ""
        var isComplete = true
        var rest = text.value[...]
        while let start = rest.firstRange(of: "${") {
            value += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            guard let end = rest.firstIndex(of: "}") else {
                fields.complain(text.line, "'${' is never closed; write ${VARIABLE}")
                return nil
            }
            let variable = String(rest[..<end])
            rest = rest[rest.index(after: end)...]
            if !isVariable(variable) {
                fields.complain(text.line, "'${\(variable)}' is no environment variable; write ${VARIABLE}")
                isComplete = false
            } else if let expansion = environment[variable] {
                value += expansion
            } else {
                fields.complain(
                    text.line, "the environment variable '\(variable)' is not set; set it before starting")
                isComplete = false
            }
        }
        return isComplete ? ExpandedText(written: text.value, value: value + rest) : nil
    }

    private func isVariable(_ name: String) -> Bool {
        name.first?.isNumber == false
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
}
