import FloorControl
import Realtime
import RoomTesting
import Testing

@testable import Rooms

/// On a busy machine the next event may be there before the room was woken at its deadline.
@Suite struct LateClockTests {
    @Test func `a guess knows words that need not wait any more, though nobody woke the room`() throws {
        let stage = Stage(agents: [Cast.scout], hearing: .audio)
        stage.say("ana", Saying("I was wondering.").with { $0.transcript = .never })
        stage.run(for: .milliseconds(600))
        stage.say("ana", Saying("Stop, please.", .milliseconds(300)).with { $0.transcript = .beforeStopped })
        stage.run(for: .milliseconds(600))
        stage.say("ana", "How much is it?", .milliseconds(300))

        var room = stage.room
        let due = try #require(room.nextDeadline)
        let caller = try #require(room.callers.first)
        let ear = try #require(caller.earLink)
        let voice = try #require(caller.speeches.last?.item)
        let actions = room.handle(
            .linkReceived(ear, .speechStopped(voice, audioEnd: .seconds(3))),
            at: due.advanced(by: .milliseconds(100)))

        let asked = actions.compactMap(Self.request)
        #expect(asked == ["[Ana] Stop, please.", "response"])
    }

    /// What a session is told in words, and that it is asked to answer.
    private static func request(_ action: Room.Action) -> String? {
        guard case .send(_, let message) = action else { return nil }
        return switch message.event {
        case .itemCreate(let item, _): item.text
        case .responseCreate: "response"
        default: nil
        }
    }
}
