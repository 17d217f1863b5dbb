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
            "participants": .array(view.participants.map(Self.json)),
            "floor": [
                "holder": Self.json(view.floor.holder?.description),
                "turn": Self.json(view.floor.turn?.description),
                "reason": Self.json(view.floor.reason?.rawValue), "queue": view.floor.queueJSON,
            ],
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

    private static func json(_ participant: Room.View.Participant) -> JSON {
        var json: JSON = [
            "identity": .string(participant.identity.description), "kind": .string(participant.kind.rawValue),
            "name": .string(participant.name), "status": .string(participant.status.rawValue),
            "muted": .bool(participant.muted),
        ]
        if participant.kind == .caller { json["heard"] = .bool(participant.isHeard) }
        if let usage = participant.usage { json["usage"] = usage.json }
        if let persona = participant.persona { json["persona"] = .string(persona) }
        if let participantID = participant.participantID { json["participant_id"] = .string(participantID) }
        return json
    }

    private static func json(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
}
