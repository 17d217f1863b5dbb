import FloorControl
import JSONValues
import Service
import Testing

@Suite struct `HTTP examples` {
    @Test(arguments: Example.all(in: "http").filter { $0.name.contains(".request") })
    func `a request's body is understood`(_ example: Example) throws {
        let json = try example.json
        func agrees(_ key: String, with identity: Identity) -> Bool {
            json[key]?.stringValue == identity.description
        }
        switch example.name.prefix(while: { $0 != "." }) {
        case "joinAgent":
            let request = try JoinRequest(json, destinations: CallbackGuard())
            #expect(json["room"]?.stringValue == request.room && json["agent"]?.stringValue == request.agent)
            #expect(request.metadata == json["metadata"] ?? [:])
            #expect(request.overrides.voice == json["overrides"]?["voice"]?.stringValue)
        case "removeAgent": #expect(agrees("agent", with: try LeaveRequest(json).agent))
        case "muteParticipant": #expect(try MuteRequest(json).isMuted == json["muted"]?.boolValue)
        case "giveFloor": #expect(agrees("agent", with: try TurnRequest(json).agent))
        case "sendMessage": #expect(agrees("from", with: try MessageRequest(json).from))
        case "makeToken": #expect(agrees("identity", with: try TokenRequest(json).identity))
        case let operation: Issue.record("nothing reads the body of \(operation)")
        }
    }

    @Test(arguments: Problem.Code.allCases)
    func `the service writes this problem to the letter`(_ code: Problem.Code) throws {
        let json = try Example(path: "problems/\(code.rawValue).json").json
        let errors = try (json["errors"]?.arrayValue ?? []).map { error in
            let tokens = try #require(error["pointer"]?.stringValue).split(separator: "/")
            return FieldComplaint(
                tokens.reduce(.root) { $0.appending(String($1)) }, try #require(error["detail"]?.stringValue))
        }
        let problem = Problem(code, try #require(json["detail"]?.stringValue), errors: errors)
        #expect(problem.json.text == json.text)
    }

    @Test func `every problem of the examples is one the service knows`() {
        #expect(Set(Example.all(in: "problems").map(\.name)) == Set(Problem.Code.allCases.map(\.rawValue)))
    }
}
