import Testing

@testable import Addressing

/// Words of stopping in questions: whoever asks whether that was all wants to be answered.
@Suite struct StopQuestionTests {
    private func kind(of text: String, cutsIn: Bool) -> String {
        let roster = Roster([
            Candidate(id: "scout", name: "Scout", domains: ["market research"]),
            Candidate(id: "nova", name: "Nova", domains: ["budget"]),
        ])
        return roster.route(
            Utterance(text: text, floor: "scout", speaking: cutsIn ? "scout" : nil)
        ).kind.rawValue
    }

    @Test(arguments: [
        "Why did they stop?", "why did you stop", "did it stop", "That's all?", "That's it?", "So that's it?",
        "No more?",
        "No more than that?", "Stop where?", "stop what", "Why is it so quiet?", "¿Es suficiente?",
    ])
    func `a question about stopping stops nobody`(text: String) {
        #expect(kind(of: text, cutsIn: false) == "stay")
        #expect(kind(of: text, cutsIn: true) == "stay")
    }

    @Test(arguments: [
        "Scout, why are you so quiet?", "Scout, still there?", "scout still there", "Scout, still no news?",
        "Scout, still nothing?", "Scout, you're so quiet, what is wrong?", "Scout, what do you mean, enough?",
        "Scout, end of story?",
    ])
    func `who is asked so answers`(text: String) {
        #expect(kind(of: text, cutsIn: false) == "address")
        #expect(kind(of: text, cutsIn: true) == "address")
    }

    @Test(arguments: [
        "Stop.", "That's all.", "That's it.", "No more.", "Could you stop?", "Stop, okay?",
        "Can you be quiet?",
        "Will you stop talking?", "why don't you stop", "stop, will you?", "Enough, okay?",
        "Scout, be still.",
        "So quiet now.", "Can everybody please hush?", "Sei still.",
    ])
    func `a request with the mark of a question is one`(text: String) {
        #expect(kind(of: text, cutsIn: true) == "stop")
    }
}
