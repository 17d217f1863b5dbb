import FloorControl
import JSONValues
import Personas
import Realtime
import RoomTesting
import Rooms
import Testing

@Suite struct RemoteToolTests {
    let find = ToolOffer(
        name: "find", description: "Finds.", parameters: #"{"type":"object"}"#, server: "books")

    private var reader: Persona {
        var persona = Cast.scout
        persona.mcp = [
            Persona.MCPServer(
                name: "books", url: "https://mcp.example.com/mcp",
                headers: [Persona.HTTPCall.Header(name: "X-Key", value: "k")], allowedTools: ["find"])
        ]
        return persona
    }

    private func toolNames(_ stage: Stage) -> [String] {
        guard case .value(let tools) = stage.peer("scout")?.configuration.tools else { return [] }
        return tools.map {
            switch $0 {
            case .function(let function): function.name
            case .other(let json): json["type"]?.stringValue ?? "?"
            }
        }
    }

    private func participant(_ stage: Stage) -> String {
        stage.events { if case .agentStatus("scout", let id, .joining, _, _) = $0 { id } else { nil } }.last
            ?? ""
    }

    @Test func `tools that are found are offered to a session that runs already, once`() throws {
        let stage = Stage(agents: [reader])
        #expect(toolNames(stage) == ["request_turn"])
        let before = stage.peer("scout")?.sent.count ?? 0
        stage.handle(.toolsFound(participantID: participant(stage), [find]))
        stage.handle(.toolsFound(participantID: participant(stage), [find]))
        #expect(toolNames(stage) == ["request_turn", "find"])
        #expect(stage.peer("scout")?.sent.count == before + 1)
        stage.handle(.toolsFound(participantID: "pa_of_somebody_else", []))
        #expect(toolNames(stage) == ["request_turn", "find"])
    }

    @Test func `a new session is offered them from the start`() {
        let stage = Stage(agents: [reader])
        stage.handle(.toolsFound(participantID: participant(stage), [find]))
        stage.breakOff("scout")
        stage.finish()
        #expect(toolNames(stage) == ["request_turn", "find"])
        let updates = stage.peer("scout")?.sent.filter {
            if case .sessionUpdate = $0.event { true } else { false }
        }
        #expect(updates?.count == 1)
    }

    @Test func `a call of one is carried out by the service like any other`() {
        let stage = Stage(agents: [reader])
        stage.handle(.toolsFound(participantID: participant(stage), [find]))
        stage.tools["find"] = (.milliseconds(300), #"{"result": "here"}"#, true)
        stage.script("scout", .call("find", "{}"), Script("Here."))
        stage.say("ana", "Hey Scout, where is it?")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.peer("scout")?.outputs.count == 1)
    }

    @Test func `a vendor that calls MCP servers itself is given them, and the service offers none of theirs`()
        throws
    {
        let stage = Stage()
        stage.vendorServers["scout"] = ["books"]
        stage.join(reader)
        stage.run(for: .seconds(1))
        #expect(toolNames(stage) == ["request_turn", "mcp"])
        stage.handle(.toolsFound(participantID: participant(stage), [find]))
        #expect(toolNames(stage) == ["request_turn", "mcp"])
        guard case .value(let tools) = stage.peer("scout")?.configuration.tools,
            case .other(let json) = tools.last
        else {
            Issue.record("there is no such tool")
            return
        }
        #expect(
            json == [
                "type": "mcp", "server_label": "books", "server_url": "https://mcp.example.com/mcp",
                "headers": ["X-Key": "k"], "allowed_tools": ["find"], "require_approval": "never",
            ])
    }

    @Test(arguments: [true, false])
    func `a vendor's call is told, waited for, and its result spoken about`(ok: Bool) throws {
        let stage = Stage()
        stage.vendorServers["scout"] = ["books"]
        stage.join(reader)
        stage.call("ana")
        stage.run(for: .seconds(1))
        var asking = Script("Let me see.", .milliseconds(600))
        asking.vendorCall = VendorCallScript(
            name: "find", arguments: #"{"q": 1}"#, duration: .seconds(20), output: ok ? "here" : nil)
        stage.script("scout", asking, Script("Here it is."))
        stage.say("ana", "Hey Scout, where is it?")
        stage.run(for: .seconds(22))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.transcript.last == "scout: Let me see. Here it is.")
        let returned: [Bool] = stage.events {
            if case .toolReturned("scout", _, "find", let ok, let time) = $0, time == .seconds(20) {
                ok
            } else {
                nil
            }
        }
        #expect(returned == [ok])
        let called: [String] = stage.events {
            if case .toolCalled(_, _, _, let arguments) = $0 { arguments } else { nil }
        }
        #expect(called == [#"{"q": 1}"#])
        stage.breakOff("scout")
        stage.finish()
        stage.say("ana", "Scout, again?")
        stage.finish()
        let expected = ok ? [#"[Result of your earlier call find {"q": 1}] here"#] : []
        #expect(stage.peer("scout")?.earlierResults == expected)
    }

    @Test func `a caller may cut in while a vendor's tool runs`() {
        let stage = Stage()
        stage.vendorServers["scout"] = ["books"]
        stage.join(reader)
        stage.join(Cast.nova)
        stage.call("ana")
        stage.run(for: .seconds(1))
        var asking = Script("Let me see.", .milliseconds(600))
        asking.vendorCall = VendorCallScript(
            name: "find", arguments: "{}", duration: .seconds(5), output: "here")
        stage.script("scout", asking)
        stage.say("ana", "Hey Scout, where is it?")
        stage.run(untilHeard: "scout", .milliseconds(600))
        stage.say("ana", "Nova, what about you?")
        stage.finish()
        #expect(stage.endings == ["scout interrupted", "nova completed"])
        #expect(stage.requests("scout").count == 1)
    }

    @Test func `an agent whose vendor calls tools by itself is never guessed`() {
        let stage = Stage(hearing: .audio)
        stage.vendorServers["scout"] = ["books"]
        stage.join(reader)
        stage.call("ana")
        stage.run(for: .seconds(1))
        stage.say("ana", "Hey Scout, where is it?")
        stage.finish()
        #expect(stage.notes.isEmpty)
        #expect(stage.endings == ["scout completed"])
    }

    private func vendorCalling(_ call: VendorCallScript) -> Stage {
        let stage = Stage()
        stage.vendorServers["scout"] = ["books"]
        stage.join(reader)
        stage.call("ana")
        stage.run(for: .seconds(1))
        var asking = Script("Let me see.", .milliseconds(600))
        asking.vendorCall = call
        stage.script("scout", asking, Script("Here it is."))
        return stage
    }

    private func rotations(_ stage: Stage) -> Int {
        stage.notes.count { $0.note == .sessionRotated(.agent("scout")) }
    }

    private func returned(_ stage: Stage) -> [Bool] {
        stage.events { if case .toolReturned("scout", _, _, let ok, _) = $0 { ok } else { nil } }
    }

    @Test(arguments: ["here", nil] as [String?])
    func `a session rotates after a vendor's call, however that ended`(output: String?) throws {
        let call = VendorCallScript(
            name: "find", arguments: "{}", duration: .milliseconds(300), output: output)
        let stage = Stage(settings: Stage.settings)
        stage.sessionLength = .seconds(20)
        stage.vendorServers["scout"] = ["books"]
        stage.call("ana")
        stage.join(reader)
        stage.run(for: .milliseconds(200))
        var asking = Script("Let me see.", .milliseconds(600))
        asking.vendorCall = call
        stage.script("scout", asking, Script("Here it is."))
        stage.say("ana", "Hey Scout, where is it?")
        stage.run(for: .seconds(60))
        #expect(!stage.statuses(of: "scout").contains(.reconnecting))
        let rotation = try #require(stage.notes.first { $0.note == .sessionRotated(.agent("scout")) }).at
        // Before the server's end, not because of it.
        #expect(RoomTime.zero.duration(to: rotation) < .seconds(18))
        #expect(toolNames(stage) == ["request_turn", "mcp"])
    }

    @Test func `a vendor's call whose session is lost has failed`() {
        let stage = vendorCalling(
            VendorCallScript(name: "find", arguments: "{}", duration: .seconds(5), output: "here"))
        stage.say("ana", "Hey Scout, where is it?")
        stage.run(untilHeard: "scout", .milliseconds(600))
        stage.run(for: .milliseconds(500))
        #expect(returned(stage) == [])
        stage.breakOff("scout")
        stage.finish()
        #expect(returned(stage) == [false])
        stage.say("ana", "Scout, and now?")
        stage.finish()
        // What was said before the call was heard.
        #expect(stage.endings == ["scout interrupted", "scout completed"])
    }

    @Test func `a session that takes over is offered what was found meanwhile`() {
        let stage = Stage(settings: Stage.settings)
        stage.sessionLength = .seconds(20)
        stage.call("ana")
        stage.join(reader)
        stage.run(for: .seconds(2))
        stage.handle(.toolsFound(participantID: participant(stage), [find]))
        stage.run(for: .seconds(60))
        #expect(rotations(stage) >= 2)
        #expect(toolNames(stage) == ["request_turn", "find"])
        #expect(!stage.statuses(of: "scout").contains(.reconnecting))
    }

    @Test(arguments: [.zero, .milliseconds(300)] as [Duration], [1, 2])
    func `a vendor's call is told once, whether it ends within the response or after it`(
        duration: Duration, copies: Int
    ) {
        let stage = vendorCalling(
            VendorCallScript(
                name: "find", arguments: "{}", duration: duration, output: "here", copies: copies))
        stage.say("ana", "Hey Scout, where is it?")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.transcript.last == "scout: Let me see. Here it is.")
        #expect(returned(stage) == [true])
        #expect(stage.requests("scout").count == 2)
        let deletions = stage.peer("scout")?.sent.filter {
            if case .itemDelete = $0.event { true } else { false }
        }
        #expect(deletions?.isEmpty == true)
    }

    @Test func `a vendor that cannot read a server's tools is told of, by the server's name`() throws {
        let stage = Stage()
        stage.vendorServers["scout"] = ["books"]
        stage.join(reader)
        stage.run(for: .seconds(1))
        let link = try #require(stage.peer("scout")).link
        let list: JSON = ["type": "mcp_list_tools", "server_label": "books", "tools": []]
        stage.handle(.linkReceived(link, .itemAdded(Item(id: "mcpl_1", body: .other(list)), after: nil)))
        stage.handle(.linkReceived(link, .mcpListTools("mcpl_1", .inProgress)))
        stage.handle(.linkReceived(link, .mcpListTools("mcpl_1", .failed)))
        stage.handle(.linkReceived(link, .mcpListTools("mcpl_9", .failed)))
        let told: [String] = stage.events {
            if case .error(let fault) = $0, fault.code == "mcp_unavailable" { fault.detail } else { nil }
        }
        #expect(told.count == 2 && told.first?.contains("“books”") == true)
        #expect(stage.statuses(of: "scout") == [.joining, .joined])
    }

    @Test(arguments: [(100, 2), (2_000, 3)])
    func `a filler of the server's bridges its tools when they are slow`(milliseconds: Int, responses: Int) {
        var reader = reader
        reader.mcp[0].filler = "One moment."
        let stage = Stage(agents: [reader])
        stage.handle(.toolsFound(participantID: participant(stage), [find]))
        stage.tools["find"] = (.milliseconds(milliseconds), #"{"result": "here"}"#, true)
        stage.script("scout", .call("find", "{}"), Script("Said."), Script("Here."))
        stage.say("ana", "Hey Scout, where is it?")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        let asked = stage.requests("scout").map {
            $0.parameters.instructions?.contains("One moment.") == true
        }
        #expect(asked == [false] + Array(repeating: true, count: responses - 2) + [false])
    }
}
