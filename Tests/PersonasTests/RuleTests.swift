import Personas
import Testing

@Suite struct RuleTests {
    let persona = Persona(
        id: "scout", name: "Scout",
        script: [
            .init(when: ["budget", "cost"], say: "That is Nova's field.", requestTurn: "nova"),
            .init(when: ["cash flow", "don't"], say: "Money, then."),
            .init(say: "Let me think."),
        ],
        instructions: "You are Scout.")

    @Test(arguments: [
        ("What is the budget?", "That is Nova's field."),
        ("COST matters", "That is Nova's field."),
        ("budgets are plural", "Let me think."),
        ("costly", "Let me think."),
        ("How is the cash, flow-wise?", "Money, then."),
        ("cash and flow", "Let me think."),
        ("I don’t know", "Money, then."),
        ("cash flow or budget", "That is Nova's field."),
        ("", "Let me think."),
    ])
    func `the first rule with a whole word of the utterance answers`(utterance: String, answer: String) {
        #expect(persona.rule(answering: utterance)?.say == answer)
    }

    @Test func `a script without a default rule may have no answer`() {
        var silent = persona
        silent.script.removeLast()
        #expect(silent.rule(answering: "hello") == nil)
        silent.script = [.init(when: ["…"], say: "never")]
        #expect(silent.rule(answering: "… hello") == nil, "a word without letters matches nothing")
    }
}
