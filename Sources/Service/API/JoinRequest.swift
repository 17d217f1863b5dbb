public import FloorControl
public import JSONValues
public import Personas

/// The body of `POST /voice/join`, checked.
public struct JoinRequest: Equatable, Sendable {
    public var room: String
    /// A persona id.
    public var agent: String
    /// The agent's name in the room; its persona id unless it was given another.
    public var identity: Identity
    public var callback: Callback?
    /// Echoed in every callback; an empty object when none was given.
    public var metadata: JSON
    public var overrides: Overrides
    /// Whether the room is to be recorded; default false, which asks for nothing and stops nothing.
    public var recording: Bool

    public struct Callback: Equatable, Sendable {
        public var url: CallbackURL
        public var events: EventFilter
    }

    /// What this one call changes about the persona.
    public struct Overrides: Equatable, Sendable {
        public var voice, instructions, greeting, model, language: String?

        public init() {}
    }

    /// Compact UTF-8 JSON, in bytes.
    public static let maxMetadataByteCount = 4_096

    private static let callbackKey = "callback_url"

    /// Where the callbacks of a body that is not checked yet are to go, if anywhere.
    static func callbackURL(in json: JSON) -> CallbackURL? {
        json[callbackKey]?.stringValue.flatMap { try? CallbackURL($0) }
    }

    /// - Parameter addresses: what the callback's host resolves to; `nil`: nobody has asked.
    /// - Throws: a ``Problem`` that names every wrong field; an unknown field is wrong.
    public init(
        _ json: JSON, destinations: CallbackGuard, resolvedTo addresses: [IPAddress]? = nil
    ) throws(Problem) {
        var body = BodyReader(json)
        let room = body.name("room")
        let agent = body.string("agent")
        let url = body.callbackURL(Self.callbackKey, destinations, addresses)
        let events = body.events("callback_events")
        metadata = body.metadata("metadata")
        let identity = body.optionalName("identity")
        overrides = body.overrides("overrides")
        recording = body.optionalBool("recording") ?? false
        let wantsLiveKit = body.liveKit("livekit")
        body.refuseUnknown()
        guard let room, let agent, body.complaints.isEmpty else {
            throw .invalid(body.complaints + (wantsLiveKit ? [.noLiveKit] : []))
        }
        if wantsLiveKit {
            throw Problem(.notSupported, FieldComplaint.noLiveKit.detail, errors: [.noLiveKit])
        }
        guard identity != nil || Identity.isValid(agent) else { throw .unknownAgent(agent) }
        self.room = room
        self.agent = agent
        self.identity = Identity(identity ?? agent)
        callback = url.map { Callback(url: $0, events: events) }
    }
}

extension JoinRequest.Overrides {
    /// The persona as this call wants it. An empty greeting joins in silence; another model keeps the
    /// persona's first server.
    public func applied(to persona: Persona) -> Persona {
        var persona = persona
        if let voice { persona.voice = voice }
        if let instructions { persona.instructions = instructions }
        if let greeting { persona.greeting = greeting.isEmpty ? nil : greeting }
        if let language { persona.language = language }
        if let model {
            var server = persona.realtime.first ?? Persona.Backend()
            server.model = model
            persona.realtime = [server]
        }
        return persona
    }
}

extension Problem {
    static func unknownAgent(_ id: String) -> Problem {
        Problem(
            .unknownAgent,
            "No persona has the id “\(id)”. GET /agents lists those that do, and why a file did not load.")
    }

}

extension FieldComplaint {
    fileprivate static let noLiveKit = FieldComplaint(
        .root.appending("livekit"), "This build brings agents into its own rooms only; leave `livekit` out.")
}
