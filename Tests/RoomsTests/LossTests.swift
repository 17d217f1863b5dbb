import FloorControl
import Realtime
import RoomTesting
import Rooms
import Testing

/// What Realtime servers can do to a room.
@Suite struct LossTests {
    @Test(arguments: [0, 800])
    func `a connection that breaks in a response does not silence the room`(at: Int) throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script(
            "scout", Script("The plan is a plan.", .seconds(2), fault: .drops(at: .milliseconds(at))))
        stage.say("ana", "Hey Scout, please explain the plan.")
        stage.finish()
        // Nothing heard: tried once more, in a new session.
        #expect(stage.endings == (at == 0 ? ["scout failed", "scout completed"] : ["scout interrupted"]))
        stage.say("ana", "Hey Scout, still there?")
        stage.finish()
        #expect(stage.endings.last == "scout completed")
        #expect(
            stage.requests("scout").last?.context.first == .user("[Ana] Hey Scout, please explain the plan."))
        #expect(stage.statuses(of: "scout").contains(.reconnecting))
    }

    @Test func `what was delivered before the connection broke is still heard`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.script(
            "scout",
            Script("one two three four five six seven eight", .seconds(4), fault: .drops(at: .seconds(2))))
        stage.say("ana", "Hey Scout, count.")
        stage.finish()
        #expect(stage.runs(heardBy: "ana") == [Sound.Run(agent: 0, first: 0, count: 48_000)])
        let ended = try #require(stage.ended.first)
        #expect(ended.outcome == .interrupted)
        #expect(ended.heard == .seconds(2))
        #expect(!ended.text.contains("six"))
        #expect(ended.text.hasPrefix("one two three"))
        let next = stage.now
        stage.say("ana", "Go on.")
        stage.finish()
        #expect(
            stage.requests("scout").last { $0.at > next }?.context.contains(.assistant(ended.text)) == true)
    }

    @Test(arguments: [LinkLoss.closed(code: 3000, reason: "invalid key"), .closed(code: 1006, reason: "")])
    func `no deadline is left of a session that is lost while a cancel is unanswered`(loss: LinkLoss) {
        let stage = Stage(agents: [Cast.scout])
        stage.script(
            "scout",
            Script("one two three four", .seconds(4), fault: .ignoresCancel).with { $0.speed = 1 })
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .seconds(1))
        stage.handle(.interruptRequested)
        stage.breakOff("scout", loss)
        stage.finish()
    }

    @Test func `a response that nobody asked for and that never ends costs the session, not the agent`()
        throws
    {
        let stage = Stage(agents: [Cast.scout])
        let link = try #require(stage.peer("scout")).link
        stage.handle(.linkReceived(link, .responseCreated(Response(id: "unasked", status: .inProgress))))
        stage.run(for: .seconds(1))
        stage.say("ana", "Hey Scout, still there?")
        stage.finish()
        #expect(stage.endings.last == "scout completed")
    }

    @Test func `pauses between tries double from half a second, and after five tries it is over`() {
        var settings = Stage.settings
        settings.seed = 4
        let stage = Stage(settings: settings)
        stage.call("ana")
        stage.join(Cast.scout)
        stage.run(for: .milliseconds(200))
        let loss = LinkLoss.refused(status: 503)
        stage.refuse("scout", loss, loss, loss, loss, loss, loss)
        stage.breakOff("scout")
        stage.run(for: .seconds(60))
        let tries = stage.openings.filter { $0.link.owner == .agent("scout") }
        #expect(tries.map(\.attempt) == [1, 1, 2, 3, 4, 5])
        let pauses = zip(tries.dropFirst(), tries.dropFirst(2)).map { $0.at.duration(to: $1.at) }
        for (pause, base) in zip(pauses, [1, 2, 4, 8]) {
            #expect(pause >= .seconds(base) && pause <= .seconds(base) * 1.26, "\(pauses)")
        }
        #expect(stage.statuses(of: "scout").last == .failed)
        stage.finish()
    }

    @Test func `a session that is lost whenever it is ready is given up too`() {
        let stage = Stage(agents: [Cast.scout])
        for _ in 0..<10 {
            stage.breakOff("scout")
            stage.run(for: .seconds(25))
            guard stage.statuses(of: "scout").last != .failed else { break }
            stage.run(until: "the next session") { $0.statuses(of: "scout").last == .listening }
        }
        #expect(stage.statuses(of: "scout").last != .failed)
        for _ in 0..<7 where stage.statuses(of: "scout").last != .failed {
            stage.breakOff("scout")
            stage.run(for: .milliseconds(20))
            stage.run(until: "the next session", within: .seconds(25)) {
                [.listening, .failed].contains($0.statuses(of: "scout").last)
            }
        }
        #expect(stage.statuses(of: "scout").last == .failed)
        stage.finish()
    }

    @Test func `a session that cannot be had at the join is tried five times`() {
        let stage = Stage()
        stage.call("ana")
        let loss = LinkLoss.refused(status: 503)
        stage.refuse("scout", loss, loss, loss, loss, loss, loss)
        stage.join(Cast.scout)
        stage.run(for: .seconds(30))
        let tries = stage.openings.filter { $0.link.owner == .agent("scout") }
        #expect(tries.map(\.attempt) == [1, 2, 3, 4, 5])
        let pauses = zip(tries, tries.dropFirst()).map { $0.at.duration(to: $1.at) }
        #expect(pauses.first.map { $0 >= .milliseconds(500) && $0 < .milliseconds(640) } == true)
        #expect(stage.statuses(of: "scout") == [.joining, .failed])
    }

    @Test(arguments: [401, 403, 404])
    func `a refusal that will not get better is final`(status: Int) {
        let stage = Stage()
        stage.call("ana")
        stage.refuse("scout", .refused(status: status))
        stage.join(Cast.scout)
        stage.run(for: .seconds(30))
        #expect(stage.openings.count { $0.link.owner == .agent("scout") } == 1)
        #expect(stage.statuses(of: "scout") == [.joining, .failed])
        // An agent that failed may be replaced.
        #expect(!stage.room.holds("scout"))
        stage.join(Cast.scout)
        stage.run(for: .milliseconds(100))
        #expect(stage.room.view.participants.count { $0.identity == "scout" } == 1)
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
    }

    @Test func `when an agent failed for good another one answers`() {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.say("ana", "Hey Scout, hello.")
        stage.run(for: .seconds(4))
        stage.refuse("scout", .refused(status: 401))
        stage.breakOff("scout")
        stage.run(for: .seconds(2))
        stage.say("ana", "And what now?")
        stage.finish()
        #expect(stage.grants == ["scout/address", "nova/floor"])
    }

    @Test func `a session that says nothing when it is opened is given up and tried again`() {
        let stage = Stage()
        stage.call("ana")
        stage.mute(server: "scout")
        stage.join(Cast.scout)
        stage.run(for: .seconds(9))
        stage.mute(server: "scout", false)
        stage.run(for: .seconds(3))
        #expect(stage.statuses(of: "scout") == [.joining, .joined])
    }

    @Test func `a session that falls silent is replaced, and the room is served within ten seconds`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", Script("I will say", .seconds(3), fault: .fallsSilent(at: .zero)))
        stage.say("ana", "Scout, and then Nova, what do you say?")
        let start = stage.now
        stage.run(for: .seconds(25))
        stage.finish()
        #expect(stage.endings.first == "scout failed")
        #expect(stage.openings.count { $0.link.owner == .agent("scout") } == 2)
        let served = try #require(
            stage.log.first {
                if case .turnStarted(_, let agent, _) = $0.event { agent == "nova" } else { false }
            } ?? stage.log.last)
        #expect(start.duration(to: served.at) < .seconds(17))
    }

    @Test func `silence in the middle of a turn ends it after eight seconds`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("one two three four", .seconds(4), fault: .fallsSilent(at: .seconds(1))))
        stage.say("ana", "Hey Scout, count.")
        stage.run(for: .seconds(30))
        let ended = try #require(stage.log.first { if case .turnEnded = $0.event { true } else { false } })
        let started = try #require(
            stage.log.first { if case .turnStarted = $0.event { true } else { false } })
        let waited = started.at.duration(to: ended.at)
        #expect(waited > .seconds(8) && waited < .milliseconds(9_200))
        #expect(stage.endings.first == "scout failed")
        #expect(stage.heard("scout", by: "ana") == .seconds(1))
        stage.say("ana", "Hey Scout, still there?")
        stage.finish()
        #expect(stage.endings.last == "scout completed")
    }

    @Test func `half a frame and then silence does not hold the floor for ever`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script(
            "scout",
            Script("one two", .seconds(1), fault: .fallsSilent(at: .milliseconds(10))).with {
                $0.chunk = .milliseconds(10)
            })
        stage.say("ana", "Hey Scout, count.")
        stage.run(for: .seconds(12))
        #expect(stage.room.view.holder == nil || stage.endings.count == 1)
        stage.finish()
        #expect(stage.endings.first == "scout failed")
    }

    @Test func `a cancelled response that never ends costs the session`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script(
            "scout", Script("one two three four", .seconds(4), fault: .ignoresCancel).with { $0.speed = 1 })
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .seconds(1))
        stage.say("ana", "No, stop. What is the time?")
        stage.run(for: .seconds(20))
        stage.finish()
        #expect(stage.openings.count { $0.link.owner == .agent("scout") } == 2)
        #expect(stage.endings.first == "scout interrupted")
        stage.say("ana", "Hey Scout, still there?")
        stage.finish()
        #expect(stage.endings.last == "scout completed")
    }

    @Test func `a response that says nothing is tried once more`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("", .zero), Script("Here I am."))
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout failed", "scout completed"])
        #expect(stage.grants == ["scout/address", "scout/address"])
    }

    @Test(arguments: [Script.Fault.fails(at: .zero), .refuses])
    func `a response that fails before a sample is tried once more and then given up`(fault: Script.Fault) {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.otherwise("scout", Script("No.", fault: fault))
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout failed", "scout failed"])
        stage.say("ana", "Nova, and you?")
        stage.finish()
        #expect(stage.endings.last == "nova completed")
    }

    @Test(arguments: [Script.Fault.runsOutOfTokens, .forgetsMetadata, .twoItems, .repeatsItself])
    func `what is merely unusual is heard to its end`(fault: Script.Fault) {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("one two three four", .seconds(2), fault: fault))
        stage.say("ana", "Hey Scout, count.")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.runs(heardBy: "ana") == [Sound.Run(agent: 0, first: 0, count: 48_000)])
        #expect(stage.transcript.last == "scout: one two three four")
    }

    @Test func `a session that expires is replaced`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("one two", .seconds(2), fault: .expires(at: .seconds(1))))
        stage.say("ana", "Hey Scout, count.")
        stage.finish()
        stage.say("ana", "Go on.")
        stage.finish()
        #expect(stage.endings == ["scout interrupted", "scout completed"])
        #expect(stage.openings.count { $0.link.owner == .agent("scout") } == 2)
    }

    @Test func `what was not answered within five seconds is asked again`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("Too late.").with { $0.firstAudio = .seconds(8) }, Script("In time."))
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout failed", "scout completed"])
        #expect(stage.transcript.last == "scout: In time.")
    }
}
