import JSONValues
import Testing

@testable import Service

@Suite struct CapacityTests {
    @Test
    func `a bucket gives what was saved up, then as much as flows in, and says how long the next one takes`()
    {
        let start = ContinuousClock.now
        var bucket = TokenBucket(perSecond: 2, burst: 3, at: start)
        for _ in 0..<6 { #expect(bucket.take(at: start) == nil) }
        #expect(bucket.take(at: start) == .milliseconds(500))
        #expect(bucket.take(at: start + .milliseconds(400)) == .milliseconds(100))
        #expect(bucket.take(at: start + .milliseconds(500)) == nil)
        #expect(
            bucket.take(at: start + .milliseconds(400)) != nil, "a clock that goes back gives nothing twice")
        let later = start + .seconds(3_600)
        for _ in 0..<6 { #expect(bucket.take(at: later) == nil) }
        #expect(bucket.take(at: later) != nil, "an hour saves up no more than its size")
    }

    @Test func `each key has a bucket of its own, and a full one is forgotten`() {
        let start = ContinuousClock.now
        var rates = JoinRates(perSecond: 1)
        for _ in 0..<JoinRates.burst { #expect(rates.take(by: "a", at: start) == nil) }
        #expect(rates.take(by: "a", at: start) != nil)
        #expect(rates.take(by: "b", at: start) == nil)
        #expect(rates.take(by: "a", at: start) != nil, "b's first join has not freed a")
        #expect(rates.take(by: "a", at: start + .seconds(1)) == nil)
    }

    @Test func `joins that come too quickly are 429 and say when to come back`() async throws {
        let house = try await House.open(["PARLEY_MAX_JOINS_PER_SECOND": "1", "PARLEY_API_KEY": "k"])
        func join(_ number: Int, key: String) async throws -> House.Reply {
            try await house.ask(
                .post, "/voice/join", ["room": .string("r\(number)"), "agent": "scout"],
                [.authorization: "Bearer \(key)"])
        }
        var replies: [House.Reply] = []
        for number in 0..<40 { replies.append(try await join(number, key: "k")) }
        let refused = try #require(replies.first { $0.status != 202 })
        #expect(
            refused.status == 429 && refused.code == "rate_limited" && refused.headers[.retryAfter] == "1")
        #expect(replies.count { $0.status == 202 } >= JoinRates.burst)
        #expect(try await join(0, key: "wrong").status == 401, "who has no key has no bucket")
        #expect(try await house.ask(.get, "/rooms", nil, [.authorization: "Bearer k"]).status == 200)
        await house.close()
    }

    @Test func `sessions of all rooms together have a limit, too`() async throws {
        let house = try await House.open(["PARLEY_MAX_SESSIONS": "2"])
        for room in ["a", "b"] {
            let reply = try await house.ask(.post, "/voice/join", ["room": .string(room), "agent": "scout"])
            #expect(reply.status == 202)
        }
        let refused = try await house.ask(.post, "/voice/join", ["room": "c", "agent": "scout"])
        #expect(refused.status == 503 && refused.code == "at_capacity" && refused.headers[.retryAfter] == "5")
        #expect(await house.call("/rooms/a/call").status == 503)
        #expect(try await house.ask(.get, "/rooms/c").status == 404, "what is refused opens no room")
        #expect(try await house.ask(.post, "/voice/leave", ["room": "a", "agent": "scout"]).status == 202)
        #expect(await house.call("/rooms/a/call").text == "caller-1 pcm16 24000")
        await house.close()
    }

    @Test func `without a key the wrong method of an open route is told all the same`() async throws {
        let house = try await House.open(["PARLEY_API_KEY": "k"])
        for path in ["/healthz", "/readyz", "/", "/r/standup"] {
            #expect(try await house.ask(.put, path).status == 405, "\(path)")
        }
        #expect(try await house.ask(.put, "/rooms").status == 401)
        #expect(try await house.ask(.get, "/nothing").status == 401)
        await house.close()
    }
}
