import Foundation
import RoomTesting
import Testing

/// How plays are read, and that one which does not come true is caught.
@Suite struct PlayTests {
    private static let scene = "Title\n\nScout and Nova are in the room.\nAna is on the line.\n\n"

    @Test(arguments: [
        ("Scout sings.", "'Scout sings.' is not understood."),
        ("Ana cough.", "{caller} coughs."),
        ("  -> Scout finish.", "{agent} finishes."),
        (
            "  -> Scout is given the floor, because it wanted to.",
            "{agent} is given the floor, because it was named."
        ),
        ("Ana: Hello. (0.4 x)", "'0.4 x' is not understood. Possible is: {time}"),
        ("Scout will say \"Hi.\" (loudly)", "then asks for {quote} because {quote}"),
        ("After a while:", "After {time}:"),
        ("Zed leaves.", "Nobody called Zed is in this play; there are Scout, Nova, Ana."),
        ("Ana: Hello.\nBob: Hello.", "Nobody called Bob is in this play"),
        ("Scout: Hello.", "Scout is an agent, not a caller."),
        ("Ana leaves.", "Ana is a caller, not an agent."),
        ("Scout leaves. (now)", "takes no details"),
        ("(a note", "The parenthesis is not closed."),
        ("Ana: Hello.\nA promise is kept for 3 s.", "This belongs before anything happens."),
        ("Servers need between 3 s and 1 s.", "'Servers need between 3 s and 1 s.' is not understood."),
        ("Scout will say \"Hi.\" (at 0 times the speed of speech)", "is not understood"),
    ])
    func `what cannot be read is told with its line and what is possible`(lines: String, problem: String) {
        do {
            _ = try Play(parsing: Self.scene + lines)
            Issue.record("it was read")
        } catch {
            #expect(error.all.map(\.line) == [6 + lines.count { $0 == "\n" }])
            #expect(error.description.contains(problem), "\(error)")
        }
    }

    @Test func `every mistake is told at once`() {
        do {
            _ = try Play(parsing: "Title\n\nx\n\ny\n")
            Issue.record("it was read")
        } catch {
            #expect(error.all.map(\.line) == [3, 5])
        }
    }

    @Test func `a play without a title is none`() {
        #expect(throws: PlayMistakes.self) { try Play(parsing: "\n \n") }
    }

    @Test(arguments: [
        // Whom the floor goes to, why, how it ends, and that nothing is left out.
        ("Ana: Hey Nova, go.\n  -> Scout answers, because it was named.", 7, "Nova was given the floor"),
        ("Ana: Hey Nova, go.\n  -> Nova answers, because everyone was asked.", 7, "because it was named"),
        (
            "Ana: Hey Nova, go.\n  -> Nova is given the floor, because it was named.\n  -> Nova fails.", 8,
            "completed"
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova is given the floor, because it was named.", 7,
            "nothing was said of this"
        ),
        ("Ana: Hey Nova, go.\n  -> Nobody answers.", 7, "Nova was given the floor"),
        ("Ana: Stop.\n  -> Nova answers, because it was named.", 7, "nobody was given the floor"),
        (
            "Ana: Hey Nova, go.\n  -> Nova is given the floor, because it was named.\n  -> The floor is open.",
            8, "Nova holds it"
        ),
        // What is heard.
        (
            "Ana: Hey Nova, go.\n  -> Nova is given the floor, because it was named.\n  -> Nova finishes, heard for 1.4 s.",
            8, "heard for 1.5 s"
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova is given the floor, because it was named.\n  -> Nova stays silent for 1 s.",
            8, "of it were heard"
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova answers, because it was named.\n  -> Not one sample of Nova was heard.",
            8, "1.5 s were heard"
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova answers, because it was named.\n  -> Ana has heard 2 s of Nova in one piece.",
            8, "[1.5 s]"
        ),
        ("Ana: Hey Nova, go.\n  -> Nova falls silent at once.", 7, "nobody was told to stop"),
        ("Ana: Hey Nova, go.\n  -> Nova goes on where it stopped.", 7, "had not fallen silent"),
        ("Ana: Hey Nova, go.\n  -> Nova is heard within 0.1 s.", 7, "it was heard after"),
        // What is known.
        (
            "Ana: Hey Nova, go.\n  -> Nova answers, because it was named.\n  -> Nova knows \"[Ana] Hey\".", 8,
            "[Ana] Hey Nova, go."
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova answers, because it was named.\n  -> Nova knows nothing of \"go\".",
            8, "it knows"
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova answers, because it was named.\n  -> Nova is told \"x\".", 8,
            "it was told: nothing"
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova answers, because it was named.\n  -> Nova was asked 2 times.", 8,
            "asked 1 times"
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova answers, because it was named.\n  -> Nova's session forgets what was not heard.",
            8, "nothing was cut"
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova answers, because it was named.\n  -> Nova's session forgets the whole answer.",
            8, "still holds it"
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova answers, because it was named.\n  -> Nova learns \"x\".", 8,
            "it learned"
        ),
        // What is published.
        (
            "Ana: Hey Nova, go.\n  -> Nova answers, because it was named.\n  -> The record says \"Nova: Hm.\"",
            8, "Nova: All is well."
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova answers, because it was named.\n  -> The reason given speaks of \"x\".",
            8, "is spoken to"
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova answers, because it was named.\n  -> The room reports no_agents.",
            8, "nothing"
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova answers, because it was named.\n  -> Nova is now failed.", 8,
            "it is listening"
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova is given the floor, because it was named.\n  -> The room shows Nova on the floor, then Scout.",
            8, "Nova, then []"
        ),
        (
            "Ana: Hey Nova, go.\n  -> Nova is given the floor, because it was named.\n  -> Next is Scout.", 8,
            "the queue is []"
        ),
        ("After 1 s of Nova:", 6, "did not hear"),
        ("Ana's player has played 1 s.", 6, "nobody has a turn"),
    ])
    func `a play that does not come true is caught at its line`(lines: String, line: Int, happened: String)
        throws
    {
        let failure = Performance.failure(of: try Play(parsing: Self.scene + lines))
        #expect(failure?.line == line)
        #expect(failure?.happened.contains(happened) == true, "\(failure.debugDescription)")
        #expect(failure?.transcript.contains("Nova is here") == true)
    }

    @Test func `a play that is made is printed and read back`() throws {
        let play = Play(
            title: "A room of chance",
            [
                .setting(.agents(["Scout"])), .setting(.callers(["Ana", "Bob"])),
                .setting(.latency(.milliseconds(1), .milliseconds(150))),
                .direction(
                    .willSay(
                        "Scout", "He said “no”.",
                        [.lasts(.milliseconds(1_234)), .speed(3), .fault(.drops(at: .milliseconds(600)))])),
                .direction(.says("Ana", "Hey Scout, so?", [.lasts(.seconds(1)), .talksOn])),
                .direction(.wait(.milliseconds(20))),
                .direction(.coughs("Bob", [.lasts(.milliseconds(300))])),
                .expectation(.floorIsOpen),
            ])
        let again = try Play(parsing: play.text)
        #expect(again == play)
    }

    @Test func `all that can be said stands in the README`() throws {
        let readme = try String(
            contentsOf: ConversationFile.folder.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.hasSuffix(PlayGrammar.text), "append this: \(PlayGrammar.text)")
    }
}
