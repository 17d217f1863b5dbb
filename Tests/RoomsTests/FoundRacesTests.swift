import FloorControl
import Realtime
import RoomTesting
import Rooms
import Testing

/// What the simulation of whole rooms has found, each as the shortest conversation that shows it.
@Suite struct FoundRacesTests {
    @Test func `who comes back is not taken for who left`() {
        let stage = Stage(agents: [Cast.scout])
        stage.leave("scout")
        stage.leave("ana")
        stage.join(Cast.scout)
        stage.call("ana")
        stage.finish()
        let links = stage.openings.map(\.link)
        #expect(links.count == 4)
        #expect(Set(links).count == 4, "\(links)")
    }

    /// The first speech, given up much later, ended the second: the agent spoke into a caller's words.
    @Test func `a voice that begins again has stopped before`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.ear(of: "ana", .neverStops)
        stage.say("ana", "So it went.")
        stage.run(for: .seconds(2))
        stage.ear(of: "ana", .usual)
        stage.say("ana", "And then, Scout?")
        stage.finish()
        let voice: [String] = stage.events {
            switch $0 {
            case .speechStarted: "started"
            case .speechStopped: "stopped"
            default: nil
            }
        }
        #expect(voice == ["started", "stopped", "started", "stopped"])
        #expect(stage.transcript.prefix(2) == ["ana: So it went.", "ana: And then, Scout?"])
    }

    /// The second announcement looked like a response that nobody had asked for, and was cancelled.
    @Test func `a response that is announced twice is not cancelled`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("All is well.", fault: .repeatsItself))
        stage.say("ana", "Hey Scout, what do you think?")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
    }
}
