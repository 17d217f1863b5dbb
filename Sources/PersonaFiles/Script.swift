internal import JSONValues
internal import Personas
internal import Yams

extension PersonaReader {
    /// The rules, and whom they hand over to.
    mutating func readScript(
        _ keys: Fields, tools: [Located<Persona.Tool>]
    ) -> (rules: [Persona.Rule], handOffs: [(agent: String, line: Int)]) {
        var rules: [Persona.Rule] = []
        var handOffs: [(agent: String, line: Int)] = []
        var matchesAll: Int?
        for node in fields.list(keys, "script", example: "[{when: [word], say: …}, {say: …}]") {
            if let matchesAll {
                fields.complain(
                    node.line,
                    "this rule is never reached: the one on line \(matchesAll) has no 'when'; move that one to the end"
                )
            }
            guard let (rule, requestLine) = readRule(node, tools: tools) else { continue }
            rules.append(rule)
            if rule.when.isEmpty, matchesAll == nil { matchesAll = node.line }
            if let agent = rule.requestTurn { handOffs.append((agent, requestLine)) }
        }
        return (rules, handOffs)
    }

    private mutating func readRule(
        _ node: Node, tools: [Located<Persona.Tool>]
    ) -> (rule: Persona.Rule, requestLine: Int)? {
        guard let rule = fields.fields(node, of: "a rule", known: ["when", "say", "request_turn", "tool"])
        else {
            return nil
        }
        let when = readWords(rule)
        let say = fields.text(rule, "say")
        let requestTurn = fields.text(rule, "request_turn")
        let tool = fields.node(rule, "tool").flatMap { readToolCall($0, tools: tools) }
        if !["say", "request_turn", "tool"].contains(where: { rule.has($0) }) {
            fields.complain(node.line, "a rule needs something to do: 'say', 'request_turn' or 'tool'")
        }
        if rule.has("when"), when.isEmpty { return nil }
        return (
            Persona.Rule(when: when, say: say?.value, requestTurn: requestTurn?.value, tool: tool),
            requestTurn?.line ?? node.line
        )
    }

    private mutating func readWords(_ rule: Fields) -> [String] {
        let complaints = mistakes.count
        let words = fields.texts(rule, "when")
        if rule.has("when"), words.isEmpty, mistakes.count == complaints {
            fields.complain(rule.line, "'when' has no words; leave it out for a rule that always matches")
        }
        for word in words where !word.value.contains(where: { $0.isLetter || $0.isNumber }) {
            fields.complain(word.line, "'\(word.value)' is never heard; write words as they are spoken")
        }
        return words.map(\.value)
    }

    private mutating func readToolCall(_ node: Node, tools: [Located<Persona.Tool>]) -> Persona.ToolCall? {
        guard let call = fields.fields(node, of: "a tool call", known: ["name", "arguments"]),
            let name = fields.requiredText(call, "name", of: "a tool call")
        else { return nil }
        if name.value == "request_turn" {
            fields.complain(name.line, "write request_turn: AGENT beside 'say', instead of a tool call")
        } else if !hasRemoteTools, !tools.contains(where: { $0.value.name == name.value }) {
            let declared = tools.map(\.value.name)
            let remedy =
                suggestion(for: name.value, among: declared).map { "did you mean '\($0)'?" }
                ?? "declare it under 'tools'"
            fields.complain(name.line, "there is no tool '\(name.value)'; \(remedy)")
        }
        guard let arguments = fields.node(call, "arguments") else {
            return Persona.ToolCall(name: name.value)
        }
        guard case .mapping = arguments, let json = json(arguments) else {
            fields.complain(arguments.line, "'arguments' is written {name: value}, here is \(arguments.kind)")
            return nil
        }
        return Persona.ToolCall(name: name.value, arguments: json.text)
    }
}
