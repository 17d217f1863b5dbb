/// A tool that was found after its agent had joined: one of a remote server's, which the service reaches.
public struct ToolOffer: Equatable, Sendable {
    /// As the model calls it; unique among the agent's tools, `[A-Za-z0-9_-]{1,64}`.
    public var name: String
    public var description: String
    /// A JSON Schema object, as JSON text.
    public var parameters: String
    /// The persona's name for the server it comes from.
    public var server: String

    public init(name: String, description: String, parameters: String, server: String) {
        self.name = name
        self.description = description
        self.parameters = parameters
        self.server = server
    }
}
