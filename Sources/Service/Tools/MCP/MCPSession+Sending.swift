import JSONValues

// What a server is sent: JSON-RPC, with the headers of the revision that it speaks.

extension MCPSession {
    mutating func initialize() -> [Action] {
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
    mutating func list(_ era: Era, cursor: String? = nil) -> [Action] {
        guard !hasTools else { return beReady(era) }
        let token = mint()
        state = .listing(token, era)
        let parameters: [(String, JSON?)] = [("cursor", cursor.map(JSON.string))]
        return [.post(request(token, "tools/list", parameters, era))]
    }

    mutating func beReady(_ era: Era) -> [Action] {
        state = .ready(era)
        let due = waiting
        waiting = []
        return due.map { post($0, era) }
    }

    mutating func post(_ call: Call, _ era: Era) -> Action {
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

    func request(
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

    static func headers(_ era: Era) -> [Header] {
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

    mutating func mint() -> Int {
        lastToken += 1
        return lastToken
    }
}
