import JSONValues
import Personas
import Testing

@testable import EmbeddedRealtime

@Suite struct ScriptedBrainTests {
    private static let scout = Persona(
        id: "scout", name: "Scout",
        script: [
            .init(when: ["budget", "cost"], say: "That is Nova's field.", requestTurn: "nova"),
            .init(
                when: ["order"], say: "I will look.",
                tool: .init(name: "lookup_order", arguments: #"{"order_id":"7"}"#)),
            .init(when: ["shipped"], say: "It is on its way."),
            .init(when: ["market"], say: "It grows. By nine percent a year."),
            .init(say: "Let me think about that."),
        ], instructions: "You are Scout.")

    private func answer(
        _ context: [Utterance], orders: String? = nil, tools: [String] = ["request_turn", "lookup_order"]
    ) -> [Expression] {
        ScriptedBrain(Self.scout).answer(
            Thought(
                instructions: "You are Scout.", orders: orders, context: context,
                tools: tools.map { ["type": "function", "name": .string($0)] }))
    }

    private func words(_ expressions: [Expression]) -> String {
        expressions.compactMap { if case .say(let text) = $0 { text } else { nil } }.joined(separator: " ")
    }

    @Test(arguments: [
        (["[Ana] What about the market?"], "It grows. By nine percent a year."),
        // The newest words that have a rule; a speaker's name is not among them.
        (["[Ana] The market, please.", "[Ana] And quickly."], "It grows. By nine percent a year."),
        (["[Market] Good morning."], "Let me think about that."),
        (["[Ana] The market?", "[Ben] What does the BUDGET say?"], "That is Nova's field."),
        ([], "Let me think about that."),
    ])
    func `a rule is chosen by what was said last`(said: [String], answer expected: String) {
        #expect(words(answer(said.map(Utterance.user))) == expected)
    }

    @Test func `a script is no summary of what was said`() {
        var thought = Thought(instructions: "Sum it up.", context: [.user("[Ana] What about the market?")])
        thought.purpose = "summary"
        #expect(ScriptedBrain(Self.scout).answer(thought) == [.done(.completed)])
    }

    @Test func `what came before its own last words is over`() {
        let context: [Utterance] = [
            .user("[Ana] The market?"), .assistant("It grows."), .user("[Ana] I see."),
        ]
        #expect(words(answer(context)) == "Let me think about that.")
    }

    @Test(arguments: [
        ("Say exactly: Hi, Scout here. Ready?", "Hi, Scout here. Ready?"),
        ("Say exactly: \"Let me look that up.\"", "Let me look that up."),
        ("Hand-off from Nova: she asked about the market", "It grows. By nine percent a year."),
        ("The moderator gives you the turn: sum up the market", "It grows. By nine percent a year."),
    ])
    func `orders come before everything else`(orders: String, expected: String) {
        #expect(words(answer([.user("[Ana] What does it cost?")], orders: orders)) == expected)
    }

    @Test func `a rule hands over and calls tools only where they are offered`() throws {
        let context: [Utterance] = [.user("[Ana] Who knows the budget?")]
        guard case .call(_, "request_turn", let arguments) = answer(context)[1] else {
            Issue.record("no hand-over")
            return
        }
        #expect(try JSON(parsing: arguments) == ["agent": "nova", "reason": "Who knows the budget?"])
        #expect(answer(context, tools: []) == [.say("That is Nova's field."), .done(.completed)])
    }

    @Test(arguments: [
        (#"{"status": "shipped", "days": 2}"#, "It is on its way."),
        (#"{"status": "lost", "days_late": 2}"#, "Here is what I found: status lost, days late 2."),
        (#"{"error": "no such order"}"#, "That did not work: no such order."),
        ("plain words.", "Here is what I found: plain words."),
    ])
    func `a tool's result is told`(output: String, expected: String) {
        let context: [Utterance] = [
            .user("[Ana] Where is my order?"), .assistant("I will look."),
            .call(id: "c", name: "lookup_order", arguments: "{}"), .callOutput(id: "c", output),
        ]
        #expect(words(answer(context)) == expected)
    }
}

@Suite struct SentenceCutterTests {
    @Test(arguments: [
        ("One two three. Four five six! Seven?", ["One two three.", "Four five six!", "Seven?"]),
        (
            "It costs 3.50 euros at parley.dev today. Fine then.",
            ["It costs 3.50 euros at parley.dev today.", "Fine then."]
        ),
        ("Ask Dr. Who about it. J. R. knows too.", ["Ask Dr. Who about it.", "J. R. knows too."]),
        ("He said \"never again.\" Then he left.", ["He said \"never again.\"", "Then he left."]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("  \n ", []),
    ])
    func `sentences end where a speaker would pause`(text: String, sentences: [String]) {
        #expect(SentenceCutter.cut(text) == sentences)
        var cutter = SentenceCutter()
        let letterByLetter = text.flatMap { cutter.feed(String($0)) } + cutter.finish()
        #expect(letterByLetter == sentences)
    }

    @Test func `a sentence without end is cut at a comma`() {
        let text = String(repeating: "and then some more words, ", count: 40)
        let sentences = SentenceCutter.cut(text)
        #expect(sentences.allSatisfy { $0.count <= 220 && $0.last == "," })
        #expect(sentences.joined(separator: " ") == text.trimmed)
    }
}

@Suite struct ChatCompletionsTests {
    private func read(_ stream: String, pieces: Int = 7) -> [Expression] {
        var reader = ChatCompletionStream()
        var expressions: [Expression] = []
        var rest = Array(stream.utf8)[...]
        while !rest.isEmpty {
            Array(rest.prefix(pieces)).withUnsafeBytes { expressions += reader.feed($0) }
            rest = rest.dropFirst(pieces)
        }
        return expressions + reader.finish()
    }

    private func chunk(_ delta: JSON, _ finish: JSON = nil) -> String {
        let chunk: JSON = ["choices": [["index": 0, "delta": delta, "finish_reason": finish]]]
        return "data: \(chunk.text)\r\n\r\n"
    }

    @Test(arguments: [1, 7, 4_096])
    func `a stream becomes sentences as they end`(pieces: Int) {
        let stream =
            ": ping\n\n" + chunk(["role": "assistant", "content": ""]) + chunk(["content": "Good mor"])
            + chunk(["content": "ning, Ana. How"]) + chunk(["content": " are you?"]) + chunk([:], "stop")
            + "data: [DONE]\n\n"
        #expect(
            read(stream, pieces: pieces) == [
                .say("Good morning, Ana."), .say("How are you?"), .done(.completed),
            ])
    }

    @Test func `tool calls are put together from their fragments`() {
        func call(_ index: Int, _ function: JSON, id: JSON = nil) -> JSON {
            ["tool_calls": [["index": .integer(index), "id": id, "function": function]]]
        }
        let stream =
            chunk(["content": "One moment please."])
            + chunk(call(0, ["name": "lookup", "arguments": ""], id: "a"))
            + chunk(call(0, ["arguments": "{\"id\""]))
            + chunk(call(1, ["name": "request_turn", "arguments": "{}"], id: "b"))
            + chunk(call(0, ["arguments": ":7}"])) + chunk([:], "tool_calls")
        #expect(
            read(stream) == [
                .say("One moment please."), .call(id: "a", name: "lookup", arguments: "{\"id\":7}"),
                .call(id: "b", name: "request_turn", arguments: "{}"), .done(.completed),
            ])
    }

    @Test func `a stream that breaks off or holds an error fails`() {
        let early = read(chunk(["content": "Half a sen"]))
        #expect(early.first == .say("Half a sen"))
        guard case .done(.failed(code: "server_error", _))? = early.last else {
            Issue.record("\(early)")
            return
        }
        #expect(
            read("data: {\"error\": {\"code\": \"overloaded\", \"message\": \"later\"}}\n") == [
                .done(.failed(code: "overloaded", message: "later"))
            ])
        #expect(read(chunk(["content": "Too much"]) + chunk([:], "length")).last == .done(.tokensExhausted))
    }

    @Test func `calls and results become the messages such a server wants`() {
        let thought = Thought(
            instructions: "Be brief.",
            context: [
                .user("[Ana] Where is it?"), .call(id: "a", name: "x", arguments: "{}"),
                .call(id: "b", name: "y", arguments: "{}"), .callOutput(id: "a", "1"),
                .callOutput(id: "b", "2"),
            ],
            tools: [["type": "function", "name": "x", "description": "X", "parameters": ["type": "object"]]])
        let request = ChatCompletions.request(thought, model: "m")
        let messages = request["messages"]?.arrayValue ?? []
        #expect(
            messages.compactMap { $0["role"]?.stringValue } == [
                "system", "user", "assistant", "tool", "tool",
            ])
        #expect(messages[2]["tool_calls"]?.arrayValue?.count == 2)
        #expect(request["tools"]?.arrayValue?.first?["function"]?["name"] == "x")
        #expect(request["stream"] == true)
    }
}
