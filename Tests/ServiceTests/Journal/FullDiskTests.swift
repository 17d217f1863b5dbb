import HTTPTypes
import JSONValues
import Journal
import TestMaterial
import Testing

@testable import Service

/// While nothing can be written down, rooms live on, nobody new comes in, and memory has a bound.
@Suite struct FullDiskTests {
    private static let full = JournalError.failed("database or disk is full")

    private func join(_ house: House, _ room: String, _ agent: String) async throws -> House.Reply {
        try await house.ask(.post, "/voice/join", ["room": .string(room), "agent": .string(agent)])
    }

    /// Waits until readiness is that; `false` after ten seconds.
    private func isReady(_ house: House, _ wanted: Bool) async throws -> Bool {
        try await holds(within: .seconds(10)) {
            try await house.ask(.get, "/readyz").status == (wanted ? 200 : 503)
        }
    }

    private func metric(_ sample: String, in house: House) async throws -> Int? {
        let text = String(decoding: try await house.ask(.get, "/metrics").body, as: UTF8.self)
        let line = text.split(separator: "\n").first { $0.hasPrefix("\(sample) ") }
        return line.flatMap { Double($0.dropFirst(sample.count + 1)) }.map { Int($0) }
    }

    /// What a reader gets of the room that begins at its first event.
    private func events(_ house: House, of room: String) async throws -> [JSON] {
        let body = try await house.ask(.get, "/rooms/\(room)/events", nil, [.lastEventID: "0"]).body
        return try String(decoding: body, as: UTF8.self).split(separator: "\n")
            .filter { $0.hasPrefix("data: ") }.map { try JSON(parsing: $0.dropFirst(6)) }
    }

    @Test func `joins are refused before they open a room, calls go on, and both end by themselves`()
        async throws
    {
        let journal = try FlakyJournal()
        let house = try await House.open(journal: journal)
        #expect(try await join(house, "standup", "scout").status == 202)
        journal.trouble = Self.full
        try await house.tell(1, in: "standup")
        #expect(try await isReady(house, false))
        let unready = try await house.ask(.get, "/readyz")
        #expect(unready.code == "storage_unavailable" && unready.headers[.retryAfter] != nil)
        #expect(try await house.ask(.get, "/healthz").status == 200)
        for room in ["standup", "new"] {
            let refused = try await join(house, room, "nova")
            #expect(refused.status == 503 && refused.code == "storage_unavailable")
            #expect(refused.headers[.retryAfter] != nil)
        }
        #expect(try await house.ask(.get, "/rooms/new").status == 404, "it was not even opened")
        #expect(await house.call("/rooms/new/call").status == 503)
        #expect(await house.call("/rooms/standup/call").text == "caller-1 pcm16 24000")
        #expect(try await metric("parley_journal_writable", in: house) == 0)
        #expect(try await metric("parley_ready", in: house) == 0)
        #expect(try await metric("parley_journal_waiting_bytes", in: house) ?? 0 > 0)
        journal.trouble = nil
        #expect(try await isReady(house, true))
        #expect(try await join(house, "standup", "nova").status == 202)
        #expect(try await metric("parley_journal_writable", in: house) == 1)
        #expect(try await metric("parley_journal_waiting_bytes", in: house) == 0)
        #expect(try await metric("parley_journal_lost_total{kind=\"event\"}", in: house) == 0)
        await house.close()
    }

    @Test func `a journal that nobody writes to is found to be well again all the same`() async throws {
        let journal = try FlakyJournal()
        let house = try await House.open(journal: journal)
        journal.trouble = Self.full
        #expect(try await join(house, "standup", "scout").status == 503)
        _ = try await house.ask(.delete, "/rooms/standup")
        #expect(try await isReady(house, false))
        journal.trouble = nil
        #expect(try await isReady(house, true))
        await house.close()
    }

    @Test func `beyond the bound what matters least is lost, and whoever reads on is told so`() async throws {
        let journal = try FlakyJournal()
        let house = try await House.open(["PARLEY_MAX_UNKEPT_BYTES": "100000"], journal: journal)
        for room in ["standup", "quiet"] { #expect(try await join(house, room, "scout").status == 202) }
        journal.trouble = Self.full
        try await house.tell(3, in: "quiet")
        for _ in 0..<50 {
            try await house.tell(100, in: "standup")
            #expect(try #require(try await metric("parley_journal_waiting_bytes", in: house)) <= 100_000)
        }
        let lost = try #require(try await metric("parley_journal_lost_total{kind=\"event\"}", in: house))
        #expect(lost > 2_000)
        journal.trouble = nil
        #expect(try await isReady(house, true))
        for room in ["standup", "quiet"] { _ = try await house.ask(.delete, "/rooms/\(room)") }
        await house.close()

        let next = try await House.open(journal: journal.real)
        let told = try await events(next, of: "standup")
        let numbers = told.compactMap { $0["seq"]?.integerValue }
        #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
        let markers = told.filter { $0["code"] == "events_lost" }
        #expect(markers.count == 1 && markers.first?["type"] == "error")
        let last = try #require(numbers.last)
        #expect(last - numbers.count + 1 == lost, "what is missing is what was counted")
        #expect(told.first?["type"] == "room.opened" && told.last?["type"] == "room.closed")
        let quiet = try await events(next, of: "quiet").compactMap { $0["seq"]?.integerValue }
        #expect(quiet == Array(1...quiet.count), "the one that said little has lost nothing")
        await next.close()
    }
}
