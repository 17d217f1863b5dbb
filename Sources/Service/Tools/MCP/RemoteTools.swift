import Networking
import Personas
import Realtime
import Rooms

/// The tools that one agent has on MCP servers which Parley reaches, from its join until it leaves.
final class RemoteTools {
    let participantID: String
    private let persona: Persona
    private var clients: [MCPClient] = []
    private var routes: [(offer: ToolOffer, client: MCPClient, tool: String)] = []
    var onOffers: (([ToolOffer]) -> Void)?
    /// Which server cannot be used, and why.
    var onFailed: ((_ server: String, _ reason: String) -> Void)?

    init(_ persona: Persona, _ participantID: String) {
        self.persona = persona
        self.participantID = participantID
    }

    /// Looks for the tools of these servers, each once per join.
    func reach(_ servers: [Persona.MCPServer], on reactor: Reactor) {
        for server in servers where !clients.contains(where: { $0.server.name == server.name }) {
            let client = MCPClient(server, on: reactor)
            clients.append(client)
            client.onFound = { [weak self, weak client] tools in
                if let self, let client { found(tools, client) }
            }
            client.onFailed = { [weak self] reason in self?.onFailed?(server.name, reason) }
            client.start()
        }
    }

    /// Names, descriptions and schemas of all tools that are offered: 64 KiB, some 16,000 tokens, half of the
    /// smallest context window among the models. Beyond that nothing would be left to talk in.
    static let maxByteCount = 64 << 10

    private func cost(of offers: [ToolOffer]) -> Int {
        offers.reduce(0) {
            $0 + $1.name.utf8.count + $1.description.utf8.count + $1.parameters.utf8.count
        }
    }

    func close() {
        onOffers = nil
        onFailed = nil
        for client in clients { client.close() }
        clients = []
        routes = []
    }

    func offers(_ name: String) -> Bool { routes.contains { $0.offer.name == name } }

    /// `done` is called once, later; also when the agent goes first.
    func call(
        _ name: String, callID: String, arguments: ToolArguments, _ done: @escaping (ToolOutput) -> Void
    ) {
        guard let route = routes.first(where: { $0.offer.name == name }) else { return }
        route.client.call(route.tool, callID: callID, arguments: arguments, done)
    }

    private func found(_ tools: [MCPTool], _ client: MCPClient) {
        let server = client.server
        var leftOut: [String] = []
        for tool in tools where server.allows(tool.name) {
            guard cost(of: routes.map(\.offer)) + tool.byteCount <= Self.maxByteCount else {
                leftOut.append(tool.name)
                continue
            }
            let offer = ToolOffer(
                name: freeName(for: tool.name, of: server.name), description: tool.description,
                parameters: tool.inputSchema.text, server: server.name)
            routes.append((offer, client, tool.name))
        }
        onOffers?(routes.map(\.offer))
        let missing = (server.allowedTools ?? []).filter { name in !tools.contains { $0.name == name } }
        if !missing.isEmpty {
            onFailed?(server.name, "it has no tool called \(missing.joined(separator: ", "))")
        }
        if !leftOut.isEmpty {
            onFailed?(
                server.name,
                "\(leftOut.count) tools are left out, because all together are longer than \(Self.maxByteCount) bytes; name those needed in 'allowed_tools'"
            )
        }
    }

    /// A name that the Realtime API takes and no other tool has. The persona's own tools keep theirs; one that is
    /// taken gets the server's name before it, and a number behind it if even that is taken.
    private func freeName(for name: String, of server: String) -> String {
        let taken = Set(
            persona.tools.map(\.name) + routes.map(\.offer.name) + ["request_turn"])
        let plain = Self.allowed(name)
        guard taken.contains(plain) else { return plain }
        let prefixed = Self.allowed("\(server)_\(name)")
        guard taken.contains(prefixed) else { return prefixed }
        let number = (2...).first { !taken.contains("\(prefixed.prefix(58))_\($0)") } ?? 2
        return "\(prefixed.prefix(58))_\(number)"
    }

    private static func allowed(_ name: String) -> String {
        String(
            name.unicodeScalars.prefix(64).map { scalar -> Character in
                let isAllowed =
                    scalar.isASCII && (Character(scalar).isLetter || Character(scalar).isNumber)
                    || scalar == "_" || scalar == "-"
                return isAllowed ? Character(scalar) : "_"
            })
    }
}
