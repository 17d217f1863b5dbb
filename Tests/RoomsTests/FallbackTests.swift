import FloorControl
import Personas
import Realtime
import RoomTesting
import Rooms
import Testing

/// An agent with several servers outlives all but one of them.
@Suite struct FallbackTests {
    private func stage(servers: Int = 2, breaking: [Int: LinkLoss] = [:]) -> Stage {
        let stage = Stage()
        stage.call("ana")
        for (server, loss) in breaking.sorted(by: { $0.key < $1.key }) {
            stage.breakServer(server, of: "scout", loss)
        }
        stage.join(scout(servers))
        return stage
    }

    private func scout(_ servers: Int) -> Persona {
        var scout = Cast.scout
        scout.realtime = (0..<servers).map { Persona.Backend(model: "model-\($0)") }
        return scout
    }

    private func servers(_ stage: Stage, of owner: LinkOwner = .agent("scout")) -> [Int] {
        stage.openings.filter { $0.link.owner == owner }.map(\.server)
    }

    private func faults(_ stage: Stage) -> [String] {
        stage.events {
            guard case .agentStatus("scout", _, _, let fault?, _) = $0 else { return nil }
            return fault.code
        }
    }

    @Test(arguments: [401, 403, 404])
    func `a final refusal moves down at once`(status: Int) {
        let stage = stage(breaking: [0: .refused(status: status)])
        stage.run(for: .milliseconds(200))
        #expect(servers(stage) == [0, 1])
        #expect(stage.statuses(of: "scout") == [.joining, .joining, .joined])
        #expect(faults(stage) == ["realtime_fallback"])
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
    }

    @Test func `a server that cannot be had is given its tries first`() {
        let stage = stage(breaking: [0: .refused(status: 503)])
        stage.run(for: .seconds(15))
        #expect(servers(stage) == [0, 0, 0, 0, 0, 1])
        #expect(stage.statuses(of: "scout").last == .joined)
    }

    @Test func `only when all servers have been given up the agent has failed`() {
        let stage = stage(servers: 3, breaking: [0: .refused(status: 401), 2: .refused(status: 404)])
        stage.breakServer(1, of: "scout", .closed(code: 1006, reason: ""))
        stage.run(for: .seconds(15))
        #expect(servers(stage) == [0, 1, 1, 1, 1, 1, 2])
        #expect(stage.statuses(of: "scout").last == .failed)
        #expect(faults(stage) == ["realtime_fallback", "realtime_fallback", "realtime_unavailable"])
    }

    @Test func `a call goes on at the next server with all that was said, and goes back at a rotation`()
        throws
    {
        let stage = stage()
        stage.run(for: .milliseconds(200))
        stage.say("ana", "Hey Scout, the code word is heron.")
        stage.run(for: .seconds(4))
        stage.sessionLength = .seconds(40)
        stage.breakServer(0, of: "scout", .refused(status: 401))
        stage.breakOff("scout")
        stage.run(for: .seconds(3))
        stage.say("ana", "Go on.")
        stage.run(for: .seconds(4))
        #expect(
            stage.requests("scout").last?.context == [
                .user("[Ana] Hey Scout, the code word is heron."), .assistant("All is well."),
                .user("[Ana] Go on."),
            ])
        #expect(servers(stage) == [0, 0, 1])
        stage.breakServer(0, of: "scout", nil)
        stage.sessionLength = nil
        stage.run(for: .seconds(40))
        #expect(servers(stage) == [0, 0, 1, 0])
        stage.say("ana", "Hey Scout, still there?")
        stage.finish()
        #expect(stage.endings.last == "scout completed")
        #expect(stage.statuses(of: "scout").count { $0 == .reconnecting } == 2)
    }

    @Test func `a rotation whose best server is still down stays on the one it has`() {
        let stage = stage(breaking: [0: .refused(status: 401)])
        stage.sessionLength = .seconds(20)
        stage.run(for: .seconds(19))
        stage.run(for: .seconds(20))
        // Up, refused, and the second one again.
        #expect(servers(stage).prefix(3) == [0, 1, 0])
        #expect(stage.statuses(of: "scout").last == .joined)
        #expect(!stage.statuses(of: "scout").contains(.reconnecting))
    }

    @Test func `a server that takes the connection and refuses the key is given up, too`() throws {
        let stage = stage()
        stage.run(for: .milliseconds(200))
        let link = try #require(stage.peer("scout")).link
        let error = ErrorDetail(
            type: "invalid_request_error", code: "insufficient_quota", message: "No money.")
        stage.handle(.linkReceived(link, .error(error)))
        stage.run(for: .milliseconds(200))
        #expect(servers(stage) == [0, 1])
        #expect(stage.statuses(of: "scout").last == .listening)
    }

    @Test func `an ear moves down, too`() {
        var settings = Stage.settings
        settings.earServerCount = 2
        let stage = Stage(settings: settings)
        stage.breakServer(0, of: "ear", .refused(status: 404))
        stage.call("ana")
        stage.join(Cast.scout)
        stage.run(for: .milliseconds(300))
        #expect(servers(stage, of: .ear("ana")) == [0, 1])
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
    }

    @Test func `how often and how soon is tried again can be set`() {
        var settings = Stage.settings
        settings.reconnect.initial = .milliseconds(100)
        settings.reconnect.longest = .milliseconds(150)
        settings.reconnect.attempts = 3
        let stage = Stage(settings: settings)
        stage.call("ana")
        stage.breakServer(0, of: "scout", .refused(status: 503))
        stage.join(Cast.scout)
        stage.run(for: .seconds(2))
        let tries = stage.openings.filter { $0.link.owner == .agent("scout") }.map(\.at)
        #expect(tries.count == 3)
        let pauses = zip(tries, tries.dropFirst()).map { $0.duration(to: $1) }
        #expect(pauses.allSatisfy { $0 >= .milliseconds(100) && $0 < .milliseconds(191) }, "\(pauses)")
        #expect(stage.statuses(of: "scout").last == .failed)
    }
}
