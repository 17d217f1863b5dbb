package import JSONValues

// What a server says, and what follows from it.

extension MCPSession {
    /// A message of the server's, in answer to the exchange `token`.
    package mutating func received(_ message: JSON, on token: Int, session: String?) -> [Action] {
        if let method = message["method"]?.stringValue { return asked(method, message["id"]) }
        guard message["id"] == .integer(token) || message["id"] == .string(String(token)) else { return [] }
        if let result = message["result"] { return answered(result, token, session) }
        return refused(MCPFault(message["error"] ?? .null), token, status: nil)
    }

    package mutating func ended(_ ending: Ending, _ token: Int) -> [Action] {
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

/// A JSON-RPC error.
struct MCPFault {
    let code: Int?
    let message: String?
    let supported: [String]

    /// A sentence or two: it is told in events and to models.
    private static let maxMessageLength = 300

    init(_ json: JSON) {
        code = json["code"]?.integerValue
        message = json["message"]?.stringValue.map { String($0.prefix(Self.maxMessageLength)) }
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
