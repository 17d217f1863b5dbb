import FloorControl
import JSONValues
import Rooms

extension RoomEvent {
    /// Reads an event as a client would. Only tests do: the service writes events and reads none.
    init(_ json: JSON) throws {
        let reader = try JSONReader(json)
        func who(_ key: String) throws -> Identity { Identity(try reader.string(key)) }
        func word<Word: RawRepresentable<String>>(_ key: String) throws -> Word {
            guard let word = Word(rawValue: try reader.string(key)) else {
                throw reader.mismatch(key, expected: "\(Word.self)")
            }
            return word
        }
        func turn() throws -> TurnID {
            guard let turn = TurnID(wire: try reader.string("turn")) else {
                throw reader.mismatch("turn", expected: "tu_…")
            }
            return turn
        }
        func turnIfAny() throws -> TurnID? { reader.has("turn") ? try turn() : nil }
        func text(_ key: String) throws -> String { try reader.string(key) }

        switch try text("type") {
        case "room.opened": self = .roomOpened(reason: try word("reason"))
        case "room.closed":
            self = .roomClosed(
                reason: try word("reason"), limit: reader.has("limit") ? try word("limit") : nil,
                usage: try reader.has("usage") ? RoomConsumption(reader.object("usage")) : RoomConsumption())
        case "participant.joined":
            self = .participantJoined(
                try who("identity"), try word("kind"), name: try text("name"), reason: try word("reason"))
        case "participant.left":
            self = .participantLeft(try who("identity"), try word("kind"), reason: try word("reason"))
        case "participant.heard":
            self = .participantHeard(try who("identity"), try reader.bool("heard"))
        case "participant.muted":
            self = .participantMuted(try who("identity"), try reader.bool("muted"))
        case "recording.started": self = .recordingStarted
        case "recording.stopped": self = .recordingStopped(reason: try word("reason"))
        case "floor.changed": self = .floorChanged(try FloorView(reader))
        case "agent.status":
            self = .agentStatus(
                try who("agent"), participantID: try text("participant_id"), try word("status"),
                try reader.has("error") ? EventFault(reader.object("error")) : nil,
                reason: try reader.has("reason") ? word("reason") : nil)
        case "speech.started": self = .speechStarted(try who("identity"))
        case "speech.stopped": self = .speechStopped(try who("identity"))
        case "transcript.delta":
            self = .transcriptDelta(try who("identity"), turn: try turnIfAny(), text: try text("text"))
        case "transcript.final":
            self = .transcriptFinal(
                try who("identity"), turn: try turnIfAny(), text: try text("text"),
                interrupted: try reader.bool("interrupted"),
                said: RoomTime(
                    try reader.milliseconds("began_ms"))...RoomTime(try reader.milliseconds("ended_ms")))
        case "turn.requested":
            self = .turnRequested(from: try who("from"), to: try who("to"), reason: try text("reason"))
        case "turn.granted":
            self = .turnGranted(try turn(), agent: try who("agent"), try word("reason"), why: try text("why"))
        case "turn.started":
            self = .turnStarted(
                try turn(), agent: try who("agent"), latency: try reader.milliseconds("latency_ms"))
        case "turn.ended":
            self = .turnEnded(
                try turn(), agent: try who("agent"), try word("outcome"),
                heard: try reader.milliseconds("heard_ms"),
                text: try text("text"), usage: try Consumption(reader.object("usage")))
        case "tool.called":
            self = .toolCalled(
                try who("agent"), callID: try text("call_id"), name: try text("name"),
                arguments: try text("arguments"))
        case "tool.returned":
            self = .toolReturned(
                try who("agent"), callID: try text("call_id"), name: try text("name"),
                ok: try reader.bool("ok"),
                duration: try reader.milliseconds("duration_ms"))
        case "context.condensed":
            let how: CondensedBy =
                try text("by") == "summary" ? .summary : .dropped(try word("reason"))
            self = .contextCondensed(
                try reader.optionalString("agent").map { Identity($0) },
                utterances: try reader.integer("utterances"), how,
                tokensBefore: try reader.integer("tokens_before"),
                tokensAfter: try reader.integer("tokens_after"))
        case "limit.approached": self = .limitApproached(try LimitState(reader))
        case "limit.reached": self = .limitReached(try LimitState(reader))
        case "error": self = .error(try EventFault(reader))
        case _: throw reader.mismatch("type", expected: "a type of the vocabulary")
        }
    }
}

extension FloorView {
    init(_ reader: JSONReader) throws {
        func id(_ text: String, of reader: JSONReader) throws -> TurnID {
            guard let turn = TurnID(wire: text) else { throw reader.mismatch("turn", expected: "tu_…") }
            return turn
        }
        let queue = try reader.array("queue").enumerated().map { index, promise in
            let reader = try JSONReader(promise, path: "queue[\(index)]")
            guard let reason = GrantReason(rawValue: try reader.string("reason")) else {
                throw reader.mismatch("reason", expected: "GrantReason")
            }
            return Promise(
                agent: Identity(try reader.string("agent")), reason: reason,
                turn: try id(reader.string("turn"), of: reader), why: try reader.string("why"))
        }
        self.init(
            holder: try reader.optionalString("holder").map { Identity($0) },
            turn: try reader.optionalString("turn").map { try id($0, of: reader) },
            reason: try reader.optionalString("reason").flatMap(GrantReason.init), queue: queue)
    }
}

extension EventFault {
    init(_ reader: JSONReader) throws {
        self.init(code: try reader.string("code"), detail: try reader.string("detail"))
    }
}
