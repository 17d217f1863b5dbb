import FloorControl
import JSONValues
import Journal
import OrderedCollections
import Rooms

/// A room whose process died: who was in it, from what it had told, and what is to be told now.
struct CutOffRoom {
    private enum Participant {
        case caller
        case agent(participantID: String)
    }

    private var participants: OrderedDictionary<String, Participant> = [:]
    private(set) var lastSeq = 0
    private(set) var isClosed = false

    /// Every event of the room's life, in order.
    mutating func take(_ record: Record) {
        lastSeq = record.seq
        guard let json = try? JSON(parsing: record.body), let type = json["type"]?.stringValue else { return }
        switch type {
        case "participant.joined":
            guard let name = json["identity"]?.stringValue, participants[name] == nil else { return }
            let isAgent = json["kind"] == .string(ParticipantKind.agent.rawValue)
            participants[name] = isAgent ? .agent(participantID: "") : .caller
        case "agent.status":
            guard let name = json["agent"]?.stringValue, let id = json["participant_id"]?.stringValue else {
                return
            }
            let hasLeft = json["status"] == .string(AgentStatus.left.rawValue)
            participants[name] = hasLeft ? nil : .agent(participantID: id)
        case "participant.left":
            if let name = json["identity"]?.stringValue { participants[name] = nil }
        case "room.closed": isClosed = true
        case _: break
        }
    }

    /// What the room would have said itself: everybody leaves, and it closes.
    var ending: [RoomEvent] {
        guard !isClosed, lastSeq > 0 else { return [] }
        var events: [RoomEvent] = []
        for case (let name, .agent(let id)) in participants {
            events.append(.agentStatus(Identity(name), participantID: id, .left, nil, reason: .crash))
            events.append(.participantLeft(Identity(name), .agent, reason: .crash))
        }
        for case (let name, .caller) in participants {
            events.append(.participantLeft(Identity(name), .caller, reason: .crash))
        }
        return events + [.roomClosed(reason: .crash)]
    }
}
