import FloorControl
import Personas
import Realtime
import RoomTesting
import Rooms
import Testing

@Suite struct HandOffTests {
    @Test func `a hand-off lets the response finish, and says why`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script(
            "scout", .handsOver(to: "nova", because: "money", saying: "Nova knows this better.", .seconds(2)))
        stage.say("ana", "Hey Scout, what does it cost?")
        stage.finish()
        #expect(stage.grants == ["scout/address", "nova/request"])
        #expect(stage.endings == ["scout completed", "nova completed"])
        #expect(stage.runs(heardBy: "ana").map(\.count) == [48_000, 36_000])
        let requested: [String] = stage.events {
            if case .turnRequested(let from, let to, let reason) = $0 {
                "\(from) \(to) \(reason)"
            } else {
                nil
            }
        }
        #expect(requested == ["scout nova money"])
        let scout = try #require(stage.peer("scout"))
        #expect(scout.calls.allSatisfy { scout.outputs[$0]?.contains("true") == true })
        #expect(scout.requests.count == 1)
        let words = try #require(stage.requests("nova").first?.parameters.instructions)
        #expect(words.hasPrefix(Cast.nova.instructions))
        #expect(words.contains("Scout"))
        #expect(words.contains("money"))
        #expect(stage.requests("nova").first?.context.last == .user("[Scout] Nova knows this better."))
    }

    @Test func `a hand-off without a word is a turn too`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", .call("request_turn", #"{"agent": "Nova", "reason": "money"}"#))
        stage.say("ana", "Hey Scout, what does it cost?")
        stage.finish()
        #expect(stage.grants == ["scout/address", "nova/request"])
        #expect(stage.endings == ["scout completed", "nova completed"])
    }

    @Test(arguments: [
        (#"{"agent": "zed", "reason": "x"}"#, "zed"),
        (#"{"agent": 5}"#, "Expected"),
        ("no json", "Expected"),
    ])
    func `a request that cannot be granted gets a result that says why, and another answer`(
        arguments: String, advice: String
    ) throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", Script("Let me ask.", calls: [("request_turn", arguments)]), Script("Or not."))
        stage.say("ana", "Hey Scout, what does it cost?")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        let scout = try #require(stage.peer("scout"))
        #expect(scout.outputs.values.count { $0.contains("error") && $0.contains(advice) } == 1)
        #expect(scout.requests.count == 2)
        #expect(stage.transcript.last == "scout: Let me ask. Or not.")
    }

    @Test func `two agents that hand over to each other stop at the limit`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.otherwise("scout", .handsOver(to: "nova", because: "x", saying: "You?", .milliseconds(500)))
        stage.otherwise("nova", .handsOver(to: "scout", because: "y", saying: "No, you.", .milliseconds(500)))
        stage.say("ana", "Hey Scout, go.")
        stage.finish(.seconds(60))
        #expect(stage.grants.count == 6)
        #expect(stage.room.view.holder == nil)
    }

    @Test func `a human beats a queued hand-off`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova, Cast.atlas])
        stage.script("scout", .handsOver(to: "nova", because: "x", saying: "One two three four", .seconds(3)))
        stage.say("ana", "Hey Scout, go.")
        stage.run(untilHeard: "scout", .milliseconds(500))
        stage.say("ana", "No wait. Atlas, what do you say?", .milliseconds(1_200))
        stage.finish()
        #expect(stage.grants == ["scout/address", "atlas/address"])
        #expect(stage.endings == ["scout interrupted", "atlas completed"])
    }

    @Test func `the one asked may join late but not too late`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.breakOff("nova")
        stage.script("scout", .handsOver(to: "nova", because: "x", saying: "Nova?", .milliseconds(200)))
        stage.say("ana", "Hey Scout, go.")
        stage.finish()
        #expect(stage.grants == ["scout/address", "nova/request"])
    }

    @Test func `an agent that leaves gives the floor to the next one`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", .handsOver(to: "nova", because: "x", saying: "One two three four", .seconds(3)))
        stage.say("ana", "Hey Scout, go.")
        stage.run(untilHeard: "scout", .milliseconds(500))
        stage.leave("scout")
        stage.finish()
        #expect(stage.endings == ["scout interrupted", "nova completed"])
        #expect(stage.statuses(of: "scout").last == .left)
    }
}
