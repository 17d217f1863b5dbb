import JSONValues

/// What went wrong, in the server's words. Most errors leave the session open.
public struct ErrorDetail: Error, Equatable, Sendable {
    /// `invalid_request_error`, `server_error`, …
    public var type: String
    public var code: String?
    public var message: String
    /// The path of the field that was wrong.
    public var param: String?
    /// The client event that was wrong, when it had an id. Real servers leave it out even then.
    public var eventID: String?

    public init(
        type: String, code: String? = nil, message: String, param: String? = nil, eventID: String? = nil
    ) {
        self.type = type
        self.code = code
        self.message = message
        self.param = param
        self.eventID = eventID
    }
}

extension ErrorDetail: WireValue {
    /// Nothing but being an object is demanded: an error that cannot be read would hide what it says.
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        self.init(
            type: reader.word("type") ?? "unknown_error", code: reader.word("code"),
            message: reader.word("message") ?? "", param: reader.word("param"),
            eventID: reader.word("event_id"))
    }

    var json: JSON {
        var json = withoutEventID
        json["event_id"] = eventID?.json ?? .null
        return json
    }

    /// As it stands in `…input_audio_transcription.failed`.
    var withoutEventID: JSON {
        [
            "type": .string(type), "code": code?.json ?? .null, "message": .string(message),
            "param": param?.json ?? .null,
        ]
    }
}

extension JSONReader {
    /// Text, or a number as text: some gateways put the HTTP status into `code`.
    fileprivate func word(_ key: String) -> String? {
        switch self[key] {
        case .string(let word): word
        case .integer(let number): String(number)
        case .real, .bool, .array, .object, .null, nil: nil
        }
    }
}
