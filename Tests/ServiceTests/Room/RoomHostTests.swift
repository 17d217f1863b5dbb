import FloorControl
import Foundation
import JSONValues
import Networking
import Rooms
import Testing

@testable import Service

private let scout: JSON = ["room": "standup", "agent": "scout"]

@Suite struct RoomHostTests {
    /// Nearly as much as a frame may hold, in few words: reading many for their names takes an instrumented build a minute.
    private static let longText = String(repeating: String(repeating: "w", count: 999) + " ", count: 60)

    @Test func `callers who come at the same moment are different people`() async throws {
        let house = try await LiveHouse.open()
        let lines = await house.callTogether(8, "/rooms/standup/call")
        #expect(await house.waitUntil { _ in lines.allSatisfy { $0.events.count > 0 } })
        let identities = await house.look(into: "standup") { $0.room.callerIdentities.map(\.description) }
        #expect(Set(identities ?? []).count == 8)
        await house.close()
    }

    @Test func `of two who want one identity at the same moment one gets it`() async throws {
        let house = try await LiveHouse.open()
        let lines = await house.callTogether(2, "/rooms/standup/call?identity=ana")
        #expect(await house.waitUntil { _ in lines.contains { $0.closing != nil } })
        #expect(await house.waitUntil { _ in lines.contains { $0.joined == "ana" } })
        #expect(lines.compactMap { $0.closing?.httpStatus } == [409])
        await house.close()
    }

    @Test func `a room is not fuller than it may be, however fast callers come`() async throws {
        let house = try await LiveHouse.open(["PARLEY_MAX_CALLERS_PER_ROOM": "3"])
        let lines = await house.callTogether(5, "/rooms/standup/call")
        #expect(await house.waitUntil { _ in lines.count { $0.closing != nil } == 2 })
        #expect(lines.compactMap { $0.closing?.httpStatus } == [503, 503])
        await house.close()
    }

    @Test func `a line that reads no events is closed, not left with a gap`() async throws {
        let house = try await LiveHouse.open()
        let line = await house.call("/rooms/standup/call?identity=ana")
        #expect(await house.waitUntil { _ in line.joined == "ana" })
        await house.stopReading(line)
        // Nobody speaks, so no sound runs into the backlog: only events do.
        let text = Self.longText
        var isCut = false
        for _ in 0..<200 where !isCut {
            let body: JSON = ["from": "bob", "text": .string(text)]
            _ = try await house.ask(.post, "/rooms/standup/messages", body)
            isCut = await house.look(into: "standup") { $0.lines.isEmpty } == true
        }
        #expect(isCut)
        #expect(
            await house.look(into: "standup") { host in
                host.events.entries(after: 0).contains { entry in
                    if case .participantLeft("ana", .caller, .lost) = entry.event {
                        true
                    } else {
                        false
                    }
                }
            } == true)
        await house.close()
    }

    @Test func `one long text is no backlog, however slow the line's format`() async throws {
        let house = try await LiveHouse.open()
        let line = await house.call("/rooms/standup/call?identity=ana&format=pcmu")
        #expect(await house.waitUntil { _ in line.joined == "ana" })
        let text = Self.longText
        _ = try await house.ask(.post, "/rooms/standup/messages", ["from": "bob", "text": .string(text)])
        #expect(await house.waitUntil { _ in line.events.contains { $0["type"] == "transcript.final" } })
        try await Task.sleep(for: .milliseconds(600))
        #expect(await house.look(into: "standup") { $0.lines.count } == 1)
        await house.close()
    }

    @Test func `a loop that stood still takes nobody for one who does not read`() async throws {
        // A machine that lets nobody run makes it stand still once more; by itself it does so each time.
        var isKept = false
        for _ in 0..<5 where !isKept { isKept = try await isKeptWhenTheLoopStandsStill() }
        #expect(isKept)
    }

    /// Whether a line stays that has much to read when the loop stands still.
    private func isKeptWhenTheLoopStandsStill() async throws -> Bool {
        let house = try await LiveHouse.open()
        let line = await house.call("/rooms/standup/call?identity=ana&format=pcmu")
        #expect(await house.waitUntil { _ in line.joined == "ana" })
        let text = #"{"type":"long","text":"\#(Self.longText)"}"#
        let isUnread = await house.look(into: "standup") { host in
            for line in host.lines.values {
                for _ in 0..<8 { line.socket.send(text: text) }
            }
            host.watchUnread()
            let isUnread = host.lines.values.allSatisfy(\.isUnread)
            Thread.sleep(forTimeInterval: 0.4)
            return isUnread
        }
        #expect(isUnread == true)
        let isRead = await house.waitUntil { _ in line.events.count { $0["type"] == "long" } == 8 }
        try await Task.sleep(for: .milliseconds(300))
        let count = await house.look(into: "standup") { $0.lines.count }
        await house.close()
        return isRead && count == 1
    }

    @Test func `an agent that has failed is given no turn`() async throws {
        let house = try await LiveHouse.open()
        await house.refuseSessions()
        let join = try await house.ask(.post, "/voice/join", scout, [.prefer: "wait=30"])
        #expect(join.status == 502)
        let turn = try await house.ask(.post, "/rooms/standup/turns", ["agent": "scout"])
        #expect(turn.status == 404 && turn.json["code"] == "not_joined")
        await house.close()
    }

    @Test func `a muted agent is shown, is given no turn, and a caller is muted the same way`() async throws {
        let house = try await LiveHouse.open()
        _ = try await house.ask(.post, "/voice/join", scout, [.prefer: "wait=30"])
        let line = await house.call("/rooms/standup/call?identity=ana")
        #expect(await house.waitUntil { _ in line.joined == "ana" })
        for who in ["scout", "ana"] {
            let path = "/rooms/standup/participants/\(who)/mute"
            #expect(try await house.ask(.post, path, ["muted": true]).status == 204)
        }
        let view = try await house.ask(.get, "/rooms/standup").json
        #expect(view["participants"]?.arrayValue?.map { $0["muted"] } == [true, true])
        let turn = try await house.ask(.post, "/rooms/standup/turns", ["agent": "scout"])
        #expect(turn.status == 409 && turn.json["code"] == "agent_muted")
        let told = await house.waitUntil { _ in
            line.events.filter { $0["type"] == "participant.muted" }.count == 2
        }
        #expect(told)
        await house.close()
    }

    @Test func `a moderator in a loop is told to wait, and the queue is shown`() async throws {
        // The agent is silent, and its turn must not end of that while others are asked for.
        let house = try await LiveHouse.open([
            "PARLEY_FIRST_AUDIO_TIMEOUT": "10m", "PARLEY_MAX_TURN_LENGTH": "10m",
        ])
        _ = try await house.ask(.post, "/voice/join", scout, [.prefer: "wait=30"])
        var statuses: [Int] = []
        for _ in 0..<80 {
            statuses.append(try await house.ask(.post, "/rooms/standup/turns", ["agent": "scout"]).status)
        }
        // One is granted at once, 64 wait.
        #expect(statuses == Array(repeating: 202, count: 65) + Array(repeating: 429, count: 15))
        let floor = try await house.ask(.get, "/rooms/standup").json["floor"]
        #expect(floor?["holder"] == "scout" && floor?["queue"]?.arrayValue?.count == 64)
        #expect(
            floor?["queue"]?.arrayValue?.first == [
                "agent": "scout", "reason": "moderator", "turn": "tu_2",
                "why": "The moderator gave Scout the floor.",
            ])
        await house.close()
    }

    @Test func `a line that stops sending in the middle of a word does not hold the floor`() async throws {
        let house = try await LiveHouse.open()
        let line = await house.call("/rooms/standup/call?identity=ana")
        #expect(await house.waitUntil { _ in line.joined == "ana" })
        // Half a second of a voice, and then not a frame more: the word would never end. All at once: on a busy
        // machine frame by frame would be a line that stops again and again.
        await house.speak(on: line, frames: 25)
        #expect(await house.waitUntil { _ in line.types.contains("transcript.final") })
        #expect(line.types.filter { $0.hasPrefix("speech.") } == ["speech.started", "speech.stopped"])
        #expect(await house.silenceHeard >= 500)
        await house.close()
    }

    @Test func `a line that only stutters is not interrupted by silence`() async throws {
        let house = try await LiveHouse.open()
        let line = await house.call("/rooms/standup/call?identity=ana")
        #expect(await house.waitUntil { _ in line.joined == "ana" })
        // On a busy machine this test may be late itself; then it has shown nothing and begins again.
        for _ in 0..<10 {
            let before = await house.silenceHeard
            guard try await house.stutter(on: line) else { continue }
            #expect(await house.silenceHeard == before)
            // What the ear said is told once it is kept, which may take a while; by then the word may be over.
            #expect(await house.waitUntil { _ in line.types.contains("speech.started") })
            break
        }
        await house.close()
    }

    @Test func `a caller who hangs up has left, one whose line breaks is lost`() async throws {
        let house = try await LiveHouse.open()
        for (identity, reason) in [("ana", Reason.left), ("bob", .lost)] {
            let line = await house.call("/rooms/standup/call?identity=\(identity)")
            #expect(await house.waitUntil { _ in line.joined == identity })
            let host = try #require(await house.hosts.first?.object)
            await house.end(line, orderly: reason == .left)
            #expect(await house.waitUntil { $0.look(into: "standup") { $0.lines.isEmpty } == true })
            #expect(await host.lastEvent == .participantLeft(Identity(identity), .caller, reason: reason))
        }
        await house.close()
    }

    @Test func `a join that waits is answered when its room is ended`() async throws {
        let house = try await LiveHouse.open()
        await house.silenceServer()
        async let join = house.ask(.post, "/voice/join", scout, [.prefer: "wait=30"])
        #expect(
            await house.waitUntil { house in house.look(into: "standup") { !$0.waiting.isEmpty } == true })
        #expect(try await house.ask(.delete, "/rooms/standup").status == 204)
        #expect(try await join.status == 502)
        await house.close()
    }

    @Test func `a tool that comes back late says nothing after the room has closed`() async throws {
        let house = try await LiveHouse.open()
        _ = try await house.ask(.post, "/voice/join", scout, [.prefer: "wait=30"])
        let host = try #require(await house.hosts.first?.object)
        let link = try #require(
            await house.look(into: "standup") { $0.sessions.keys.first { $0.owner == .agent("scout") } }
                ?? nil)
        _ = try await house.ask(.delete, "/rooms/standup")
        await host.callTool(link, callID: "call_1", name: "lookup", arguments: "{}")
        #expect(await host.lastEvent?.closing == .deleted)
        await house.close()
    }

    @Test func `a drain lets a turn begin that was granted before`() async throws {
        let house = try await LiveHouse.open()
        _ = try await house.ask(.post, "/voice/join", scout, [.prefer: "wait=30"])
        let host = try #require(await house.hosts.first?.object)
        await host.tell(.turnGranted(TurnID(1), agent: "scout", .address, why: "Ana said Scout."))
        let drain = Task { await house.desk.drain() }
        try await Task.sleep(for: .milliseconds(200))
        #expect(await !host.isClosed)
        await host.tell(.turnEnded(TurnID(1), agent: "scout", .completed, heard: .seconds(1), text: "Yes."))
        await drain.value
        #expect(await host.lastEvent?.closing == .drain)
        await house.close()
    }

    @Test func `who asks after an agent that has gone is answered at once`() async throws {
        let house = try await LiveHouse.open()
        _ = try await house.ask(.post, "/voice/join", scout, [.prefer: "wait=30"])
        let host = try #require(await house.hosts.first?.object)
        let outcome = await host.outcome(of: "pa_gone", within: .seconds(60))
        #expect(outcome == .failed(EventFault(code: "left", detail: "The agent left while it was joining.")))
        await house.close()
    }
}

extension RoomHost {
    fileprivate func tell(_ event: RoomEvent) { events.append(event) }
    fileprivate var lastEvent: RoomEvent? { events.entries(after: events.lastSeq - 1).last?.event }
}

extension LiveHouse {
    /// All at once, in one turn of the event loop.
    fileprivate func callTogether(_ count: Int, _ path: String) -> [Line] {
        (0..<count).map { _ in call(path) }
    }

    /// In one go: a pause of a busy machine between two frames would be a pause of the speaker's.
    fileprivate func speak(on line: Line, frames: Int) {
        for _ in 0..<frames { speak(on: line) }
    }

    /// A frame of something that is no silence.
    fileprivate func speak(on line: Line, milliseconds: Int = 20) {
        let frame = [UInt8](repeating: 0x33, count: milliseconds * 48)
        frame.withUnsafeBytes { _ = line.socket.send(binary: $0) }
    }

    /// Frames as large as they may be, with pauses as a lost packet makes them.
    /// - Returns: Whether each came in time.
    fileprivate func stutter(on line: Line) async throws -> Bool {
        var last = ContinuousClock.now
        for _ in 0..<4 {
            speak(on: line, milliseconds: 200)
            try await Task.sleep(for: .milliseconds(600))
            guard ContinuousClock.now - last < .milliseconds(800) else { return false }
            last = .now
        }
        return true
    }

    fileprivate func end(_ line: Line, orderly: Bool) {
        if orderly { line.socket.close(code: 1000, reason: "") } else { line.socket.abort() }
    }

    fileprivate func stopReading(_ line: Line) { line.socket.pauseReading() }
}

extension RoomEvent {
    fileprivate var closing: Reason? { if case .roomClosed(let reason, _, _) = self { reason } else { nil } }
}
