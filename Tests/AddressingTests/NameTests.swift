import Addressing
import Testing

/// Names outside a sentence: `request_turn`, `agents check`.
@Suite struct NameTests {
    static let roster = Roster([
        Candidate(id: "scout", name: "Scout", aliases: ["Scouty"]),
        Candidate(id: "nova", name: "Nova", aliases: ["the CFO"]),
        Candidate(id: "élan", name: "Élan"),
    ])

    @Test(
        arguments: [
            ("scout", "scout", .id), ("Scout", "scout", .name), ("SCOUTY", "scout", .alias),
            ("scot", "scout", .close),
            ("skout", "scout", .close), ("cfo", "nova", .alias), ("the cfo", "nova", .alias),
            ("Novah", "nova", .close), ("elan", "élan", .name),
        ] as [(String, String, NameMatch.How)])
    func `a requested agent is found by what it is called`(name: String, id: String, how: NameMatch.How) {
        #expect(Self.roster.agent(named: name) == NameMatch(id: id, how: how))
    }

    @Test(arguments: ["", "?!", "Gwendolyn", "x", "the"]) func `nobody is found for a strange name`(
        name: String
    ) {
        #expect(Self.roster.agent(named: name) == nil)
        #expect(Self.roster.suggestions(for: name).sorted() == ["nova", "scout", "élan"])
    }

    @Test func `two that are equally near are both only suggested`() {
        let roster = Roster([
            Candidate(id: "a", name: "Marta"), Candidate(id: "b", name: "Marto"),
            Candidate(id: "c", name: "Quincy"),
        ])
        #expect(roster.agent(named: "Marte") == nil)
        #expect(roster.suggestions(for: "Marte") == ["a", "b", "c"])
    }

    @Test func `names that sound alike and names that are words are reported`() {
        let roster = Roster([
            Candidate(id: "a", name: "Marc"), Candidate(id: "b", name: "Mark", aliases: ["the pilot"]),
            Candidate(id: "c", name: "Zephyrine"),
        ])
        #expect(
            roster.confusable == [
                .soundsLike(AgentName(spelling: "Marc", agent: "a"), AgentName(spelling: "Mark", agent: "b")),
                .commonWord(AgentName(spelling: "Mark", agent: "b"), language: "English"),
            ])
    }

    @Test(
        arguments: [
            ("Claro", "Spanish"), ("Will", "English"), ("June", "English"), ("Oui", "French"),
            ("Genau", "German"),
            ("Rose", "English"), ("Chef", "English"),
        ])
    func `a name that is a word in some language is reported`(name: String, language: String) {
        let roster = Roster([Candidate(id: "x", name: name)])
        #expect(roster.confusable == [.commonWord(AgentName(spelling: name, agent: "x"), language: language)])
    }

    @Test func `a short alias and a name that is another's id are reported, and what to do`() {
        let roster = Roster([
            Candidate(id: "nova", name: "Benedict"), Candidate(id: "b", name: "Nova", aliases: ["Q"]),
        ])
        let found = roster.confusable
        #expect(found.contains(.idOfAnother(AgentName(spelling: "Nova", agent: "b"), id: "nova")))
        #expect(found.contains(.short(AgentName(spelling: "Q", agent: "b"))))
        #expect(found.allSatisfy { $0.advice.contains(";") })
    }

    @Test(arguments: ["Zephyrine", "Dmitri", "Okoro", "Xiomara", "Jessica", "Benjamin"])
    func `a name that is only a name is not reported`(name: String) {
        #expect(Roster([Candidate(id: "x", name: name)]).confusable.isEmpty)
    }
}
