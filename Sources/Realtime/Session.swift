import JSONValues

/// What `session.created` and `session.updated` report: the whole effective session.
public struct Session: Equatable, Sendable {
    public var id: String?
    /// Seconds since 1970 at which the server will end the session, whatever happens.
    public var expiresAt: Int?
    /// The effective configuration. What the server did not tell is absent, what it told to be unset is null.
    public var configuration: SessionConfiguration

    public init(id: String?, expiresAt: Int? = nil, configuration: SessionConfiguration) {
        self.id = id
        self.expiresAt = expiresAt
        self.configuration = configuration
    }

    public var kind: SessionConfiguration.Kind { configuration.kind }
    public var model: String? { configuration.model.value }
    public var voice: Voice? { configuration.output.voice.value }
    /// `nil` when the server does not look for the ends of turns.
    public var turnDetection: TurnDetection? { configuration.input.turnDetection.value }
    public var inputFormat: AudioFormat { configuration.input.format.value ?? .standard }
    public var outputFormat: AudioFormat { configuration.output.format.value ?? .standard }
}

extension Session: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        id = try reader.optional("id")
        expiresAt = try reader.optional("expires_at")
        configuration = try SessionConfiguration(json, at: path)
    }

    var json: JSON {
        var json = configuration.json
        json["object"] = "realtime.session"
        json["id"] = id?.json
        json["expires_at"] = expiresAt?.json
        return json
    }
}
