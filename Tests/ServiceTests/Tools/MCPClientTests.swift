import HTTPTypes
import JSONValues
import Networking
import Personas
import Realtime
import Rooms
import TestMaterial
import Testing

@testable import Service

/// MCP servers of few words over real sockets, and one agent's way to them.
private actor Library {
    nonisolated let reactor: Reactor
    nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }
    private var shelves: [Shelf] = []
    private var servers: [HTTPServer] = []
    private var tools: RemoteTools?
    private(set) var offers: [ToolOffer] = []
    private(set) var failures: [String] = []

    init() throws { reactor = try Reactor.start(name: "library") }

    /// - Returns: Its URL.
    func open(tools: [JSON], _ manner: Shelf.Manner = .json) throws -> String {
        let shelf = Shelf(tools, manner)
        let server = try HTTPServer.listen(on: reactor, host: "127.0.0.1", port: 0, delegate: shelf)
        shelves.append(shelf)
        servers.append(server)
        return "http://127.0.0.1:\(server.port)/mcp"
    }

    func reach(_ servers: [Persona.MCPServer], own: [Persona.Tool] = []) {
        let tools = RemoteTools(Persona(id: "scout", name: "Scout", tools: own, instructions: "Hi"), "pa_1")
        tools.onOffers = { [unowned self] offers in assumeIsolated { $0.offers = offers } }
        tools.onFailed = { [unowned self] server, reason in
            assumeIsolated { $0.failures.append("\(server): \(reason)") }
        }
        self.tools = tools
        tools.reach(servers, on: reactor)
    }

    func call(_ name: String, _ arguments: String = "{}") async throws -> ToolOutput {
        let tools = try #require(tools)
        let arguments = try #require(ToolArguments(arguments))
        return await withCheckedContinuation { continuation in
            tools.call(name, callID: "call_1", arguments: arguments) { continuation.resume(returning: $0) }
        }
    }

    func leave() { tools?.close() }
    func heard(at shelf: Int) -> [Shelf.Request] { shelves[shelf].requests }

    func settle(_ count: Int = 1) async {
        _ = await holds { !offers.isEmpty || failures.count >= count }
    }

    func settle(offers count: Int) async {
        _ = await holds { offers.count >= count }
    }

    func close() async { await reactor.stop() }
}

/// One MCP server of the current revision.
private final class Shelf: HTTPServerDelegate {
    enum Manner: Sendable {
        case json, stream
        /// Answers everything so.
        case refuse(HTTPResponse.Status)
        /// The results of calls.
        case result(JSON)
        /// Calls are never answered.
        case silent
    }

    struct Request: Sendable {
        let method: String
        let headers: HTTPFields
        let body: JSON
    }

    let tools: [JSON]
    let manner: Manner
    private(set) var requests: [Request] = []
    private var kept: [HTTPExchange] = []

    init(_ tools: [JSON], _ manner: Manner) { (self.tools, self.manner) = (tools, manner) }

    func received(_ exchange: HTTPExchange) {
        let body = (try? JSON(parsing: exchange.body)) ?? .null
        let method = body["method"]?.stringValue ?? ""
        requests.append(Request(method: method, headers: exchange.request.headerFields, body: body))
        if case .refuse(let status) = manner {
            var head = HTTPResponse(status: status)
            head.headerFields[.location] = "/elsewhere"
            return exchange.respond(head)
        }
        if case .silent = manner, method == "tools/call" { return kept.append(exchange) }
        let message: JSON = ["jsonrpc": "2.0", "id": body["id"] ?? .null, "result": result(of: method, body)]
        var head = HTTPResponse(status: .ok)
        guard case .stream = manner else {
            head.headerFields[.contentType] = "application/json"
            return exchange.respond(head, body: message.utf8)
        }
        head.headerFields[.contentType] = "text/event-stream"
        let news = #"{"jsonrpc":"2.0","method":"notifications/progress","params":{}}"#
        exchange.respond(head, body: Array("data: \(news)\n\nevent: message\ndata: \(message.text)\n\n".utf8))
    }

    private func result(of method: String, _ body: JSON) -> JSON {
        switch method {
        case "server/discover": return ["supportedVersions": ["2026-07-28"]]
        case "tools/list": return ["tools": .array(tools)]
        default:
            if case .result(let result) = manner { return result }
            let name = body["params"]?["name"] ?? .null
            return ["structuredContent": ["called": name, "with": body["params"]?["arguments"] ?? .null]]
        }
    }

    func upgradeRequested(_ request: HTTPRequest, from address: String) -> UpgradeDecision {
        .refuse(HTTPResponse(status: .notFound), body: [])
    }
}

private func tool(_ name: String, _ description: String = "") -> JSON {
    ["name": .string(name), "description": .string(description), "inputSchema": ["type": "object"]]
}

private func server(_ name: String, _ url: String, allowed: [String]? = nil) -> Persona.MCPServer {
    Persona.MCPServer(
        name: name, url: ExpandedText(written: url, value: url),
        headers: [Persona.HTTPCall.Header(name: "X-Key", value: "sesame")], allowedTools: allowed)
}

@Suite struct MCPClientTests {
    @Test(arguments: [false, true])
    func `what is allowed is found and called, under the name the server gave it`(streams: Bool) async throws
    {
        let library = try Library()
        let url = try await library.open(
            tools: [tool("find.book", "Finds."), tool("burn")], streams ? .stream : .json)
        await library.reach([server("books", url, allowed: ["find.book"])])
        await library.settle()
        #expect(await library.offers.map(\.name) == ["find_book"])
        #expect(await library.offers.map(\.description) == ["Finds."])
        let output = try await library.call("find_book", #"{"q": "x"}"#)
        #expect(output == ToolOutput(text: #"{"called":"find.book","with":{"q":"x"}}"#, ok: true))
        let heard = await library.heard(at: 0)
        #expect(heard.map(\.method) == ["server/discover", "tools/list", "tools/call"])
        let key = try #require(HTTPField.Name("X-Key"))
        #expect(heard.allSatisfy { $0.headers[key] == "sesame" })
        #expect(await library.failures.isEmpty)
        await library.close()
    }

    @Test func `names that are taken get their server's before them`() async throws {
        let library = try Library()
        let first = try await library.open(tools: [tool("find"), tool("request_turn"), tool("look")])
        let second = try await library.open(tools: [tool("look")])
        let own = Persona.Tool(
            name: "find", description: "", parameters: "{}", http: .init(url: "http://tools.example"))
        await library.reach([server("a", first), server("b", second)], own: [own])
        await library.settle(offers: 4)
        let names = await library.offers.map(\.name)
        #expect(Set(names).count == 4)
        #expect(names.contains("a_find") && names.contains("a_request_turn") && names.contains("look"))
        #expect(names.contains("a_look") != names.contains("b_look"))
        await library.close()
    }

    @Test(arguments: [302, 401, 500])
    func `a server that cannot be used is told of without its secrets, and not followed elsewhere`(
        status: Int
    ) async throws {
        let library = try Library()
        let url = try await library.open(tools: [], .refuse(.init(code: status)))
        await library.reach([server("books", url + "?key=sesame")])
        await library.settle()
        let failure = try #require(await library.failures.first)
        #expect(failure.hasPrefix("books: ") && failure.contains("\(status)"))
        #expect(!failure.contains("sesame"))
        let methods = await library.heard(at: 0).map(\.method)
        #expect(methods == (status == 500 ? ["server/discover", "initialize"] : ["server/discover"]))
        await library.close()
    }

    @Test func `tools that nobody could read are left out, and those that are missing are named`()
        async throws
    {
        let library = try Library()
        let long = String(repeating: "x", count: 30 << 10)
        let url = try await library.open(tools: [
            tool("a", long), tool("b", long), tool("c", long), tool("d"),
        ])
        await library.reach([server("books", url, allowed: ["a", "b", "c", "d", "e"])])
        await library.settle(offers: 3)
        #expect(await library.offers.map(\.name) == ["a", "b", "d"])
        let failures = await library.failures.joined(separator: " ")
        #expect(failures.contains("no tool called e") && failures.contains("1 tools are left out"))
        await library.close()
    }

    @Test func `a result that is too long is none`() async throws {
        let library = try Library()
        let long = JSON.string(String(repeating: "x", count: 40 << 10))
        let url = try await library.open(
            tools: [tool("find")], .result(["content": [["type": "text", "text": long]]]))
        await library.reach([server("books", url)])
        await library.settle()
        let output = try await library.call("find")
        #expect(!output.ok && output.text.contains("too long"))
        await library.close()
    }

    @Test func `a call that runs when its agent goes is answered for it`() async throws {
        let library = try Library()
        let url = try await library.open(tools: [tool("find")], .silent)
        await library.reach([server("books", url)])
        await library.settle()
        async let output = library.call("find")
        #expect(await holds { await library.heard(at: 0).count >= 3 })
        await library.leave()
        #expect(try await !output.ok)
        await library.close()
    }

    @Test(arguments: [
        ("https://mcp.example.com/mcp", "wss://api.openai.com/v1/realtime?model=m", true),
        ("https://mcp.example.com:8443/mcp", "wss://eu.api.openai.com/v1/realtime", true),
        ("http://mcp.example.com/mcp", "wss://api.openai.com/v1/realtime", false),
        ("https://localhost/mcp", "wss://api.openai.com/v1/realtime", false),
        ("https://tools.internal/mcp", "wss://api.openai.com/v1/realtime", false),
        ("https://10.0.0.7/mcp", "wss://api.openai.com/v1/realtime", false),
        ("https://[::1]/mcp", "wss://api.openai.com/v1/realtime", false),
        ("https://mcp.example.com/mcp", "wss://api.x.ai/v1/realtime", false),
        ("https://mcp.example.com/mcp", "wss://api.openai.com.evil.example/v1/realtime", false),
        ("https://mcp.example.com/mcp", "ws://127.0.0.1:9/v1/realtime", false),
    ])
    func `only a vendor that calls MCP servers is given those it can reach`(
        server url: String, vendor: String, isPassedOn: Bool
    ) {
        #expect(server("books", url).isCalled(by: ServerProfile.of(url: vendor)) == isPassedOn)
    }
}
