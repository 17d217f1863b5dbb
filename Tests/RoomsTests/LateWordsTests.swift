import FloorControl
import RoomTesting
import Rooms
import Testing

/// Words and sound are in order each for itself; which comes first nothing promises.
@Suite struct LateWordsTests {
    private func play(_ words: Script.Words, fault: Script.Fault? = nil) -> Stage {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("one two three four", fault: fault).with { $0.words = words })
        stage.say("ana", "Hey Scout, count.")
        return stage
    }

    private func texts(_ stage: Stage) -> [String] {
        stage.events { if case .turnEnded(_, _, _, _, let text, _) = $0 { text } else { nil } }
    }

    @Test(
        arguments: [
            Script.Words.beforeSound, .afterDone(.milliseconds(5), inPieces: true),
            .afterDone(.milliseconds(800), inPieces: true), .afterDone(.milliseconds(800), inPieces: false),
        ], [nil, Script.Fault.twoItems])
    func `words that come long before or after their sound are the turn's`(
        words: Script.Words, fault: Script.Fault?
    ) {
        let stage = play(words, fault: fault)
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(texts(stage) == ["one two three four"])
        #expect(stage.transcript.last == "scout: one two three four")
    }

    /// What `transcript.delta` told of the agents' words.
    private func told(_ stage: Stage) -> String {
        stage.events { if case .transcriptDelta(_, .some, let text) = $0 { text } else { nil } }.joined()
    }

    @Test(
        arguments: [
            (Script.Words.beforeSound, nil), (.withSound, nil), (.beforeSound, .twoItems),
            (.withSound, .twoItems),
            (.afterDone(.milliseconds(5), inPieces: true), nil),
            (.afterDone(.milliseconds(5), inPieces: false), nil),
        ] as [(Script.Words, Script.Fault?)])
    func `an agent's words are told as they are generated, and make up what it says`(
        words: Script.Words, fault: Script.Fault?
    ) {
        let stage = play(words, fault: fault)
        stage.finish()
        #expect(told(stage) == "one two three four")
    }

    @Test func `words of a turn that is cut off are told as far as they were generated`() {
        let stage = Stage(agents: [Cast.scout])
        let counting = Script("one two three four five six seven eight nine ten", .seconds(6))
        stage.script("scout", counting.with { $0.words = .beforeSound })
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .seconds(1))
        stage.say("ana", "No, stop there please.")
        stage.finish()
        #expect(stage.endings == ["scout interrupted"])
        #expect(told(stage) == "one two three four five six seven eight nine ten")
    }

    private func end(_ stage: Stage) -> RoomTime? {
        stage.log.first { if case .turnEnded = $0.event { true } else { false } }?.at
    }

    @Test(arguments: [
        (1_500, "one two three four", 1...300), (4_000, "", 300...320),
    ])
    func `a turn that was heard to its end waits a moment for words that have not come at all`(
        words: (delay: Int, text: String, wait: ClosedRange<Int>)
    ) throws {
        let usual = play(.withSound)
        usual.finish()
        let stage = play(.afterDone(.milliseconds(words.delay), inPieces: false))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(texts(stage) == [words.text])
        let wait = try #require(end(usual)).duration(to: #require(end(stage)))
        #expect(wait >= .milliseconds(words.wait.lowerBound) && wait <= .milliseconds(words.wait.upperBound))
    }

    @Test func `a turn that says no words is not waited for`() throws {
        let usual = play(.withSound)
        usual.finish()
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script(""))
        stage.say("ana", "Hey Scout, count.")
        stage.finish()
        #expect(try #require(end(usual)) == #require(end(stage)))
    }

    /// What is told after an item's last word is a ghost's.
    @Test func `nothing is added to words that are all there`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("one two three four", fault: .speaksAfterDone))
        stage.say("ana", "Hey Scout, count.")
        stage.finish()
        #expect(texts(stage) == ["one two three four"])
    }

    @Test(arguments: [true, false])
    func `of words that came after the response half are kept when half was heard`(inPieces: Bool) throws {
        let stage = play(.afterDone(.milliseconds(100), inPieces: inPieces))
        stage.run(until: "its voice") { stage in
            stage.log.contains { if case .turnStarted = $0.event { true } else { false } }
        }
        stage.run(for: .milliseconds(900))
        stage.say("ana", "No, stop.")
        stage.finish()
        #expect(stage.endings.first == "scout interrupted")
        let text = try #require(texts(stage).first)
        #expect(["one two", "one two three"].contains(text), "\(text)")
    }
}
