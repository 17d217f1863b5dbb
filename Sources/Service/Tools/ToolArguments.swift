import JSONValues

/// What a model wrote down for a tool: a JSON object, or there is nothing to call with. Models make mistakes in
/// JSON, and a tool is not the one to find them.
struct ToolArguments: Equatable, Sendable {
    /// As the model wrote it.
    let text: String
    let json: JSON

    /// `nil` for what is no JSON object; nothing at all stands for an empty one.
    init?(_ written: String) {
        let text = written.contains { !$0.isWhitespace } ? written : "{}"
        guard let json = try? JSON(parsing: text), json.objectValue != nil else { return nil }
        self.text = text
        self.json = json
    }
}
