import JSONValues

/// One inference run, as `response.created` and `response.done` tell it.
public struct Response: Equatable, Sendable {
    public var id: ResponseID
    public var status: ResponseStatus
    /// What it produced, without sound; empty until it is done.
    public var output: [Item] = []
    /// `nil` for a response outside the default conversation.
    public var conversationID: String?
    public var outputModalities: [Modality]?
    public var maxOutputTokens: TokenLimit?
    public var format: AudioFormat?
    public var voice: Voice?
    public var usage: Usage?
    /// Echoes ``ResponseParameters/metadata``: the only safe link to the request.
    public var metadata: [String: String] = [:]

    public init(id: ResponseID, status: ResponseStatus) {
        self.id = id
        self.status = status
    }
}

extension Response: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        self.init(id: try reader.required("id"), status: try ResponseStatus(reader))
        output = try reader.optional("output") ?? []
        conversationID = try reader.optional("conversation_id")
        outputModalities = try reader.outputModalities().value
        maxOutputTokens = try reader.optional("max_output_tokens")
        let sound = try reader.optionalObject("audio")?.optionalObject("output")
        format = try sound.format(flat: reader)
        voice = try sound.voice(flat: reader)
        usage = reader.usage()
        metadata = try reader.optional("metadata") ?? [:]
    }

    var json: JSON {
        [
            "object": "realtime.response", "id": id.json, "status": .string(status.word),
            "status_details": status.details, "output": output.json,
            "conversation_id": conversationID?.json ?? .null,
            "output_modalities": outputModalities?.json ?? .null,
            "max_output_tokens": maxOutputTokens?.json ?? .null,
            "audio": ["output": .members([("format", format?.json), ("voice", voice?.json)])],
            "usage": usage?.json ?? .null, "metadata": metadata.isEmpty ? .null : metadata.json,
        ]
    }
}

extension JSONReader {
    /// xAI leaves an empty object in the response and puts the usage beside it. A bill that cannot be read is none:
    /// the end of a response must not be lost for it, nor a transcript.
    func usage() -> Usage? { self["usage"] == [:] ? nil : try? optional("usage") }

    func transcriptionUsage() -> TranscriptionUsage? { try? optional("usage") }
}
