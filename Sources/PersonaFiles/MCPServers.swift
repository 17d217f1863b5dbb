internal import Personas
internal import Yams

extension PersonaReader {
    mutating func readMCPServers(_ keys: Fields) -> [Persona.MCPServer] {
        guard let node = fields.node(keys, "mcp") else { return [] }
        let nodes: [Node] = if case .sequence(let sequence) = node { Array(sequence) } else { [node] }
        var servers: [Located<Persona.MCPServer>] = []
        for (index, node) in nodes.enumerated() {
            let usual = index == 0 ? "mcp" : "mcp_\(index + 1)"
            guard let server = readMCPServer(node, named: usual) else { continue }
            if let first = servers.first(where: { $0.value.name == server.name }) {
                fields.complain(
                    node.line,
                    "the MCP server '\(server.name)' is already there, on line \(first.line); rename one of them"
                )
            }
            servers.append(Located(server, node.line))
        }
        return servers.map(\.value)
    }

    private mutating func readMCPServer(_ node: Node, named usual: String) -> Persona.MCPServer? {
        let known = ["name", "url", "headers", "allowed_tools", "filler"]
        guard let server = fields.fields(node, of: "an MCP server", known: known) else { return nil }
        let name = fields.text(server, "name")
        if let name, !isLabel(name.value) {
            fields.complain(
                name.line,
                "'\(name.value)' is no name of an MCP server; use 1 to 32 letters, digits, '_' or '-', a letter first"
            )
        }
        let url = readURL(server, in: "an MCP server", of: "an MCP server")
        let headers = readHeaders(server)
        let complaints = mistakes.count
        let allowed = server.has("allowed_tools") ? fields.texts(server, "allowed_tools") : nil
        if let allowed, allowed.isEmpty, mistakes.count == complaints {
            fields.complain(
                server.line, "'allowed_tools' allows nothing; name some, or leave the key out to allow all")
        }
        let filler = fields.text(server, "filler")?.value
        guard let url else { return nil }
        return Persona.MCPServer(
            name: name?.value ?? usual, url: url, headers: headers, allowedTools: allowed?.map(\.value),
            filler: filler)
    }

    /// What OpenAI takes as the label of a server.
    private func isLabel(_ text: String) -> Bool {
        isToolName(text) && text.utf8.count <= 32 && text.first?.isLetter == true
    }
}
