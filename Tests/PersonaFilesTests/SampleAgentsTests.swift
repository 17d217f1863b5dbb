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
            ("Jessica, what did our customers say?", "jessica", "Three in four", nil),
            ("And what surprised you the most?", "jessica", "Every child", nil),
            ("Patrick can the factory make a longer kettle.", "patrick", "Aye.", nil),
            (
                "I promised Jessica a number. what would that cost us?", "patrick", "That is Benjamin's",
                "benjamin"
            ),
            ("I promised Jessica a number. what would that cost us?", "benjamin", "Ninety cents", nil),
            ("Please walk us through the whole plan.", "benjamin", "With pleasure. In January", nil),
            ("Wait, Patrick, one is the delivery.", "patrick", "On the third of March.", nil),
            ("Thank you, everybody, your last word, please.", "jessica", "People buy", nil),
            ("Thank you, everybody, your last word, please.", "benjamin", "It pays", nil),
            ("Thank you, everybody, your last word, please.", "patrick", "Order today.", nil),
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

    /// Everybody hears the closing words of those before, which must not lead anybody astray: no rule of
    /// theirs may answer to them.
    @Test func `one agent's last word is a cue for nobody`() throws {
        for speaker in agents.personas {
            let last = try #require(speaker.rule(answering: "your last word")?.say)
            for listener in agents.personas where listener.id != speaker.id {
                #expect(listener.rule(answering: last)?.when == [], "\(listener.name) after “\(last)”")
            }
        }
    }
}
