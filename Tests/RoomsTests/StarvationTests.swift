import FloorControl
import Realtime
import RoomTesting
import Rooms
import Testing

/// A driver with a clock rings for a turn that has nothing left to play a little later than that happens: a session that
/// delivers as fast as it is listened to is always about to run dry.
@Suite struct StarvationTests {
    /// A room in which Scout speaks, and the driver's way of keeping time.
    private struct Drive {
        var room: Room
        var now: RoomTime
        let link: LinkID
        /// What the floor was told that the turn waits for.
        var waits: [Floor.Wait] = []

        init() throws {
            let stage = Stage(agents: [Cast.scout])
            link = try #require(stage.peer("scout")?.link)
            room = stage.room
            now = stage.now
            for action in room.handle(.moderatorGave("scout", instructions: nil), at: now) {
                guard case .send(link, let message) = action,
                    case .responseCreate(let parameters) = message.event
                else { continue }
                var begun = Response(id: "resp_1", status: .inProgress)
                begun.metadata = parameters.metadata
                let item = Item(id: "item_1", status: .inProgress, body: .message(.assistant, []))
                for event: ServerEvent in [
                    .responseCreated(begun), .outputItemAdded("resp_1", outputIndex: 0, item),
                ] {
                    _ = room.handle(.linkReceived(link, event), at: now)
                }
            }
        }

        /// 40 ms of sound.
        mutating func deliver() {
            let samples = [Int16](repeating: 100, count: 2 * Room.frameSampleCount)
            note(
                samples.withUnsafeBufferPointer {
                    room.receiveAudio($0, of: "item_1", in: "resp_1", on: link, at: now)
                })
            note(room.pump(at: now) { _, _ in }.actions)
        }

        /// Rings whatever is due by `time`.
        mutating func wait(until time: RoomTime) {
            while let due = room.lookAhead(), due <= time {
                now = max(now, due)
                note(room.handle(.deadlinePassed, at: now))
            }
            now = max(now, time)
        }

        private mutating func note(_ actions: [Room.Action]) {
            for case .record(.told(.turnWaits(_, for: let wait), _, _)) in actions { waits.append(wait) }
        }
    }

    @Test func `sound that comes in real time, a little late as often as not, is told to no floor`() throws {
        var drive = try Drive()
        let start = drive.now
        for (number, late) in [0, 7, 90, 1, 0, 60, 12, 99, 0, 3].enumerated() {
            drive.wait(until: start.advanced(by: .milliseconds(40 * number + late)))
            drive.deliver()
        }
        #expect(!drive.waits.contains(.audio))
    }

    @Test func `a session that has stopped is told to the floor 100 ms after its sound was played`() throws {
        var drive = try Drive()
        drive.deliver()
        let played = try #require(drive.room.nextDeadline)
        #expect(played == drive.now.advanced(by: .milliseconds(40)))
        #expect(drive.room.lookForStarvation() == played.advanced(by: .milliseconds(100)))
        drive.wait(until: played.advanced(by: .milliseconds(99)))
        #expect(!drive.waits.contains(.audio))
        drive.wait(until: played.advanced(by: .milliseconds(100)))
        #expect(drive.waits.last == .audio)
        drive.deliver()
        #expect(drive.waits.last == .nothing)
    }
}
