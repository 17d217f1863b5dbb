import HTTPTypes
import JSONValues
import Networking
import TestMaterial
import Testing

@testable import Service

@Suite struct EventStreamTests {
    /// Reads the stream to its end and returns its blocks.
    private func stream(_ house: House, _ headers: HTTPFields = [:]) -> Task<[String], any Error> {
        Task {
            let reply = try await house.ask(.get, "/rooms/standup/events", nil, headers)
            #expect(reply.status == 200 && reply.headers[.contentType] == "text/event-stream")
            return String(decoding: reply.body, as: UTF8.self).split(separator: "\n\n").map(String.init)
        }
    }

    @Test func `a stream replays what is asked for, goes on with what is new, and ends with the room`()
        async throws
    {
        let house = try await House.open()
        _ = try await house.ask(.post, "/voice/join", ["room": "standup", "agent": "scout"])
        let all = stream(house, [.lastEventID: "0"])
        let rest = stream(house, [.lastEventID: "2"])
        let new = stream(house)
        try await Task.sleep(for: .milliseconds(200).patient)
        _ = try await house.ask(.delete, "/rooms/standup")
        let blocks = try await all.value
        let data = blocks.compactMap { $0.split(separator: "\ndata: ").last }.dropFirst()
        let events = try data.map { try JSON(parsing: $0) }
        #expect(events.map { $0["seq"]?.integerValue } == [1, 2, 3, 4, 5, 6])
        #expect(events.first?["type"] == "room.opened" && events.last?["type"] == "room.closed")
        #expect(try await rest.value.dropFirst().first?.hasPrefix("id: 3\ndata: {") == true)
        #expect(try await new.value.dropFirst().first?.hasPrefix("id: 4\ndata: {") == true)
        await house.close()
    }

    @Test(arguments: ["-9223372036854775808", "-1", "9223372036854775807", "99", "99999999999999999999999"])
    func `a Last-Event-ID that this room never gave out replays the whole room`(id: String) async throws {
        let house = try await House.open()
        _ = try await house.ask(.post, "/voice/join", ["room": "standup", "agent": "scout"])
        let blocks = stream(house, [.lastEventID: id])
        try await Task.sleep(for: .milliseconds(200).patient)
        _ = try await house.ask(.delete, "/rooms/standup")
        let seen = try await blocks.value.dropFirst().map { $0.prefix { $0 != "\n" } }
        #expect(seen == (1...6).map { "id: \($0)" })
        await house.close()
    }

    /// The numbers a stream gives, once it has ended.
    private func numbers(_ blocks: Task<[String], any Error>) async throws -> [Int] {
        try await blocks.value.compactMap { block in
            block.split(separator: "\n").first { $0.hasPrefix("id: ") }.flatMap { Int($0.dropFirst(4)) }
        }
    }

    @Test func `what memory no longer has comes from the journal, without a gap`() async throws {
        let house = try await House.open()
        _ = try await house.ask(.post, "/voice/join", ["room": "standup", "agent": "scout"])
        try await house.tell(3_000, in: "standup")
        let all = stream(house, [.lastEventID: "0"])
        let rest = stream(house, [.lastEventID: "1500"])
        try await house.tell(50, in: "standup")
        _ = try await house.ask(.delete, "/rooms/standup")
        let last = 3_050 + 6
        #expect(try await numbers(all) == Array(1...last))
        #expect(try await numbers(rest) == Array(1_501...last))
        await house.close()
    }

    @Test func `a reader of an earlier call of that name misses nothing and gets nothing twice`() async throws
    {
        let house = try await House.open()
        _ = try await house.ask(.post, "/voice/join", ["room": "standup", "agent": "scout"])
        _ = try await house.ask(.delete, "/rooms/standup")
        _ = try await house.ask(.post, "/voice/join", ["room": "standup", "agent": "nova"])
        let back = stream(house, [.lastEventID: "2"])
        let fresh = stream(house, [.lastEventID: "0"])
        try await Task.sleep(for: .milliseconds(200).patient)
        _ = try await house.ask(.delete, "/rooms/standup")
        let call = try await numbers(fresh)
        let first = try #require(call.first)
        let last = try #require(call.last)
        #expect(first > 5 && call == Array(first...last), "0 means this call from its beginning")
        #expect(try await numbers(back) == Array(3...last))
        await house.close()
    }

    @Test func `whoever was cut off before a room's end still hears it, and then there is no more`()
        async throws
    {
        let house = try await House.open()
        _ = try await house.ask(.post, "/voice/join", ["room": "standup", "agent": "scout"])
        let whole = stream(house, [.lastEventID: "0"])
        try await Task.sleep(for: .milliseconds(200).patient)
        _ = try await house.ask(.delete, "/rooms/standup")
        let last = try #require(try await numbers(whole).last)
        // The room is written down to its end before its numbers are known as those of a closed one.
        let isKnown = try await holds {
            try await house.ask(.get, "/rooms/standup/events", nil, [.lastEventID: "2"]).status == 200
        }
        #expect(isKnown)
        #expect(try await numbers(stream(house, [.lastEventID: "2"])) == Array(3...last))
        #expect(try await numbers(stream(house, [.lastEventID: "0"])) == Array(1...last))
        for headers: HTTPFields in [[:], [.lastEventID: "\(last)"]] {
            #expect(try await house.ask(.get, "/rooms/standup/events", nil, headers).status == 404)
        }
        await house.close()
    }

    @Test func `a room that has closed is heard to its end while that is still being written down`()
        async throws
    {
        let journal = try FlakyJournal()
        let house = try await House.open(journal: journal)
        _ = try await house.ask(.post, "/voice/join", ["room": "standup", "agent": "scout"])
        journal.trouble = .failed("the disk is full")
        _ = try await house.ask(.delete, "/rooms/standup")
        let late = stream(house, [.lastEventID: "0"])
        try await Task.sleep(for: .milliseconds(100).patient)
        journal.trouble = nil
        let blocks = try await late.value
        #expect(blocks.contains { $0.contains("room.opened") })
        #expect(blocks.last?.contains("room.closed") == true)
        await house.close()
    }

    @Test func `a room that is not open has no stream`() async throws {
        let house = try await House.open()
        let reply = try await house.ask(.get, "/rooms/nowhere/events")
        #expect(reply.status == 404 && reply.code == "unknown_room")
        await house.close()
    }
}
