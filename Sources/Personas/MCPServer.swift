extension Persona {
    /// A remote MCP server (Model Context Protocol, streamable HTTP) whose tools the agent may call.
    ///
    /// A vendor that runs such tools itself is given the server; everywhere else Parley reaches it.
    public struct MCPServer: Equatable, Sendable {
        /// Unique within the persona, `[A-Za-z][A-Za-z0-9_-]{0,31}`: the server's label, and the prefix of tools whose
        /// names are taken.
        public var name: String
        /// `http` or `https`.
        public var url: ExpandedText
        /// In the file's order; keys and tokens stand here.
        public var headers: [HTTPCall.Header]
        /// The tools the model may call, by their names on the server; `nil` allows all.
        public var allowedTools: [String]?
        /// What the agent says while one of these tools lets it wait, if Parley calls them.
        public var filler: String?

        public init(
            name: String, url: ExpandedText, headers: [HTTPCall.Header] = [], allowedTools: [String]? = nil,
            filler: String? = nil
        ) {
            self.name = name
            self.url = url
            self.headers = headers
            self.allowedTools = allowedTools
            self.filler = filler
        }

        public func allows(_ tool: String) -> Bool { allowedTools?.contains(tool) ?? true }
    }
}
