import JSONValues

/// The wire of an OpenAI-compatible Chat Completions server: a thought as its request, its stream as expressions.
enum ChatCompletions {
    static func request(_ thought: Thought, model: String) -> JSON {
        var request: JSON = [
            "model": .string(model), "stream": true, "messages": .array(messages(of: thought)),
        ]
        if thought.mayCallTools, !thought.tools.isEmpty {
            request["tools"] = .array(thought.tools.map(function))
        }
        if let limit = thought.maxOutputTokens { request["max_tokens"] = .integer(limit) }
        return request
    }

    private static func messages(of thought: Thought) -> [JSON] {
        var messages: [JSON] = [["role": "system", "content": .string(thought.instructions)]]
        for utterance in thought.context { append(utterance, to: &messages) }
        return messages
    }

    /// A tool call belongs to one assistant message, and every call of that message needs its result right after it.
    private static func append(_ utterance: Utterance, to messages: inout [JSON]) {
        switch utterance {
        case .system(let text): messages.append(["role": "system", "content": .string(text)])
        case .user(let text): messages.append(["role": "user", "content": .string(text)])
        case .assistant(let text): messages.append(["role": "assistant", "content": .string(text)])
        case .call(let id, let name, let arguments):
            let call: JSON = [
                "id": .string(id), "type": "function",
                "function": ["name": .string(name), "arguments": .string(arguments)],
            ]
            if let calls = messages.last?["tool_calls"]?.arrayValue {
                messages[messages.count - 1]["tool_calls"] = .array(calls + [call])
            } else {
                messages.append(["role": "assistant", "content": nil, "tool_calls": [call]])
            }
        case .callOutput(let id, let output):
            messages.append(["role": "tool", "tool_call_id": .string(id), "content": .string(output)])
        }
    }

    /// The Realtime API writes tools flat, Chat Completions one level down.
    private static func function(_ tool: JSON) -> JSON {
        var function: JSON = ["name": tool["name"] ?? ""]
        for key in ["description", "parameters"] {
            if let value = tool[key], !value.isNull { function[key] = value }
        }
        return ["type": "function", "function": function]
    }
}

/// Reads the server-sent events of one streamed completion, in pieces of any size.
struct ChatCompletionStream {
    private var line: [UInt8] = []
    private var cutter = SentenceCutter()
    private var calls: [(id: String?, name: String, arguments: String)] = []
    private var ending: Expression.Ending?

    /// A line longer than this is no event of a language model.
    private static let longestLine = 1 << 20

    mutating func feed(_ bytes: UnsafeRawBufferPointer) -> [Expression] {
        var expressions: [Expression] = []
        for byte in bytes where ending == nil {
            if byte == UInt8(ascii: "\n") {
                expressions += read(line)
                line.removeAll(keepingCapacity: true)
            } else if byte != UInt8(ascii: "\r") {
                line.append(byte)
                if line.count > Self.longestLine { expressions += end(.unreadable("an endless line")) }
            }
        }
        return expressions
    }

    /// The connection has ended. A stream that never said so itself was cut off.
    mutating func finish() -> [Expression] {
        guard ending == nil else { return [] }
        return read(line) + (ending == nil ? end(.unreadable("the stream ended early")) : [])
    }

    private mutating func read(_ line: [UInt8]) -> [Expression] {
        guard line.starts(with: "data:".utf8) else { return [] }
        let data = String(decoding: line.dropFirst(5), as: UTF8.self).trimmed
        if data == "[DONE]" { return end(.completed) }
        guard let chunk = try? JSON(parsing: data) else {
            return end(.unreadable("an event that is no JSON"))
        }
        if let problem = chunk["error"] {
            let message = problem["message"]?.stringValue ?? problem.text
            return end(.failed(code: problem["code"]?.stringValue ?? "server_error", message: message))
        }
        return take(chunk["choices"]?.arrayValue?.first)
    }

    private mutating func take(_ choice: JSON?) -> [Expression] {
        var expressions: [Expression] = []
        if let text = choice?["delta"]?["content"]?.stringValue {
            expressions += cutter.feed(text).map(Expression.say)
        }
        for call in choice?["delta"]?["tool_calls"]?.arrayValue ?? [] { collect(call) }
        switch choice?["finish_reason"]?.stringValue {
        case nil: break
        case "length": expressions += end(.tokensExhausted)
        case "content_filter":
            expressions += end(
                .failed(code: "content_filter", message: "the language model withheld its answer"))
        case .some: expressions += end(.completed)
        }
        return expressions
    }

    /// Calls arrive in fragments, each with the index of its call. Some servers leave the index out.
    private mutating func collect(_ fragment: JSON) {
        let index = fragment["index"]?.integerValue ?? max(calls.count - 1, 0)
        guard (0..<64).contains(index) else { return }
        while calls.count <= index { calls.append((nil, "", "")) }
        if let id = fragment["id"]?.stringValue, !id.isEmpty { calls[index].id = id }
        calls[index].name += fragment["function"]?["name"]?.stringValue ?? ""
        calls[index].arguments += fragment["function"]?["arguments"]?.stringValue ?? ""
    }

    private mutating func end(_ ending: Expression.Ending) -> [Expression] {
        self.ending = ending
        var expressions = cutter.finish().map(Expression.say)
        if case .failed = ending { return expressions + [.done(ending)] }
        expressions += calls.filter { !$0.name.isEmpty }.map { call in
            .call(id: call.id, name: call.name, arguments: call.arguments.isEmpty ? "{}" : call.arguments)
        }
        return expressions + [.done(ending)]
    }
}

extension Expression.Ending {
    fileprivate static func unreadable(_ what: String) -> Self {
        .failed(code: "server_error", message: "the language model's answer was not readable: \(what)")
    }
}
