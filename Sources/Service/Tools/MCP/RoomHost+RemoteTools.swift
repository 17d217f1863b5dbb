import FloorControl
import Networking
import Personas
import Realtime
import Rooms

// Tools on MCP servers: given to the vendor where it calls them itself, reached from here where it does not.

extension RoomHost {
    /// The session of this agent lives on a server of this kind: what its vendor does not call itself is looked
    /// for now, once per join.
    ///
    /// - Returns: The MCP servers that the vendor calls.
    func settleRemoteTools(of agent: Identity, on server: ServerProfile) -> [String] {
        guard let admission = admissions[agent], !admission.persona.mcp.isEmpty else { return [] }
        let theirs = admission.persona.mcp.filter { $0.isCalled(by: server) }
        let ours = admission.persona.mcp.filter { server in !theirs.contains { $0.name == server.name } }
        if !ours.isEmpty { toolset(of: admission).reach(ours, on: reactor) }
        return theirs.map(\.name)
    }

    private func toolset(of admission: AgentAdmission) -> RemoteTools {
        let participant = admission.participantID
        if let known = remoteTools[participant] { return known }
        let tools = RemoteTools(admission.persona, participant)
        tools.onOffers = { [weak self] offers in
            self?.assumeIsolated { $0.handle(.toolsFound(participantID: participant, offers)) }
        }
        let name = admission.persona.name
        tools.onFailed = { [weak self] server, reason in
            let detail = "\(name) cannot use all tools of the MCP server “\(server)”: \(reason)."
            self?.assumeIsolated { $0.tell(EventFault(code: "mcp_unavailable", detail: detail)) }
        }
        remoteTools[participant] = tools
        return tools
    }

    private func tell(_ fault: EventFault) {
        if !isClosed { tell(.error(fault)) }
    }

    /// The agent has left or failed, and with it whatever its tools were doing.
    func endRemoteTools(of participant: String) {
        remoteTools.removeValue(forKey: participant)?.close()
    }
}

extension Persona.MCPServer {
    /// Vendors that call MCP servers by themselves do so if they can reach them.
    func isCalled(by vendor: ServerProfile) -> Bool {
        guard vendor.remoteMCP, let host = Self.host(of: url.value) else { return false }
        return url.value.lowercased().hasPrefix("https://") && host.contains(".")
            && IPAddress(host) == nil && !Self.privateNames.contains { host.hasSuffix($0) }
    }

    private static let privateNames = [".local", ".localhost", ".internal", ".lan", ".home.arpa", ".test"]

    private static func host(of url: String) -> String? {
        guard let start = url.firstRange(of: "://")?.upperBound else { return nil }
        let authority = url[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return authority.prefix { $0 != ":" }.lowercased()
    }
}
