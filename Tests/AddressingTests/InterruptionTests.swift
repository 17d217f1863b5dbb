import Addressing
import Testing

@Suite struct InterruptionTests {
    @Test(
        arguments: [
            ("", .open), ("m", .open), ("mhm", .open), ("yeah", .open), ("yeah that makes", .open),
            ("right, I se", .open),
            ("oka", .open), ("stop", .stop), ("no stop", .stop), ("wait", .stop), ("hold on", .stop),
            ("okay but what", .decisive),
            ("what does", .decisive), ("Lina can you", .decisive), ("yeah and how long", .decisive),
            ("no", .open), ("no that is wrong", .decisive),
        ] as [(String, Interruption)])
    func `a partial transcript decides as soon as it cannot be a backchannel`(
        partial: String, expected: Interruption
    ) {
        #expect(Roster.home.judge(partial: partial, speaking: "Bruno") == expected)
    }

    /// What has been decided is not taken back by more of the same words.
    @Test(arguments: [
        "yeah but how much does that cost", "Lina, is that right?", "no that's the wrong one",
        "tell me about the other",
    ])
    func `growing words stay decisive`(whole: String) {
        var decided = false
        for end in whole.indices {
            let judged = Roster.home.judge(partial: String(whole[...end]), speaking: "Bruno")
            if decided { #expect(judged != .open, "after “\(whole[...end])”") }
            decided = decided || judged == .decisive
        }
        #expect(decided)
    }
}
