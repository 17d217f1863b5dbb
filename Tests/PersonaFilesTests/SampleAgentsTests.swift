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
            ("Jessica, what did our customers say?", "jessica", "The cable", nil),
            ("And what surprised you?", "jessica", "Every child", nil),
            ("Patrick, can we get a longer cable?", "patrick", "Aye.", nil),
            (
                "I promised Jessica a number. what would that cost us?", "patrick", "That is Benjamin's",
                "benjamin"
            ),
            ("I promised Jessica a number. what would that cost us?", "benjamin", "Ninety cents", nil),
            ("Jessica, please walk us through the plan.", "jessica", "Gladly. We visited", nil),
            ("Jessica, please walk us through the plan.", "benjamin", "With pleasure. In January", nil),
            ("Everybody, one last word,", "jessica", "People buy", nil),
            ("Everybody, one last word,", "benjamin", "It pays", nil),
            ("Everybody, one last word,", "patrick", "Order today.", nil),
        ] as [(String, String, String, String?)])
    func `the demo's caller gets this answer`(utterance: String, agent: String, start: String, next: String?)
        throws
    {
        let rule = try #require(agents[agent]?.rule(answering: utterance))
        #expect(rule.say?.hasPrefix(start) == true && rule.requestTurn == next)
    }

    /// Then the question that was put to another is the newest that has an answer.
    @Test func `a correction is a cue for nobody`() throws {
        let benjamin = try #require(agents["benjamin"])
        #expect(benjamin.rule(answering: "No, not you, Jessica. I meant Benjamin.")?.when == [])
        let cutOff = try #require(
            agents["jessica"]?.rule(answering: "Jessica, please walk us through the plan.")?.say)
        let heard = cutOff.split(separator: " ").prefix(10).joined(separator: " ")
        #expect(benjamin.rule(answering: heard)?.when == [], "after “\(heard)”")
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
