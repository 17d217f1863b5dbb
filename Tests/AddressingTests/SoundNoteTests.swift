import Testing

@testable import Addressing

@Suite struct SoundNoteTests {
    @Test(arguments: [
        "[cough]", "(coughs)", "*clears throat*", "<noise>", "[BLANK_AUDIO]", " [Music] ",
        "(laughs) [noise].", "[cou", "(", "*", "", "  ",
        "Cough.", "coughs, coughs", "Räuspert.", "éternue", "Tose. Tose.",
    ])
    func `a transcript that only notes sounds has no words`(text: String) {
        #expect(text.spokenWords.isEmpty)
    }

    @Test(arguments: [
        "[cough] Nova, what does it cost?", "It is (as I said) late.", "Stop. [cough]", "(030) 1234",
        "(1)", "5 * 3", "...", "My cough is back.",
        "(so what I wanted to say to all of you is that it is late)",
    ])
    func `words stay, with whatever stands beside them`(text: String) {
        #expect(text.spokenWords == text)
    }

    @Test(arguments: [
        ("[cough] Nova, what does it cost?", "Nova, what does it cost?"), ("Stop. [cough]", "Stop."),
        ("(laughs). Mhm *sighs*", "Mhm"), ("mhm [cou", "mhm [cou"), ("(030) 1234", "(030) 1234"),
        ("5 * 3 * 2", "5 * 3 * 2"), ("[cough]", ""), ("...", "..."),
    ])
    func `whom it is meant for is asked without the notes`(text: String, said: String) {
        #expect(text.wordsMeant == said)
    }

    @Test(arguments: [
        ("Coughs.", true, "backchannel"), ("[cough]", true, "backchannel"), ("*räuspert*", false, "none"),
        ("[cough] Nova, what does it cost?", true, "address"), ("(laughs) mhm", true, "backchannel"),
        ("My cough is back.", true, "stay"),
    ])
    func `a noted sound is no word that anybody is to answer`(text: String, cutsIn: Bool, kind: String) {
        let roster = Roster([Candidate(id: "scout", name: "Scout"), Candidate(id: "nova", name: "Nova")])
        let route = roster.route(Utterance(text: text, floor: "scout", speaking: cutsIn ? "scout" : nil))
        #expect(route.kind.rawValue == kind)
    }

    @Test(arguments: [
        ("Snee", Interruption.open), ("Cough. Snee", .open), ("Räusp", .open), ("Sneak", .decisive),
        ("Snee the", .decisive), ("Cough it up", .decisive),
    ])
    func `half the name of a sound decides nothing`(partial: String, meaning: Interruption) {
        let roster = Roster([Candidate(id: "scout", name: "Scout")])
        #expect(roster.judge(partial: partial, speaking: "scout") == meaning)
    }

    @Test func `space around them goes`() { #expect(" Stop. \n".spokenWords == "Stop.") }
}
