import HTTPTypes
import JSONValues
import Journal
import Networking
import TestMaterial
import Testing

@testable import Service

/// One journal, and services that come and go; a service that ends without draining ends as by `kill -9`.
@Suite struct RestartTests {
    private func join(
        _ house: House, _ room: String, _ agent: String, to url: String? = nil, key: String? = nil,
        events: [JSON] = ["*"]
    ) async throws -> House.Reply {
        var body: JSON = ["room": .string(room), "agent": .string(agent)]
        if let url {
            body["callback_url"] = .string(url)
            body["callback_events"] = .array(events)
            body["metadata"] = ["ticket": 7]
        }
        var headers: HTTPFields = [:]
        if let key { headers[.idempotencyKey] = key }
        return try await house.ask(.post, "/voice/join", body, headers)
    }

    @Test func `a room that was cut off ends after the restart, with the numbers that follow`() async throws {
        let journal = try SQLiteJournal.inMemory()
        let outside = try Reactor.start(name: "receiver")
        let receiver = Receiver(on: outside)
        let url = try await receiver.listen()
        let first = try await House.open(journal: journal)
        let joined = try await join(first, "standup", "scout", to: url)
        #expect(joined.status == 202)
        #expect(await receiver.waits { $0.count == 3 })
        await first.close()

        let second = try await House.open(journal: journal)
        #expect(await receiver.waits { $0.last?.json["type"] == "room.closed" })
        let told = await receiver.deliveries
        #expect(told.map { $0.json["seq"]?.integerValue } == [1, 2, 3, 4, 5, 6])
        #expect(Set(told.map { $0.headers[.webhookID] }).count == 6)
        #expect(
            told.suffix(3).map { $0.json["type"]?.stringValue } == [
                "agent.status", "participant.left", "room.closed",
            ])
        #expect(told.suffix(3).allSatisfy { $0.json["reason"] == "crash" })
        #expect(
            told.allSatisfy {
                $0.json["participant_id"] == joined.json["participant_id"]
                    && $0.json["metadata"] == ["ticket": 7]
            })
        await second.close()
        let third = try await House.open(journal: journal)
        #expect(await receiver.deliveries.count == 6, "it ends once")
        let again = try await join(third, "standup", "scout", to: url)
        #expect(again.status == 202)
        #expect(await receiver.waits { $0.count == 9 })
        let numbers = await receiver.deliveries.map { $0.json["seq"]?.integerValue }
        #expect(numbers == Array(1...9), "a name's numbers go on")
        await third.close()
        await outside.stop()
    }

    @Test func `what a dead receiver is owed reaches it after a restart, in order and by the same id`()
        async throws
    {
        let journal = try SQLiteJournal.inMemory()
        let outside = try Reactor.start(name: "receiver")
        let receiver = Receiver(on: outside, statuses: [503])
        let url = try await receiver.listen()
        let first = try await House.open(journal: journal)
        _ = try await join(first, "standup", "scout", to: url)
        #expect(await receiver.waits { $0.count == 1 })
        _ = try await first.ask(.delete, "/rooms/standup")
        await first.close()
        let second = try await House.open(journal: journal)
        #expect(await receiver.waits { $0.last?.json["type"] == "room.closed" })
        let told = await receiver.deliveries
        #expect(told[0].headers[.webhookID] == told[1].headers[.webhookID] && told[0].body == told[1].body)
        let accepted = told.filter { $0.status == 200 }.map { $0.json["seq"]?.integerValue }
        #expect(accepted == Array(1...accepted.count))
        await second.close()
        await outside.stop()
    }

    @Test func `a retry after a restart gets the first answer and does nothing`() async throws {
        let journal = try SQLiteJournal.inMemory()
        let first = try await House.open(journal: journal)
        let answer = try await join(first, "standup", "scout", key: "k1")
        #expect(answer.status == 202)
        _ = try await join(first, "standup", "nobody", key: "k2")
        await first.close()
        let second = try await House.open(journal: journal)
        let again = try await join(second, "standup", "scout", key: "k1")
        #expect(again.status == 202 && again.body == answer.body)
        #expect(again.headers[.contentType] == answer.headers[.contentType])
        #expect(try await second.ask(.get, "/rooms/standup").status == 404, "nobody came in")
        let other = try await join(second, "standup", "nova", key: "k1")
        #expect(other.code == "idempotency_mismatch")
        #expect(try await join(second, "standup", "nova", key: "k2").status == 202, "a failure is not kept")
        await second.close()
    }

    @Test func `a join that cannot be kept is refused and taken back, and the next one works`() async throws {
        let journal = try FlakyJournal()
        let house = try await House.open(journal: journal)
        journal.trouble = .failed("database or disk is full")
        let refused = try await join(house, "standup", "scout", to: "http://127.0.0.1:9/")
        #expect(refused.status == 503 && refused.code == "storage_unavailable")
        #expect(refused.headers[.retryAfter] != nil)
        #expect(try await house.ask(.get, "/rooms").json["rooms"]?.arrayValue?.first?["agents"] == 0)
        journal.trouble = nil
        let isTaken = try await holds(within: .seconds(10)) {
            try await join(house, "standup", "scout").status == 202
        }
        #expect(isTaken, "as soon as something could be written again")
        await house.close()
    }

    @Test func `a room that another process has taken over closes, and says nothing more that is kept`()
        async throws
    {
        let journal = try FlakyJournal()
        let house = try await House.open(journal: journal)
        #expect(try await join(house, "standup", "scout").status == 202)
        let answer: Int = try await answer { journal.real.open("standup", at: 0, then: $0) }
        #expect(answer == 2)
        #expect(try await join(house, "standup", "nova").status == 503)
        #expect(try await holds { try await house.ask(.get, "/rooms/standup").status == 404 })
        await house.close()
    }
}
