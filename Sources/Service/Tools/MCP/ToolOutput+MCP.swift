import JSONValues

extension ToolOutput {
    /// The result of `tools/call`: structured content as it is, text as any other tool's text.
    init(mcp result: JSON) {
        let output = Self.output(of: result)
        self = output.text.utf8.count > Self.maxByteCount ? ToolReply(status: 200).output : output
    }

    private static func output(of result: JSON) -> ToolOutput {
        if result["resultType"] == "input_required" {
            return .failure("The tool wants more input than can be given in a call.")
        }
        let text = text(of: result["content"]?.arrayValue ?? [])
        if result["isError"] == true { return .failure(text.isEmpty ? "The tool failed." : text) }
        if let structured = result["structuredContent"], !structured.isNull {
            return ToolReply(status: 200, contentType: "application/json", body: structured.utf8).output
        }
        return ToolReply(status: 200, contentType: nil, body: Array(text.utf8)).output
    }

    /// A model hears of what it cannot read.
    private static func text(of content: [JSON]) -> String {
        content.map { part in
            switch part["type"]?.stringValue {
            case "text": part["text"]?.stringValue ?? ""
            case "resource": part["resource"]?["text"]?.stringValue ?? "[a file]"
            case "resource_link": "[link: \(part["uri"]?.stringValue ?? "")]"
            case "image": "[an image]"
            case "audio": "[a sound]"
            default: "[something unknown]"
            }
        }.joined(separator: "\n")
    }
}
