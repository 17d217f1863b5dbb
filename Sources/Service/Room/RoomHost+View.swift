import FloorControl
public import JSONValues
import Rooms

// What `GET /rooms` and `GET /rooms/{room}` show.

extension RoomHost {
    public func summary() -> JSON {
        let view = room.view
        return [
            "room": .string(name), "opened_at": .string(openedAt.description),
            "agents": .integer(view.participants.count { $0.kind == .agent }),
            "callers": .integer(view.participants.count { $0.kind == .caller }),
        ]
    }

    public func view() -> JSON {
        let view = room.view
        return [
            "room": .string(name), "opened_at": .string(openedAt.description),
            "recording": .bool(recording != nil),
            "participants": .array(view.participants.map { Self.json($0) }), "floor": Self.json(view.floor),
            "turns": .array(
                view.turns.map { ended in
                    RoomEvent.turnEnded(
                        ended.turn, agent: ended.agent, ended.outcome, heard: ended.heard, text: ended.text,
                        usage: ended.usage
                    ).fields
                }),
            "usage": view.usage.json, "limits": .array(view.limits.map(\.json)),
        ]
    }

    /// What a caller who comes in cannot know from events: who is here, by name, and who has the floor. What
    /// it costs is nobody's business but the service's.
    func snapshot() -> JSON {
        let view = room.view
        return [
            "at": .string(WallTime.now.description), "room": .string(name), "type": "snapshot",
            "participants": .array(view.participants.map { Self.json($0, withUsage: false) }),
            "floor": Self.json(view.floor),
        ]
    }

    private static func json(_ floor: FloorView) -> JSON {
        [
            "holder": json(floor.holder?.description), "turn": json(floor.turn?.description),
            "reason": json(floor.reason?.rawValue), "queue": floor.queueJSON,
        ]
    }

    private static func json(_ participant: Room.View.Participant, withUsage: Bool = true) -> JSON {
        var json: JSON = [
            "identity": .string(participant.identity.description), "kind": .string(participant.kind.rawValue),
            "name": .string(participant.name), "status": .string(participant.status.rawValue),
            "muted": .bool(participant.muted),
        ]
        if participant.kind == .caller { json["heard"] = .bool(participant.isHeard) }
        if withUsage, let usage = participant.usage { json["usage"] = usage.json }
        if let persona = participant.persona { json["persona"] = .string(persona) }
        if let participantID = participant.participantID { json["participant_id"] = .string(participantID) }
        return json
    }

    private static func json(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
}
