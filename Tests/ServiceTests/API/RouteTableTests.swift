import HTTPTypes
import Testing

@testable import Service

@Suite struct RouteTableTests {
    @Test(
        arguments: [
            (.post, "/voice/join", .join), (.get, "/agents/scout", .agent("scout")),
            (.get, "/rooms/a%20b?x=/y", .room("a b")),
            (.head, "/rooms", .rooms),
            (.delete, "/rooms/a/participants/b", .removeParticipant(room: "a", identity: "b")),
            (
                .post, "/rooms/a/participants/b/mute", .muteParticipant(room: "a", identity: "b")
            ),
            (.get, "/agents/..%2f..%2fetc%2fpasswd", .agent("../../etc/passwd")),
            (.get, "/rooms/r/events", .eventStream(room: "r")),
        ] as [(HTTPRequest.Method, String, Service.Operation)])
    func `a method and a path are one operation`(
        method: HTTPRequest.Method, path: String, expected: Service.Operation
    ) throws {
        #expect(try RouteTable.contract.operation(method, path) == expected)
    }

    @Test(arguments: [
        "/voice", "/voice/join/", "//rooms", "/rooms/a/b", "", "rooms",
        "/agents/../rooms/x",
    ])
    func `other paths are nothing`(path: String) throws {
        let problem = try #require(throws: Problem.self) { try RouteTable.contract.operation(.get, path) }
        #expect(problem.code == .notFound)
    }

    @Test(arguments: ["/rooms/%ff%fe", "/rooms/%2", "/rooms/%zz/events"])
    func `a path that is not percent-encoded is no request`(path: String) throws {
        let problem = try #require(throws: Problem.self) { try RouteTable.contract.operation(.get, path) }
        #expect(problem.code == .badRequest)
    }

    @Test(
        arguments: [
            (.get, "/voice/join", [.post]), (.put, "/rooms", [.get, .head]),
            (.post, "/rooms/a", [.get, .head, .delete]),
        ] as [(HTTPRequest.Method, String, [HTTPRequest.Method])])
    func `the wrong method is told the right ones`(
        method: HTTPRequest.Method, path: String, allowed: [HTTPRequest.Method]
    ) throws {
        let problem = try #require(throws: Problem.self) { try RouteTable.contract.operation(method, path) }
        #expect(problem.code == .methodNotAllowed && problem.allowed == allowed)
    }
}
