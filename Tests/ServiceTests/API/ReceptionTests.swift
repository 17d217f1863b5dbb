import Foundation
import HTTPTypes
import JSONValues
import Journal
import Networking
import Testing

@testable import Service

/// A service on three reactors: what its rooms do not share is shared all the same where the contract says so.
@Suite struct ReceptionTests {
    private static let three = ["PARLEY_REACTORS": "3"]

    private func open(
        _ more: [String: String] = [:], journal: (any JournalStore)? = nil
    ) async throws -> House {
        try await House.open(Self.three.merging(more) { $1 }, journal: journal)
    }

    /// The first names `room-1`, `room-2` … that live at each of the desks.
    private func roomAtEach(_ house: House) -> [String] {
        (0..<3).compactMap { number in
            (1...100).lazy.map { "room-\($0)" }.first { house.reception.number(of: $0) == number }
        }
    }

    private func join(
        _ house: House, _ room: String, _ agent: String = "scout", _ headers: HTTPFields = [:]
    ) async throws -> House.Reply {
        try await house.ask(
            .post, "/voice/join", ["room": .string(room), "agent": .string(agent)], headers)
    }

    private func metric(_ name: String, in house: House) async throws -> Double? {
        let text = String(decoding: try await house.ask(.get, "/metrics").body, as: UTF8.self)
        return text.split(separator: "\n").first { $0.hasPrefix("\(name) ") }
            .flatMap { Double($0.dropFirst(name.count + 1)) }
    }

    @Test func `names are spread evenly, and each leads to the same reactor for ever`() {
        var counts = [0, 0, 0]
        for number in 0..<3_000 {
            counts[Reception<PaperRoom>.number(of: "room-\(number)", among: 3)] += 1
        }
        #expect(counts.allSatisfy { (850...1_150).contains($0) }, "\(counts)")
        let known = ["standup", "a", ""].map { Reception<PaperRoom>.number(of: $0, among: 64) }
        #expect(known == ["standup", "a", ""].map { Reception<PaperRoom>.number(of: $0, among: 64) })
        #expect(Reception<PaperRoom>.number(of: "standup", among: 1) == 0)
    }

    @Test func `a room lives at its desk, whoever asks, and the list has all in the order they opened`()
        async throws
    {
        let house = try await open()
        let rooms = (1...9).map { "room-\($0)" }
        for room in rooms { #expect(try await join(house, room).status == 202) }
        for (number, desk) in house.reception.desks.enumerated() {
            #expect(
                await desk.openRooms == rooms.filter { house.reception.number(of: $0) == number })
        }
        let list = try await house.ask(.get, "/rooms").json["rooms"]?.arrayValue
        #expect(list?.map { $0["room"]?.stringValue } == rooms)
        for room in rooms {
            #expect(try await house.ask(.get, "/rooms/\(room)").json["room"]?.stringValue == room)
            #expect(await house.call("/rooms/\(room)/call").text == "caller-1 pcm16 24000")
            let turn = try await house.ask(.post, "/rooms/\(room)/turns", ["agent": "scout"])
            #expect(turn.status == 202)
        }
        #expect(try await metric("parley_rooms", in: house) == 9)
        #expect(try await house.ask(.delete, "/rooms/room-5").status == 204)
        #expect(try await house.ask(.get, "/rooms/room-5").status == 404)
        #expect(try await house.ask(.get, "/rooms").json["rooms"]?.arrayValue?.count == 8)
        await house.close()
    }

    @Test func `so many rooms and no more, at all desks together, however they race`() async throws {
        let house = try await open(["PARLEY_MAX_ROOMS": "5"])
        let statuses = try await withThrowingTaskGroup { group in
            for number in 0..<40 {
                group.addTask { try await join(house, "race-\(number)").status }
            }
            return try await group.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        }
        #expect(statuses == [202: 5, 503: 35])
        let list = try await house.ask(.get, "/rooms").json["rooms"]?.arrayValue ?? []
        #expect(list.count == 5)
        let last = try #require(list.last?["room"]?.stringValue)
        #expect(try await house.ask(.delete, "/rooms/\(last)").status == 204)
        #expect(try await join(house, "one-more").status == 202, "a place is free as soon as that is said")
        #expect(try await join(house, "too-many").status == 503)
        await house.close()
    }

    @Test func `so many sessions and no more, and a seat that is given back is everybody's at once`()
        async throws
    {
        let house = try await open(["PARLEY_MAX_SESSIONS": "6"])
        let statuses = try await withThrowingTaskGroup { group in
            for number in 0..<40 {
                group.addTask { try await join(house, "race-\(number)").status }
            }
            return try await group.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        }
        #expect(statuses == [202: 6, 503: 34])
        for round in 0..<10 {
            let list = try await house.ask(.get, "/rooms").json["rooms"]?.arrayValue ?? []
            let occupied = list.first { ($0["agents"]?.integerValue ?? 0) > 0 }
            let room = try #require(occupied?["room"]?.stringValue)
            #expect(await house.call("/rooms/\(room)/call").status == 503)
            let left = try await house.ask(
                .post, "/voice/leave", ["room": .string(room), "agent": "scout"])
            #expect(left.status == 202)
            #expect(try await join(house, "next-\(round)").status == 202)
            #expect(try await join(house, "full-\(round)").status == 503)
        }
        await house.close()
    }

    @Test func `one key's joins are counted together`() async throws {
        let house = try await open(["PARLEY_MAX_JOINS_PER_SECOND": "1"])
        let begun = ContinuousClock.now
        var accepted = 0
        for number in 0..<40 where try await join(house, "r\(number)").status == 202 { accepted += 1 }
        let seconds = Int((ContinuousClock.now - begun).components.seconds)
        #expect(accepted >= JoinRates.burst && accepted <= JoinRates.burst + seconds + 1)
        await house.close()
    }

    @Test func `an idempotency key is one key at all desks, and whoever waits is answered where they are`()
        async throws
    {
        let house = try await open()
        let rooms = roomAtEach(house)
        let first = try await join(house, rooms[0], "scout", [.idempotencyKey: "k"])
        #expect(first.status == 202)
        #expect(try await join(house, rooms[0], "scout", [.idempotencyKey: "k"]).body == first.body)
        for room in rooms.dropFirst() {
            let other = try await join(house, room, "scout", [.idempotencyKey: "k"])
            #expect(other.status == 422 && other.code == "idempotency_mismatch")
        }
        for room in rooms {
            let answers = try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask { try await join(house, room, "nova", [.idempotencyKey: "n-\(room)"]) }
                }
                return try await group.reduce(into: [[UInt8]]()) { $0.append($1.body) }
            }
            #expect(Set(answers).count == 1 && answers.count == 8)
        }
        await house.close()
    }

    @Test func `a token opens its room wherever that lives`() async throws {
        let house = try await open()
        for room in roomAtEach(house) {
            let token = try await house.ask(.post, "/rooms/\(room)/tokens", ["identity": "ana"])
            let text = try #require(token.json["token"]?.stringValue)
            #expect(await house.call("/rooms/\(room)/call?token=\(text)").text == "ana pcm16 24000")
        }
        await house.close()
    }

    @Test func `a changed persona is known at every desk as soon as one shows it`() async throws {
        let house = try await open()
        try await house.write(persona: "---\nname: Kestrel\n---\nYou are Kestrel.\n", as: "kestrel")
        for _ in 0..<500 where try await house.ask(.get, "/agents/kestrel").status != 200 {
            try await Task.sleep(for: .milliseconds(10))
        }
        for room in roomAtEach(house) { #expect(try await join(house, room, "kestrel").status == 202) }
        await house.close()
    }

    @Test func `events and transcripts are read where the room lives, also when it has closed`() async throws
    {
        let house = try await open()
        for room in roomAtEach(house) {
            #expect(try await join(house, room).status == 202)
            #expect(try await house.ask(.delete, "/rooms/\(room)").status == 204)
            // Its last words may be on their way into the journal.
            let path = "/rooms/\(room)/events"
            try await waits { try await house.ask(.get, path, nil, [.lastEventID: "0"]).status == 200 }
            let events = try await house.ask(.get, path, nil, [.lastEventID: "0"])
            #expect(try await house.ask(.get, "/rooms/\(room)/transcript").status == 200)
            let text = String(decoding: events.body, as: UTF8.self)
            #expect(text.contains("room.opened") && text.contains("room.closed"), "\(events.status)")
        }
        await house.close()
    }

    @Test func `after a restart each desk goes on with its own rooms, and each callback comes once`()
        async throws
    {
        let journal = try SQLiteJournal.inMemory()
        let outside = try Reactor.start(name: "receiver")
        let receiver = Receiver(on: outside)
        let url = try await receiver.listen()
        let first = try await open(journal: journal)
        let rooms = roomAtEach(first)
        for room in rooms {
            let body: JSON = [
                "room": .string(room), "agent": "scout", "callback_url": .string(url),
                "callback_events": ["*"],
            ]
            let reply = try await first.ask(.post, "/voice/join", body, [.idempotencyKey: "j-\(room)"])
            #expect(reply.status == 202)
        }
        #expect(await receiver.waits { $0.count == 9 })
        await first.close()
        let second = try await open(journal: journal)
        #expect(await receiver.waits { $0.count { $0.json["type"] == "room.closed" } == 3 })
        for room in rooms {
            let told = await receiver.deliveries.filter { $0.json["room"]?.stringValue == room }
            #expect(told.map { $0.json["seq"]?.integerValue } == [1, 2, 3, 4, 5, 6])
            let transcript = try await second.ask(.get, "/rooms/\(room)/transcript")
            #expect(transcript.status == 200)
        }
        let again: JSON = [
            "room": .string(rooms[1]), "agent": "scout", "callback_url": .string(url),
            "callback_events": ["*"],
        ]
        let retry = try await second.ask(
            .post, "/voice/join", again, [.idempotencyKey: "j-\(rooms[1])"])
        #expect(retry.status == 202, "the answer from before the restart")
        #expect(try await second.ask(.get, "/rooms").json["rooms"] == [], "nobody was joined again")
        await second.close()
        await outside.stop()
    }

    @Test func `a journal that cannot be written lets nobody in at any desk, until it can`() async throws {
        let journal = try FlakyJournal()
        let house = try await open(journal: journal)
        let rooms = roomAtEach(house)
        #expect(try await join(house, rooms[2]).status == 202)
        journal.trouble = .failed("disk full")
        try await house.tell(1, in: rooms[2])
        try await waits { try await house.ask(.get, "/readyz").status == 503 }
        for room in rooms {
            #expect(try await join(house, room, "nova").code == "storage_unavailable")
        }
        #expect(try await metric("parley_journal_writable", in: house) == 0)
        #expect(try await metric("parley_journal_waiting_bytes", in: house) ?? 0 > 0)
        journal.trouble = nil
        try await waits { try await house.ask(.get, "/readyz").status == 200 }
        for room in rooms { #expect(try await join(house, room, "nova").status == 202) }
        await house.close()
    }

    @Test func `draining ends the rooms of all desks and closes no door before`() async throws {
        let house = try await open(["PARLEY_DRAIN_TIMEOUT": "5s"])
        for number in 1...9 { #expect(try await join(house, "room-\(number)").status == 202) }
        await house.reception.drain()
        for desk in house.reception.desks { #expect(await desk.openRooms == []) }
        await house.close()
    }

    private func waits(_ condition: () async throws -> Bool) async throws {
        for _ in 0..<1_000 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("it has not come to that in 10 s")
    }
}

extension FrontDesk {
    fileprivate var openRooms: [String] { directory.rooms.map(\.name) }
}
