import FloorControl
import HTTPTypes
import JSONValues
import Personas
import Testing

@testable import Service

/// The pointers a body's complaints name; `nil` when it is accepted.
private func pointers(_ text: String) throws -> [String]? {
    do {
        _ = try JoinRequest(try JSON(parsing: text), destinations: CallbackGuard())
        return nil
    } catch let problem as Problem {
        return problem.errors.map(\.pointer.description)
    }
}

@Suite struct RequestTests {
    @Test(arguments: [
        ("{}", ["/room", "/agent"]), ("[]", [""]),
        (
            """
            {"room":5,"agent":["scout"],"callback_url":7,"callback_events":"agent.*","metadata":[],"identity":"has space",
             "overrides":{"voice":3,"colour":"red"},"livekit":"x","bogus":1}
            """,
            [
                "/room", "/agent", "/callback_url", "/callback_events", "/metadata", "/identity",
                "/overrides/voice", "/overrides/colour",
                "/livekit", "/bogus",
            ]
        ),
        (#"{"room":"a","agent":"scout","a/b~c":1}"#, ["/a~1b~0c"]),
        (#"{"room":"a b","agent":"s"}"#, ["/room"]),
        (#"{"room":"a","agent":"s","identity":""}"#, ["/identity"]),
        (#"{"room":"a","agent":"s","identity":"a\n"}"#, ["/identity"]),
        (#"{"room":"a","agent":"s","identity":"é"}"#, ["/identity"]),
        (#"{"room":"a","agent":"s","callback_url":"https://10.1/"}"#, ["/callback_url"]),
        (#"{"room":"a","agent":"s","callback_url":"ftp://x/"}"#, ["/callback_url"]),
        (#"{"room":"a","agent":"s","callback_events":["turn.*",5]}"#, ["/callback_events/1"]),
        (
            #"{"room":"a","agent":"s","callback_events":["turns",5,"turn.*","agents.*"]}"#,
            ["/callback_events/0", "/callback_events/1", "/callback_events/3"]
        ),
        (#"{"room":"a","agent":"s","callback_events":["turns"]}"#, ["/callback_events/0"]),
        (#"{"room":"a","agent":"s","overrides":{"voice":""}}"#, ["/overrides/voice"]),
        (#"{"room":"a","agent":"s","livekit":{"url":"wss://x"}}"#, ["/livekit/token"]),
        (#"{"room":"a b","agent":"s","livekit":{"url":"wss://x","token":"t"}}"#, ["/room", "/livekit"]),
        (#"{"room":"a","agent":"Not an id","recording":1}"#, ["/recording"]),
    ])
    func `every wrong field of a join is named`(body: String, expected: [String]) throws {
        let named = try #require(try pointers(body))
        #expect(named == expected)
    }

    @Test func `where the callback's host leads is one complaint among the others`() throws {
        let body: JSON = ["room": "a b", "agent": "s", "callback_url": "https://hooks.example.com/", "x": 1]
        let inside = try #require(IPAddress("10.0.0.7"))
        let problem = try #require(throws: Problem.self) {
            try JoinRequest(body, destinations: CallbackGuard(), resolvedTo: [inside])
        }
        #expect(problem.errors.map(\.pointer.description) == ["/room", "/callback_url", "/x"])
    }

    @Test func `a join is read whole`() throws {
        let body = """
            {"room":"standup","agent":"scout","callback_url":"https://hooks.example.com/x","callback_events":["turn.*"],
             "metadata":{"käse":"日本"},"identity":"lead","overrides":{"voice":"sage","greeting":""},"livekit":null}
            """
        let request = try JoinRequest(try JSON(parsing: body), destinations: CallbackGuard())
        #expect(request.room == "standup" && request.agent == "scout" && request.identity == "lead")
        #expect(request.callback?.url.text == "https://hooks.example.com/x")
        #expect(request.metadata == ["käse": "日本"])
        let persona = request.overrides.applied(
            to: Persona(id: "scout", name: "Scout", greeting: "Hi", instructions: "Be."))
        #expect(persona.voice == "sage" && persona.greeting == nil && persona.instructions == "Be.")
    }

    @Test(arguments: [(4_088, true), (4_089, false)])
    func `metadata may be 4 KiB as compact JSON`(count: Int, isFine: Bool) throws {
        let text = String(repeating: "y", count: count)
        #expect(
            (try pointers(#"{"room":"a", "agent":"s", "metadata" : { "x" : "\#(text)" } }"#) == nil) == isFine
        )
    }

    @Test func `a LiveKit room is not supported, by its own code`() throws {
        let problem = try #require(throws: Problem.self) {
            try JoinRequest(
                ["room": "a", "agent": "s", "livekit": ["url": "wss://x", "token": "t"]],
                destinations: CallbackGuard())
        }
        #expect(problem.code == .notSupported && problem.status.code == 422)
    }

    @Test(arguments: ["../../../../etc/passwd", "..%2f", "a\u{0}b", "a b"])
    func `an agent that cannot exist is an unknown agent`(id: String) throws {
        let problem = try #require(throws: Problem.self) {
            try JoinRequest(["room": "a", "agent": .string(id)], destinations: CallbackGuard())
        }
        #expect(problem.code == .unknownAgent)
    }

    @Test func `the smaller bodies are read and their mistakes named`() throws {
        #expect(try LeaveRequest(["room": "a", "agent": "s"]).agent == "s")
        #expect(try TurnRequest(["agent": "s", "instructions": "Sum up."]).instructions == "Sum up.")
        #expect(try MessageRequest(["from": "ana", "text": "Hi"]).text == "Hi")
        #expect(try TokenRequest(["identity": "ana"]).lifetime == .seconds(3_600))
        let message = try #require(throws: Problem.self) { try MessageRequest(["text": 5]) }
        #expect(message.errors.map(\.pointer.description) == ["/from", "/text"])
        let silence = try #require(throws: Problem.self) {
            try MessageRequest(["from": "ana", "text": " \n"])
        }
        #expect(silence.errors.map(\.pointer.description) == ["/text"])
        for ttl: JSON in [0, 86_401, "60", 1.5, true] {
            let token = try #require(throws: Problem.self) {
                try TokenRequest(["identity": "ana", "ttl_s": ttl])
            }
            #expect(token.errors.map(\.pointer.description) == ["/ttl_s"])
        }
        let longName = try #require(throws: Problem.self) {
            try TokenRequest(["identity": "ana", "name": .string(String(repeating: "a", count: 129))])
        }
        #expect(longName.errors.map(\.pointer.description) == ["/name"])
    }

    @Test func `problems are written as RFC 9457 says`() {
        let problem = Problem.invalid([FieldComplaint(.root.appending("a/b").appending(0), "is wrong")])
        #expect(problem.json["status"] == 422 && problem.json["code"] == "invalid_request")
        #expect(problem.json["errors"] == [["pointer": "/a~1b/0", "detail": "is wrong"]])
        #expect(Problem(.notFound, "x").json["errors"] == nil)
        #expect(Set(Problem.Code.allCases.map(\.title)).count == Problem.Code.allCases.count)
    }
}
