import JSONValues

/// The voice a session speaks with. Locked once the session has produced sound.
public enum Voice: Hashable, Sendable, ExpressibleByStringLiteral {
    /// One of the server's own: `marin`, `cedar`, …
    case named(String)
    /// One made for this account: `{"id": "voice_…"}`.
    case custom(id: String)

    public init(stringLiteral name: String) { self = .named(name) }
}

extension Voice: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        switch json {
        case .string(let name): self = .named(name)
        case .object:
            self = .custom(id: try JSONReader(json, path: path).string("id"))
        case .null, .bool, .integer, .real, .array:
            throw JSONShapeError(path: path, expected: "a voice's name or its id", found: json)
        }
    }

    var json: JSON {
        switch self {
        case .named(let name): .string(name)
        case .custom(let id): ["id": .string(id)]
        }
    }
}

/// What a response is made of. A session asks for exactly one; sound always brings its transcript.
public enum Modality: String, Hashable, Sendable {
    case text, audio
}

extension Modality: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        guard let known = json.stringValue.flatMap(Modality.init(rawValue:)) else {
            throw JSONShapeError(path: path, expected: #""text" or "audio""#, found: json)
        }
        self = known
    }
    var json: JSON { .string(rawValue) }

    /// The beta dialect's `modalities` always lists text; only sound says something.
    static func beta(_ modalities: [Modality]) -> [Modality] {
        modalities.contains(.audio) ? [.audio] : [.text]
    }
}
