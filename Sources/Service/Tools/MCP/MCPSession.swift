import JSONValues

/// A client's conversation with one MCP server over streamable HTTP, as a value: messages in, actions out.
///
///       start ─ server/discover ──► modern (2026-07-28) ─────────────► tools/list … ─► ready
///                     │                                                     ▲            │
///                     └► legacy (2025-11-25 and before): initialize ─ initialized ┘   ◄──┘ 404: its session is over
///
/// The current revision has no handshake and no sessions: every request says what it speaks. A server that does
/// not know it answers `server/discover` with anything but a modern error, and is then spoken to as servers were
/// until 2025-11-25, with a handshake and perhaps an `Mcp-Session-Id`.
struct MCPSession: Sendable {
    /// A message to be posted, and the headers that it needs beside the persona's own.
    struct Outgoing: Equatable, Sendable {
        /// Names the exchange; also the id of a request.
        let token: Int
        let headers: [Header]
        let body: JSON
        let isCall: Bool
    }

    struct Header: Equatable, Sendable {
        let name: String
        let value: String
    }

    enum Action: Equatable, Sendable {
        case post(Outgoing)
        /// Tell the server that its session is over: `DELETE`.
        case delete([Header])
        /// All of its tools, once.
        case found([MCPTool])
        /// There will be no tools; why, for people.
        case failed(String)
        case returned(callID: String, ToolOutput)
    }

    /// How an exchange ended.
    enum Ending: Equatable, Sendable {
        case complete
        /// A status that is no success, and the body if it was JSON.
        case refused(status: Int, JSON?)
        case unreachable(String)
    }

    private enum Era: Equatable, Sendable {
        case modern
        case legacy(version: String, session: String?)
    }

    private enum State: Equatable, Sendable {
        case idle
        case discovering(Int)
        case initializing(Int)
        /// `notifications/initialized` is on its way.
        case confirming(Int, Era)
        case listing(Int, Era)
        case ready(Era)
        case over
    }

    private struct Call: Equatable, Sendable {
        let callID: String
        let name: String
        let arguments: JSON
        var isRetry = false
    }

    static let modernVersion = "2026-07-28"
    static let legacyVersions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]
    /// More than any model can choose from; a server that has no last page is left there.
    static let maxToolCount = 256
    private static let maxPageCount = 32

    private var state = State.idle
    private var lastToken = 0
    private var tools: [MCPTool] = []
    private var pageCount = 0
    private var hasTools = false
    private var calls: [(token: Int, call: Call)] = []
    /// Until the session stands again.
    private var waiting: [Call] = []

    init() {}

    mutating func start() -> [Action] {
        guard case .idle = state else { return [] }
        let token = mint()
        state = .discovering(token)
        return [.post(request(token, "server/discover", [], .modern))]
    }

    mutating func call(_ callID: String, _ name: String, _ arguments: JSON) -> [Action] {
        let call = Call(callID: callID, name: name, arguments: arguments)
        guard case .ready(let era) = state else {
            if case .over = state {
                return [.returned(callID: callID, .failure("The tool's server is not available."))]
            }
            waiting.append(call)
            return []
        }
        return [post(call, era)]
    }

    /// The agent is gone. Calls under way are dropped.
    mutating func close() -> [Action] {
        let era: Era? =
            switch state {
            case .confirming(_, let era), .listing(_, let era), .ready(let era): era
            case .idle, .discovering, .initializing, .over: nil
            }
        state = .over
        calls = []
        waiting = []
        guard case .legacy(_, .some) = era, let era else { return [] }
        return [.delete(Self.headers(era))]
    }

    /// Whether the exchange still owes an answer.
    func awaits(_ token: Int) -> Bool {
        calls.contains { $0.token == token } || step == token
    }

    /// The exchange that sets the session up.
    private var step: Int? {
        switch state {
        case .discovering(let token), .initializing(let token), .confirming(let token, _),
            .listing(let token, _):
            token
        case .idle, .ready, .over: nil
        }
    }
}

// MARK: - What comes in

extension MCPSession {
    /// A message of the server's, in answer to the exchange `token`.
    mutating func received(_ message: JSON, on token: Int, session: String?) -> [Action] {
        if let method = message["method"]?.stringValue { return asked(method, message["id"]) }
        guard message["id"] == .integer(token) || message["id"] == .string(String(token)) else { return [] }
        if let result = message["result"] { return answered(result, token, session) }
        return refused(MCPFault(message["error"] ?? .null), token, status: nil)
    }

    mutating func ended(_ ending: Ending, _ token: Int) -> [Action] {
        if case .confirming(token, let era) = state, ending == .complete { return list(era) }
        guard awaits(token) else { return [] }
        switch ending {
        case .complete: return lost("it ended its answer before it was complete", token)
        case .unreachable(let reason): return lost(reason, token)
        case .refused(let status, let json):
            return refused(MCPFault(json?["error"] ?? .null), token, status: status)
        }
    }

    /// Servers of the past may ask something back. Nobody here can be asked, but a ping is answered.
    private mutating func asked(_ method: String, _ id: JSON?) -> [Action] {
        guard let id, !id.isNull, let era, case .legacy = era else { return [] }
        let answer: JSON =
            method == "ping"
            ? ["jsonrpc": "2.0", "id": id, "result": [:]]
            : ["jsonrpc": "2.0", "id": id, "error": ["code": -32601, "message": "Method not found"]]
        return [.post(Outgoing(token: mint(), headers: Self.headers(era), body: answer, isCall: false))]
    }

    private var era: Era? {
        switch state {
        case .confirming(_, let era), .listing(_, let era), .ready(let era): era
        case .idle, .discovering, .initializing, .over: nil
        }
    }

    private mutating func answered(_ result: JSON, _ token: Int, _ session: String?) -> [Action] {
        switch state {
        case .discovering(token):
            let versions = result["supportedVersions"]?.arrayValue ?? []
            return versions.contains(.string(Self.modernVersion)) ? list(.modern) : initialize()
        case .initializing(token):
            guard let version = result["protocolVersion"]?.stringValue, Self.legacyVersions.contains(version)
            else { return fail("it speaks no revision of MCP that Parley knows") }
            let era = Era.legacy(version: version, session: session)
            let token = mint()
            state = .confirming(token, era)
            let body: JSON = ["jsonrpc": "2.0", "method": "notifications/initialized"]
            return [.post(Outgoing(token: token, headers: Self.headers(era), body: body, isCall: false))]
        case .listing(token, let era): return listed(result, era)
        case .idle, .discovering, .initializing, .confirming, .listing, .ready, .over: break
        }
        guard let place = calls.firstIndex(where: { $0.token == token }) else { return [] }
        let call = calls.remove(at: place).call
        return [.returned(callID: call.callID, ToolOutput(mcp: result))]
    }

    private mutating func listed(_ result: JSON, _ era: Era) -> [Action] {
        pageCount += 1
        tools += (result["tools"]?.arrayValue ?? []).compactMap(MCPTool.init)
        tools = Array(tools.prefix(Self.maxToolCount))
        if let cursor = result["nextCursor"]?.stringValue, !cursor.isEmpty,
            tools.count < Self.maxToolCount, pageCount < Self.maxPageCount
        {
            return list(era, cursor: cursor)
        }
        hasTools = true
        return [.found(tools)] + beReady(era)
    }

    private mutating func refused(_ fault: MCPFault, _ token: Int, status: Int?) -> [Action] {
        let reason =
            fault.message ?? status.map { "it answered with status \($0)" } ?? "it answered with an error"
        switch state {
        case .discovering(token):
            if fault.isModern(speaking: Self.legacyVersions) || Self.isNoVerdict(status) {
                return fail(reason)
            }
            return initialize()
        case .confirming(token, let era):
            // The notification is a courtesy; servers that dislike it go on all the same.
            return list(era)
        case .initializing(token), .listing(token, _): return fail(reason)
        case .idle, .discovering, .initializing, .confirming, .listing, .ready, .over: break
        }
        guard let place = calls.firstIndex(where: { $0.token == token }) else { return [] }
        var call = calls.remove(at: place).call
        if status == 404, case .ready(.legacy(_, .some)) = state, !call.isRetry {
            // The server has forgotten the session, and so cannot have done anything.
            call.isRetry = true
            waiting.append(call)
            return initialize()
        }
        if status == 404, !call.isRetry, case .initializing = state {
            call.isRetry = true
            waiting.append(call)
            return []
        }
        return [.returned(callID: call.callID, .failure("The tool failed: \(reason)."))]
    }

    /// Statuses that say nothing about what the server speaks: it wants a key, or is not well.
    private static func isNoVerdict(_ status: Int?) -> Bool {
        guard let status else { return false }
        return [401, 402, 403, 407, 429].contains(status) || status > 501 || (300..<400).contains(status)
    }

    private mutating func lost(_ reason: String, _ token: Int) -> [Action] {
        guard let place = calls.firstIndex(where: { $0.token == token }) else { return fail(reason) }
        let call = calls.remove(at: place).call
        let doubt = "It is not known whether the tool did what it was asked to."
        return [.returned(callID: call.callID, .failure("The tool did not answer: \(reason). \(doubt)"))]
    }

    private mutating func fail(_ reason: String) -> [Action] {
        state = .over
        let lost = waiting
        waiting = []
        let failure = ToolOutput.failure("The tool's server is not available: \(reason).")
        return (hasTools ? [] : [.failed(reason)]) + lost.map { .returned(callID: $0.callID, failure) }
    }
}

// MARK: - What goes out

extension MCPSession {
    private mutating func initialize() -> [Action] {
        let token = mint()
        state = .initializing(token)
        let version = Self.legacyVersions.first ?? ""
        let body: JSON = [
            "jsonrpc": "2.0", "id": .integer(token), "method": "initialize",
            "params": [
                "protocolVersion": .string(version), "capabilities": [:], "clientInfo": Self.clientInfo,
            ],
        ]
        return [.post(Outgoing(token: token, headers: [], body: body, isCall: false))]
    }

    /// Asked for once: a session that had to be made anew has the same tools.
    private mutating func list(_ era: Era, cursor: String? = nil) -> [Action] {
        guard !hasTools else { return beReady(era) }
        let token = mint()
        state = .listing(token, era)
        let parameters: [(String, JSON?)] = [("cursor", cursor.map(JSON.string))]
        return [.post(request(token, "tools/list", parameters, era))]
    }

    private mutating func beReady(_ era: Era) -> [Action] {
        state = .ready(era)
        let due = waiting
        waiting = []
        return due.map { post($0, era) }
    }

    private mutating func post(_ call: Call, _ era: Era) -> Action {
        let token = mint()
        calls.append((token, call))
        let tool = tools.first { $0.name == call.name }
        var headers: [Header] = []
        if era == .modern {
            headers = [Header(name: "Mcp-Name", value: MCPTool.headerValue(call.name))]
            headers += (tool?.headers(for: call.arguments) ?? []).map {
                Header(name: $0.name, value: $0.value)
            }
        }
        let parameters: [(String, JSON?)] = [("name", .string(call.name)), ("arguments", call.arguments)]
        return .post(request(token, "tools/call", parameters, era, headers, isCall: true))
    }

    private func request(
        _ token: Int, _ method: String, _ parameters: [(String, JSON?)], _ era: Era, _ more: [Header] = [],
        isCall: Bool = false
    ) -> Outgoing {
        var parameters = JSON.members(parameters)
        var headers = Self.headers(era)
        if era == .modern {
            parameters["_meta"] = Self.meta
            headers.append(Header(name: "Mcp-Method", value: method))
        }
        let body: JSON = [
            "jsonrpc": "2.0", "id": .integer(token), "method": .string(method), "params": parameters,
        ]
        return Outgoing(token: token, headers: headers + more, body: body, isCall: isCall)
    }

    private static func headers(_ era: Era) -> [Header] {
        switch era {
        case .modern: return [Header(name: "MCP-Protocol-Version", value: modernVersion)]
        case .legacy(let version, let session):
            let known = Header(name: "MCP-Protocol-Version", value: version)
            return [known] + (session.map { [Header(name: "Mcp-Session-Id", value: $0)] } ?? [])
        }
    }

    private static let clientInfo: JSON = ["name": "parley", "version": "1"]

    private static let meta: JSON = [
        "io.modelcontextprotocol/protocolVersion": .string(modernVersion),
        "io.modelcontextprotocol/clientInfo": clientInfo, "io.modelcontextprotocol/clientCapabilities": [:],
    ]

    private mutating func mint() -> Int {
        lastToken += 1
        return lastToken
    }
}

/// A JSON-RPC error.
private struct MCPFault {
    let code: Int?
    let message: String?
    let supported: [String]

    init(_ json: JSON) {
        code = json["code"]?.integerValue
        message = json["message"]?.stringValue
        supported = (json["data"]?["supported"]?.arrayValue ?? []).compactMap(\.stringValue)
    }

    /// Whether only a server of the current revision would say this, one that cannot be spoken to in any other.
    func isModern(speaking legacy: [String]) -> Bool {
        switch code {
        case -32020, -32021: true
        case -32022: !supported.contains { legacy.contains($0) }
        default: false
        }
    }
}
