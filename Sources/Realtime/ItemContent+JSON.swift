import JSONValues

extension ItemContent: WireValue {
    /// `text` and `audio` are the beta dialect's names for what an assistant says.
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        switch try reader.string("type") {
        case "input_text", "text": self = .inputText(try reader.string("text"))
        case "input_audio":
            self = .inputAudio(
                base64: try reader.optional("audio"), transcript: try reader.optional("transcript"))
        case "input_image":
            self = .inputImage(url: try reader.string("image_url"), detail: try reader.optional("detail"))
        case "output_text": self = .outputText(try reader.string("text"))
        case "output_audio", "audio":
            self = .outputAudio(
                base64: try reader.optional("audio"), transcript: try reader.optional("transcript"))
        default: self = .other(json)
        }
    }

    /// Text in an assistant's message is what it said, whatever the dialect calls it.
    var asOutput: ItemContent {
        if case .inputText(let text) = self { .outputText(text) } else { self }
    }

    var json: JSON {
        switch self {
        case .inputText(let text): ["type": "input_text", "text": .string(text)]
        case .inputAudio(let audio, let transcript): Self.sound("input_audio", audio, transcript)
        case .inputImage(let url, let detail):
            .members([("type", "input_image"), ("image_url", url.json), ("detail", detail?.json)])
        case .outputText(let text): ["type": "output_text", "text": .string(text)]
        case .outputAudio(let audio, let transcript): Self.sound("output_audio", audio, transcript)
        case .other(let json): json
        }
    }

    /// Sound not transcribed yet is `"transcript": null`, as the reference server writes it.
    private static func sound(_ type: String, _ audio: String?, _ transcript: String?) -> JSON {
        let unheard: JSON? = audio == nil ? .null : nil
        return .members([
            ("type", type.json), ("audio", audio?.json), ("transcript", transcript?.json ?? unheard),
        ])
    }
}

/// A part of an item while it grows, as `response.content_part.*` tells it.
public enum ContentPart: Equatable, Sendable {
    case text(String)
    case audio(transcript: String?)
    case other(String)
}

extension ContentPart: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        let type = try reader.string("type")
        switch type {
        case "text", "output_text": self = .text(try reader.optional("text") ?? "")
        case "audio", "output_audio": self = .audio(transcript: try reader.optional("transcript"))
        default: self = .other(type)
        }
    }

    var json: JSON {
        switch self {
        case .text(let text): ["type": "text", "text": .string(text)]
        case .audio(let transcript): .members([("type", "audio"), ("transcript", transcript?.json)])
        case .other(let type): ["type": .string(type)]
        }
    }
}
