public import FloorControl
public import JSONValues

/// The body of `POST /voice/leave`.
public struct LeaveRequest: Equatable, Sendable {
    public let room: String
    /// The agent's identity in the room.
    public let agent: Identity

    public init(_ json: JSON) throws(Problem) {
        var body = BodyReader(json)
        let room = body.name("room")
        let agent = body.name("agent")
        body.refuseUnknown()
        guard let room, let agent, body.complaints.isEmpty else { throw .invalid(body.complaints) }
        self.room = room
        self.agent = Identity(agent)
    }
}

/// The body of `POST /rooms/{room}/participants/{identity}/mute`.
public struct MuteRequest: Equatable, Sendable {
    public let isMuted: Bool

    public init(_ json: JSON) throws(Problem) {
        var body = BodyReader(json)
        let isMuted = body.bool("muted")
        body.refuseUnknown()
        guard let isMuted, body.complaints.isEmpty else { throw .invalid(body.complaints) }
        self.isMuted = isMuted
    }
}

/// The body of `POST /rooms/{room}/turns`: the moderator gives the floor.
public struct TurnRequest: Equatable, Sendable {
    public let agent: Identity
    public let instructions: String?

    public init(_ json: JSON) throws(Problem) {
        var body = BodyReader(json)
        let agent = body.name("agent")
        instructions = body.optionalString("instructions")
        body.refuseUnknown()
        guard let agent, body.complaints.isEmpty else { throw .invalid(body.complaints) }
        self.agent = Identity(agent)
    }
}

/// The body of `POST /rooms/{room}/messages`: a caller's typed words.
public struct MessageRequest: Equatable, Sendable {
    public let from: Identity
    public let text: String

    public init(_ json: JSON) throws(Problem) {
        var body = BodyReader(json)
        let from = body.name("from")
        let text = body.string("text")
        if text?.allSatisfy(\.isWhitespace) == true { body.complain("text", "says nothing") }
        body.refuseUnknown()
        guard let from, let text, body.complaints.isEmpty else { throw .invalid(body.complaints) }
        self.from = Identity(from)
        self.text = text
    }
}

/// The body of `POST /rooms/{room}/tokens`: a caller's key to one room.
public struct TokenRequest: Equatable, Sendable {
    public let identity: Identity
    public let name: String?
    /// Default 1 h.
    public let lifetime: Duration

    public init(_ json: JSON) throws(Problem) {
        var body = BodyReader(json)
        let identity = body.name("identity")
        name = body.optionalText("name")
        if let name, name.unicodeScalars.count > LineQuery.maxNameLength {
            body.complain("name", "is longer than \(LineQuery.maxNameLength) characters")
        }
        var seconds = 3_600
        if let value = body.optional("ttl_s") {
            if let number = value.wholeNumber, (1...86_400).contains(number) {
                seconds = number
            } else {
                body.complain("ttl_s", "expected a whole number from 1 to 86400")
            }
        }
        lifetime = .seconds(seconds)
        body.refuseUnknown()
        guard let identity, body.complaints.isEmpty else { throw .invalid(body.complaints) }
        self.identity = Identity(identity)
    }
}
