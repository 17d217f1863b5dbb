import JSONValues
import OrderedCollections
public import Personas

/// Speaks a persona's script: no language model, no surprise.
///
/// In this order: words it is ordered to say, what a tool has just returned, the first rule with a word of what was said
/// last, of what was said before that (back to its own last words), the rule without words.
public struct ScriptedBrain: Sendable {
    private let persona: Persona

    public init(_ persona: Persona) { self.persona = persona }

    public func answer(_ thought: Thought) -> [Expression] {
        // A script has lines for people; passed off as a summary of what they said, one would be a lie.
        if thought.purpose != nil { return [.done(.completed)] }
        var expressions = respond(to: thought)
        if expressions.isEmpty { expressions = Self.say("I have nothing to add to that.") }
        return expressions + [.done(.completed)]
    }

    private func respond(to thought: Thought) -> [Expression] {
        if let words = thought.orders.flatMap(Self.dictation) { return Self.say(words) }
        let news = Self.sinceOwnWords(thought.context)
        if let result = Self.lastToolResult(in: news, of: thought.context) { return tell(result) }
        var heard = news.compactMap(\.userWords)
        if let orders = thought.orders { heard.append(Self.purpose(of: orders)) }
        return follow(rule(for: heard.reversed()), heard: heard.last, thought)
    }

    /// - Parameter heard: newest first. A rule without words waits until none of them found a rule of its own.
    private func rule(for heard: some Sequence<String>) -> Persona.Rule? {
        for words in heard {
            if let rule = persona.rule(answering: words), !rule.when.isEmpty { return rule }
        }
        return persona.script.first { $0.when.isEmpty }
    }

    private func follow(_ rule: Persona.Rule?, heard: String?, _ thought: Thought) -> [Expression] {
        guard let rule else { return Self.say("I have nothing to say about that yet.") }
        var expressions = rule.say.map(Self.say) ?? []
        if let next = rule.requestTurn, thought.offers("request_turn") {
            let arguments: JSON = ["agent": .string(next), "reason": .string(heard ?? rule.say ?? "")]
            expressions.append(.call(id: nil, name: "request_turn", arguments: arguments.text))
        }
        if let tool = rule.tool, thought.offers(tool.name) {
            expressions.append(.call(id: nil, name: tool.name, arguments: tool.arguments))
        }
        return expressions
    }
}

// MARK: - Orders

extension ScriptedBrain {
    /// How the room marks words that are to be spoken as they are.
    static let dictationMark = "Say exactly:"

    static func dictation(_ orders: String) -> String? {
        guard let mark = orders.firstRange(of: dictationMark) else { return nil }
        let words = orders[mark.upperBound...].trimmed
        let isQuoted =
            words.count > 1 && "\"“".contains(words.first ?? " ") && "\"”".contains(words.last ?? " ")
        return isQuoted ? String(words.dropFirst().dropLast()) : words
    }

    /// What an order is about, without the words that only frame it: `Hand-off from Scout: the budget` → `the budget`.
    static func purpose(of orders: String) -> String {
        for frame in ["Hand-off from ", "The moderator gives you the turn"] {
            guard let start = orders.firstRange(of: frame)?.lowerBound else { continue }
            guard let colon = orders[start...].firstIndex(of: ":") else { continue }
            return orders[orders.index(after: colon)...].trimmed
        }
        return orders.trimmed
    }

    static func say(_ text: String) -> [Expression] { SentenceCutter.cut(text).map(Expression.say) }

    /// Without the name of who spoke: `[Ana] Good morning.` → `Good morning.`
    static func stripped(_ text: String) -> String {
        guard text.first == "[", let end = text.firstIndex(of: "]") else { return text }
        return text[text.index(after: end)...].trimmed
    }

    /// Everything after this agent's last words; its tool calls and their results are no words.
    static func sinceOwnWords(_ context: [Utterance]) -> ArraySlice<Utterance> {
        let last = context.lastIndex { if case .assistant = $0 { true } else { false } }
        return context[(last.map { $0 + 1 } ?? 0)...]
    }
}

extension Utterance {
    fileprivate var userWords: String? {
        if case .user(let text) = self { ScriptedBrain.stripped(text) } else { nil }
    }
}

// MARK: - Tool results

extension ScriptedBrain {
    struct ToolResult: Equatable {
        let name: String
        let output: String
    }

    /// The last result nobody has said anything after.
    static func lastToolResult(in news: ArraySlice<Utterance>, of context: [Utterance]) -> ToolResult? {
        guard case .callOutput(let id, let output) = news.last else { return nil }
        for case .call(id, let name, _) in context.reversed() {
            return ToolResult(name: name, output: output)
        }
        return ToolResult(name: "", output: output)
    }

    /// By a rule of words alone when one has a word of the result, else in a plain sentence.
    private func tell(_ result: ToolResult) -> [Expression] {
        let output = try? JSON(parsing: result.output)
        if let problem = output?["error"] {
            return Self.say("That did not work: \(Self.spoken(problem)).")
        }
        if result.name == "request_turn" { return Self.say("All right.") }
        let told = persona.script.first { rule in
            rule.tool == nil && rule.requestTurn == nil && !rule.when.isEmpty
                && Persona(id: "rule", name: "rule", script: [rule], instructions: "").rule(
                    answering: result.output)
                    != nil
        }
        if let words = told?.say { return Self.say(words) }
        return Self.say("Here is what I found: \(Self.spoken(output ?? .string(result.output))).")
    }

    /// `{"status": "shipped", "days": 2}` → `status shipped, days 2`.
    static func spoken(_ json: JSON) -> String {
        switch json {
        case .null: "nothing"
        case .bool(let value): value ? "yes" : "no"
        case .integer, .real: json.text
        case .string(let text): text.trimmed.last == "." ? String(text.trimmed.dropLast()) : text.trimmed
        case .array(let elements): elements.isEmpty ? "nothing" : elements.map(spoken).joined(separator: ", ")
        case .object(let members):
            members.isEmpty
                ? "nothing"
                : members.map { "\($0.key.split(separator: "_").joined(separator: " ")) \(spoken($0.value))" }
                    .joined(separator: ", ")
        }
    }
}
