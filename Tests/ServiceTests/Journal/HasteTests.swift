import JSONValues
import TestMaterial
import Testing

@testable import Service

/// What nobody waits for may be gathered; whoever begins to wait does not wait for that.
@Suite struct HasteTests {
    private func join(_ house: House, _ agent: String) async throws -> Int {
        try await house.ask(.post, "/voice/join", ["room": "standup", "agent": .string(agent)]).status
    }

    /// A house in which words wait that nobody waits for.
    private func gathering() async throws -> (FlakyJournal, House) {
        let journal = try FlakyJournal()
        let house = try await House.open(journal: journal)
        #expect(try await join(house, "scout") == 202)
        journal.parkUnawaited()
        try await house.tell(1, in: "standup")
        #expect(await holds(within: .seconds(10)) { journal.parkedCount == 1 })
        return (journal, house)
    }

    @Test func `a join is answered although the words before it are still gathered`() async throws {
        let (journal, house) = try await gathering()
        #expect(try await join(house, "nova") == 202)
        #expect(journal.parkedCount == 0)
        await house.close()
    }

    @Test func `nothing is gathered while somebody reads along`() async throws {
        let (journal, house) = try await gathering()
        let reader = Task {
            try await house.ask(.get, "/rooms/standup/events", nil, [.lastEventID: "0"]).body
        }
        #expect(await holds(within: .seconds(10)) { journal.parkedCount == 0 })
        let before = journal.hastes.count
        try await house.tell(1, in: "standup")
        #expect(await holds(within: .seconds(10)) { journal.hastes.count > before })
        #expect(journal.hastes[before] == .awaited)
        _ = try await house.ask(.delete, "/rooms/standup")
        #expect(try await !reader.value.isEmpty)
        await house.close()
    }
}
