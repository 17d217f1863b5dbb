import JSONValues
import Testing

@testable import Service

/// A server's side of one session: what it was sent, and what it says to it.
private struct Desk {
    var session = MCPSession()
    var posts: [MCPSession.Outgoing] = []
    var others: [MCPSession.Action] = []

    mutating func take(_ actions: [MCPSession.Action]) {
        for action in actions {
            if case .post(let outgoing) = action { posts.append(outgoing) } else { others.append(action) }
        }
    }

    mutating func start() { take(session.start()) }

    /// The latest post's method.
    var method: String? { posts.last?.body["method"]?.stringValue }

    func header(_ name: String) -> String? { posts.last?.headers.first { $0.name == name }?.value }

    mutating func answer(_ result: JSON, session id: String? = nil) {
        guard let token = posts.last?.token else { return }
        let message: JSON = ["jsonrpc": "2.0", "id": .integer(token), "result": result]
        take(session.received(message, on: token, session: id))
        take(session.ended(.complete, token))
    }

    mutating func refuse(_ status: Int, _ error: JSON? = nil) {
        guard let token = posts.last?.token else { return }
        let body: JSON? = error.map { ["jsonrpc": "2.0", "id": .integer(token), "error": $0] }
        take(session.ended(.refused(status: status, body), token))
    }

    mutating func accept() {
        guard let token = posts.last?.token else { return }
        take(session.ended(.complete, token))
    }

    static func tool(_ name: String) -> JSON { ["name": .string(name), "inputSchema": ["type": "object"]] }

    static let modern: JSON = ["resultType": "complete", "supportedVersions": ["2026-07-28", "2025-11-25"]]

    /// A modern server with one tool.
    static func ready() -> Desk {
        var desk = Desk()
        desk.start()
        desk.answer(modern)
        desk.answer(["tools": [tool("find")]])
        return desk
    }

    /// A server of 2025 with one tool.
    static func readyLegacy(session: String? = "s-1") -> Desk {
        var desk = Desk()
        desk.start()
        desk.refuse(400)
        desk.answer(["protocolVersion": "2025-06-18"], session: session)
        desk.accept()
        desk.answer(["tools": [tool("find")]])
        return desk
    }
}

@Suite struct MCPSessionTests {
    @Test func `a server of the current revision is asked without a handshake`() throws {
        var desk = Desk()
        desk.start()
        #expect(desk.method == "server/discover")
        desk.answer(Desk.modern)
        #expect(desk.method == "tools/list")
        #expect(desk.header("MCP-Protocol-Version") == "2026-07-28")
        #expect(desk.header("Mcp-Method") == "tools/list")
        #expect(desk.header("Mcp-Session-Id") == nil)
        let meta = try #require(desk.posts.last?.body["params"]?["_meta"])
        #expect(meta["io.modelcontextprotocol/protocolVersion"] == "2026-07-28")
        #expect(meta["io.modelcontextprotocol/clientCapabilities"] == [:])
        desk.answer(["tools": [Desk.tool("find")]])
        guard case .found(let tools) = desk.others.first else {
            Issue.record("nothing was found")
            return
        }
        #expect(tools.map(\.name) == ["find"])
        desk.take(desk.session.call("call_1", "find", ["q": "x"]))
        #expect(desk.method == "tools/call")
        #expect(desk.header("Mcp-Name") == "find")
        #expect(desk.posts.last?.body["params"]?["arguments"] == ["q": "x"])
        desk.answer(["content": [["type": "text", "text": "Here."]]])
        #expect(
            desk.others.last
                == .returned(callID: "call_1", ToolOutput(text: #"{"result":"Here."}"#, ok: true)))
        #expect(desk.session.close().isEmpty)
    }

    @Test(
        arguments: [
            (400, nil), (404, nil), (405, nil), (406, nil), (500, nil),
            (400, ["code": -32600, "message": "Missing session ID"]),
            (200, ["code": -32601, "message": "Method not found"]),
            (400, ["code": -32022, "message": "no", "data": ["supported": ["2025-11-25"]]]),
        ] as [(Int, JSON?)])
    func `a server that does not know the current revision is greeted as before`(
        status: Int, error: JSON?
    ) {
        var desk = Desk()
        desk.start()
        if status == 200, let token = desk.posts.last?.token {
            let message: JSON = ["jsonrpc": "2.0", "id": .integer(token), "error": error ?? .null]
            desk.take(desk.session.received(message, on: token, session: nil))
        } else {
            desk.refuse(status, error)
        }
        #expect(desk.method == "initialize")
        #expect(desk.posts.last?.body["params"]?["protocolVersion"] == "2025-11-25")
        desk.answer(["protocolVersion": "2025-06-18"], session: "s-1")
        #expect(desk.method == "notifications/initialized")
        #expect(desk.posts.last?.body["id"] == nil)
        #expect(desk.header("Mcp-Session-Id") == "s-1")
        desk.accept()
        #expect(desk.method == "tools/list")
        #expect(desk.header("Mcp-Session-Id") == "s-1")
        #expect(desk.header("MCP-Protocol-Version") == "2025-06-18")
        #expect(desk.header("Mcp-Method") == nil)
        #expect(desk.posts.last?.body["params"]?["_meta"] == nil)
    }

    @Test func `a server that answers the current revision's question, but not in it, is greeted as before`()
    {
        var desk = Desk()
        desk.start()
        desk.answer(["supportedVersions": ["2025-11-25"]])
        #expect(desk.method == "initialize")
    }

    @Test(
        arguments: [
            (401, nil), (403, nil), (429, nil), (503, nil), (302, nil),
            (400, ["code": -32022, "message": "no", "data": ["supported": ["2030-01-01"]]]),
            (400, ["code": -32020, "message": "Header mismatch"]),
        ] as [(Int, JSON?)])
    func `a server that refuses for another reason is not bothered again`(status: Int, error: JSON?) {
        var desk = Desk()
        desk.start()
        desk.refuse(status, error)
        #expect(desk.posts.count == 1)
        guard case .failed(let reason) = desk.others.first else {
            Issue.record("it did not fail")
            return
        }
        #expect(reason.contains(error?["message"]?.stringValue ?? "\(status)"))
    }

    @Test func `every page of tools is read, and a list without an end is left`() {
        var desk = Desk()
        desk.start()
        desk.answer(Desk.modern)
        desk.answer(["tools": [Desk.tool("a")], "nextCursor": "p2"])
        #expect(desk.posts.last?.body["params"]?["cursor"] == "p2")
        desk.answer(["tools": [Desk.tool("b"), ["name": "no schema"]]])
        guard case .found(let tools) = desk.others.first else { return }
        #expect(tools.map(\.name) == ["a", "b"])

        var endless = Desk()
        endless.start()
        endless.answer(Desk.modern)
        for page in 0..<100 where endless.others.isEmpty {
            endless.answer(["tools": [Desk.tool("t\(page)")], "nextCursor": "more"])
        }
        guard case .found(let some) = endless.others.first else {
            Issue.record("it reads for ever")
            return
        }
        #expect(some.count == 32)
    }

    @Test func `a session that the server has forgotten is made anew, and its call goes on, once`() {
        var desk = Desk.readyLegacy()
        desk.take(desk.session.call("call_1", "find", [:]))
        desk.refuse(404)
        #expect(desk.method == "initialize")
        desk.answer(["protocolVersion": "2025-06-18"], session: "s-2")
        desk.accept()
        #expect(desk.method == "tools/call")
        #expect(desk.header("Mcp-Session-Id") == "s-2")
        desk.refuse(404)
        guard case .returned("call_1", let output) = desk.others.last else {
            Issue.record("the call is lost")
            return
        }
        #expect(!output.ok)
        #expect(desk.others.filter { if case .found = $0 { true } else { false } }.count == 1)
    }

    @Test func `a call while the session is made anew waits, and is told if that fails`() {
        var desk = Desk.readyLegacy()
        desk.take(desk.session.call("call_1", "find", [:]))
        desk.refuse(404)
        desk.take(desk.session.call("call_2", "find", [:]))
        #expect(desk.method == "initialize")
        desk.refuse(503)
        let returned = desk.others.compactMap { action -> String? in
            if case .returned(let callID, let output) = action, !output.ok { callID } else { nil }
        }
        #expect(returned == ["call_1", "call_2"])
        desk.take(desk.session.call("call_3", "find", [:]))
        guard case .returned("call_3", _) = desk.others.last else {
            Issue.record("a call to nobody waits for ever")
            return
        }
    }

    @Test func `a legacy session is ended, a current one is none`() {
        var desk = Desk.readyLegacy()
        let headers = [("MCP-Protocol-Version", "2025-06-18"), ("Mcp-Session-Id", "s-1")].map {
            MCPSession.Header(name: $0.0, value: $0.1)
        }
        #expect(desk.session.close() == [.delete(headers)])
        #expect(desk.session.close().isEmpty)
        var stateless = Desk.readyLegacy(session: nil)
        #expect(stateless.session.close().isEmpty)
    }

    @Test func `a legacy server's questions are answered, so that it does not wait`() {
        var desk = Desk.readyLegacy()
        desk.take(desk.session.call("call_1", "find", [:]))
        let token = desk.posts.last?.token ?? 0
        let ping: JSON = ["jsonrpc": "2.0", "id": "s9", "method": "ping"]
        desk.take(desk.session.received(ping, on: token, session: nil))
        #expect(desk.posts.last?.body == ["jsonrpc": "2.0", "id": "s9", "result": [:]])
        let roots: JSON = ["jsonrpc": "2.0", "id": 8, "method": "roots/list"]
        desk.take(desk.session.received(roots, on: token, session: nil))
        #expect(desk.posts.last?.body["error"]?["code"] == -32601)
        let count = desk.posts.count
        let news: JSON = ["jsonrpc": "2.0", "method": "notifications/progress", "params": [:]]
        desk.take(desk.session.received(news, on: token, session: nil))
        #expect(desk.posts.count == count)
        #expect(desk.session.awaits(token))
    }

    @Test func `answers that end too early, errors and strangers' answers are told apart`() {
        var desk = Desk.ready()
        desk.take(desk.session.call("call_1", "find", [:]))
        let token = desk.posts.last?.token ?? 0
        let stranger: JSON = ["jsonrpc": "2.0", "id": 4_711, "result": [:]]
        #expect(desk.session.received(stranger, on: token, session: nil).isEmpty)
        let error: JSON = [
            "jsonrpc": "2.0", "id": .integer(token), "error": ["code": -32602, "message": "Unknown tool"],
        ]
        desk.take(desk.session.received(error, on: token, session: nil))
        #expect(
            desk.others.last == .returned(callID: "call_1", .failure("The tool failed: Unknown tool.")))
        #expect(desk.session.received(error, on: token, session: nil).isEmpty)
        desk.take(desk.session.call("call_2", "find", [:]))
        desk.accept()
        guard case .returned("call_2", let output) = desk.others.last else { return }
        #expect(output.text.contains("before it was complete"))
        #expect(output.text.contains("It is not known"))
    }
}
