import FloorControl
import Realtime
import RoomTesting
import Rooms
import Testing

/// When the first sound of a turn was there: what an operator's figures are made of.
@Suite struct FirstSoundTests {
    @Test func `it is noted once for each turn, when it comes`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", Script("All is well.").with { $0.firstAudio = .milliseconds(700) })
        stage.say("ana", "Scout, how is it going?")
        stage.finish()
        stage.say("ana", "Nova, and you?")
        stage.finish()
        #expect(stage.arrivals.map(\.turn) == stage.ended.map(\.turn))
        #expect(stage.arrivals.count == 2)
        #expect(stage.notes.isEmpty)
    }

    @Test func `of an answer that was guessed it is there at the grant`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova], hearing: .audio)
        let late = Saying("And why is that?").with {
            $0.partials = .none
            $0.transcript = .final(after: .milliseconds(800))
        }
        stage.say("ana", late)
        stage.finish()
        let confirmed = stage.notes.filter { if case .guessConfirmed = $0.note { true } else { false } }
        #expect(stage.arrivals.map(\.at) == confirmed.map(\.at) && confirmed.count == 1)
    }

    @Test func `a turn that never sounds has none`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("All is well.").with { $0.firstAudio = .seconds(60) })
        stage.script("scout", Script("All is well.").with { $0.firstAudio = .seconds(60) })
        stage.say("ana", "Scout, how is it going?")
        stage.finish()
        #expect(!stage.ended.isEmpty && stage.arrivals.isEmpty)
    }
}
