import FloorControl
import RoomTesting
import Rooms
import Testing

@Suite struct RoomLifeTests {
    private func closing(_ stage: Stage) -> (at: RoomTime, reason: Reason)? {
        for (at, event) in stage.log {
            if case .roomClosed(let reason, _, _) = event { return (at, reason) }
        }
        return nil
    }

    @Test func `a room that nobody comes to is closed`() throws {
        let stage = Stage()
        stage.run(for: .seconds(100))
        let closed = try #require(closing(stage))
        #expect(closed.at == RoomTime(.seconds(60)))
        #expect(closed.reason == .idle)
        #expect(stage.isOver)
        #expect(stage.room.nextDeadline == nil)
    }

    @Test func `a room whose callers have gone is closed after ten minutes`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.run(for: .seconds(100))
        stage.leave("ana")
        let left = stage.now
        stage.run(for: .seconds(900))
        let closed = try #require(closing(stage))
        #expect(left.duration(to: closed.at) == .seconds(600))
        #expect(closed.reason == .empty)
        #expect(stage.statuses(of: "scout").last == .left)
        #expect(stage.peer("scout")?.isClosed == true)
    }

    @Test func `whichever of the two clocks rings first closes the room`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.leave("ana")
        let left = stage.now
        stage.run(for: .seconds(590))
        stage.leave("scout")
        stage.run(for: .seconds(100))
        #expect(left.duration(to: try #require(closing(stage)).at) == .seconds(600))
    }

    @Test func `a caller who comes back in time keeps the room`() {
        let stage = Stage(agents: [Cast.scout])
        stage.leave("ana")
        stage.run(for: .seconds(500))
        stage.call("ana")
        stage.run(for: .seconds(900))
        #expect(closing(stage) == nil)
    }

    @Test func `closing ends the turn, everybody leaves, and nobody is given another`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.handle(.messageTyped(from: "ana", text: "Scout, and then Nova, what do you say?"))
        stage.run(untilHeard: "scout", .milliseconds(300))
        stage.handle(.moderatorGave("nova", instructions: nil))
        stage.handle(.closeRequested(reason: .deleted))
        #expect(stage.grants == ["scout/address"])
        #expect(stage.endings == ["scout interrupted"])
        #expect(closing(stage)?.reason == .deleted)
        #expect(stage.isOver)
        let gone: [String] = stage.events {
            if case .participantLeft(let who, let kind, let reason) = $0 {
                "\(who) \(kind) \(reason)"
            } else {
                nil
            }
        }
        #expect(gone == ["scout agent deleted", "nova agent deleted", "ana caller deleted"])
        stage.run(for: .seconds(30))
        #expect(
            stage.log.last.map { $0.event }
                == .roomClosed(reason: .deleted, usage: stage.room.consumption))
        #expect(stage.complaints == [])
    }

    @Test func `agents talk on without callers, for those who come later`() {
        let stage = Stage(agents: [Cast.scout], callers: [])
        stage.handle(.moderatorGave("scout", instructions: "Speak to nobody."))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.ended.first?.heard == .milliseconds(1_500))
    }
}
