package import JSONValues

/// A client's conversation with one MCP server over streamable HTTP, as a value: messages in, actions out.
///
///       start ─ server/discover ──► modern (2026-07-28) ─────────────► tools/list … ─► ready
///                     │                                                     ▲            │
///                     └► legacy (2025-11-25 and before): initialize ─ initialized ┘   ◄──┘ 404: its session is over
///
/// The current revision has no handshake and no sessions: every request says what it speaks. A server that does
/// not know it answers `server/discover` with anything but a modern error, and is then spoken to as servers were
/// until 2025-11-25, with a handshake and perhaps an `Mcp-Session-Id`.
package struct MCPSession: Sendable {
    /// A message to be posted, and the headers that it needs beside the persona's own.
    package struct Outgoing: Equatable, Sendable {
        /// Names the exchange; also the id of a request.
        package let token: Int
        package let headers: [Header]
        package let body: JSON
        let isCall: Bool
    }

    package struct Header: Equatable, Sendable {
        package let name: String
        package let value: String
    }

    package enum Action: Equatable, Sendable {
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
    package enum Ending: Equatable, Sendable {
        case complete
        /// A status that is no success, and the body if it was JSON.
        case refused(status: Int, JSON?)
        case unreachable(String)
    }

    enum Era: Equatable, Sendable {
        case modern
        case legacy(version: String, session: String?)
    }

    enum State: Equatable, Sendable {
        case idle
        case discovering(Int)
        case initializing(Int)
        /// `notifications/initialized` is on its way.
        case confirming(Int, Era)
        case listing(Int, Era)
        case ready(Era)
        case over
    }

    struct Call: Equatable, Sendable {
        let callID: String
        let name: String
        let arguments: JSON
        var isRetry = false
    }

    static let modernVersion = "2026-07-28"
    static let legacyVersions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]
    /// More than any model can choose from; a server that has no last page is left there.
    static let maxToolCount = 256
    static let maxPageCount = 32

    var state = State.idle
    var lastToken = 0
    var tools: [MCPTool] = []
    var pageCount = 0
    var hasTools = false
    var calls: [(token: Int, call: Call)] = []
    /// Until the session stands again.
    var waiting: [Call] = []

    package init() {}

    package mutating func start() -> [Action] {
        guard case .idle = state else { return [] }
        let token = mint()
        state = .discovering(token)
        return [.post(request(token, "server/discover", [], .modern))]
    }

    package mutating func call(_ callID: String, _ name: String, _ arguments: JSON) -> [Action] {
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
    var step: Int? {
        switch state {
        case .discovering(let token), .initializing(let token), .confirming(let token, _),
            .listing(let token, _):
            token
        case .idle, .ready, .over: nil
        }
    }
}
