import Foundation
import PersonaFiles
import Personas
import Testing

/// The agents a newcomer hears first, and the demo's caller, whose lines go with their scripts.
@Suite struct SampleAgentsTests {
    let agents: Catalogue

    init() throws {
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        agents = try PersonaFolder(path: repository.appendingPathComponent("Agents").path, environment: [:])
            .catalogue
    }

    @Test func `there is nothing to complain about`() {
        #expect(agents.mistakes.map(\.description) == [])
        #expect(agents.personas.map(\.name) == ["Benjamin", "Jessica", "Patrick"])
    }

    @Test func `each has a voice and a field of their own`() {
        #expect(Set(agents.personas.compactMap(\.voice)).count == 3)
        let fields = agents.personas.flatMap(\.expertise)
        #expect(Set(fields).count == fields.count && agents.personas.allSatisfy { !$0.expertise.isEmpty })
    }

    @Test func `each has an answer to anything`() {
        #expect(agents.personas.allSatisfy { $0.rule(answering: "xyzzy")?.say != nil })
    }

    /// As recognition hears the demo's caller, mistakes included.
    @Test(
        arguments: [
            (
                "Good morning, Jessica. what did our customers say about the new lamp?", "jessica",
                "We visited forty", nil
            ),
            ("And what surprised you the most?", "jessica", "The children.", nil),
            ("Patrick can the factory make a longer table,", "patrick", "Aye, they can.", nil),
            (
                "Jessica told us that three in four people wanted how long would that take?", "patrick",
                "Six weeks.", nil
            ),
            ("Patrick, what would that cost us?", "patrick", "I count boxes", "benjamin"),
            ("Patrick, what would that cost us?", "benjamin", "Ninety cents", nil),
            (
                "Benjamin, please walk us through the whole plan for the year.", "benjamin",
                "With pleasure. In January", nil
            ),
            ("Sorry, Benjamin, what is the biggest risk?", "benjamin", "The dollar.", nil),
            ("And who are our competitors,", "jessica", "Two of them matter.", nil),
            ("Patrick, one will the first lamps be delivered,", "patrick", "The first boxes", nil),
            (
                "Thank you, one sentence from each of you. please, what is your last word?", "patrick",
                "My last word.", nil
            ),
        ] as [(String, String, String, String?)])
    func `the demo's caller gets this answer`(utterance: String, agent: String, start: String, next: String?)
        throws
    {
        let rule = try #require(agents[agent]?.rule(answering: utterance))
        #expect(rule.say?.hasPrefix(start) == true && rule.requestTurn == next)
    }

    /// Three words a second is a brisk voice.
    @Test(arguments: ["benjamin", "jessica", "patrick"])
    func `each can be asked for an answer long enough to interrupt`(agent: String) throws {
        let say = try #require(agents[agent]?.rule(answering: "Please walk us through it")?.say)
        #expect(say.split(separator: " ").count >= 3 * 15)
    }

    /// Everybody hears the closing words of those before, which must not lead anybody astray.
    @Test func `one agent's last word calls for no other answer than the next one's`() throws {
        for speaker in agents.personas {
            let last = try #require(speaker.rule(answering: "your last word")?.say)
            for listener in agents.personas {
                #expect(listener.rule(answering: last)?.say?.hasPrefix("My last word.") == true)
            }
        }
    }
}
