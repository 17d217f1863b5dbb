import Audio
import FloorControl
import RoomTesting
import Testing

@testable import Rooms

/// Several people in one call.
@Suite struct CallersTests {
    @Test func `callers hear each other and never themselves`() {
        let stage = Stage(agents: [Cast.scout], callers: ["ana", "bob", "cleo"])
        stage.say("ana", "Scout, tell us.", .milliseconds(800))
        stage.run(for: .milliseconds(300))
        #expect(Sound.count(ofCaller: 0, in: stage.heard(by: "ana")) == 0)
        #expect(Sound.count(ofCaller: 0, in: stage.heard(by: "bob")) == 19_200)
        #expect(Sound.count(ofCaller: 0, in: stage.heard(by: "cleo")) == 19_200)
        stage.finish()
        #expect(stage.runs(heardBy: "ana").map(\.count) == [36_000])
        #expect(stage.runs(heardBy: "bob").map(\.count) == [36_000])
    }

    @Test func `two voices and an agent are mixed to the sample`() {
        let stage = Stage(agents: [Cast.scout], callers: ["ana", "bob", "cleo"])
        stage.script("scout", Script("one two three", .seconds(4)))
        stage.say("cleo", "Scout, tell us.", .milliseconds(800))
        stage.run(untilHeard: "scout", by: "cleo", .milliseconds(500))
        let silent = Saying("Mhm.", .milliseconds(600))
        stage.begin("ana", silent)
        stage.begin("bob", silent)
        stage.finish()
        // What was buffered when the gate closed is dropped with the agent's sound: some 40 ms.
        let bob = Sound.count(ofCaller: 1, in: stage.heard(by: "ana"))
        #expect((12_000...14_400).contains(bob))
        #expect(Sound.count(ofCaller: 0, in: stage.heard(by: "bob")) == bob)
        #expect(Sound.count(ofCaller: 0, in: stage.heard(by: "cleo")) == bob)
        #expect(Sound.count(ofCaller: 1, in: stage.heard(by: "cleo")) == bob)
        for caller in ["ana", "bob", "cleo"] as [Identity] {
            #expect(stage.runs(heardBy: caller).map(\.count) == [96_000], "\(caller)")
        }
        #expect(stage.endings == ["scout completed"])
    }

    @Test func `the mix without oneself is exact, whatever is said`() {
        var random = SeededGenerator(seed: 7)
        var room = Room(name: "mix", settings: Stage.settings)
        let names: [Identity] = ["ana", "bob", "cleo"]
        for name in names {
            _ = room.handle(.callerJoined(CallerProfile(identity: name, name: "\(name)")), at: .zero)
        }
        let voices = names.map { _ in
            (0..<480).map { _ in Int16.random(in: -30_000...30_000, using: &random) }
        }
        for (name, voice) in zip(names, voices) {
            _ = voice.withUnsafeBufferPointer { room.hear($0, from: name) }
        }
        var heard: [Identity: [Int16]] = [:]
        let more = room.pump(at: .zero) { heard[$0, default: []] += Array($1) }
        #expect(!more.wantsMore)
        for (index, name) in names.enumerated() {
            let others = voices.indices.filter { $0 != index }
            let expected = (0..<480).map { sample in
                Int16(clamping: others.map { Int(voices[$0][sample]) }.reduce(0, +))
            }
            #expect(heard[name] == expected)
        }
    }

    @Test(arguments: [1, 7, 160, 240, 479, 480, 481, 960, 4_800])
    func `frames of any size arrive whole, and quiet ones keep their place`(size: Int) {
        var room = Room(name: "frames", settings: Stage.settings)
        for name in ["ana", "bob"] as [Identity] {
            _ = room.handle(.callerJoined(CallerProfile(identity: name, name: "\(name)")), at: .zero)
        }
        // Loud, quiet for 40 ms, loud again.
        let voice = (0..<9_600).map { Int16(960..<1_920 ~= $0 ? $0 % 3 : 1_000 + $0) }
        var now = RoomTime.zero
        var heard: [Int16] = []
        var sent = 0
        while sent < voice.count {
            let frame = Array(voice[sent..<min(voice.count, sent + size)])
            sent += frame.count
            _ = frame.withUnsafeBufferPointer { room.hear($0, from: "ana") }
            now = RoomTime(SampleRate.hz24000.duration(of: sent))
            _ = room.pump(at: now) { if $0 == "bob" { heard += Array($1) } }
        }
        var more = true
        for _ in 0..<100 where more {
            now = now.advanced(by: Room.frameDuration)
            more = room.pump(at: now) { if $0 == "bob" { heard += Array($1) } }.wantsMore
        }
        #expect(!more)
        let loud = voice.filter { $0 >= 1_000 }
        #expect(heard.filter { $0 >= 1_000 } == Array(loud.prefix(heard.count { $0 >= 1_000 })))
        #expect(loud.count - heard.count { $0 >= 1_000 } < Room.frameSampleCount)
    }

    @Test func `nothing that one caller leaves behind keeps the pump running`() {
        var room = Room(name: "leavings", settings: Stage.settings)
        for name in ["ana", "bob"] as [Identity] {
            _ = room.handle(.callerJoined(CallerProfile(identity: name, name: "\(name)")), at: .zero)
        }
        let voice = [Int16](repeating: 5_000, count: 5_000)
        _ = voice.withUnsafeBufferPointer { room.hear($0, from: "ana") }
        _ = room.handle(.callerLeft("bob", reason: .left), at: .zero)
        var more = true
        for tick in 0..<50 where more {
            more = room.pump(at: RoomTime(.milliseconds(20 * tick))) { _, _ in }.wantsMore
        }
        #expect(!more)
    }

    @Test func `an uneven network lets nobody lag behind`() throws {
        let stage = Stage(agents: [Cast.scout], callers: ["ana", "bob"])
        stage.script("scout", Script("one two three", .seconds(8)))
        stage.say("ana", "Scout, tell us.", .milliseconds(800))
        stage.run(untilHeard: "scout", by: "ana", .milliseconds(500))
        // Bob hums without the ear noticing; his frames come in twos and threes.
        let frame = [Int16](repeating: 8_192, count: 480)
        for burst in 0..<100 {
            stage.plan(after: .milliseconds(60 * burst)) { stage in
                for _ in 0..<3 { stage.hear(frame, from: "bob") }
            }
        }
        stage.finish()
        let lead = try #require(stage.players["ana"]?.longestLead)
        #expect(lead <= .milliseconds(140))
        #expect(stage.ended.first?.heard == .seconds(8))
    }

    @Test func `a muted caller is not heard, not even the end of a word`() {
        let stage = Stage(agents: [Cast.scout], callers: ["ana", "bob"])
        stage.begin("ana", Saying("Scout, I have a very long question", .seconds(3)))
        stage.run(for: .seconds(1))
        stage.handle(.callerMuted("ana", true))
        let heard = Sound.count(ofCaller: 0, in: stage.heard(by: "bob"))
        stage.run(for: .seconds(1))
        let more = Sound.count(ofCaller: 0, in: stage.heard(by: "bob")) - heard
        #expect(more <= 2_400)
        let stopped: [Identity] = stage.events { if case .speechStopped(let who) = $0 { who } else { nil } }
        #expect(stopped == ["ana"])
        #expect(stage.room.view.participants.contains { $0.identity == "ana" && $0.muted })
        stage.finish()
    }

    @Test func `two utterances at once are two utterances, answered in the order they end`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova], callers: ["ana", "bob"])
        stage.begin("ana", Saying("Scout, what is the plan for the next year?", .seconds(2)))
        stage.run(for: .milliseconds(300))
        stage.begin("bob", Saying("Nova, the budget?", .milliseconds(700)))
        stage.finish()
        #expect(
            stage.transcript.prefix(2).sorted() == [
                "ana: Scout, what is the plan for the next year?", "bob: Nova, the budget?",
            ])
        #expect(stage.endings == ["nova completed", "scout completed"])
        let context: [AgentPeer.Entry.Content] = [
            .user("[Ana] Scout, what is the plan for the next year?"), .user("[Bob] Nova, the budget?"),
        ]
        #expect(stage.requests("nova").last?.context == context)
        #expect(stage.requests("scout").last?.context == context + [.user("[Nova] All is well.")])
    }

    @Test func `a caller who leaves while speaking gives the turn back`() {
        let stage = Stage(agents: [Cast.scout], callers: ["ana", "bob"])
        stage.script("scout", Script("one two three", .seconds(4)))
        stage.say("ana", "Scout, tell us.")
        stage.run(untilHeard: "scout", by: "ana", .seconds(1))
        stage.begin("bob", Saying("um", .seconds(3)).with { $0.partials = .none })
        stage.run(for: .milliseconds(500))
        stage.leave("bob")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.runs(heardBy: "ana").map(\.count) == [96_000])
    }

    @Test func `of words understood in the same moment only the last are answered`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova], callers: ["ana", "bob"])
        for (caller, words) in [("ana", "Hey Scout, go on."), ("bob", "Hey Nova, go on.")]
            as [(Identity, String)]
        {
            var saying = Saying(words, .milliseconds(900))
            saying.transcript = .never
            stage.begin(caller, saying)
        }
        stage.finish()
        #expect(stage.requests("scout").isEmpty)
        #expect(stage.requests("nova").count == 1)
        #expect(stage.endings == ["scout cancelled", "nova completed"])
        #expect(stage.complaints.isEmpty)
    }
}
