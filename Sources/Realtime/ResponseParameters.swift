public import JSONValues

/// What `response.create` asks for. What is left out is as the session has it.
public struct ResponseParameters: Equatable, Sendable {
    /// Replaces the session's instructions for this response.
    public var instructions: String?
    public var outputModalities: [Modality]?
    public var format: AudioFormat?
    public var voice: Voice?
    public var tools: [Tool]?
    public var toolChoice: ToolChoice?
    public var parallelToolCalls: Bool?
    public var reasoningEffort: String?
    public var maxOutputTokens: TokenLimit?
    /// Out of band: does not enter the conversation, and may run beside another response.
    public var conversationNone = false
    /// Comes back in ``Response/metadata``. At most 16 pairs, keys of 64 and values of 512 characters.
    public var metadata: [String: String] = [:]
    /// Replaces the whole context of this response; empty means none at all, `nil` the conversation.
    public var input: [Item]?
    /// Passed on as it is.
    public var prompt: JSON?

    public init() {}
}

extension ResponseParameters: WireValue {
    /// Also reads the beta dialect's flat fields.
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        instructions = try reader.optional("instructions")
        outputModalities = try reader.outputModalities().value
        let sound = try reader.optionalObject("audio")?.optionalObject("output")
        format = try sound.format(flat: reader)
        voice = try sound.voice(flat: reader)
        tools = try reader.optional("tools")
        toolChoice = try reader.optional("tool_choice")
        parallelToolCalls = try reader.optional("parallel_tool_calls")
        reasoningEffort = try reader.reasoningEffort().value
        maxOutputTokens = try reader.field("max_output_tokens")
            .otherwise(reader.field("max_response_output_tokens")).value
        conversationNone = try reader.optionalString("conversation") == "none"
        metadata = try reader.optional("metadata") ?? [:]
        input = try reader.optional("input")
        prompt = try reader.optional("prompt")
    }

    var json: JSON {
        let sound: JSON = .members([("format", format?.json), ("voice", voice?.json)])
        return .members([
            ("instructions", instructions?.json), ("output_modalities", outputModalities?.json),
            ("audio", sound == [:] ? nil : ["output": sound]), ("tools", tools?.json),
            ("tool_choice", toolChoice?.json), ("parallel_tool_calls", parallelToolCalls?.json),
            ("reasoning", reasoningEffort.map { ["effort": .string($0)] }),
            ("max_output_tokens", maxOutputTokens?.json), ("conversation", conversationNone ? "none" : nil),
            ("metadata", metadata.isEmpty ? JSON?.none : metadata.json), ("input", input?.json),
            ("prompt", prompt),
        ])
    }
}
