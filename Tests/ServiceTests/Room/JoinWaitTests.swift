import HTTPTypes
import JSONValues
import Testing

@testable import Service

/// Whoever waits for a join is told when the agent is in, however the two race.
@Suite struct JoinWaitTests {
    @Test func `every join that waits is answered when its agent is in, however many come at once`()
        async throws
    {
        let house = try await LiveHouse.open()
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<100 {
                group.addTask {
                    let body: JSON = ["room": .string("standup-\(number)"), "agent": "scout"]
                    return try await house.ask(.post, "/voice/join", body, [.prefer: "wait=30"]).status
                }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 200, count: 100))
        await house.close()
    }
}
