import JSONValues
import Service

extension Readers {
    static let mcpWords = [
        "\n", ".\n", "~\n", "!404\n", "!401\n", "!500 ", "+{}\n", "\"id\":\"$\"", "\"id\":1", "\"result\":{",
        "\"error\":{\"code\":", "-32020", "-32022", "\"method\":\"ping\"", "\"nextCursor\":\"a\"",
        "\"inputSchema\":{\"type\":\"object\"}", "\"x-mcp-header\":\"A\"", "\"properties\":{",
        "\"protocolVersion\":",
        "\"tools\":[", "\"content\":[", "null", "{", "}", "[", "]", "\\r\\n", "2026-07-28", "2025-11-25",
    ]

    /// A server's side of a conversation, a line for each thing it does, told to a client that calls tools meanwhile:
    /// `{…}` a message (`"$"` is the id of the exchange), `.` the end of an answer, `!404 {…}` a status, `~` no connection
    /// any more, `+{…}` the agent's next call.
    @Sendable static func mcp(_ bytes: [UInt8]) -> String? {
        var conversation = MCPConversation()
        conversation.take(conversation.session.start())
        for line in bytes.split(separator: UInt8(ascii: "\n")).prefix(200) {
            conversation.tell(line)
            if let complaint = conversation.complaint { return complaint }
        }
        return conversation.finish()
    }
}

/// A client's session, and what it may never do.
private struct MCPConversation {
    var session = MCPSession()
    /// Exchanges that have not ended, the youngest last.
    private var open: [Int] = []
    private var calls = 0
    private var answers: [String: Int] = [:]
    private var found = 0
    private var failed = 0
    private(set) var complaint: String?

    mutating func tell(_ line: ArraySlice<UInt8>) {
        let rest = line.dropFirst()
        if line.first == UInt8(ascii: "+") { return call((try? JSON(parsing: Array(rest))) ?? [:]) }
        guard let token = open.last else { return call([:]) }
        switch line.first {
        case UInt8(ascii: "."): end(.complete, token)
        case UInt8(ascii: "~"): end(.unreachable("gone"), token)
        case UInt8(ascii: "!"):
            let parts = String(decoding: rest, as: UTF8.self).split(separator: " ", maxSplits: 1)
            let status = parts.first.flatMap { Int($0) } ?? 500
            end(.refused(status: status, parts.count == 2 ? try? JSON(parsing: parts[1]) : nil), token)
        default:
            guard var message = try? JSON(parsing: Array(line)) else {
                return end(.unreachable("what it says is no JSON"), token)
            }
            if message["id"] == "$" { message["id"] = .integer(token) }
            take(session.received(message, on: token, session: "s-\(token)"))
        }
    }

    private mutating func call(_ arguments: JSON) {
        calls += 1
        take(session.call("c\(calls)", "look_up", arguments))
    }

    private mutating func end(_ ending: MCPSession.Ending, _ token: Int) {
        open.removeAll { $0 == token }
        take(session.ended(ending, token))
    }

    mutating func take(_ actions: [MCPSession.Action]) {
        for action in actions {
            switch action {
            case .post(let message):
                open.append(message.token)
                check(message.headers)
                if (try? JSON(parsing: message.body.utf8)) == nil { complaint = "posts what is no JSON" }
            case .delete(let headers): check(headers)
            case .found: found += 1
            case .failed: failed += 1
            case .returned(let callID, _): answers[callID, default: 0] += 1
            }
        }
        if found + failed > 1 { complaint = "tools found \(found) times, failed \(failed) times" }
        if actions.count > calls + 2 { complaint = "\(actions.count) actions at once, of \(calls) calls" }
        if answers.values.contains(where: { $0 > 1 }) { complaint = "a call is answered twice" }
    }

    private mutating func check(_ headers: [MCPSession.Header]) {
        for header in headers where (header.name + header.value).utf8.contains(where: { $0 < 32 && $0 != 9 })
        {
            complaint = "a header that breaks out of its line: \(header)"
        }
    }

    /// Nobody answers any more: every call has its one answer in the end.
    mutating func finish() -> String? {
        for _ in 0..<1_000 {
            guard let token = open.last else { break }
            end(.unreachable("gone"), token)
        }
        if let complaint { return complaint }
        guard open.isEmpty else { return "posts without end" }
        return answers.count == calls ? nil : "\(answers.count) of \(calls) calls are answered"
    }
}
