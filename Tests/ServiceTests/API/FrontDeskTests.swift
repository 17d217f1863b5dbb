import HTTPTypes
import JSONValues
import Networking
import Testing

@testable import Service

private let scout: JSON = ["room": "standup", "agent": "scout"]

@Suite struct FrontDeskTests {
    @Test func `a join is answered at once, and when it is done if that is preferred`() async throws {
        let house = try await House.open()
        let first = try await house.ask(.post, "/voice/join", scout)
        #expect(first.status == 202 && first.json["status"] == "joining" && first.json["identity"] == "scout")
        #expect(first.json["participant_id"]?.stringValue?.hasPrefix("pa_") == true)
        let nova = try await house.ask(
            .post, "/voice/join", ["room": "standup", "agent": "nova"], [.prefer: "wait=30"])
        #expect(nova.status == 200 && nova.json["status"] == "joined")
        let mute = try await house.ask(
            .post, "/voice/join", ["room": "standup", "agent": "mute"], [.prefer: "wait=30"])
        #expect(mute.status == 502 && mute.code == "realtime_unavailable")
        #expect(try await house.ask(.post, "/voice/join", scout).code == "already_joined")
        await house.close()
    }

    @Test(
        arguments: [
            (#"{"#, "application/json", 400, "not_json"), ("", "application/json", 400, "not_json"),
            (#"{"room":"a","agent":"scout"} x"#, "application/json", 400, "not_json"),
            (#"{"room":"a","room":"b","agent":"scout"}"#, "application/json", 400, "not_json"),
            (#"{"room":"a","agent":"scout"}"#, "text/plain", 415, "unsupported_media_type"),
            (#"{"room":"a","agent":"scout"}"#, "application/json; charset=utf-8", 202, nil),
            (#"{"room":"a","agent":"scout"}"#, "Application/JSON", 202, nil),
            (#"[]"#, "application/json", 422, "invalid_request"),
            (#"{"room":"a","agent":"nobody"}"#, "application/json", 404, "unknown_agent"),
            (#"{"room":"a","agent":"broken"}"#, "application/json", 404, "unknown_agent"),
        ] as [(String, String, Int, String?)])
    func `a join that cannot be is refused by its own code`(
        body: String, type: String, status: Int, code: String?
    ) async throws {
        let house = try await House.open()
        let reply = try await house.ask(.post, "/voice/join", bytes: Array(body.utf8), [.contentType: type])
        #expect(reply.status == status && reply.code == code)
        if code != nil {
            #expect(reply.headers[.contentType] == "application/problem+json")
            #expect(reply.json["status"]?.integerValue == status)
        }
        await house.close()
    }

    @Test func `a callback's host is looked up before anything is refused`() async throws {
        let house = try await House.open()
        // Only a lookup tells that this is not this machine, to which unencrypted callbacks are allowed.
        let reply = try await house.ask(
            .post, "/voice/join",
            ["room": "a b", "agent": "scout", "callback_url": "http://no-such-host.invalid/", "x": 1])
        let pointers = reply.json["errors"]?.arrayValue?.map { $0["pointer"] }
        #expect(reply.status == 422 && pointers == ["/room", "/callback_url", "/x"])
        await house.close()
    }

    @Test func `a body over the limit is a problem too`() async throws {
        let house = try await House.open()
        let reply = try await house.ask(
            .post, "/voice/join", bytes: Array(repeating: UInt8(ascii: " "), count: 70_000),
            [.contentType: "application/json"])
        #expect(reply.status == 413 && reply.code == "too_large")
        await house.close()
    }

    /// As Protocol/problems.md has it: the key, the route, the type, then the size.
    @Test(
        arguments: [
            ("/voice/join", "POST", "text/plain", 415), ("/voice/joint", "POST", "application/json", 404),
            ("/voice/join", "PUT", "application/json", 405), ("/voice/join", "POST", "application/json", 413),
            ("/rooms", "GET", "text/plain", 413),
        ] as [(String, String, String, Int)])
    func `the size of a body matters only where one may be sent`(
        path: String, method: String, type: String, status: Int
    ) async throws {
        let house = try await House.open()
        let reply = try await house.ask(
            try #require(HTTPRequest.Method(method)), path,
            bytes: Array(repeating: UInt8(ascii: " "), count: 70_000), [.contentType: type])
        #expect(reply.status == status)
        await house.close()
    }

    @Test func `an idempotency key makes eight raced joins one`() async throws {
        let house = try await House.open()
        let answers = try await withThrowingTaskGroup(of: House.Reply.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await house.ask(
                        .post, "/voice/join", scout, [.idempotencyKey: "k", .prefer: "wait=30"])
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.allSatisfy { $0.status == 200 } && Set(answers.map(\.body)).count == 1)
        let other = try await house.ask(
            .post, "/voice/join", ["room": "standup", "agent": "nova"], [.idempotencyKey: "k"])
        #expect(other.status == 422 && other.code == "idempotency_mismatch")
        await house.close()
    }

    @Test func `rooms are shown, moderated and ended`() async throws {
        let house = try await House.open()
        _ = try await house.ask(.post, "/voice/join", scout)
        #expect(try await house.ask(.get, "/rooms").json["rooms"]?.arrayValue?.count == 1)
        let turn = try await house.ask(.post, "/rooms/standup/turns", ["agent": "scout"])
        #expect(turn.status == 202 && turn.json == ["turn": "tu_7"])
        #expect(try await house.ask(.post, "/rooms/standup/turns", ["agent": "nova"]).code == "not_joined")
        #expect(
            try await house.ask(.post, "/rooms/standup/messages", ["from": "ana", "text": "Hi"]).status == 202
        )
        #expect(try await house.ask(.post, "/rooms/standup/interrupt").status == 204)
        #expect(try await house.ask(.get, "/rooms/standup").json["said"] == ["ana: Hi", "interrupted"])
        #expect(try await house.ask(.delete, "/rooms/standup/participants/scout").status == 204)
        #expect(try await house.ask(.delete, "/rooms/standup/participants/scout").code == "not_joined")
        #expect(try await house.ask(.post, "/voice/leave", scout).code == "not_joined")
        #expect(try await house.ask(.delete, "/rooms/standup").status == 204)
        #expect(try await house.ask(.get, "/rooms/standup").code == "unknown_room")
        #expect(try await house.ask(.post, "/voice/join", scout).status == 202, "the name is free again")
        await house.close()
    }

    @Test func `participants are muted, and what is wrong with the asking is said`() async throws {
        let house = try await House.open()
        _ = try await house.ask(.post, "/voice/join", scout)
        let mute = "/rooms/standup/participants/scout/mute"
        #expect(try await house.ask(.post, mute, ["muted": true]).status == 204)
        #expect(try await house.ask(.post, mute, ["muted": false]).status == 204)
        #expect(try await house.ask(.get, "/rooms/standup").json["said"] == ["scout muted", "scout unmuted"])
        for body: JSON in [[:], ["muted": "yes"], ["muted": nil], ["muted": true, "for": 5], []] {
            let reply = try await house.ask(.post, mute, body)
            #expect(reply.status == 422 && reply.code == "invalid_request", "\(body)")
        }
        for (path, code) in [
            ("/rooms/standup/participants/nova/mute", "not_joined"),
            ("/rooms/standup/participants/a%20b/mute", "not_joined"),
            ("/rooms/nowhere/participants/scout/mute", "unknown_room"),
        ] {
            let reply = try await house.ask(.post, path, ["muted": true])
            #expect(reply.status == 404 && reply.code == code)
        }
        #expect(try await house.ask(.get, mute).status == 405)
        await house.close()
    }

    @Test func `agents are listed with what is wrong with their files`() async throws {
        let house = try await House.open()
        let reply = try await house.ask(.get, "/agents")
        let agents = reply.json["agents"]?.arrayValue ?? []
        #expect(!String(decoding: reply.body, as: UTF8.self).contains("hunter2"), "nobody is told keys")
        #expect(agents.map { $0["id"]?.stringValue } == ["broken", "mute", "nova", "scout"])
        #expect(agents.first?["name"] == .null && agents.first?["errors"]?.arrayValue?.isEmpty == false)
        #expect(try await house.ask(.get, "/agents/scout").json["name"] == "Scout")
        #expect(try await house.ask(.get, "/agents/nobody").code == "unknown_agent")
        await house.close()
    }

    @Test func `with a key every route but the health checks asks for it`() async throws {
        let house = try await House.open(["PARLEY_API_KEY": "secret"])
        for path in [
            "/rooms", "/agents", "/voice/join", "/openapi.yaml", "/no/such/route", "/rooms/x/events",
        ] {
            let reply = try await house.ask(.get, path)
            #expect(reply.status == 401 && reply.headers[.wwwAuthenticate] == "Bearer", "\(path)")
        }
        for key in ["Bearer wrong", "Bearer ", "secret", "Basic secret", "Bearer secretx", "Bearer secret x"]
        {
            #expect(try await house.ask(.get, "/rooms", nil, [.authorization: key]).status == 401, "\(key)")
        }
        #expect(try await house.ask(.get, "/rooms", nil, [.authorization: "bearer secret"]).status == 200)
        #expect(try await house.ask(.get, "/healthz").status == 200)
        #expect(try await house.ask(.get, "/readyz").status == 200)
        await house.close()
    }

    @Test func `a line needs the key or a token for this room and this caller`() async throws {
        let house = try await House.open(["PARLEY_API_KEY": "secret"])
        let key: HTTPFields = [.authorization: "Bearer secret"]
        let reply = try await house.ask(.post, "/rooms/a/tokens", ["identity": "ana", "name": "Ana"], key)
        let token = try #require(reply.json["token"]?.stringValue)
        #expect(await house.call("/rooms/a/call").status == 401)
        #expect(await house.call("/rooms/a/call?rate=1").status == 401, "who asks comes before what")
        #expect(await house.call("/rooms/a/call?token=\(token)&rate=16000").text == "Ana pcm16 16000")
        #expect(await house.call("/rooms/a/call?token=\(token)").status == 409)
        #expect(await house.call("/rooms/b/call?token=\(token)").status == 403)
        #expect(await house.call("/rooms/a/call?token=\(token)&identity=bob").status == 403)
        #expect(await house.call("/rooms/a/call?token=\(token)x").status == 401)
        #expect(await house.call("/rooms/a/call?identity=bob&name=Bob", key).text == "Bob pcm16 24000")
        #expect(await house.call("/rooms/a/call?rate=11025", key).status == 422)
        #expect(await house.call("/rooms", key).status == 404)
        await house.close()
    }

    @Test func `a line without an upgrade is told to upgrade, and what else is wrong before that`()
        async throws
    {
        let house = try await House.open()
        for (path, status) in [
            ("a/call", 426), ("a/call?rate=8000&format=pcmu", 426), ("a/call?rate=7", 422),
            ("a%20b/call", 404),
        ] {
            #expect(try await house.ask(.get, "/rooms/\(path)").status == status, "\(path)")
        }
        await house.close()
    }

    @Test func `whoever was refused a line learns why without an upgrade, and keeps nothing by asking`()
        async throws
    {
        let house = try await House.open(["PARLEY_API_KEY": "secret", "PARLEY_MAX_ROOMS": "1"])
        let key: HTTPFields = [.authorization: "Bearer secret"]
        let reply = try await house.ask(.post, "/rooms/a/tokens", ["identity": "ana"], key)
        let token = try #require(reply.json["token"]?.stringValue)
        func why(_ path: String, _ headers: HTTPFields = [:]) async throws -> String? {
            try await house.ask(.get, "/rooms/\(path)", nil, headers).code
        }
        #expect(try await why("a/call") == "unauthorized")
        #expect(try await why("a/call?token=\(token)x") == "unauthorized")
        #expect(try await why("b/call?token=\(token)") == "forbidden")
        #expect(try await why("a/call?token=\(token)") == "upgrade_required")
        #expect(try await house.ask(.get, "/rooms", nil, key).json["rooms"] == [], "asking opens no room")
        #expect(await house.call("/rooms/a/call?token=\(token)").text == "ana pcm16 24000")
        #expect(try await why("a/call?token=\(token)") == "identity_taken")
        #expect(try await why("b/call", key) == "at_capacity")
        #expect(try await why("a/call?identity=bob", key) == "upgrade_required")
        await house.close()
    }

    @Test func `draining refuses those who come and ends rooms`() async throws {
        let house = try await House.open(["PARLEY_DRAIN_TIMEOUT": "60s"])
        _ = try await house.ask(.post, "/voice/join", scout)
        let begun = ContinuousClock.now
        await house.desk.drain()
        #expect(ContinuousClock.now - begun < .seconds(50), "nothing was left to wait for")
        #expect(await house.call("/rooms/standup/call").status != 101)
        await house.close()
    }

    @Test func `rooms have a limit`() async throws {
        let house = try await House.open(["PARLEY_MAX_ROOMS": "1"])
        _ = try await house.ask(.post, "/voice/join", scout)
        let reply = try await house.ask(.post, "/voice/join", ["room": "another", "agent": "scout"])
        #expect(reply.status == 503 && reply.code == "at_capacity" && reply.headers[.retryAfter] != nil)
        await house.close()
    }

    @Test func `the interface describes itself`() async throws {
        let house = try await House.open()
        let reply = try await house.ask(.get, "/openapi.yaml")
        #expect(reply.status == 200 && String(decoding: reply.body, as: UTF8.self).hasPrefix("openapi: 3."))
        let head = try await house.ask(.head, "/openapi.yaml")
        #expect(head.status == 200 && head.body.isEmpty)
        #expect(head.headers[.contentLength] == reply.headers[.contentLength])
        await house.close()
    }
}
